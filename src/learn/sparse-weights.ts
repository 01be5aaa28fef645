import { finish } from './hash.ts';
import type { Section } from './model-file.ts';
import { readRisingKeys } from './rising-keys.ts';

/** Bits of a feature's key. With 200,000 features one unseen feature in 80 meets the row of another. */
export const KEY_BITS = 24;

/** The key of a feature in a table of weights. */
export function featureKey(hash: number): number {
  return finish(hash) >>> (32 - KEY_BITS);
}

/** A table of weights as a model file holds it: features by rising key, each with a few labels and their weights. */
export interface SparseSections {
  /** Packed by `packRisingKeys`. */
  readonly keys: Uint8Array;
  /** Labels that each feature has a weight for. */
  readonly counts: Uint8Array;
  readonly labels: Uint8Array;
  readonly weights: Int8Array;
}

/**
 * Weights of hashed features, most of which speak for or against two or three labels only.
 *
 * Rows are found by open addressing over 24-bit keys, so that a feature that was never seen adds nothing: in a table without
 * keys it would add another feature's weights.
 */
export class SparseWeights {
  /**
   * Two numbers a slot, in one cache line: key + 1 with the number of labels above it (0 where the slot is empty), and where
   * the row begins.
   */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** Label in the lower byte, weight in the upper. */
  readonly #cells: Int16Array;

  constructor({ keys, counts, labels, weights }: SparseSections) {
    let bits = 4;
    while (1 << bits < counts.length * 2) bits++;
    this.#mask = (1 << bits) - 1;
    this.#slots = new Int32Array(2 << bits);
    this.#cells = new Int16Array(labels.length);
    for (let at = 0; at < labels.length; at++)
      this.#cells[at] = ((weights[at] as number) << 8) | (labels[at] as number);
    const rising = readRisingKeys(keys, counts.length);
    let start = 0;
    for (let row = 0; row < counts.length; row++) {
      const key = rising[row] as number;
      let slot = key & this.#mask;
      while (this.#slots[slot << 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot << 1] = (key + 1) | ((counts[row] as number) << COUNT_SHIFT);
      this.#slots[(slot << 1) + 1] = start;
      start += counts[row] as number;
    }
  }

  /** Adds the weights of the first `count` features to the scores of their labels. */
  addAll(scores: Int32Array, features: Int32Array, count: number): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const cells = this.#cells;
    for (let f = 0; f < count; f++) {
      const key = featureKey(features[f] as number);
      let slot = key & mask;
      for (;;) {
        const held = slots[slot << 1] as number;
        if (held === 0) break;
        if ((held & KEY_FIELD) === key + 1) {
          const start = slots[(slot << 1) + 1] as number;
          const end = start + (held >>> COUNT_SHIFT);
          for (let at = start; at < end; at++) {
            const cell = cells[at] as number;
            const label = cell & 0xff;
            scores[label] = (scores[label] as number) + (cell >> 8);
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }
}

/** Keys run to 2^24, one more than 24 bits hold, so the count of labels begins at bit 25. */
const COUNT_SHIFT = 25;
const KEY_FIELD = (1 << COUNT_SHIFT) - 1;
/** So a feature has a weight for at most this many labels; the smallest are left out. */
export const MAX_LABELS_PER_FEATURE = 127;

/** The sections of a table named `prefix`, out of a model's. */
export function sparseSections(sections: Readonly<Record<string, Section>>, prefix: string): SparseSections {
  const { [`${prefix}Keys`]: keys, [`${prefix}Counts`]: counts } = sections;
  const { [`${prefix}Labels`]: labels, [`${prefix}Weights`]: weights } = sections;
  if (
    !(keys instanceof Uint8Array) ||
    !(counts instanceof Uint8Array) ||
    !(labels instanceof Uint8Array) ||
    !(weights instanceof Int8Array)
  )
    throw new TypeError(`No table "${prefix}" in the model`);
  return { keys, counts, labels, weights };
}

/** Index of the largest score; the lowest of equals. */
export function argmax(scores: Int32Array): number {
  let best = 0;
  for (let label = 1; label < scores.length; label++)
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  return best;
}
