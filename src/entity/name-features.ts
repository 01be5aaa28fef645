import { hashLowerWord, mix } from '../learn/hash.ts';
import { SHAPE, type TokenHashes } from '../learn/token-hashes.ts';
import type { GazetteerMatches } from './gazetteer/gazetteer.ts';
import { TITLES } from './gazetteer/titles.ts';

/** Rises when a feature is added or changed. */
export const NAMES_VERSION = 2;

export const MAX_NAME_FEATURES = 64;

/** What the features of a document's tokens are read from; parallel arrays. */
export interface NameInput {
  readonly hashes: TokenHashes;
  /** Small number for each token's Penn tag. */
  readonly tag: Uint8Array;
  readonly gazetteer: GazetteerMatches;
  /** How the document writes the token's word elsewhere: see {@link documentCase}. */
  readonly elsewhere: Uint8Array;
  /** 1 in titles, headings and sentences in capitals, whose capitals say little. */
  readonly headline: Uint8Array;
  /** 1 for words that are titles of people: *Mr.*, *Minister*. */
  readonly title: Uint8Array;
  /** 1 for tokens that a name can hold. */
  readonly near: Uint8Array;
}

const EDGE = 0x5eed;
const EDGE_BITS = 0x300;

/** Writes the hashed features of the token at `at` in the sentence `[first, end)`; returns how many. */
export function nameFeatures(
  { hashes, tag, gazetteer, elsewhere, headline, title }: NameInput,
  first: number,
  end: number,
  at: number,
  into: Int32Array,
): number {
  const { lower, exact, shape, suffix2, suffix3, suffix4, prefix3, flags } = hashes;
  const { word: listed, phrase, begins } = gazetteer;
  const hasLeft = at > first;
  const hasRight = at + 1 < end;
  const word = lower[at] as number;
  const left1 = hasLeft ? (lower[at - 1] as number) : EDGE;
  const left2 = at > first + 1 ? (lower[at - 2] as number) : EDGE;
  const right1 = hasRight ? (lower[at + 1] as number) : EDGE;
  const right2 = at + 2 < end ? (lower[at + 2] as number) : EDGE;
  const tag0 = tag[at] as number;
  const tagLeft = hasLeft ? (tag[at - 1] as number) : 0;
  const tagLeft2 = at > first + 1 ? (tag[at - 2] as number) : 0;
  const tagRight = hasRight ? (tag[at + 1] as number) : 0;
  const tagRight2 = at + 2 < end ? (tag[at + 2] as number) : 0;
  const own = listed[at] as number;
  const ownPhrase = (phrase[at] as number) + ((begins[at] as number) << 8);
  const listedLeft = hasLeft ? (listed[at - 1] as number) : EDGE_BITS;
  const listedRight = hasRight ? (listed[at + 1] as number) : EDGE_BITS;
  const shapeLeft = hasLeft ? (shape[at - 1] as number) : EDGE;
  const shapeRight = hasRight ? (shape[at + 1] as number) : EDGE;
  const capital = (flags[at] as number) & (SHAPE.capital | SHAPE.allCapitals | SHAPE.digit);
  const capitalLeft = hasLeft ? (flags[at - 1] as number) & SHAPE.capital : 2;
  const capitalRight = hasRight ? (flags[at + 1] as number) & SHAPE.capital : 2;
  const place = (hasLeft ? 0 : 1) + (headline[at] as number) * 2;
  const cases = (elsewhere[at] as number) + place * 16;

  const titleLeft = hasLeft ? (title[at - 1] as number) : 2;
  const titleLeft2 = at > first + 1 ? (title[at - 2] as number) : 2;
  const titleRight = hasRight ? (title[at + 1] as number) : 2;
  const titles = (((titleLeft2 * 4 + titleLeft) * 4 + (title[at] as number)) * 4 + titleRight) * 4;

  let n = 0;
  into[n++] = mix(word, 1);
  into[n++] = mix(exact[at] as number, 2);
  into[n++] = mix(shape[at] as number, 3);
  into[n++] = mix(suffix2[at] as number, 4);
  into[n++] = mix(suffix3[at] as number, 5);
  into[n++] = mix(suffix4[at] as number, 6);
  into[n++] = mix(prefix3[at] as number, 7);
  into[n++] = mix(mix(shape[at] as number, place), 8);
  into[n++] = mix(left1, 9);
  into[n++] = mix(right1, 10);
  into[n++] = mix(left2, 11);
  into[n++] = mix(right2, 12);
  into[n++] = mix(mix(left1, word), 13);
  into[n++] = mix(mix(word, right1), 14);
  into[n++] = mix(tag0, 15);
  into[n++] = mix(tagLeft * 64 + tag0, 16);
  into[n++] = mix(tag0 * 64 + tagRight, 17);
  into[n++] = mix((tagLeft * 64 + tag0) * 64 + tagRight, 18);
  into[n++] = mix((tagLeft2 * 64 + tagLeft) * 64 + tag0, 19);
  into[n++] = mix((tag0 * 64 + tagRight) * 64 + tagRight2, 20);
  into[n++] = mix(own, 21);
  into[n++] = mix(own * 64 + tag0, 22);
  into[n++] = mix(mix(own, listedRight), 23);
  into[n++] = mix(mix(listedLeft, own), 24);
  into[n++] = mix(ownPhrase, 25);
  into[n++] = mix(mix(own, capitalLeft * 4 + capitalRight), 26);
  into[n++] = mix(cases, 27);
  into[n++] = mix(mix(cases, tag0), 28);
  into[n++] = mix(mix(capital, capitalLeft * 4 + capitalRight), 29);
  into[n++] = mix(mix(shapeLeft, shape[at] as number), 30);
  into[n++] = mix(mix(shape[at] as number, shapeRight), 31);
  into[n++] = mix(mix(left1, capital), 32);
  into[n++] = mix(mix(right1, capital), 33);
  into[n++] = mix(mix(left2, left1), 34);
  into[n++] = mix(mix(right1, right2), 35);
  into[n++] = mix(mix(left1, right1), 36);
  into[n++] = mix(mix(left1, own), 37);
  into[n++] = mix(mix(right1, own), 38);
  into[n++] = mix(hasLeft ? (suffix3[at - 1] as number) : EDGE, 39);
  into[n++] = mix(hasRight ? (suffix3[at + 1] as number) : EDGE, 40);
  into[n++] = mix(titles + capital * 1024, 44);
  into[n++] = mix(titleLeft * 4 + (title[at] as number) + 16 * capitalRight, 45);
  into[n++] = mix(mix(titleLeft * 2 + (title[at] as number), own), 46);
  // The bits of the lists one by one, so that rare sums of them are understood too.
  for (let bit = 0; bit < 8; bit++) {
    if (own & (1 << bit)) into[n++] = mix(bit * 4 + (capital & 1), 41);
    if ((phrase[at] as number) & (1 << bit)) into[n++] = mix(bit, 42);
    if (hasRight && listedRight & (1 << bit)) into[n++] = mix(bit * 4 + capitalRight, 43);
  }
  return n;
}

const TITLE_HASHES: ReadonlySet<number> = new Set(
  [...TITLES].flatMap((word) => [hashLowerWord(word), hashLowerWord(`${word}.`)]),
);

/** 1 for tokens that are titles of people. */
export function markTitles({ lower, count }: TokenHashes): Uint8Array {
  const titles = new Uint8Array(count);
  for (let token = 0; token < count; token++) if (TITLE_HASHES.has(lower[token] as number)) titles[token] = 1;
  return titles;
}

/** How a document writes a word: bits that add up. */
const ELSEWHERE = { small: 1, capitalWithin: 2, capitalTwice: 4 } as const;

/**
 * For each token, how the document writes its word: in small letters somewhere, capitalised within a sentence once, or twice.
 * Tells a name that opens a sentence from a word that does.
 *
 * @param opens - 1 for tokens that open a sentence or stand in a headline.
 */
export function documentCase(hashes: TokenHashes, opens: Uint8Array): Uint8Array {
  const seen = new Map<number, number>();
  const { count, lower, flags } = hashes;
  for (let token = 0; token < count; token++) {
    const flag = flags[token] as number;
    if ((flag & SHAPE.letter) === 0) continue;
    const word = lower[token] as number;
    const known = seen.get(word) ?? 0;
    if ((flag & SHAPE.capital) === 0) seen.set(word, known | ELSEWHERE.small);
    else if (opens[token] === 0)
      seen.set(
        word,
        known | (known & ELSEWHERE.capitalWithin ? ELSEWHERE.capitalTwice : ELSEWHERE.capitalWithin),
      );
  }
  const cases = new Uint8Array(count);
  for (let token = 0; token < count; token++) cases[token] = seen.get(lower[token] as number) ?? 0;
  return cases;
}
