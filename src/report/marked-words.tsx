import { raw } from 'hono/html';
import type { Span } from '../model/span.ts';
import { wordsHtml } from './escape-html.ts';
import { collate, variantSpans } from './collate.ts';

/** Words of a document with some of them marked as those that differ. */
export function MarkedWords({ text, spans }: { text: string; spans: readonly Span[] }) {
  return (
    <span class="words" dir="auto">
      {raw(markedHtml(text, spans))}
    </span>
  );
}

/**
 * The same as markup, for an element that is already set as words of a document.
 *
 * @param around - letters to keep before and after what is marked; a longer way between two marks is cut in its middle;
 *   a text without marks is cut after {@link UNMARKED} letters.
 */
export function markedHtml(text: string, spans: readonly Span[], around = Infinity): string {
  let html = '';
  let at = 0;
  for (const [start, end] of spans) {
    const before = at === 0 ? 0 : around;
    html += `${wordsHtml(shortened(text.slice(at, start), before, around))}<mark>${wordsHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return (
    html +
    wordsHtml(shortened(text.slice(at), spans.length === 0 && around < UNMARKED ? UNMARKED : around, 0))
  );
}

/** Letters of a text without marks that are kept where words are cut. */
const UNMARKED = 240;

/** Cuts all but the first and last letters of `text` at blanks, where that makes it shorter. */
function shortened(text: string, first: number, last: number): string {
  const from = first === 0 ? 0 : text.indexOf(' ', first);
  const to = last === 0 ? text.length : text.lastIndexOf(' ', text.length - last);
  return from < 0 || to <= from + last
    ? text
    : `${text.slice(0, from)} … ${text.slice(to + (last === 0 ? 0 : 1))}`;
}

/** When more of a text than this stands apart, marking it would mark everything and show nothing. */
export const MOST_MARKED = 0.6;

/** Where each of `texts` stands apart from the others; no spans for one that shares too little with them. */
export function differingSpans(texts: readonly string[]): Span[][] {
  const rows = collate(texts);
  if (!rows) return texts.map(() => []);
  return texts.map((text, column) => {
    const spans = variantSpans(rows, column);
    const marked = spans.reduce((sum, [start, end]) => sum + end - start, 0);
    return marked > text.length * MOST_MARKED ? [] : spans;
  });
}
