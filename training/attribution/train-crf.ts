import { EDGE_KINDS } from '../../src/attribution/window.ts';
import { fingerprint, Lattice, otherPlace, placeOf, ROW_LABELS, type Crf } from '../../src/learn/crf.ts';
import type { FeatureKeys } from '../../src/learn/feature-keys.ts';
import { seededRandom } from './random.ts';

/** Sequences with their features and labels, kept in a few large arrays. */
export class CrfCorpus {
  keys = new Int32Array(1 << 20);
  /** For each token where its keys begin; one longer than the tokens. */
  offsets = new Int32Array(1 << 16);
  labels = new Uint8Array(1 << 16);
  edges = new Uint8Array(1 << 16);
  tokens = 0;
  /** Tokens of each sequence, half-open. */
  readonly sequences: [first: number, end: number][] = [];

  add(features: FeatureKeys, labels: Uint8Array, edges: Uint8Array): void {
    const n = features.length;
    const size = features.offsets[n]!;
    const used = this.offsets[this.tokens]!;
    if (used + size > this.keys.length) this.keys = grown(this.keys, used + size);
    if (this.tokens + n + 1 > this.labels.length) {
      this.offsets = grown(this.offsets, this.tokens + n + 1);
      this.labels = grown(this.labels, this.tokens + n + 1);
      this.edges = grown(this.edges, this.tokens + n + 1);
    }
    this.keys.set(features.keys.subarray(0, size), used);
    for (let t = 0; t < n; t++) {
      this.labels[this.tokens + t] = labels[t]!;
      this.edges[this.tokens + t] = edges[t]!;
      this.offsets[this.tokens + t + 1] = used + features.offsets[t + 1]!;
    }
    this.sequences.push([this.tokens, this.tokens + n]);
    this.tokens += n;
  }
}

function grown<T extends Int32Array | Uint8Array>(array: T, atLeast: number): T {
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(atLeast, Math.ceil(array.length * 1.6)),
  );
  larger.set(array);
  return larger;
}

/** How long and how finely a chain is learned. */
export interface CrfSchedule {
  readonly passes: number;
  /** Adagrad's step (Duchi, Hazan & Singer 2011). */
  readonly rate: number;
  /** A feature must fire this often to be kept. */
  readonly cutOff: number;
  /** The table has 2^bits rows. */
  readonly bits: number;
  readonly seed: number;
  /** How many orders of the sequences the weights are the mean of; one when absent. */
  readonly runs?: number;
  readonly say?: (line: string) => void;
}

export interface CrfOptions extends CrfSchedule {
  readonly labels: number;
  /** Whether label j may follow label i; `allowed(-1, j)` asks for the beginning. */
  readonly allowed: (i: number, j: number) => boolean;
}

/** Score of a step that the labels forbid: small enough never to be taken, large enough to keep sums finite. */
const FORBIDDEN = -30;

/**
 * Learns a chain by stochastic gradient ascent on the conditional likelihood, one sequence at a time. What the order of the
 * sequences does to the weights is noise: with `runs` the weights are the mean over as many orders.
 */
export function trainCrf(corpus: CrfCorpus, options: CrfOptions): Crf {
  const index = indexFeatures(corpus, options.cutOff);
  const runs = options.runs ?? 1;
  const mean = learn(corpus, index, options, options.seed);
  for (let run = 1; run < runs; run++) {
    const next = learn(corpus, index, options, options.seed + run);
    add(mean.weights, next.weights);
    add(mean.transitions, next.transitions);
    add(mean.starts, next.starts);
  }
  for (const table of [mean.weights, mean.transitions, mean.starts]) {
    for (let i = 0; i < table.length; i++) table[i]! /= runs;
  }
  const { weights, transitions, starts } = mean;
  return {
    labels: options.labels,
    bits: options.bits,
    ...pack(index, weights, options.bits),
    transitions,
    starts,
  };
}

function add(sum: Float32Array, more: Float32Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += more[i]!;
}

interface Weights {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
}

function learn(corpus: CrfCorpus, index: FeatureIndex, options: CrfOptions, seed: number): Weights {
  const { labels, passes, rate } = options;
  const weights = new Float32Array(index.count * ROW_LABELS);
  const squares = new Float32Array(index.count * ROW_LABELS).fill(INITIAL_SQUARE);
  const transitions = new Float32Array(EDGE_KINDS * ROW_LABELS * ROW_LABELS);
  const transitionSquares = new Float32Array(transitions.length).fill(INITIAL_SQUARE);
  const expected = new Float64Array(transitions.length);
  const starts = new Float32Array(ROW_LABELS);
  const startSquares = new Float32Array(ROW_LABELS).fill(INITIAL_SQUARE);
  for (let i = 0; i < ROW_LABELS; i++)
    for (let j = 0; j < ROW_LABELS; j++)
      for (let kind = 0; kind < EDGE_KINDS; kind++)
        if (i >= labels || j >= labels || !options.allowed(i, j))
          transitions[((kind << 3) + i) * ROW_LABELS + j] = FORBIDDEN;
  for (let j = 0; j < ROW_LABELS; j++) if (j >= labels || !options.allowed(-1, j)) starts[j] = FORBIDDEN;

  const lattice = new Lattice(labels, transitions, starts);
  const order = Int32Array.from(corpus.sequences.keys());
  const random = seededRandom(seed);
  const gradient = new Float64Array(ROW_LABELS);
  const active: number[] = [];
  const { ids } = index;
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    let loss = 0;
    for (const sequence of order) {
      const [first, end] = corpus.sequences[sequence]!;
      const n = end - first;
      if (n === 0) continue;
      lattice.reserve(n);
      const { scores } = lattice;
      let gold = 0;
      for (let t = 0; t < n; t++) {
        score(weights, index, first + t, scores, t << 3);
        gold += scores[(t << 3) + corpus.labels[first + t]!]!;
      }
      const edges = corpus.edges.subarray(first, end);
      const logZ = lattice.marginals(n, edges);
      const { marginal } = lattice;
      expected.fill(0);
      lattice.addExpectedTransitions(n, edges, expected);
      for (let t = 1; t < n; t++) {
        const cell = (edges[t]! << 6) + (corpus.labels[first + t - 1]! << 3) + corpus.labels[first + t]!;
        expected[cell]! -= 1;
        gold += transitions[cell]!;
      }
      for (let cell = 0; cell < transitions.length; cell++) {
        const g = expected[cell]!;
        if (g === 0 || transitions[cell] === FORBIDDEN) continue;
        transitionSquares[cell]! += g * g;
        transitions[cell]! -= (rate * g) / Math.sqrt(transitionSquares[cell]!);
      }
      for (let j = 0; j < labels; j++) {
        if (starts[j] === FORBIDDEN) continue;
        const g = marginal[j]! - (corpus.labels[first] === j ? 1 : 0);
        startSquares[j]! += g * g;
        starts[j]! -= (rate * g) / Math.sqrt(startSquares[j]!);
      }
      gold += starts[corpus.labels[first]!]!;
      loss += logZ - gold;
      for (let t = 0; t < n; t++) {
        const at = t << 3;
        const label = corpus.labels[first + t]!;
        if (1 - marginal[at + label]! < NEGLIGIBLE) continue;
        active.length = 0;
        for (let j = 0; j < labels; j++) {
          gradient[j] = marginal[at + j]! - (j === label ? 1 : 0);
          if (Math.abs(gradient[j]!) > NEGLIGIBLE / 2) active.push(j);
        }
        const stop = index.offsets[first + t + 1]!;
        for (const j of active) {
          const g = gradient[j]!;
          const square = g * g;
          const step = rate * g;
          for (let f = index.offsets[first + t]!; f < stop; f++) {
            const cell = (ids[f]! << 3) + j;
            const sum = squares[cell]! + square;
            squares[cell] = sum;
            weights[cell]! -= step / Math.sqrt(sum);
          }
        }
      }
      lattice.refresh();
    }
    options.say?.(`    pass ${pass + 1}: loss ${(loss / Math.max(1, corpus.tokens)).toFixed(5)} per token`);
  }
  return { weights, transitions, starts };
}

/** Adagrad's sum of squares begins here, so that the first steps are no larger than the rate. */
const INITIAL_SQUARE = 1;
/** A token that is this sure of its label teaches nothing that eight bits can hold. */
const NEGLIGIBLE = 4e-3;

/** Sums the weights of one token's features into `scores`. */
function score(
  weights: Float32Array,
  index: FeatureIndex,
  token: number,
  scores: Float64Array,
  at: number,
): void {
  const { ids, offsets } = index;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  const stop = offsets[token + 1]!;
  for (let f = offsets[token]!; f < stop; f++) {
    const row = ids[f]! << 3;
    s0 += weights[row]!;
    s1 += weights[row + 1]!;
    s2 += weights[row + 2]!;
    s3 += weights[row + 3]!;
    s4 += weights[row + 4]!;
    s5 += weights[row + 5]!;
    s6 += weights[row + 6]!;
    s7 += weights[row + 7]!;
  }
  scores[at] = s0;
  scores[at + 1] = s1;
  scores[at + 2] = s2;
  scores[at + 3] = s3;
  scores[at + 4] = s4;
  scores[at + 5] = s5;
  scores[at + 6] = s6;
  scores[at + 7] = s7;
}

interface FeatureIndex {
  /** The features of each token by number; those that fire too rarely are left out. */
  readonly ids: Int32Array;
  readonly offsets: Int32Array;
  readonly count: number;
  readonly keyOf: Int32Array;
}

function indexFeatures(corpus: CrfCorpus, cutOff: number): FeatureIndex {
  const used = corpus.offsets[corpus.tokens]!;
  // Some sixteen places for each key keep the counts of different features apart.
  const shift = Math.max(32 - MOST_COUNT_BITS, Math.clz32(used) - 4);
  const counts = new Uint8Array(2 ** (32 - shift));
  for (let f = 0; f < used; f++) {
    const place = corpus.keys[f]! >>> shift;
    if (counts[place]! < 255) counts[place]!++;
  }
  const ids = new Int32Array(used);
  const offsets = new Int32Array(corpus.tokens + 1);
  let slots: Int32Array = new Int32Array(1 << 20);
  let keyOf: Int32Array = new Int32Array(1 << 19);
  let count = 0;
  let kept = 0;
  for (let token = 0; token < corpus.tokens; token++) {
    for (let f = corpus.offsets[token]!; f < corpus.offsets[token + 1]!; f++) {
      const key = corpus.keys[f]!;
      if (counts[key >>> shift]! < cutOff) continue;
      const mask = slots.length - 1;
      let slot = (key ^ (key >>> 12)) & mask;
      while (slots[slot] !== 0 && keyOf[slots[slot]! - 1] !== key) slot = (slot + 1) & mask;
      if (slots[slot] !== 0) {
        ids[kept++] = slots[slot]! - 1;
        continue;
      }
      if (count === keyOf.length) keyOf = grown(keyOf, count + 1);
      keyOf[count++] = key;
      slots[slot] = count;
      ids[kept++] = count - 1;
      if (count * 2 > slots.length) slots = rehash(keyOf, count, slots.length * 2);
    }
    offsets[token + 1] = kept;
  }
  return { ids, offsets, count, keyOf };
}

const MOST_COUNT_BITS = 26;

function rehash(keyOf: Int32Array, count: number, size: number): Int32Array {
  const slots = new Int32Array(size);
  const mask = size - 1;
  for (let id = 0; id < count; id++) {
    const key = keyOf[id]!;
    let slot = (key ^ (key >>> 12)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id + 1;
  }
  return slots;
}

/**
 * Packs features into the table, the weightiest first; one whose two places are taken, or whose weights all round to
 * nothing, is left out.
 */
function pack(index: FeatureIndex, weights: Float32Array, bits: number): { table: Int8Array; scale: number } {
  // Label 0 becomes the measure of the others.
  const size = new Float32Array(index.count);
  for (let id = 0; id < index.count; id++) {
    const zero = weights[id << 3]!;
    let most = 0;
    for (let j = 0; j < ROW_LABELS; j++) {
      weights[(id << 3) + j]! -= zero;
      most = Math.max(most, Math.abs(weights[(id << 3) + j]!));
    }
    size[id] = most;
  }
  const sorted = size.slice().sort();
  const top = sorted[Math.floor((sorted.length - 1) * KEPT_WHOLE)] ?? 1;
  const scale = (top || 1) / 127;
  const table = new Int8Array(1 << (bits + 3));
  const order = Int32Array.from(size.keys()).sort((a, b) => size[b]! - size[a]! || a - b);
  for (const id of order) {
    const key = index.keyOf[id]!;
    if (size[id]! < scale) break;
    let place = placeOf(key, bits);
    if (table[place] !== 0) place = otherPlace(place);
    if (table[place] !== 0) continue;
    table[place] = fingerprint(key);
    for (let j = 1; j < ROW_LABELS; j++)
      table[place + j] = Math.max(-127, Math.min(127, Math.round(weights[(id << 3) + j]! / scale)));
  }
  return { table, scale };
}

/** All but one in two thousand features keep their full weight; the rest is clipped, so that small weights keep precision. */
const KEPT_WHOLE = 0.9995;

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
