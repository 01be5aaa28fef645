import { hashLowerWord, mix } from './hash.ts';
import { loadModel } from './load-model.ts';
import { indexOfKey, readRisingKeys } from './rising-keys.ts';
import { featureKey } from './sparse-weights.ts';

/** Version of the sections that {@link WordNet} reads. */
export const WORD_NET_VERSION = 1;

/** Parts of speech as WordNet has them; adverbs stand apart from adjectives. */
export type WordNetPos = 'noun' | 'verb' | 'adjective' | 'adverb';
const POS_NUMBER: Readonly<Record<WordNetPos, number>> = { noun: 1, verb: 2, adjective: 3, adverb: 4 };

/** What WordNet says of two words, in the senses in which they are mostly used. */
export type WordRelation =
  /** One sense in common: "buy", "purchase". */
  | 'synonym'
  /** One is made of the other: "deliver", "delivery". */
  | 'derived'
  /** One is a kind of the other: "frigate", "ship". */
  | 'kind'
  /** Both are of one kind and differ: "Monday", "Tuesday". */
  | 'sibling'
  /** They exclude each other: "rise", "fall". */
  | 'antonym';

/** Lists of numbers, one for each row: those of row r stand in `values` from `starts[r]` to `starts[r + 1]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * The part of WordNet that tells what two English words have to do with each other: for each word and part of speech its
 * senses, for each sense what it is a kind of, and which words are made of one another or are opposites.
 */
export class WordNet {
  readonly #keys: Int32Array;
  readonly #senses: Lists;
  readonly #parents: Uint32Array;
  readonly #derived: Lists;
  readonly #antonyms: Lists;
  readonly #known = new Map<string, number>();

  constructor(sections: {
    readonly keys: Uint8Array;
    readonly senseCounts: Uint8Array;
    readonly senses: Uint32Array;
    readonly parents: Uint32Array;
    readonly derivedCounts: Uint8Array;
    readonly derived: Uint32Array;
    readonly antonymCounts: Uint8Array;
    readonly antonyms: Uint32Array;
  }) {
    this.#keys = readRisingKeys(sections.keys, sections.senseCounts.length);
    this.#senses = { starts: startsOf(sections.senseCounts), values: sections.senses };
    this.#parents = sections.parents;
    this.#derived = { starts: startsOf(sections.derivedCounts), values: sections.derived };
    this.#antonyms = { starts: startsOf(sections.antonymCounts), values: sections.antonyms };
  }

  /** Row of a base form as one part of speech; -1 for what is not listed. */
  rowOf(lemma: string, pos: WordNetPos): number {
    const known = this.#known.get(`${pos} ${lemma}`);
    if (known !== undefined) return known;
    const row = indexOfKey(this.#keys, wordNetKey(lemma, pos));
    if (this.#known.size < MOST_KNOWN) this.#known.set(`${pos} ${lemma}`, row);
    return row;
  }

  /** The closest relation of two rows, opposites first; `null` where there is none or a row is -1. */
  relate(a: number, b: number): WordRelation | null {
    if (a < 0 || b < 0) return null;
    if (has(this.#antonyms, a, b)) return 'antonym';
    if (a === b) return 'synonym';
    let relation: WordRelation | null = has(this.#derived, a, b) ? 'derived' : null;
    const { starts, values } = this.#senses;
    for (let i = starts[a] as number; i < (starts[a + 1] as number); i++) {
      const one = values[i] as number;
      const parent = this.#parents[one] as number;
      for (let j = starts[b] as number; j < (starts[b + 1] as number); j++) {
        const other = values[j] as number;
        if (one === other) return 'synonym';
        const otherParent = this.#parents[other] as number;
        if (parent === other || otherParent === one) relation ??= 'kind';
        else if (parent !== NO_PARENT && parent === otherParent) relation ??= 'sibling';
      }
    }
    return relation;
  }
}

/** The parent of a sense that is a kind of nothing. */
export const NO_PARENT = 0;
/** Texts without end must not fill the memory. */
const MOST_KNOWN = 300_000;

/** The key of a base form as one part of speech. */
export function wordNetKey(lemma: string, pos: WordNetPos): number {
  return featureKey(mix(hashLowerWord(lemma), POS_NUMBER[pos]));
}

function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, row) => (starts[row + 1] = (starts[row] as number) + count));
  return starts;
}

function has({ starts, values }: Lists, row: number, wanted: number): boolean {
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
    if (values[at] === wanted) return true;
  return false;
}

let loaded: WordNet | undefined;

/** The table of `models/wordnet.bin`, read when first asked for. */
export function wordNet(): WordNet {
  if (loaded) return loaded;
  const { sections } = loadModel('wordnet', WORD_NET_VERSION);
  const { keys, senseCounts, senses, parents, derivedCounts, derived, antonymCounts, antonyms } = sections;
  if (
    !(keys instanceof Uint8Array) ||
    !(senseCounts instanceof Uint8Array) ||
    !(senses instanceof Uint32Array) ||
    !(parents instanceof Uint32Array) ||
    !(derivedCounts instanceof Uint8Array) ||
    !(derived instanceof Uint32Array) ||
    !(antonymCounts instanceof Uint8Array) ||
    !(antonyms instanceof Uint32Array)
  ) {
    throw new TypeError('models/wordnet.bin lacks a section');
  }
  loaded = new WordNet({
    keys,
    senseCounts,
    senses,
    parents,
    derivedCounts,
    derived,
    antonymCounts,
    antonyms,
  });
  return loaded;
}
