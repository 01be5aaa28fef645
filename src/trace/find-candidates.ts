import type { Outline } from './outline.ts';
import { TermKind, type Vocabulary } from './vocabulary.ts';

/** Two outlines, by index, that share enough telling words in like places to be worth aligning; `a` is below `b`. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  /** How many keys they share. */
  readonly shared: number;
}

/**
 * A key is two telling words of one sentence, each with one of the next three, in either order: it outlives the edits of a
 * wire desk, a paraphrase and most of a translation, as a shingle of running words does not.
 */
const REACH = 3;
/** Keys in common from which a pair is aligned: two words that stand together twice. */
const LEAST_SHARED = 3;
/** A key in more documents than this brings each document together with its neighbours only. */
const MOST_DOCUMENTS = 64;
const NEIGHBOURS = 4;
/** Candidates for one document, those with most keys in common. */
const MOST_CANDIDATES = 48;
/** The table has 2^12 to 2^25 slots; keys that meet in one slot add candidates and lose none. */
const FEWEST_BITS = 12;
const MOST_BITS = 25;
/** Keys that the largest table takes before they are sampled: a third of its slots. */
const MOST_KEYS = 2 ** 25 / 3;

/**
 * Finds the pairs worth aligning, without comparing all pairs: an inverted index from keys to documents, in which a key that
 * only one document holds takes no room and a key that a great many hold is cut down.
 *
 * Two passes over the words; time and memory grow with the number of words, and with the number of documents that share text.
 * Beyond some five million words the keys are sampled by their hash, so that every document keeps the same ones.
 *
 * @param outlines - in an order that depends on their content alone; the same documents then give the same candidates.
 */
export function findCandidates(outlines: readonly Outline[], vocabulary: Vocabulary): Candidate[] {
  const keys = new KeyReader(vocabulary, outlines);
  const slots = 2 ** keys.bits;

  // First pass: how many documents does each slot turn up in?
  const documents = new Uint32Array(slots);
  const last = new Int32Array(slots).fill(-1);
  outlines.forEach((outline, d) => {
    keys.read(outline, (slot) => {
      if (last[slot] === d) return;
      last[slot] = d;
      documents[slot] = (documents[slot] ?? 0) + 1;
    });
  });

  const begin = new Uint32Array(slots);
  let total = 0;
  for (let slot = 0; slot < slots; slot++) {
    begin[slot] = total;
    if ((documents[slot] ?? 0) > 1) total += documents[slot] ?? 0;
  }
  const postings = new Int32Array(total);
  const filled = last.fill(0);

  // Second pass: documents come in order, so every list is sorted, and holds just the earlier documents.
  const candidates: Candidate[] = [];
  const shared = new Int32Array(outlines.length);
  outlines.forEach((outline, d) => {
    const touched: number[] = [];
    keys.read(outline, (slot) => {
      const many = documents[slot] ?? 0;
      if (many < 2) return;
      const start = begin[slot] ?? 0;
      const end = start + (filled[slot] ?? 0);
      if (end > start && postings[end - 1] === d) return;
      for (let p = many > MOST_DOCUMENTS ? Math.max(start, end - NEIGHBOURS) : start; p < end; p++) {
        const other = postings[p] ?? 0;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
      postings[end] = d;
      filled[slot] = end - start + 1;
    });
    const found: Candidate[] = [];
    for (const other of touched) {
      const common = shared[other] ?? 0;
      shared[other] = 0;
      if (common >= LEAST_SHARED) found.push({ a: other, b: d, shared: common });
    }
    found.sort((x, y) => y.shared - x.shared || x.a - y.a);
    for (const candidate of found.slice(0, MOST_CANDIDATES)) candidates.push(candidate);
  });
  return candidates;
}

/** Reads a document's keys as slots of a table that is large enough for the collection. */
class KeyReader {
  readonly bits: number;
  readonly #vocabulary: Vocabulary;
  /** A key is kept when its low 16 bits are below this. */
  readonly #keep: number;

  constructor(vocabulary: Vocabulary, outlines: readonly Outline[]) {
    // About half of the words are telling ones.
    const keys = (outlines.reduce((sum, outline) => sum + outline.wordCount, 0) * REACH) / 2;
    this.#vocabulary = vocabulary;
    this.#keep = keys > MOST_KEYS ? Math.ceil((MOST_KEYS / keys) * 0x10000) : 0x10000;
    this.bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(keys * 3 + 1))));
  }

  /** Calls `each` for every key; a key that a document repeats is given again. */
  read(outline: Outline, each: (slot: number) => void): void {
    const { term, sentenceStart } = outline;
    const vocabulary = this.#vocabulary;
    const shift = 32 - this.bits;
    const window = new Uint32Array(REACH);
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      let seen = 0;
      for (let i = sentenceStart[s] ?? 0; i < (sentenceStart[s + 1] ?? 0); i++) {
        const t = term[i] ?? -1;
        if (vocabulary.kindOf(t) < TermKind.familiar) continue;
        const hash = vocabulary.hashOf(t);
        for (let back = 0; back < Math.min(seen, REACH); back++) {
          const other = window[back] ?? 0;
          if (other === hash) continue;
          // The sum makes the order of the two words indifferent.
          let key = Math.imul((other + hash) | 0, 0x85ebca6b) ^ (other ^ hash);
          key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
          key = (key ^ (key >>> 13)) >>> 0;
          if ((key & 0xffff) < this.#keep) each(key >>> shift);
        }
        window[seen % REACH] = hash;
        seen++;
      }
    }
  }
}
