import type { Alignment } from './align-outlines.ts';
import type { Outline } from './outline.ts';
import { TermKind, type Vocabulary } from './vocabulary.ts';

/** An odd spelling that two documents share while others write the word differently. */
export interface SharedError {
  /** As it stands in the first document. */
  readonly word: string;
  /** The spelling of the others, as it stands in one of them. */
  readonly usual: string;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 6;
/** Two shorter names that differ by a letter are often two people. */
const LONG_NAME = 9;
/** A spelling in more documents than this is no slip that two of them share. */
const MOST_DOCUMENTS = 4;
const MOST_ERRORS = 3;

/**
 * Finds misspellings that betray a common text: words in aligned sentences of two documents that hardly any other document
 * has, and that differ by one letter from a word that more documents have.
 *
 * Numbers are left alone, for two that differ by a digit are two numbers, and so are short names and words of everyday English.
 */
export class ErrorFinder {
  readonly #vocabulary: Vocabulary;
  /** Terms by their first and by their last letters: a word with one wrong letter keeps one of the two. */
  readonly #neighbours = new Map<string, number[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    for (let term = 0; term < vocabulary.size; term++) {
      const key = vocabulary.keyOf(term);
      if (key.length < SHORTEST - 1 || vocabulary.documentsWith(term) < 2 || STARTS_WITH_DIGIT.test(key))
        continue;
      for (const bucket of bucketsOf(key)) {
        const terms = this.#neighbours.get(bucket);
        if (terms) terms.push(term);
        else this.#neighbours.set(bucket, [term]);
      }
    }
  }

  /** At most {@link MOST_ERRORS}, in the order of the first document. */
  find(a: Outline, b: Outline, { pairs }: Alignment): SharedError[] {
    const found = new Map<number, SharedError>();
    for (const pair of pairs) {
      const inB = b.term.subarray(b.sentenceStart[pair.b], b.sentenceStart[pair.b + 1]);
      for (let i = a.sentenceStart[pair.a] ?? 0; i < (a.sentenceStart[pair.a + 1] ?? 0); i++) {
        const term = a.term[i] ?? -1;
        if (this.#vocabulary.documentsWith(term) > MOST_DOCUMENTS || found.has(term) || !inB.includes(term))
          continue;
        const word = a.document.text.slice(a.start[i], a.end[i]);
        if (word.length < LONG_NAME && word !== word.toLowerCase()) continue;
        const usual = this.#usualFor(term, word === word.toLowerCase());
        if (usual === null) continue;
        found.set(term, { word, usual });
        if (found.size === MOST_ERRORS) return [...found.values()];
      }
    }
    return [...found.values()];
  }

  #usualFor(term: number, inLowerCase: boolean): string | null {
    const vocabulary = this.#vocabulary;
    const documents = vocabulary.documentsWith(term);
    const key = vocabulary.keyOf(term);
    if (key.length < SHORTEST || vocabulary.kindOf(term) !== TermKind.other) return null;
    for (const bucket of bucketsOf(key)) {
      for (const other of this.#neighbours.get(bucket) ?? []) {
        const otherKey = vocabulary.keyOf(other);
        if (vocabulary.documentsWith(other) <= documents || !isOneLetterOff(key, otherKey)) continue;
        // One letter for another makes a word of most words: “exports” of “experts”.
        if (inLowerCase && isReplacement(key, otherKey)) continue;
        return vocabulary.wordOf(other);
      }
    }
    return null;
  }
}

const STARTS_WITH_DIGIT = /^\d/;

const bucketsOf = (key: string): string[] => [`${key.slice(0, 3)}-`, `-${key.slice(-3)}`];

/** Of two words that are one letter off: whether that letter stands for another. */
const isReplacement = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1;

/**
 * Whether one letter inside the word was put in, left out or replaced, or two neighbours changed places. The ends do not count:
 * there another letter is another form or another word.
 */
export function isOneLetterOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (from === 0 || endA === a.length || endB === b.length) return false;
  if (endA - from <= 1 && endB - from <= 1) return true;
  return endA - from === 2 && endB - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
