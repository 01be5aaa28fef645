/** A stretch that stands in two sequences alike: `a[aStart + i] === b[bStart + i]` for every `i` below `length`. */
export interface CommonRun {
  readonly aStart: number;
  readonly bStart: number;
  readonly length: number;
}

/** Words of a seed: short enough that an edit every fifth word leaves one, long enough to be rare. */
const SEED = 4;
/** How many places of one seed are tried; more only in texts that repeat themselves. */
const MOST_PLACES = 16;

/** One sequence, prepared for the search for runs that it shares with others; building it costs one pass. */
export class RunIndex {
  readonly #sequence: Int32Array;
  readonly #mask: number;
  /** Last place of each seed slot, and for each place the one before it with the same slot; -1 ends the chain. */
  readonly #head: Int32Array;
  readonly #previous: Int32Array;

  /** @param sequence - numbers of words; negative numbers match nothing. */
  constructor(sequence: Int32Array) {
    this.#sequence = sequence;
    let slots = 16;
    while (slots < sequence.length * 2) slots *= 2;
    this.#mask = slots - 1;
    this.#head = new Int32Array(slots).fill(-1);
    this.#previous = new Int32Array(sequence.length).fill(-1);
    for (let i = 0; i + SEED <= sequence.length; i++) {
      const slot = seedHash(sequence, i) & this.#mask;
      this.#previous[i] = this.#head[slot] ?? -1;
      this.#head[slot] = i;
    }
  }

  /**
   * The runs that `other` shares with the sequence, longest first at each place of `other`, read from left to right; they
   * overlap in neither, so that a phrase that one text repeats counts once. Time is linear in its length.
   *
   * @param shortest - in words, at least four.
   */
  runsWith(other: Int32Array, shortest: number): CommonRun[] {
    const runs: CommonRun[] = [];
    const taken = new Uint8Array(this.#sequence.length);
    for (let j = 0; j + SEED <= other.length;) {
      let best = 0;
      let from = -1;
      let places = 0;
      for (
        let i = this.#head[seedHash(other, j) & this.#mask] ?? -1;
        i >= 0 && places < MOST_PLACES;
        i = this.#previous[i] ?? -1
      ) {
        places++;
        const length = taken[i] === 0 ? this.#matchLength(i, other, j, taken) : 0;
        // On equal length the first place in the sequence wins: chains run from the last to the first.
        if (length > 0 && length >= best) {
          best = length;
          from = i;
        }
      }
      if (best >= shortest) {
        runs.push({ aStart: from, bStart: j, length: best });
        taken.fill(1, from, from + best);
        j += best;
      } else j++;
    }
    return runs;
  }

  #matchLength(i: number, other: Int32Array, j: number, taken: Uint8Array): number {
    const sequence = this.#sequence;
    const most = Math.min(sequence.length - i, other.length - j);
    let length = 0;
    while (length < most) {
      const item = sequence[i + length] ?? -1;
      if (item < 0 || item !== other[j + length] || taken[i + length] === 1) break;
      length++;
    }
    return length;
  }
}

function seedHash(sequence: Int32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SEED; i++)
    hash = Math.imul(hash ^ (sequence[i] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 13);
}
