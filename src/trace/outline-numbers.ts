import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { firstAtOrAfter, type OutlineWords } from './outline-words.ts';

/** An amount that a document states, as tracing keeps it. */
export interface OutlineNumber {
  /** First and end word of the number with what is counted. */
  readonly first: number;
  readonly end: number;
  /** Its first and last character, in UTF-16 offsets. */
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  /** What is counted or measured: the term of the counted noun, or the unit. */
  readonly thing: string;
}

/** Words between a number and the noun it counts, beyond which the two are not shown as one phrase. */
const LONGEST_GAP = 12;

/**
 * The amounts of a document's narration that name what they count; those inside quotation marks are the speaker's and say
 * nothing of where the text came from.
 */
export function outlineNumbers(outline: OutlineWords, quantities: readonly Quantity[]): OutlineNumber[] {
  const numbers: OutlineNumber[] = [];
  for (const { span, low, high, unit, counted } of quantities) {
    const near = counted !== null && counted[0] - span[1] <= LONGEST_GAP && counted[1] >= span[0];
    const start = near ? Math.min(span[0], counted[0]) : span[0];
    const stop = near ? Math.max(span[1], counted[1]) : span[1];
    const first = firstAtOrAfter(outline.start, start);
    const end = firstAtOrAfter(outline.start, stop);
    if (first === end || outline.quoted[first] === 1) continue;
    const head = counted === null ? -1 : (outline.term[firstAtOrAfter(outline.start, counted[1]) - 1] ?? -1);
    if (head < 0 && unit === null) continue;
    numbers.push({ first, end, span: [start, stop], low, high, thing: `${head} ${unit ?? ''}` });
  }
  return numbers;
}
