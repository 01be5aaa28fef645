import type { Likeness } from './compare-documents.ts';

/** Narration in one unbroken run from which a text counts as taken over: two reporters do not hit on as many words alike. */
const LONG_RUN = 14;
const RUN_WEIGHT = 10;
const RUN_SHARE = 0.06;
const RETOLD_SENTENCES = 4;
const RETOLD_SHARE = 0.3;

/** Whether what two documents share is reuse, and no quotation that both heard. */
export function isReuse(likeness: Likeness): boolean {
  return (
    likeness.longestNarration >= LONG_RUN ||
    (likeness.narratedRunWeight >= RUN_WEIGHT && likeness.narratedShare >= RUN_SHARE) ||
    (likeness.narratedPairs >= RETOLD_SENTENCES && likeness.pairShare >= RETOLD_SHARE)
  );
}
