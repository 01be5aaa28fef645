import type { Alignment } from './align-outlines.ts';
import type { Outline } from './outline.ts';

/** Two documents with common text, looked at as if the one were the source of the other. */
export interface SharedText {
  readonly source: Outline;
  readonly copy: Outline;
  /** Word-for-word stretches, by their first words. */
  readonly runs: readonly { readonly source: number; readonly copy: number; readonly length: number }[];
  /** Sentences that tell the same. */
  readonly pairs: readonly { readonly source: number; readonly copy: number }[];
  /** 1 for a sentence that has a partner or words of a run, 0 for one that stands in this document alone. */
  readonly sourceShared: Uint8Array;
  readonly copyShared: Uint8Array;
}

/** The alignment of two outlines, with `a` as the source or, turned round, with `b`. */
export function sharedText(a: Outline, b: Outline, { runs, pairs }: Alignment, turned: boolean): SharedText {
  const source = turned ? b : a;
  const copy = turned ? a : b;
  const shared: Omit<SharedText, 'sourceShared' | 'copyShared'> = {
    source,
    copy,
    runs: runs.map(({ aStart, bStart, length }) =>
      turned ? { source: bStart, copy: aStart, length } : { source: aStart, copy: bStart, length },
    ),
    pairs: pairs.map((pair) =>
      turned ? { source: pair.b, copy: pair.a } : { source: pair.a, copy: pair.b },
    ),
  };
  return {
    ...shared,
    sourceShared: sharedSentences(
      source,
      shared.pairs.map((pair) => pair.source),
      shared.runs.map((run) => [run.source, run.length]),
    ),
    copyShared: sharedSentences(
      copy,
      shared.pairs.map((pair) => pair.copy),
      shared.runs.map((run) => [run.copy, run.length]),
    ),
  };
}

function sharedSentences(
  { sentenceStart }: Outline,
  paired: readonly number[],
  runs: readonly (readonly [first: number, length: number])[],
): Uint8Array {
  const shared = new Uint8Array(Math.max(0, sentenceStart.length - 1));
  for (const sentence of paired) shared[sentence] = 1;
  const inRuns = runs.toSorted((x, y) => x[0] - y[0]);
  let sentence = 0;
  for (const [first, length] of inRuns) {
    while ((sentenceStart[sentence + 1] ?? Infinity) <= first) sentence++;
    for (let s = sentence; s < shared.length && (sentenceStart[s] ?? Infinity) < first + length; s++)
      shared[s] = 1;
  }
  return shared;
}
