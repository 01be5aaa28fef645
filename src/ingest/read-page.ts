import { parseHTML } from 'linkedom';

import { cleanHtml } from './clean-html.ts';
import type { DocumentParts } from './document-from-text.ts';
import { extractMainText, type TextBlock } from './extract-main-text.ts';
import { partsOfLiveBlog } from './live-blog.ts';
import type { PageDocument } from './page-tree.ts';
import { joinedLines, readLivePage } from './read-live-page.ts';
import { readMetadata, type PageMetadata } from './read-metadata.ts';
import { serializeBlocks } from './serialize-blocks.ts';

/** What a page holds; `problem` says why it holds no account. */
export type PageResult =
  | {
      readonly ok: true;
      readonly parts: DocumentParts;
      readonly mostlyLost: boolean;
      /** The page is a live blog: its parts, each of which is a document. `parts` holds the page as a whole. */
      readonly live: readonly DocumentParts[] | null;
    }
  | { readonly ok: false; readonly problem: string };

/** A page whose text holds less of its prose than this is warned about. */
const MOSTLY_LOST = 0.25;

/**
 * Reads a page: its main text block by block, `\n\n` between, and what it says about itself. Nothing in it is run or fetched, and
 * whatever is in it, the time is bounded (`cleanHtml`, `extractMainText`).
 */
export function readPage(html: string): PageResult {
  const page = cleanHtml(html);
  const whole = /<html[\s>]/i.test(page.html.slice(0, 5000))
    ? page.html
    : `<html><body>${page.html}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageDocument };
  const all = document.body === null ? [] : serializeBlocks(document.body);
  const metadata = readMetadata(page, document, all);
  const live = readLivePage({
    document,
    article: metadata.article,
    title: metadata.title,
    url: metadata.url,
    blocks: all,
    textOfHtml,
  });
  const { blocks, share } = extractMainText(document, all, metadata.heading, {
    elements: page.elements,
    text: page.cost,
  });
  const { text, omitted } = joinedLines(withAgencyLine(withStatedBody(blocks, metadata), metadata));
  if (text === '' && live === null) return { ok: false, problem: 'no text was found in it' };
  const known = {
    title: metadata.title ?? undefined,
    publisher: metadata.publisher ?? undefined,
    published: metadata.published ?? undefined,
    modified: metadata.modified ?? undefined,
    byline: metadata.byline.people,
    agencies: metadata.byline.agencies,
    url: metadata.url ?? undefined,
    declaredLanguage: metadata.language ?? undefined,
  };
  return {
    ok: true,
    mostlyLost: share < MOSTLY_LOST,
    parts: { ...known, text, omitted },
    live: live === null ? null : partsOfLiveBlog(known, live),
  };
}

/** A page whose text is put in by scripts holds little else than what it states for programs. */
const STATED_LONGER = 3;

function withStatedBody(
  blocks: readonly TextBlock[],
  { body, title }: Pick<PageMetadata, 'body' | 'title'>,
): readonly TextBlock[] {
  const kept = blocks.reduce((sum, { text, why }) => sum + (why === null ? text.length : 0), 0);
  if (body === null || body.length < STATED_LONGER * kept) return blocks;
  const paragraphs = textOfHtml(body).split(/\n{2,}|\n(?=\S{20})/);
  return [...(title === null ? [] : [title]), ...paragraphs].map((text) => ({ text, why: null }));
}

/** The byline that names an agency, below the headline: a credit needs words that stand in the text. */
function withAgencyLine(
  blocks: readonly TextBlock[],
  { agencyLine, title }: Pick<PageMetadata, 'agencyLine' | 'title'>,
): readonly TextBlock[] {
  if (agencyLine === null || blocks.some(({ text }) => text.includes(agencyLine))) return blocks;
  const first = blocks[0];
  const at = first !== undefined && title !== null && first.text.includes(title) ? 1 : 0;
  return [...blocks.slice(0, at), { text: agencyLine, why: 'byline' }, ...blocks.slice(at)];
}

/** The text of a piece of HTML that is all text: an entry of a feed, a text that a page states with its tags. */
export function textOfHtml(body: string): string {
  if (!/<\w/.test(body)) return body;
  const { document } = parseHTML(`<html><body>${cleanHtml(body).html}</body></html>`) as unknown as {
    document: PageDocument;
  };
  return document.body === null
    ? ''
    : serializeBlocks(document.body)
        .map(({ text }) => text)
        .join('\n\n');
}
