import {
  CLOSING_QUOTE,
  COLON,
  COMMA,
  DASH,
  FULL_STOP,
  OPENING_QUOTE,
  PARAGRAPH_START,
  SENTENCE_START,
  type TokenFacts,
} from './token-facts.ts';

/** Tokens that are read together, half-open; marks at depth `base` and above count as no quotation within the window. */
export interface Window {
  readonly first: number;
  readonly end: number;
  /** How many quotation marks are open around the window: 0 but for a search inside a quoted content. */
  readonly base: number;
}

/** Stands for what lies beyond the window. */
export const BEYOND = 0x5bd1e995;
/** No feature function adds more than this for one token. */
export const MAX_FEATURES = 110;

/** Distances and counts fall into ten classes. */
const BUCKETS = (() => {
  const table = new Uint8Array(64).fill(9);
  for (let n = 0; n < 25; n++) table[n] = n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : 8;
  return table;
})();

/** The class of a distance or count; what lies before nothing is as far as can be. */
export function bucket(distance: number): number {
  return BUCKETS[distance < 0 ? 63 : distance > 63 ? 63 : distance]!;
}

/** The kind of edge into a token: each has transitions of its own in both models. */
export function edgeKind(facts: TokenFacts, token: number, base: number): number {
  const flags = facts.flags[token]!;
  if (flags & PARAGRAPH_START) return 1;
  if (flags & SENTENCE_START) return facts.quoted[token]! > base ? 2 : 3;
  if (flags & COMMA) return 4;
  if (flags & OPENING_QUOTE) return 5;
  if (flags & CLOSING_QUOTE) return 6;
  if (flags & (COLON | DASH | FULL_STOP)) return 7;
  return token > 0 && facts.flags[token - 1]! & (COMMA | CLOSING_QUOTE) ? 8 : 0;
}
/** How many kinds {@link edgeKind} tells apart. */
export const EDGE_KINDS = 9;

/** 0 none, 1 some, 2 all of the words of a stretch stand in quotation marks. */
export function quotedShare(facts: TokenFacts, from: number, to: number, base: number): number {
  if (base === 0) {
    const n = facts.quotedBefore[to]! - facts.quotedBefore[from]!;
    return n === 0 ? 0 : n >= to - from - 1 ? 2 : 1;
  }
  let n = 0;
  for (let i = from; i < to; i++) if (facts.quoted[i]! > base) n++;
  return n === 0 ? 0 : n >= to - from - 1 ? 2 : 1;
}
