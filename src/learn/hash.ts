/**
 * Feature hashing without strings: the characters of a token are hashed once, and every feature that mentions the token
 * mixes that number with the feature's own (Weinberger et al. 2009 for the idea; the mixing constants are MurmurHash3's,
 * public domain). All hashes are signed 32-bit integers.
 */

const MURMUR_1 = 0x85eb_ca6b | 0;
const MURMUR_2 = 0xc2b2_ae35 | 0;
const FNV_OFFSET = 0x811c_9dc5 | 0;
const FNV_PRIME = 0x0100_0193;

/** Hash of the units in `[start, end)` as they stand. */
export function hashRange(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return finish(hash);
}

/** Hash of the units in `[start, end)` with the capitals of ASCII and Latin-1 made small. */
export function hashLowerRange(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ lowerUnit(text.charCodeAt(at)), FNV_PRIME);
  return finish(hash);
}

/** Hash of a word: equal to {@link hashRange} over the whole of it. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length);
}

/** Hash of a word in small letters: equal to {@link hashLowerRange} over the whole of it. */
export function hashLowerWord(word: string): number {
  return hashLowerRange(word, 0, word.length);
}

/** The unit as a small letter, for ASCII and Latin-1; other units are left as they are. */
export function lowerUnit(unit: number): number {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
  // U+2019 is how typesetters write the apostrophe of n't and 's.
  if (unit === 0x2019) return 0x27;
  return unit >= 0xc0 && unit <= 0xde && unit !== 0xd7 ? unit + 32 : unit;
}

/** Joins a hash with one more number: a feature's own number, a second token's hash, a tag. Order matters. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ Math.imul(value, MURMUR_1), MURMUR_2);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, MURMUR_1) ^ value;
}

/** Spreads a hash over all its bits; call it before bits are cut off to get a row of a table. */
export function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, MURMUR_1);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, MURMUR_2);
  return mixed ^ (mixed >>> 16);
}
