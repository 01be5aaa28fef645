import type { Likeness } from './compare-documents.ts';

/** Words in an unbroken run that two reporters hit on without knowing of each other: names with titles, stock phrases. */
const CHANCE_RUN = 5;

/** The likeness as the regression reads it: counts by their logarithm, the share by its root. */
export function reuseFeatures(likeness: Likeness): number[] {
  return [
    Math.log(Math.max(CHANCE_RUN, likeness.longestNarration) / CHANCE_RUN),
    Math.sqrt(likeness.narratedShare),
    Math.log1p(likeness.sameSentences),
    Math.log1p(likeness.quotationFrame),
    Math.log1p(likeness.chainWeight),
  ];
}
