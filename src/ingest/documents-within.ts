import type { DocumentParts } from './document-from-text.ts';
import type { FileContents } from './file-contents.ts';
import { splitArticles } from './split-articles.ts';
import { splitLiveText } from './split-live-text.ts';

/** What a file's text shows to be several: a pasted live blog becomes its entries, articles pasted one after another each a document. */
export function takenApart(contents: FileContents): FileContents {
  const warnings = [...contents.warnings];
  const parts = contents.parts.flatMap((part) => {
    const live = splitLiveText(part);
    if (live !== null) return entriesOf(live, part.file);
    const { articles, warning } = splitArticles(part);
    if (warning !== null) warnings.push(warning);
    return articles;
  });
  return { parts, warnings };
}

/** The parts of a live blog, each with its place in the file. */
export function entriesOf(live: readonly DocumentParts[], file: string | undefined): DocumentParts[] {
  return live.map((part) => {
    const number = part.liveBlog?.number;
    return { ...part, file, ...(number === undefined ? {} : { place: { unit: 'entry' as const, number } }) };
  });
}
