import { evidenceAt } from '../model/evidence.ts';
import type { LineageEdge } from '../model/lineage.ts';
import type { Span } from '../model/span.ts';
import type { Alignment } from './align-outlines.ts';
import type { Outline } from './outline.ts';

/** A stretch in two documents. */
export type Passage = LineageEdge['passages'][number];

/** Sentence pairs at least this alike read as one stretch when they follow one another in both documents. */
const VERBATIM = 0.85;

/**
 * The stretches that two documents share, as evidence in both: sentences that tell the same, neighbours that were taken over
 * word for word joined to one passage, and runs of words that lie in no such sentence.
 *
 * @returns in the order of the first document.
 */
export function passagesOf(a: Outline, b: Outline, alignment: Alignment): Passage[] {
  const stretches: { a: Span; b: Span }[] = [];
  let last: { a: number; b: number; similarity: number } | undefined;
  for (const pair of alignment.pairs) {
    const spanA = sentenceSpan(a, pair.a);
    const spanB = sentenceSpan(b, pair.b);
    const before = stretches.at(-1);
    const follows =
      last !== undefined &&
      before !== undefined &&
      pair.a === last.a + 1 &&
      pair.b === last.b + 1 &&
      Math.min(pair.similarity, last.similarity) >= VERBATIM;
    if (follows) stretches[stretches.length - 1] = { a: [before.a[0], spanA[1]], b: [before.b[0], spanB[1]] };
    else stretches.push({ a: spanA, b: spanB });
    last = pair;
  }
  const inSentences = stretches.length;
  for (const { aStart, bStart, length } of alignment.runs) {
    const runA: Span = [a.start[aStart] ?? 0, a.end[aStart + length - 1] ?? 0];
    const runB: Span = [b.start[bStart] ?? 0, b.end[bStart + length - 1] ?? 0];
    const known = stretches
      .slice(0, inSentences)
      .some((stretch) => coversHalf(stretch.a, runA) && coversHalf(stretch.b, runB));
    if (!known) stretches.push({ a: runA, b: runB });
  }
  return stretches
    .toSorted((x, y) => x.a[0] - y.a[0] || x.b[0] - y.b[0])
    .map((stretch) => ({ a: evidenceAt(a.document, [stretch.a]), b: evidenceAt(b.document, [stretch.b]) }));
}

const sentenceSpan = (outline: Outline, sentence: number): Span => [
  outline.sentenceSpan[2 * sentence] ?? 0,
  outline.sentenceSpan[2 * sentence + 1] ?? 0,
];

const coversHalf = (outer: Span, inner: Span): boolean =>
  2 * (Math.min(outer[1], inner[1]) - Math.max(outer[0], inner[0])) >= inner[1] - inner[0];
