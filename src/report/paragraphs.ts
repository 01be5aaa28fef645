import type { Span } from '../model/span.ts';

/** Lines up to this length that follow one another are taken for a text wrapped by its sender (mail, agencies: 60 to 80). */
const WRAPPED_LINE = 90;

/**
 * The stretches of `text` that are shown as paragraphs, without the blank around them.
 *
 * A blank line always ends a paragraph. A single line break ends one unless the text is wrapped by hand, that is unless
 * most of its lines inside a block are short.
 */
export function paragraphsOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push(trimmed(text, start, end));
    start = end + 1;
  }
  const wrapped = isWrapped(lines);
  const paragraphs: Span[] = [];
  let open: Span | undefined;
  for (const line of lines) {
    const blank = line[0] === line[1];
    if (open && (blank || !wrapped)) {
      paragraphs.push(open);
      open = undefined;
    }
    if (!blank) open = open ? [open[0], line[1]] : line;
  }
  if (open) paragraphs.push(open);
  return paragraphs;
}

function isWrapped(lines: readonly Span[]): boolean {
  let inside = 0;
  let short = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || line[0] === line[1] || next[0] === next[1]) continue;
    inside++;
    if (line[1] - line[0] <= WRAPPED_LINE && line[1] - line[0] > WRAPPED_LINE / 3) short++;
  }
  return inside > 0 && short * 2 > inside;
}

const BLANK = /\s/;

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return [start, end];
}
