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
/** The table has 2^20 to 2^25 slots; keys that meet in one slot add candidates and lose none. */
const FEWEST_BITS = 20;
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
  for (let d = 0; d < outlines.length; d++) {
    const count = keys.read(outlines[d]);
    for (let k = 0; k < count; k++) {
      const slot = keys.slots[k] ?? 0;
      if (last[slot] === d) continue;
      last[slot] = d;
      documents[slot] = (documents[slot] ?? 0) + 1;
    }
  }

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
  const touched: number[] = [];
  for (let d = 0; d < outlines.length; d++) {
    touched.length = 0;
    const count = keys.read(outlines[d]);
    for (let k = 0; k < count; k++) {
      const slot = keys.slots[k] ?? 0;
      const many = documents[slot] ?? 0;
      if (many < 2) continue;
      const start = begin[slot] ?? 0;
      const end = start + (filled[slot] ?? 0);
      if (end > start && postings[end - 1] === d) continue;
      for (let p = many > MOST_DOCUMENTS ? Math.max(start, end - NEIGHBOURS) : start; p < end; p++) {
        const other = postings[p] ?? 0;
        if (shared[other] === 0) touched.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
      postings[end] = d;
      filled[slot] = end - start + 1;
    }
    const found: Candidate[] = [];
    for (const other of touched) {
      const common = shared[other] ?? 0;
      shared[other] = 0;
      if (common >= LEAST_SHARED) found.push({ a: other, b: d, shared: common });
    }
    found.sort((x, y) => y.shared - x.shared || x.a - y.a);
    for (const candidate of found.slice(0, MOST_CANDIDATES)) candidates.push(candidate);
  }
  return candidates;
}

/** Reads a document's keys as slots of a table that is large enough for the collection. */
class KeyReader {
  readonly bits: number;
  /** The slots of the document that was read last. */
  slots = new Uint32Array(1024);
  readonly #hash: Uint32Array;
  readonly #telling: Uint8Array;
  /** A key is kept when its low 16 bits are below this. */
  readonly #keep: number;

  constructor(vocabulary: Vocabulary, outlines: readonly Outline[]) {
    // About half of the words are telling ones.
    const keys = (outlines.reduce((sum, outline) => sum + outline.wordCount, 0) * REACH) / 2;
    this.#hash = Uint32Array.from({ length: vocabulary.size }, (_, term) => vocabulary.hashOf(term));
    this.#telling = Uint8Array.from({ length: vocabulary.size }, (_, term) =>
      vocabulary.kindOf(term) >= TermKind.familiar ? 1 : 0,
    );
    this.#keep = keys > MOST_KEYS ? Math.ceil((MOST_KEYS / keys) * 0x10000) : 0x10000;
    this.bits = Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.ceil(Math.log2(keys * 4 + 1))));
  }

  /** Fills {@link slots} and returns how many there are; a key that the document repeats is there again. */
  read(outline: Outline | undefined): number {
    if (!outline) return 0;
    const { term, sentenceStart, wordCount } = outline;
    if (this.slots.length < wordCount * REACH) this.slots = new Uint32Array(wordCount * REACH * 2);
    const slots = this.slots;
    const shift = 32 - this.bits;
    const window = new Uint32Array(REACH);
    let count = 0;
    for (let s = 0; s + 1 < sentenceStart.length; s++) {
      let seen = 0;
      for (let i = sentenceStart[s] ?? 0; i < (sentenceStart[s + 1] ?? 0); i++) {
        const t = term[i] ?? -1;
        if (t < 0 || this.#telling[t] === 0) continue;
        const hash = this.#hash[t] ?? 0;
        for (let back = 0; back < REACH && back < seen; back++) {
          const other = window[back] ?? 0;
          if (other === hash) continue;
          // The sum makes the order of the two words indifferent.
          let key = Math.imul((other + hash) | 0, 0x85ebca6b) ^ (other ^ hash);
          key = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
          key = (key ^ (key >>> 13)) >>> 0;
          if ((key & 0xffff) < this.#keep) slots[count++] = key >>> shift;
        }
        window[seen % REACH] = hash;
        seen++;
      }
    }
    return count;
  }
}
