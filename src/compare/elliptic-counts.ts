import type { TermIndex } from '../learn/term.ts';
import type { Statement } from './statement.ts';

/** A bare number and the count before it that says what it is a number of. */
export interface EllipticCount {
  readonly bare: Statement;
  readonly antecedent: Statement;
}

/** Words before a bare number that make it somebody's other count of the same. */
const BEFORE =
  /(?:\b(?:spoke|speaks?|talk(?:s|ed)?|reported)\s+of|\bputs?\s+(?:it|them|that|the\s+(?:number|figure|count|total|toll))\s+at|\b(?:count|counted|estimate[sd]?|figures?|number|total)\s+(?:(?:is|was|of|at|stood|stands|it|them|only)\s+){0,3}|\b(?:says?|said)\s+(?:it|there)\s+(?:was|were))\s*(?:[“"„«]\s*)?$/iu;
/** "400,000 by the board's", "6,000 according to the organisers". */
const BEHIND =
  /^[”"]?,?\s+(?:by|according\s+to)\s+(?:the\s+|its\s+|their\s+)?[\p{L}\p{N}’'.-]+(?:\s[\p{L}\p{N}’'.-]+){0,3}/iu;
const BY_COUNT = /[’']s?\b|\b(?:counts?|figures?|estimates?|reckoning|according)\b/i;
const LOOKED_AT = 60;
/** Smaller numbers are spoken of without a noun for many other reasons. */
const LEAST = 10;

/** Bare numbers that stand against the count of the sentence before ("The organisers spoke of 6,000"), in one document. */
export function findEllipticCounts(index: TermIndex, statements: readonly Statement[]): EllipticCount[] {
  const { text } = index.annotated.document;
  const counts = statements
    .filter(
      ({ slot, quantity }) => slot === 'quantity' && (quantity?.unit === null || quantity?.unit === 'person'),
    )
    .sort((a, b) => a.span[0] - b.span[0]);
  const found: EllipticCount[] = [];
  let antecedent: Statement | undefined;
  for (const count of counts) {
    if (count.things.length > 0) {
      if (!count.additional && count.part === null) antecedent = count;
      continue;
    }
    if (!antecedent || count.role.outcomes.length > 0 || (count.quantity?.value ?? 0) < LEAST) continue;
    if (count.sentenceIndex - antecedent.sentenceIndex > 1) continue;
    const before = text.slice(Math.max(0, count.span[0] - LOOKED_AT), count.span[0]);
    const behind = BEHIND.exec(text.slice(count.span[1], count.span[1] + LOOKED_AT))?.[0] ?? '';
    if (BEFORE.test(before) || BY_COUNT.test(behind)) found.push({ bare: count, antecedent });
  }
  return found;
}
