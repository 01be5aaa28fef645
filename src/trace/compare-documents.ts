import type { Alignment } from './align-outlines.ts';
import type { Outline } from './outline.ts';

/** What an alignment amounts to, in numbers that decide whether one text comes from the other. */
export interface Likeness {
  /** Words outside quotation marks that stand in runs common to both. */
  readonly narratedRun: number;
  /** The same by weight. */
  readonly narratedRunWeight: number;
  /** Longest stretch of narration in one run. */
  readonly longestNarration: number;
  /** Words inside quotation marks in both. */
  readonly quotedRun: number;
  /** `narratedRun` over the narrated words of the shorter document, 0–1. */
  readonly narratedShare: number;
  /** Sentence pairs whose common words are mostly narration. */
  readonly narratedPairs: number;
  /** Their number over the sentences of the shorter document, 0–1. */
  readonly pairShare: number;
}

/** Counts what two outlines share, quotation and narration apart. */
export function measureLikeness(
  a: Outline,
  b: Outline,
  alignment: Alignment,
  weights: Float32Array,
): Likeness {
  let narratedRun = 0;
  let narratedRunWeight = 0;
  let longestNarration = 0;
  let quotedRun = 0;
  for (const run of alignment.runs) {
    let stretch = 0;
    for (let i = 0; i < run.length; i++) {
      const marks = (a.quoted[run.aStart + i] ?? 0) + (b.quoted[run.bStart + i] ?? 0);
      if (marks > 0) {
        quotedRun++;
        stretch = 0;
        continue;
      }
      stretch++;
      narratedRun++;
      narratedRunWeight += weights[a.term[run.aStart + i] ?? -1] ?? 0;
      if (stretch > longestNarration) longestNarration = stretch;
    }
  }
  const narratedPairs = alignment.pairs.filter((pair) => pair.narrated > pair.quoted).length;
  const shorter = Math.max(1, Math.min(narratedWords(a), narratedWords(b)));
  const sentences = Math.max(1, Math.min(a.sentenceStart.length, b.sentenceStart.length) - 1);
  return {
    narratedRun,
    narratedRunWeight,
    longestNarration,
    quotedRun,
    narratedShare: Math.min(1, narratedRun / shorter),
    narratedPairs,
    pairShare: Math.min(1, narratedPairs / sentences),
  };
}

function narratedWords(outline: Outline): number {
  let count = 0;
  for (const quoted of outline.quoted) if (quoted === 0) count++;
  return count;
}
