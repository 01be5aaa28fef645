/*
 * Linear-chain conditional random fields (Lafferty, McCallum & Pereira 2001) over hashed features, with a transition table
 * for each kind of edge (into a word, a comma, a quotation mark, a new sentence …). Reading only; training/ learns them.
 */

import type { FeatureKeys } from './feature-keys.ts';

/** Every row of a weight table has room for this many labels: eight bytes, which never straddle two cache lines. */
export const ROW_LABELS = 8;

/** A trained chain. */
export interface Crf {
  readonly labels: number;
  readonly bits: number;
  /**
   * 2^bits rows: the low byte of the feature's key, by which another feature in the same place is known to be another
   * (0: the row is empty), then the weights of labels 1 to 7. Label 0 is the measure of the others: its weight is 0.
   */
  readonly table: Int8Array;
  /** A weight is its byte times this. */
  readonly scale: number;
  /** Score of going from label i to label j over an edge of kind k: `[(k * ROW_LABELS + i) * ROW_LABELS + j]`. */
  readonly transitions: Float32Array;
  /** Score of beginning with a label. */
  readonly starts: Float32Array;
}

/** The byte that tells a feature from others in its row; never 0. */
export function fingerprint(key: number): number {
  const low = (key << 24) >> 24;
  return low === 0 ? 1 : low;
}

/** Where a feature's row begins; its other place is {@link otherPlace}. */
export function placeOf(key: number, bits: number): number {
  return (key >>> (32 - bits)) << 3;
}

/** The neighbouring row, in the same cache line, where a feature stands whose place was taken. */
export function otherPlace(place: number): number {
  return place ^ 8;
}

/** Scores of labels for the positions of one sequence and what follows from them; used again for the next sequence. */
export class Lattice {
  readonly labels: number;
  /** Emission scores, `[t * ROW_LABELS + label]`. */
  scores = new Float64Array(1 << 12);
  /** After {@link marginals}: the probability of a label at a position. */
  marginal = new Float64Array(1 << 12);
  private forward = new Float64Array(1 << 12);
  private backward = new Float64Array(1 << 12);
  private norm = new Float64Array(1 << 9);
  private best = new Uint8Array(1 << 12);
  /** exp of the transitions and starts. */
  readonly edge: Float64Array;
  readonly start: Float64Array;
  private readonly transitions: Float32Array;
  private readonly starts: Float32Array;

  constructor(labels: number, transitions: Float32Array, starts: Float32Array) {
    this.labels = labels;
    this.transitions = transitions;
    this.starts = starts;
    this.edge = new Float64Array(transitions.length);
    this.start = new Float64Array(ROW_LABELS);
    this.refresh();
  }

  /** To be called when the transitions have changed. */
  refresh(): void {
    for (let i = 0; i < this.transitions.length; i++) this.edge[i] = Math.exp(this.transitions[i]!);
    for (let i = 0; i < ROW_LABELS; i++) this.start[i] = Math.exp(this.starts[i]!);
  }

  reserve(length: number): void {
    const cells = length * ROW_LABELS;
    if (cells <= this.scores.length) return;
    const size = Math.max(cells, this.scores.length * 2);
    this.scores = new Float64Array(size);
    this.marginal = new Float64Array(size);
    this.forward = new Float64Array(size);
    this.backward = new Float64Array(size);
    this.norm = new Float64Array(size / ROW_LABELS + 1);
    this.best = new Uint8Array(size);
  }

  /** Sums the weights of each position's features into {@link scores}; features that training did not keep add nothing. */
  emit(model: Crf, features: FeatureKeys): void {
    const { keys, offsets, length } = features;
    const { table, scale } = model;
    const shift = 32 - model.bits;
    this.reserve(length);
    const { scores } = this;
    for (let t = 0; t < length; t++) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      let s5 = 0;
      let s6 = 0;
      let s7 = 0;
      const end = offsets[t + 1]!;
      for (let f = offsets[t]!; f < end; f++) {
        const key = keys[f]!;
        let print = (key << 24) >> 24;
        if (print === 0) print = 1;
        let row = (key >>> shift) << 3;
        if (table[row] !== print) {
          row ^= 8;
          if (table[row] !== print) continue;
        }
        s1 += table[row + 1]!;
        s2 += table[row + 2]!;
        s3 += table[row + 3]!;
        s4 += table[row + 4]!;
        s5 += table[row + 5]!;
        s6 += table[row + 6]!;
        s7 += table[row + 7]!;
      }
      const at = t << 3;
      scores[at] = 0;
      scores[at + 1] = s1 * scale;
      scores[at + 2] = s2 * scale;
      scores[at + 3] = s3 * scale;
      scores[at + 4] = s4 * scale;
      scores[at + 5] = s5 * scale;
      scores[at + 6] = s6 * scale;
      scores[at + 7] = s7 * scale;
    }
  }

  /**
   * Forward-backward with a norm for each position, so that nothing underflows.
   *
   * @param edges - Kind of the edge into each position.
   * @returns the logarithm of the partition function.
   */
  marginals(length: number, edges: Uint8Array): number {
    const { labels, scores, forward, backward, marginal, norm, edge, start } = this;
    let logZ = 0;
    for (let t = 0; t < length; t++) {
      const at = t << 3;
      let peak = -Infinity;
      for (let j = 0; j < labels; j++) if (scores[at + j]! > peak) peak = scores[at + j]!;
      let sum = 0;
      const table = edges[t]! << 6;
      for (let j = 0; j < labels; j++) {
        let into = 0;
        if (t === 0) into = start[j]!;
        else for (let i = 0; i < labels; i++) into += forward[at - 8 + i]! * edge[table + (i << 3) + j]!;
        // The emission is kept for the way back.
        const emission = Math.exp(scores[at + j]! - peak);
        marginal[at + j] = emission;
        const value = into * emission;
        forward[at + j] = value;
        sum += value;
      }
      if (!(sum > 0)) sum = 1e-300;
      norm[t] = sum;
      for (let j = 0; j < labels; j++) forward[at + j]! /= sum;
      logZ += Math.log(sum) + peak;
    }
    for (let j = 0; j < labels; j++) backward[((length - 1) << 3) + j] = 1;
    for (let t = length - 2; t >= 0; t--) {
      const at = t << 3;
      const table = edges[t + 1]! << 6;
      for (let i = 0; i < labels; i++) {
        let sum = 0;
        for (let j = 0; j < labels; j++)
          sum += edge[table + (i << 3) + j]! * marginal[at + 8 + j]! * backward[at + 8 + j]!;
        backward[at + i] = sum / norm[t + 1]!;
      }
    }
    for (let cell = 0; cell < length << 3; cell++) marginal[cell] = forward[cell]! * backward[cell]!;
    return logZ;
  }

  /**
   * Adds, for each edge of the sequence, the expected number of passes from label to label (after {@link marginals}).
   *
   * @param into - Laid out as the transitions.
   */
  addExpectedTransitions(length: number, edges: Uint8Array, into: Float64Array): void {
    const { labels, forward, backward, norm, edge, scores } = this;
    for (let t = 1; t < length; t++) {
      const at = t << 3;
      const table = edges[t]! << 6;
      let peak = -Infinity;
      for (let j = 0; j < labels; j++) if (scores[at + j]! > peak) peak = scores[at + j]!;
      for (let j = 0; j < labels; j++) {
        const right = (Math.exp(scores[at + j]! - peak) * backward[at + j]!) / norm[t]!;
        for (let i = 0; i < labels; i++)
          into[table + (i << 3) + j]! += forward[at - 8 + i]! * edge[table + (i << 3) + j]! * right;
      }
    }
  }

  /** The best sequence of labels (Viterbi), written into `out`. */
  decode(length: number, edges: Uint8Array, out: Uint8Array): void {
    const { labels, scores, forward, best, transitions, starts } = this;
    for (let t = 0; t < length; t++) {
      const at = t << 3;
      const table = edges[t]! << 6;
      for (let j = 0; j < labels; j++) {
        if (t === 0) {
          forward[j] = starts[j]! + scores[j]!;
          continue;
        }
        let top = -Infinity;
        let from = 0;
        for (let i = 0; i < labels; i++) {
          const value = forward[at - 8 + i]! + transitions[table + (i << 3) + j]!;
          if (value > top) {
            top = value;
            from = i;
          }
        }
        forward[at + j] = top + scores[at + j]!;
        best[at + j] = from;
      }
    }
    if (length === 0) return;
    let label = 0;
    const last = (length - 1) << 3;
    for (let j = 1; j < labels; j++) if (forward[last + j]! > forward[last + label]!) label = j;
    for (let t = length - 1; t >= 0; t--) {
      out[t] = label;
      label = best[(t << 3) + label]!;
    }
  }
}
