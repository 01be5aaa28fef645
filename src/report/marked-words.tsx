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

/** The same as markup, for an element that is already set as words of a document. */
export function markedHtml(text: string, spans: readonly Span[]): string {
  let html = '';
  let at = 0;
  for (const [start, end] of spans) {
    html += `${wordsHtml(text.slice(at, start))}<mark>${wordsHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + wordsHtml(text.slice(at));
}

/** When more of a text than this stands apart, marking it would mark everything and show nothing. */
const MOST_MARKED = 0.6;

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
