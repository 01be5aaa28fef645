/**
 * A stretch of one document's text: `[start, end)` in UTF-16 code units of
 * `document.text`, so that `text.slice(start, end)` is the stretch.
 */
export type Span = readonly [start: number, end: number];

/** Puts between the slices of a text that stands in several pieces, as in PARC and in the stories' gold. */
export const PIECE_SEPARATOR = ' … ';

/** The words at `spans`, joined by {@link PIECE_SEPARATOR}. */
export function textOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(PIECE_SEPARATOR);
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `inner` lies inside `outer`, edges included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Sorts by start, then by end; the order in which evidence is written. */
export function compareSpans(a: Span, b: Span): number {
  return a[0] - b[0] || a[1] - b[1];
}
