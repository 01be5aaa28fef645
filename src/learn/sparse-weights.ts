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
  /** Key + 1 and, in the upper 8 bits, the number of labels; 0 where the slot is empty. */
  readonly #slots: Int32Array;
  readonly #starts: Int32Array;
  readonly #mask: number;
  readonly #labels: Uint8Array;
  readonly #weights: Int8Array;

  constructor({ keys, counts, labels, weights }: SparseSections) {
    let bits = 4;
    while (1 << bits < counts.length * 2) bits++;
    const size = 1 << bits;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    this.#starts = new Int32Array(size);
    this.#labels = labels;
    this.#weights = weights;
    const rising = readRisingKeys(keys, counts.length);
    let start = 0;
    for (let row = 0; row < counts.length; row++) {
      const key = rising[row] as number;
      let slot = key & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = (key + 1) | ((counts[row] as number) << 25);
      this.#starts[slot] = start;
      start += counts[row] as number;
    }
  }

  /** Adds a feature's weights to the scores of its labels. */
  addTo(scores: Int32Array, hash: number): void {
    const wanted = featureKey(hash) + 1;
    const slots = this.#slots;
    let slot = (wanted - 1) & this.#mask;
    for (;;) {
      const held = slots[slot] as number;
      if (held === 0) return;
      if ((held & KEY_FIELD) === wanted) {
        const start = this.#starts[slot] as number;
        const end = start + (held >>> 25);
        for (let at = start; at < end; at++) {
          const label = this.#labels[at] as number;
          scores[label] = (scores[label] as number) + (this.#weights[at] as number);
        }
        return;
      }
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** Keys run to 2^24, one more than 24 bits hold, so the count of labels begins at bit 25. */
const KEY_FIELD = (1 << 25) - 1;
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
