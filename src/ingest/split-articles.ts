import type { Warning } from '../model/errors.ts';
import type { Span } from '../model/span.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { DocumentParts } from './document-from-text.ts';
import { findArticles, type ArticleStart } from './find-articles.ts';
import { splitLines } from './split-lines.ts';

export interface SplitArticles {
  /** One document where nothing is sure, or nothing was found. */
  readonly articles: readonly DocumentParts[];
  readonly warning: Warning | null;
}

const LONGEST_SHOWN = 80;

/**
 * Makes a document of each article in a text into which several were pasted. Where their beginnings are not sure the text stays one, and the place
 * is marked as an oddity; both are said in a warning.
 */
export function splitArticles(given: DocumentParts): SplitArticles {
  const text = normalizeText(given.text).text;
  const found = findArticles(splitLines(text));
  if (found.length === 0) return { articles: [given], warning: null };
  const file = given.file ?? 'The text';
  const cuts = found.filter(({ sure }) => sure);
  const starts = [0, ...cuts.map(({ headline }) => headline[0])];
  const articles = starts.map((start, at): DocumentParts => {
    const end = starts[at + 1] ?? text.length;
    const own = text.slice(start, end).trimEnd();
    const beginsAt = found
      .filter(({ headline }) => headline[0] >= start && headline[1] <= start + own.length)
      .map(({ headline }): Span => [headline[0] - start, headline[1] - start]);
    return {
      ...given,
      text: own,
      beginsAt,
      ...(at === 0 ? {} : { title: undefined, url: undefined, byline: undefined, agencies: undefined }),
      ...(starts.length === 1 ? {} : { place: { ...given.place, unit: 'article', number: at + 1 } }),
    };
  });
  return { articles, warning: warningAbout(file, given.file, text, found, cuts.length) };
}

function warningAbout(
  name: string,
  file: string | undefined,
  text: string,
  found: readonly ArticleStart[],
  cuts: number,
): Warning {
  const shown = (starts: readonly ArticleStart[]): string =>
    starts.map(({ headline }) => `“${text.slice(...headline).slice(0, LONGEST_SHOWN)}”`).join(', ');
  const unsure = found.filter(({ sure }) => !sure);
  const messages = [
    ...(cuts === 0
      ? []
      : [
          `${name} holds ${cuts + 1} articles, one after another; each became a document. They begin anew at ${shown(found.filter(({ sure }) => sure))}.`,
        ]),
    ...(unsure.length === 0
      ? []
      : [
          `${name} may hold another article, which begins at ${shown(unsure)}; that is not sure, so the text stays one and the place is marked.`,
        ]),
  ];
  return {
    code: 'several-articles',
    message: messages.join(' '),
    ...(file === undefined ? {} : { file }),
  };
}
