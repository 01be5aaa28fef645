import type { SparseWeights } from './sparse-weights.ts';

/** A linear chain over sparse weights: what decides the best sequence of labels. All scores share one unit. */
export interface Chain {
  readonly labels: number;
  readonly weights: SparseWeights;
  /** Score of label j after label i at `[i * labels + j]`; forbidden pairs have {@link FORBIDDEN}. */
  readonly transitions: Int32Array;
  /** Score of beginning with a label. */
  readonly starts: Int32Array;
}

/** So low that no features make up for it, so high that a sentence of them does not overflow. */
export const FORBIDDEN = -1_000_000;

/** Room for the labels of one sequence after another (Viterbi 1967). */
export class ChainDecoder {
  readonly #chain: Chain;
  readonly #emissions: Int32Array;
  #back = new Uint8Array(1 << 10);
  #before: Float64Array;
  #now: Float64Array;

  constructor(chain: Chain) {
    this.#chain = chain;
    this.#emissions = new Int32Array(chain.labels);
    this.#before = new Float64Array(chain.labels);
    this.#now = new Float64Array(chain.labels);
  }

  /**
   * Writes the best labels for `length` places into `into`, from `offset` on.
   *
   * @param features - writes the hashes of a place's features into the array it is given; returns how many, or -1 for a place
   *   that can only have label 0.
   * @param buffer - room for the features of a place.
   */
  decode(
    length: number,
    features: (at: number, into: Int32Array) => number,
    buffer: Int32Array,
    into: Uint8Array,
    offset: number,
  ): void {
    const { labels, weights, transitions, starts } = this.#chain;
    if (this.#back.length < length * labels) this.#back = new Uint8Array(length * labels * 2);
    const back = this.#back;
    for (let at = 0; at < length; at++) {
      const found = features(at, buffer);
      if (found < 0) {
        this.#onlyFirst(at);
        continue;
      }
      const emissions = this.#emissions.fill(0);
      weights.addAll(emissions, buffer, found);
      const before = this.#before;
      const now = this.#now;
      for (let label = 0; label < labels; label++) {
        let best = 0;
        let score = at === 0 ? (starts[label] as number) : -Infinity;
        if (at > 0) {
          for (let from = 0; from < labels; from++) {
            const through = (before[from] as number) + (transitions[from * labels + label] as number);
            if (through > score) {
              score = through;
              best = from;
            }
          }
        }
        now[label] = score + (emissions[label] as number);
        back[at * labels + label] = best;
      }
      this.#before = now;
      this.#now = before;
    }
    let label = 0;
    for (let other = 1; other < labels; other++)
      if ((this.#before[other] as number) > (this.#before[label] as number)) label = other;
    for (let at = length - 1; at >= 0; at--) {
      into[offset + at] = label;
      label = back[at * labels + label] as number;
    }
  }

  /** A place whose label is settled: one column instead of all pairs. */
  #onlyFirst(at: number): void {
    const { labels, transitions, starts } = this.#chain;
    const before = this.#before;
    let best = 0;
    let score = at === 0 ? (starts[0] as number) : -Infinity;
    for (const [from, reached] of before.entries()) {
      if (at === 0) break;
      const through = reached + (transitions[from * labels] as number);
      if (through > score) {
        score = through;
        best = from;
      }
    }
    this.#back[at * labels] = best;
    this.#now.fill(-Infinity)[0] = score;
    this.#before = this.#now;
    this.#now = before;
  }
}
