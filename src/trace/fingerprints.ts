import type { Alignment } from './align-outlines.ts';
import { OddPhraseFinder } from './odd-phrases.ts';
import type { Outline } from './outline.ts';
import { ErrorFinder, type SharedError } from './shared-errors.ts';
import { NumberFinder, type SharedNumber } from './shared-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Faults that two documents have in common, as two copies of one text have them and two accounts of one event seldom. */
export interface Fingerprints {
  readonly errors: readonly SharedError[];
  readonly numbers: readonly SharedNumber[];
  /** Odd wording as it stands in both. */
  readonly phrases: readonly string[];
}

/** Finds the faults that two documents share, against the background of the others. */
export class FingerprintFinder {
  readonly #errors: ErrorFinder;
  readonly #numbers: NumberFinder;
  readonly #phrases: OddPhraseFinder;

  constructor(outlines: readonly Outline[], vocabulary: Vocabulary) {
    this.#errors = new ErrorFinder(vocabulary);
    this.#numbers = new NumberFinder(outlines, vocabulary);
    this.#phrases = new OddPhraseFinder(outlines);
  }

  find(a: Outline, b: Outline, alignment: Alignment): Fingerprints {
    return {
      errors: this.#errors.find(a, b, alignment),
      numbers: this.#numbers.find(a, b, alignment),
      phrases: this.#phrases.find(a, b),
    };
  }
}

/** Two faults: a single one may come from a source that both reporters had, the spelling of a name on a list for instance. */
const STRONG = 2;

/** Whether the faults count as evidence beside that of the text. */
export function isStrong({ errors, numbers, phrases }: Fingerprints): boolean {
  return errors.length + numbers.length + phrases.length >= STRONG;
}

/** Says what both have, and what others have instead; which of them is right it does not say. */
export function describeFingerprints({ errors, numbers, phrases }: Fingerprints): string[] {
  return [
    ...errors.map(({ word, usual }) => `both write “${word}” where others write “${usual}”`),
    ...numbers.map(
      ({ words, usual }) =>
        `both have ${[...new Set(words)].map((w) => `“${w}”`).join(' or ')} where others have “${usual}”`,
    ),
    ...phrases.map((phrase) => `both have the odd wording “${phrase}”`),
  ];
}
