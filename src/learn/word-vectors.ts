import { hashLowerWord } from './hash.ts';
import { loadModel } from './load-model.ts';
import { indexOfKey, readRisingKeys } from './rising-keys.ts';
import { featureKey } from './sparse-weights.ts';

/** Version of the sections that {@link WordVectors} reads. */
export const VECTORS_VERSION = 1;

/**
 * What English words are like, and how frequent they are: directions of unit length, one byte a dimension, and the word's
 * place in the list of words by frequency.
 *
 * Words that stand in like company are near, opposites among them: nearness is a hint that two wordings speak of one matter,
 * never that they agree.
 */
export class WordVectors {
  readonly #dimensions: number;
  readonly #keys: Int32Array;
  readonly #ranks: Uint16Array;
  readonly #rows: Int8Array;
  #sizes: Float64Array | undefined;
  /** Rows of words that were asked for. */
  readonly #known = new Map<string, number>();

  constructor(
    dimensions: number,
    sections: { readonly keys: Uint8Array; readonly ranks: Uint16Array; readonly rows: Int8Array },
  ) {
    this.#dimensions = dimensions;
    this.#ranks = sections.ranks;
    this.#rows = sections.rows;
    this.#keys = readRisingKeys(sections.keys, sections.ranks.length);
  }

  /** Row of a word in whatever case; -1 for one that is not listed. */
  rowOf(word: string): number {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const row = indexOfKey(this.#keys, featureKey(hashLowerWord(word)));
    if (this.#known.size < MOST_KNOWN) this.#known.set(word, row);
    return row;
  }

  /** Place in the list of words by frequency, the most frequent first; the number of words for an unlisted row. */
  rankOf(row: number): number {
    return row < 0 ? this.#ranks.length : (this.#ranks[row] as number);
  }

  /** Cosine of two rows, -1 to 1; 0 where a word is not listed. */
  similarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    const sizes = this.#squaredSizes();
    const size = (sizes[a] as number) * (sizes[b] as number);
    if (size === 0) return 0;
    const dimensions = this.#dimensions;
    const rows = this.#rows;
    let dot = 0;
    for (let i = a * dimensions, j = b * dimensions, end = i + dimensions; i < end; i++, j++)
      dot += (rows[i] as number) * (rows[j] as number);
    return dot / Math.sqrt(size);
  }

  /** Squared length of each row, worked out when first asked for. */
  #squaredSizes(): Float64Array {
    if (this.#sizes) return this.#sizes;
    const sizes = new Float64Array(this.#ranks.length);
    for (let row = 0, at = 0; row < sizes.length; row++)
      for (const end = at + this.#dimensions; at < end; at++)
        sizes[row] = (sizes[row] as number) + (this.#rows[at] as number) ** 2;
    this.#sizes = sizes;
    return sizes;
  }

  /** The weighted sum of some words' directions; all 0 where none is listed. */
  sum(words: readonly { readonly row: number; readonly weight: number }[]): Float64Array {
    const total = new Float64Array(this.#dimensions);
    for (const { row, weight } of words) {
      if (row < 0) continue;
      const from = row * this.#dimensions;
      let size = 0;
      for (let at = 0; at < this.#dimensions; at++) size += (this.#rows[from + at] as number) ** 2;
      const scale = size === 0 ? 0 : weight / Math.sqrt(size);
      for (let at = 0; at < this.#dimensions; at++)
        total[at] = (total[at] as number) + scale * (this.#rows[from + at] as number);
    }
    return total;
  }
}

/** Cosine of two sums of directions, -1 to 1; 0 where one is empty. */
export function cosine(a: Float64Array, b: Float64Array): number {
  let [dot, sizeA, sizeB] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] as number, b[at] as number];
    dot += x * y;
    sizeA += x * x;
    sizeB += y * y;
  }
  return sizeA === 0 || sizeB === 0 ? 0 : dot / Math.sqrt(sizeA * sizeB);
}

/** Texts without end must not fill the memory. */
const MOST_KNOWN = 500_000;

let vectors: WordVectors | undefined;

/** The vectors of `models/vectors.bin`, read when first asked for. */
export function wordVectors(): WordVectors {
  if (vectors) return vectors;
  const { info, sections } = loadModel('vectors', VECTORS_VERSION);
  const { keys, ranks, rows } = sections;
  if (
    !(keys instanceof Uint8Array) ||
    !(ranks instanceof Uint16Array) ||
    !(rows instanceof Int8Array) ||
    typeof info['dimensions'] !== 'number'
  ) {
    throw new TypeError('models/vectors.bin lacks a section');
  }
  vectors = new WordVectors(info['dimensions'], { keys, ranks, rows });
  return vectors;
}
