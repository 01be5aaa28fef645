import { heaviestChain } from '../text/heaviest-chain.ts';
import type { Alignment, SentencePair } from './align-outlines.ts';
import { quotationsInOrder } from './common-quotations.ts';
import type { Outline } from './outline.ts';

/** What an alignment amounts to, in numbers that decide whether one text comes from the other. */
export interface Likeness {
  /** Words of narration, outside quotation marks in both documents, in the longest stretch that both have word for word. */
  readonly longestNarration: number;
  /** Such words in all common runs, over the narrated words of the shorter document and some more; below 1. */
  readonly narratedShare: number;
  /** Words in all common runs, quoted or not, and their share of the shorter document; the share 0–1. */
  readonly commonWords: number;
  readonly contained: number;
  /** Weight of the narration in sentences that are the same in both but for a word. */
  readonly sameSentences: number;
  /** Words of narration that stand in one common run with quoted words: the same frame round the same quotation. */
  readonly quotationFrame: number;
  /** Weight of the narration in the chain of like sentences that keep their order, times how alike they are. */
  readonly chainWeight: number;
  /**
   * How closely the sentences of that chain follow one another in both documents, in likeness times weight, times the share of
   * like sentences that keep their order: high where one tells the other's tale again, in other words or another language.
   */
  readonly retelling: number;
  /** Quotations in common, where the one that quotes less has no others and both have them in one order; 0 otherwise. */
  readonly quotationsInOrder: number;
  /** Sentence pairs in the chain. */
  readonly chain: number;
  /** Share of the telling words of the lighter document that the other one has too, common runs left out; 0–1. */
  readonly subject: number;
}

/** Counts what two outlines share, quotation and narration apart. */
export function measureLikeness(
  a: Outline,
  b: Outline,
  alignment: Alignment,
  weights: Float32Array,
): Likeness {
  const { narratedWords, longestNarration, quotationFrame } = countRuns(a, b, alignment);
  const commonWords = sum(alignment.runs, ({ length }) => length);
  const chain = heaviestChain(
    alignment.pairs.map((pair) => ({ ...pair, weight: pair.similarity * (1 + pair.narrated) })),
  );
  return {
    longestNarration,
    commonWords,
    contained: commonWords / Math.max(1, Math.min(a.wordCount, b.wordCount)),
    narratedShare: narratedWords / (FEW_WORDS + Math.min(narrationOf(a), narrationOf(b))),
    sameSentences: sum(alignment.pairs, (pair) => (pair.similarity >= SAME ? pair.narrated : 0)),
    quotationFrame,
    chainWeight: sum(chain, (pair) => (isNarrated(pair) ? pair.narrated * pair.similarity : 0)),
    retelling: (closeness(chain) * chain.length) / Math.max(1, alignment.pairs.length),
    quotationsInOrder: quotationsInOrder(a, b),
    chain: chain.length,
    subject: subjectInCommon(a, b, alignment, weights),
  };
}

/**
 * Words added to the shorter document before a share is taken of it: in a report of two sentences, two names with their titles
 * would be a third of the narration.
 */
const FEW_WORDS = 20;
/** Similarity of sentences that differ in a word at most. */
const SAME = 0.9;
/** Quoted words in a run from which the words beside them are the frame of a quotation. */
const QUOTATION = 5;
/** Sentences that follow one another, or have one between them. */
const NEAR = 2;
/** A sentence with more in common than two rare words adds no more to a retelling: it may be a copied one. */
const MOST_WEIGHT = 2;

const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

const isNarrated = (...pairs: readonly SentencePair[]): boolean =>
  sum(pairs, ({ narrated, quoted, mixed }) => narrated - quoted - mixed) > 0;

const common = ({ narrated, quoted, mixed }: SentencePair): number => narrated + quoted + mixed;

function closeness(chain: readonly SentencePair[]): number {
  let total = 0;
  chain.forEach((pair, i) => {
    const before = chain[i - 1];
    if (!before || pair.a - before.a > NEAR || pair.b - before.b > NEAR) return;
    // Neighbours that are the same word for word are copied, not retold, and may be a standing paragraph.
    const likeness = Math.min(before.similarity, pair.similarity);
    if (likeness >= SAME || !isNarrated(before, pair)) return;
    total += likeness * Math.min(MOST_WEIGHT, common(before), common(pair));
  });
  return total;
}

function countRuns(
  a: Outline,
  b: Outline,
  { runs }: Alignment,
): { narratedWords: number; longestNarration: number; quotationFrame: number } {
  let narratedWords = 0;
  let longestNarration = 0;
  let quotationFrame = 0;
  for (const { aStart, bStart, length } of runs) {
    let narrated = 0;
    let quoted = 0;
    let stretch = 0;
    for (let i = 0; i < length; i++) {
      const marks = (a.quoted[aStart + i] ?? 0) + (b.quoted[bStart + i] ?? 0);
      if (marks === 0) {
        narrated++;
        stretch++;
        if (stretch > longestNarration) longestNarration = stretch;
      } else {
        if (marks === 2) quoted++;
        stretch = 0;
      }
    }
    narratedWords += narrated;
    if (quoted >= QUOTATION) quotationFrame += narrated;
  }
  return { narratedWords, longestNarration, quotationFrame };
}

function narrationOf(outline: Outline): number {
  let count = 0;
  for (const quoted of outline.quoted) if (quoted === 0) count++;
  return count;
}

/** Two pages of one publisher share their furniture and nothing else; two accounts of one event share their subject as well. */
function subjectInCommon(a: Outline, b: Outline, { runs }: Alignment, weights: Float32Array): number {
  const termsA = tellingTerms(a, weights, (mask) => {
    for (const { aStart, length } of runs) mask.fill(1, aStart, aStart + length);
  });
  const termsB = tellingTerms(b, weights, (mask) => {
    for (const { bStart, length } of runs) mask.fill(1, bStart, bStart + length);
  });
  let shared = 0;
  let totalA = 0;
  let totalB = 0;
  for (const term of termsA) {
    totalA += weights[term] ?? 0;
    if (termsB.has(term)) shared += weights[term] ?? 0;
  }
  for (const term of termsB) totalB += weights[term] ?? 0;
  const lighter = Math.min(totalA, totalB);
  return lighter === 0 ? 0 : shared / lighter;
}

function tellingTerms(
  outline: Outline,
  weights: Float32Array,
  markRuns: (mask: Uint8Array) => void,
): Set<number> {
  const inRun = new Uint8Array(outline.wordCount);
  markRuns(inRun);
  const terms = new Set<number>();
  for (let i = 0; i < outline.wordCount; i++) {
    const term = outline.term[i] ?? -1;
    if (inRun[i] === 0 && (weights[term] ?? 0) > 0) terms.add(term);
  }
  return terms;
}
