import { evidenceAt } from '../model/evidence.ts';
import type { LineageEdge } from '../model/lineage.ts';
import type { Span } from '../model/span.ts';
import type { Alignment, SentencePair } from './align-outlines.ts';
import type { Outline } from './outline.ts';
import { sentenceSpan } from './outline-words.ts';

/** A stretch in two documents. */
export type Passage = LineageEdge['passages'][number];

/** Words in common, and of those the ones in the same order, from which a sentence counts as taken over word for word. */
const VERBATIM = 0.85;
const isVerbatim = ({ similarity, order }: SentencePair): boolean => Math.min(similarity, order) >= VERBATIM;

/**
 * The stretches that two documents share, as evidence in both: sentences that tell the same, neighbours that were taken over
 * word for word joined to one passage, and runs of words that lie in no such sentence.
 *
 * @returns in the order of the first document.
 */
export function passagesOf(a: Outline, b: Outline, { pairs, runs }: Alignment): Passage[] {
  const stretches: { a: Span; b: Span }[] = [];
  const pairsOfSentence = new Map<number, { a: Span; b: Span }[]>();
  let last: SentencePair | undefined;
  for (const pair of pairs) {
    const own = { a: sentenceSpan(a, pair.a), b: sentenceSpan(b, pair.b) };
    pairsOfSentence.set(pair.a, [...(pairsOfSentence.get(pair.a) ?? []), own]);
    const before = stretches.at(-1);
    const follows =
      before !== undefined &&
      last !== undefined &&
      pair.a === last.a + 1 &&
      pair.b === last.b + 1 &&
      isVerbatim(pair) &&
      isVerbatim(last);
    if (follows) stretches[stretches.length - 1] = { a: [before.a[0], own.a[1]], b: [before.b[0], own.b[1]] };
    else stretches.push(own);
    last = pair;
  }
  let sentence = 0;
  for (const { aStart, bStart, length } of runs.toSorted((x, y) => x.aStart - y.aStart)) {
    while ((a.sentenceStart[sentence + 1] ?? Infinity) <= aStart) sentence++;
    const run = { a: wordSpan(a, aStart, length), b: wordSpan(b, bStart, length) };
    let shown = false;
    for (let s = sentence; !shown && (a.sentenceStart[s] ?? Infinity) < aStart + length; s++) {
      shown = (pairsOfSentence.get(s) ?? []).some(
        (pair) => coversHalf(pair.a, run.a) && coversHalf(pair.b, run.b),
      );
    }
    if (!shown) stretches.push(run);
  }
  return stretches
    .toSorted((x, y) => x.a[0] - y.a[0] || x.b[0] - y.b[0])
    .map((stretch) => ({ a: evidenceAt(a.document, [stretch.a]), b: evidenceAt(b.document, [stretch.b]) }));
}

const wordSpan = (outline: Outline, first: number, length: number): Span => [
  outline.start[first] ?? 0,
  outline.end[first + length - 1] ?? 0,
];

const coversHalf = (outer: Span, inner: Span): boolean =>
  2 * (Math.min(outer[1], inner[1]) - Math.max(outer[0], inner[0])) >= inner[1] - inner[0];
