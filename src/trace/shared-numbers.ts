import type { Alignment } from './align-outlines.ts';
import type { OutlineNumber } from './outline-numbers.ts';
import type { Outline } from './outline.ts';
import { sentenceOf } from './outline-words.ts';
import { TermKind, type Vocabulary } from './vocabulary.ts';

/** A number that two documents share while others state another one of the same thing. */
export interface SharedNumber {
  /** The number with what it counts, as it stands in the first and in the second document. */
  readonly words: readonly [string, string];
  /** As it stands in one of the others. */
  readonly usual: string;
}

/** Others that must agree on another number: one alone may be the one that is wrong. */
const LEAST_OTHERS = 2;
const MOST_NUMBERS = 3;
/** Documents that are looked at for one statement; a collection may tell one event a hundred thousand times. */
const MOST_COMPARED = 256;
/** Words to either side of a number in which the word that frames it is looked for. */
const REACH = 4;

/**
 * Finds numbers that betray a common text: stated in aligned sentences of two documents, while most others that state the number
 * of the same thing agree on another.
 *
 * The same thing is the same noun or unit between the same two telling words (“took 49 people off the roofs”): forty people hurt
 * do not contradict four killed. Ranges that overlap (“more than 40”, 45) do not differ.
 */
export class NumberFinder {
  readonly #vocabulary: Vocabulary;
  /** Which documents state an amount of each thing in each frame, and how; the first statement of each document. */
  readonly #statements = new Map<string, Map<Outline, OutlineNumber>>();

  constructor(outlines: readonly Outline[], vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (const outline of outlines) {
      for (const number of outline.numbers) {
        const key = this.#keyOf(outline, number);
        if (key === null) continue;
        const known = this.#statements.get(key);
        if (!known) this.#statements.set(key, new Map([[outline, number]]));
        else if (known.size < MOST_COMPARED && !known.has(outline)) known.set(outline, number);
      }
    }
  }

  /** At most {@link MOST_NUMBERS}, in the order of the first document. */
  find(a: Outline, b: Outline, { pairs }: Alignment): SharedNumber[] {
    if (a.numbers.length === 0 || b.numbers.length === 0) return [];
    const found = new Map<string, SharedNumber>();
    for (const pair of pairs) {
      const inB = numbersOf(b, pair.b);
      for (const number of numbersOf(a, pair.a)) {
        const same = inB.find((other) => other.thing === number.thing && isSame(number, other));
        if (!same || found.has(`${number.thing} ${number.low}`)) continue;
        const usual = this.#usualFor(a, b, number);
        if (usual === null) continue;
        found.set(`${number.thing} ${number.low}`, {
          words: [wordsOf(a, number), wordsOf(b, same)],
          usual,
        });
        if (found.size === MOST_NUMBERS) return [...found.values()];
      }
    }
    return [...found.values()];
  }

  /** What more than half of the other documents agree on, where it is another number. */
  #usualFor(a: Outline, b: Outline, number: OutlineNumber): string | null {
    const key = this.#keyOf(a, number);
    const others = [...(this.#statements.get(key ?? '') ?? [])].filter(
      ([outline]) => outline !== a && outline !== b,
    );
    const different = others.filter(([, { low, high }]) => high < number.low || low > number.high);
    for (const [outline, other] of different) {
      const agreeing = different.filter(([, third]) => isSame(other, third)).length;
      if (agreeing >= LEAST_OTHERS && 2 * agreeing > others.length) return wordsOf(outline, other);
    }
    return null;
  }

  /** What is counted, between the telling words before and after it in its sentence; `null` where there are none. */
  #keyOf(outline: Outline, { first, end, thing }: OutlineNumber): string | null {
    const sentence = sentenceOf(outline, first);
    const from = outline.sentenceStart[sentence] ?? 0;
    const to = outline.sentenceStart[sentence + 1] ?? 0;
    const telling = (i: number): number | null => {
      const term = outline.term[i] ?? -1;
      return term >= 0 && this.#vocabulary.kindOf(term) !== TermKind.function ? term : null;
    };
    let before: number | null = null;
    for (let i = first - 1; before === null && i >= Math.max(from, first - REACH); i--) before = telling(i);
    let after: number | null = null;
    for (let i = end; after === null && i < Math.min(to, end + REACH); i++) after = telling(i);
    return before === null && after === null ? null : `${thing} ${before ?? ''} ${after ?? ''}`;
  }
}

const isSame = (x: OutlineNumber, y: OutlineNumber): boolean => x.low === y.low && x.high === y.high;

const wordsOf = ({ document }: Outline, { span }: OutlineNumber): string =>
  document.text.slice(span[0], span[1]);

const numbersOf = (outline: Outline, sentence: number): OutlineNumber[] => {
  const from = outline.sentenceStart[sentence] ?? 0;
  const to = outline.sentenceStart[sentence + 1] ?? 0;
  return outline.numbers.filter(({ first }) => first >= from && first < to);
};
