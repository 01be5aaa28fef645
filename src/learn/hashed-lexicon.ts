import { packRisingKeys, readRisingKeys } from './rising-keys.ts';
import { featureKey } from './sparse-weights.ts';

/**
 * A word list in two bytes a word: 24 bits of the word's hash, packed, and what the list says of it.
 *
 * A word that is not in a list of 80,000 is taken for one that is with a probability of 1 in 200; weights are learned with
 * that noise in place.
 */
export class HashedLexicon {
  /** Key + 1; 0 where the slot is empty. */
  readonly #slots: Int32Array;
  readonly #values: Uint8Array;
  readonly #mask: number;

  /** @param packed - values are 1 to 255, parallel to the keys. */
  constructor(packed: { readonly keys: Uint8Array; readonly values: Uint8Array }) {
    const keys = readRisingKeys(packed.keys, packed.values.length);
    let bits = 4;
    while (1 << bits < keys.length * 2) bits++;
    this.#mask = (1 << bits) - 1;
    this.#slots = new Int32Array(1 << bits);
    this.#values = new Uint8Array(1 << bits);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as number;
      let slot = key & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = key + 1;
      this.#values[slot] = packed.values[index] as number;
    }
  }

  /** What the list says of the word with this hash; 0 when it does not hold it. */
  valueOf(hash: number): number {
    const wanted = featureKey(hash) + 1;
    let slot = (wanted - 1) & this.#mask;
    for (;;) {
      const held = this.#slots[slot] as number;
      if (held === 0) return 0;
      if (held === wanted) return this.#values[slot] as number;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** Packs a list for a model file; of two words that share a key the first keeps it. */
export function packLexicon(entries: Iterable<readonly [hash: number, value: number]>): {
  keys: Uint8Array;
  values: Uint8Array;
} {
  const byKey = new Map<number, number>();
  for (const [hash, value] of entries) {
    const key = featureKey(hash);
    if (value > 0 && !byKey.has(key)) byKey.set(key, value);
  }
  const keys = [...byKey.keys()].sort((a, b) => a - b);
  return { keys: packRisingKeys(keys), values: Uint8Array.from(keys, (key) => byKey.get(key) as number) };
}
