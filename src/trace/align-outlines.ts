import { RunIndex, type CommonRun } from '../text/common-runs.ts';
import { longestIncreasing } from '../text/longest-increasing.ts';
import type { Outline } from './outline.ts';

/** Two sentences, one of each document, that tell the same in like words. */
export interface SentencePair {
  /** Indices of the sentences in their outlines. */
  readonly a: number;
  readonly b: number;
  /** Weight of the words in common, outside quotation marks in both, inside in both, and inside in one only. */
  readonly narrated: number;
  readonly quoted: number;
  readonly mixed: number;
  /** Weight in common over the weight of the lighter sentence, and over the mean of both; 0–1. */
  readonly containment: number;
  readonly similarity: number;
  /** Share of the common words that stand in the same order, 0–1. */
  readonly order: number;
}

/** What two documents have in common. */
export interface Alignment {
  readonly runs: readonly CommonRun[];
  readonly pairs: readonly SentencePair[];
}

/** Words of a run that counts as taken over word for word. */
const SHORTEST_RUN = 6;
/** Weight in common from which two sentences are looked at: about three telling words. */
const LEAST_SHARED = 1.2;
const LEAST_SIMILARITY = 0.25;
const LEAST_CONTAINMENT = 0.35;

/** One outline, prepared for alignment with many. */
export class AlignmentIndex {
  readonly outline: Outline;
  readonly #weights: Float32Array;
  readonly #runs: RunIndex;
  readonly #sentenceOf: Int32Array;
  readonly #sentenceWeight: Float32Array;
  /** Places of each term that weighs something. */
  readonly #places = new Map<number, number[]>();

  constructor(outline: Outline, weights: Float32Array) {
    this.outline = outline;
    this.#weights = weights;
    this.#runs = new RunIndex(outline.term);
    this.#sentenceOf = sentenceOfWords(outline);
    this.#sentenceWeight = sentenceWeights(outline, weights);
    for (let i = 0; i < outline.wordCount; i++) {
      const term = outline.term[i] ?? -1;
      if ((weights[term] ?? 0) <= 0) continue;
      const places = this.#places.get(term);
      if (places) places.push(i);
      else this.#places.set(term, [i]);
    }
  }

  alignWith(other: Outline): Alignment {
    return { runs: this.#runs.runsWith(other.term, SHORTEST_RUN), pairs: this.#alignSentences(other) };
  }

  #alignSentences(other: Outline): SentencePair[] {
    const weights = this.#weights;
    const found: SentencePair[] = [];
    const otherWeight = sentenceWeights(other, weights);
    const sentenceCount = this.#sentenceWeight.length;
    const shared = new Float32Array(sentenceCount);
    const stamp = new Int32Array(sentenceCount).fill(-1);
    for (let s = 0; s + 1 < other.sentenceStart.length; s++) {
      const first = other.sentenceStart[s] ?? 0;
      const last = other.sentenceStart[s + 1] ?? 0;
      const touched: number[] = [];
      for (let j = first; j < last; j++) {
        const places = this.#places.get(other.term[j] ?? -1);
        if (!places || places.length > MOST_REPEATS) continue;
        const weight = weights[other.term[j] ?? -1] ?? 0;
        for (const i of places) {
          const sentence = this.#sentenceOf[i] ?? 0;
          if (stamp[sentence] === j) continue;
          stamp[sentence] = j;
          if (shared[sentence] === 0) touched.push(sentence);
          shared[sentence] = (shared[sentence] ?? 0) + weight;
        }
      }
      for (const sentence of touched) {
        const most = shared[sentence] ?? 0;
        shared[sentence] = 0;
        const lighter = Math.min(this.#sentenceWeight[sentence] ?? 0, otherWeight[s] ?? 0);
        if (most < LEAST_SHARED || most < LEAST_SIMILARITY * lighter) continue;
        const pair = this.#compare(sentence, other, s, otherWeight[s] ?? 0);
        if (pair) found.push(pair);
      }
    }
    return chooseBest(found);
  }

  /** Matches the words of two sentences one to one, each with the first place that is still free. */
  #compare(a: number, other: Outline, b: number, weightB: number): SentencePair | null {
    const outline = this.outline;
    const free = new Map<number, number[]>();
    for (let i = (outline.sentenceStart[a + 1] ?? 0) - 1; i >= (outline.sentenceStart[a] ?? 0); i--) {
      const term = outline.term[i] ?? -1;
      if ((this.#weights[term] ?? 0) <= 0) continue;
      const places = free.get(term);
      if (places) places.push(i);
      else free.set(term, [i]);
    }
    let narrated = 0;
    let quoted = 0;
    let mixed = 0;
    const matched: number[] = [];
    for (let j = other.sentenceStart[b] ?? 0; j < (other.sentenceStart[b + 1] ?? 0); j++) {
      const i = free.get(other.term[j] ?? -1)?.pop();
      if (i === undefined) continue;
      matched.push(i);
      const weight = this.#weights[other.term[j] ?? -1] ?? 0;
      const marks = (outline.quoted[i] ?? 0) + (other.quoted[j] ?? 0);
      if (marks === 0) narrated += weight;
      else if (marks === 2) quoted += weight;
      else mixed += weight;
    }
    const weightA = this.#sentenceWeight[a] ?? 0;
    const common = narrated + quoted + mixed;
    const containment = common / Math.max(1e-6, Math.min(weightA, weightB));
    const similarity = (2 * common) / Math.max(1e-6, weightA + weightB);
    if (
      common < LEAST_SHARED ||
      similarity < LEAST_SIMILARITY ||
      containment < LEAST_CONTAINMENT * (similarity < 0.5 ? 1 : 0)
    )
      return null;
    return {
      a,
      b,
      narrated,
      quoted,
      mixed,
      containment,
      similarity,
      order: longestIncreasing(matched) / matched.length,
    };
  }
}

/** A term in more places than this is the document's subject and no key to a sentence. */
const MOST_REPEATS = 40;

/** Share of the lighter sentence that has to be in common for a sentence to be matched a second time. */
const WHOLLY_HELD = 0.8;

/**
 * Matches sentences one to one, the likest first, and lets one be matched again where it was merged or split: its second
 * partner stands beside the first and is held by it, or holds it, nearly whole.
 */
function chooseBest(pairs: readonly SentencePair[]): SentencePair[] {
  const score = (pair: SentencePair): number => pair.similarity + pair.containment;
  const byScore = pairs.toSorted((x, y) => score(y) - score(x) || x.a - y.a || x.b - y.b);
  const partnersOfA = new Map<number, number[]>();
  const partnersOfB = new Map<number, number[]>();
  const chosen = byScore.filter((pair) => {
    const ofA = partnersOfA.get(pair.a) ?? [];
    const ofB = partnersOfB.get(pair.b) ?? [];
    const free = (partners: readonly number[], place: number): boolean =>
      partners.length === 0 ||
      (partners.length === 1 &&
        pair.containment >= WHOLLY_HELD &&
        Math.abs((partners[0] ?? 0) - place) === 1);
    if (ofA.length + ofB.length > 1 || !free(ofA, pair.b) || !free(ofB, pair.a)) return false;
    partnersOfA.set(pair.a, [...ofA, pair.b]);
    partnersOfB.set(pair.b, [...ofB, pair.a]);
    return true;
  });
  return chosen.toSorted((x, y) => x.a - y.a || x.b - y.b);
}

function sentenceOfWords(outline: Outline): Int32Array {
  const sentenceOf = new Int32Array(outline.wordCount);
  for (let s = 0; s + 1 < outline.sentenceStart.length; s++)
    sentenceOf.fill(s, outline.sentenceStart[s], outline.sentenceStart[s + 1]);
  return sentenceOf;
}

function sentenceWeights(outline: Outline, weights: Float32Array): Float32Array {
  const total = new Float32Array(Math.max(0, outline.sentenceStart.length - 1));
  for (let s = 0; s < total.length; s++) {
    let sum = 0;
    for (let i = outline.sentenceStart[s] ?? 0; i < (outline.sentenceStart[s + 1] ?? 0); i++)
      sum += weights[outline.term[i] ?? -1] ?? 0;
    total[s] = sum;
  }
  return total;
}
