import { foldWord } from '../text/fold-word.ts';
import { CALENDAR, EVERYWHERE, FAMILIAR, FREQUENT } from './lexicon/common-words.ts';

/** What kind of word a term is, as far as its letters and the list of common words tell. */
export const TermKind = { function: 0, common: 1, familiar: 2, other: 3, number: 4 } as const;

/** How much a shared term of each kind says, before the collection has its say; a rare word counts 1. */
const PRIOR: readonly number[] = [0, 0.3, 0.6, 1, 1.1];
/** "Two" and "3" turn up everywhere. */
const SMALL_NUMBER_PRIOR = 0.5;
/** A term that every document of a collection holds still says a little. */
const LOWEST_SPREAD = 0.15;

const COMMON: ReadonlyMap<string, number> = new Map([
  ...FAMILIAR.map((word) => [foldWord(word), TermKind.familiar] as const),
  ...FREQUENT.map((word) => [foldWord(word), TermKind.common] as const),
  ...CALENDAR.map((word) => [foldWord(word), TermKind.common] as const),
  ...EVERYWHERE.map((word) => [foldWord(word), TermKind.function] as const),
]);

/**
 * The terms of a collection of documents: a number for each folded word, and how many documents hold it.
 *
 * Numbers depend on the order in which words come, hashes do not; whatever must be the same for every order of the documents
 * goes by the hash.
 */
export class Vocabulary {
  /** Words as they stand, to their terms: folding is dear, and a collection repeats its words. */
  readonly #termOfWord = new Map<string, number>();
  readonly #termOfKey = new Map<string, number>();
  readonly #key: string[] = [];
  readonly #word: string[] = [];
  readonly #kind: number[] = [];
  readonly #hash: number[] = [];
  readonly #small: boolean[] = [];
  readonly #documents: number[] = [];
  #documentCount = 0;

  /** The term of a word; -1 for a word that folds to nothing. */
  termOf(word: string): number {
    const known = this.#termOfWord.get(word);
    if (known !== undefined) return known;
    const key = foldWord(word);
    let term = -1;
    if (key !== '') {
      term = this.#termOfKey.get(key) ?? this.#kind.length;
      if (term === this.#kind.length) this.#add(key, word, term);
    }
    this.#termOfWord.set(word, term);
    return term;
  }

  #add(key: string, word: string, term: number): void {
    this.#termOfKey.set(key, term);
    this.#key.push(key);
    this.#word.push(word);
    const digit = key.charCodeAt(0) >= 0x30 && key.charCodeAt(0) <= 0x39;
    this.#kind.push(
      digit ? TermKind.number : (COMMON.get(key) ?? (key.length < 2 ? TermKind.function : TermKind.other)),
    );
    this.#small.push(digit && key.length < 2);
    this.#hash.push(hashOf(key));
    this.#documents.push(0);
  }

  get size(): number {
    return this.#key.length;
  }

  /** The folded word. */
  keyOf(term: number): string {
    return this.#key[term] ?? '';
  }

  /** The word as it stood where it was first met. */
  wordOf(term: number): string {
    return this.#word[term] ?? '';
  }

  /** How many of the documents counted so far hold the term. */
  documentsWith(term: number): number {
    return this.#documents[term] ?? 0;
  }

  kindOf(term: number): number {
    return this.#kind[term] ?? TermKind.function;
  }

  /** 32 bits made from the folded word alone. */
  hashOf(term: number): number {
    return this.#hash[term] ?? 0;
  }

  /** Counts one document that holds `terms`, each given once. */
  countDocument(terms: Iterable<number>): void {
    this.#documentCount++;
    for (const term of terms) this.#documents[term] = (this.#documents[term] ?? 0) + 1;
  }

  /**
   * How much it says when two documents share each term, between 0 and about 1: what the word is worth in general, less when
   * many documents of this collection hold it (inverse document frequency, 1 for a term that only two hold).
   */
  weights(): Float32Array {
    const most = Math.log((this.#documentCount + 1) / Math.min(2, Math.max(1, this.#documentCount)));
    return Float32Array.from(this.#kind, (kind, term) => {
      const prior = this.#small[term] ? SMALL_NUMBER_PRIOR : (PRIOR[kind] ?? 0);
      const rarity =
        most > 0 ? Math.log((this.#documentCount + 1) / Math.max(2, this.#documents[term] ?? 0)) / most : 1;
      return prior * Math.min(1, Math.max(LOWEST_SPREAD, rarity));
    });
  }
}

/** FNV-1a over UTF-16 units, with a last mix so that the low bits are good as well. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
