import type { Term } from '../learn/term.ts';

/**
 * Numbers things by what is asked of them: two with one number are told apart by nothing, so that what was worked out for one
 * holds for the other. Where a hundred outlets print one agency's report, this leaves the work of one.
 *
 * @param keys - for each thing all that is asked of it.
 */
export function numberAlike(keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

/** All that is asked of terms when they are set beside others; not where they stand. */
export function keyOfTerms(terms: readonly Term[]): string {
  return terms.map(keyOfTerm).join(';');
}

function keyOfTerm({ kind, key, row, entry, weight, classes, negated, quantity }: Term): string {
  const number = quantity
    ? `${quantity.low},${quantity.high},${quantity.value},${quantity.approximator},${quantity.unit}`
    : '';
  return `${kind}/${key}/${row}/${entry}/${weight}/${classes.join(',')}/${negated}/${number}`;
}

/** Scores of pairs of things, worked out when they are first asked for and kept: clustering asks for some again and again. */
export class PairScores {
  readonly #alike: Int32Array;
  readonly #measure: (low: number, high: number) => number;
  readonly #kept = new Map<number, number>();

  /**
   * @param alike - number of each thing, as {@link numberAlike} makes them.
   * @param measure - of two things, the one with the lower place first; may ask nothing that their numbers do not stand for.
   */
  constructor(alike: Int32Array, measure: (low: number, high: number) => number) {
    this.#alike = alike;
    this.#measure = measure;
  }

  of(one: number, other: number): number {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = (this.#alike[low] as number) * this.#alike.length + (this.#alike[high] as number);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#measure(low, high);
    this.#kept.set(key, made);
    return made;
  }
}
