/** A line that holds more than white space; offsets leave out the space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The line's words, cut at {@link LONGEST_LOOKED_AT}: what a line is shows at its beginning. */
  readonly text: string;
  /** Its length before the cut. */
  readonly length: number;
  /** Place among the lines that hold anything. */
  readonly index: number;
}

/** No expression runs over more of a line than this, so a line of megabytes costs no more than a long paragraph. */
const LONGEST_LOOKED_AT = 1500;

/** The lines of a text in its order, empty ones left out. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const until = newline < 0 ? text.length : newline;
    let start = from;
    let end = until;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start)
      lines.push({
        start,
        end,
        text: text.slice(start, Math.min(end, start + LONGEST_LOOKED_AT)),
        length: end - start,
        index: lines.length,
      });
    from = until + 1;
  }
  return lines;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0 || code === 0xfeff || code === 0x200b;
}
