import { mix } from '../learn/hash.ts';
import type { TokenHashes } from '../learn/token-hashes.ts';

/** Rises when a feature or section is added or changed: weights of another version would mean other things. */
export const TAGGER_VERSION = 2;

/** How many features a token can have at most. */
export const MAX_TAGGER_FEATURES = 40;

/** Stands for a word beyond the sentence; 255 for the dictionary class of one. */
const EDGE = 0x5eed;
const EDGE_CLASS = 255;

/** What the features of a sentence's tokens are read from. */
export interface TaggerInput {
  readonly hashes: TokenHashes;
  /** For each token, the dictionary's class of its word; 0 for a word that the dictionary has not. */
  readonly classes: Uint8Array;
}

/**
 * Writes the hashed features of the token at `at`: its word, ends and shape, the words around it, the tags to its left, and
 * what the dictionary says of it and of the words to its right.
 *
 * @param first - first token of the sentence; `end` is one past its last.
 * @param history - labels by token index, filled up to `at - 1`.
 * @returns how many were written.
 */
export function taggerFeatures(
  { hashes, classes }: TaggerInput,
  first: number,
  end: number,
  at: number,
  history: Uint8Array,
  into: Int32Array,
): number {
  const { lower, shape, suffix1, suffix2, suffix3, suffix4, prefix2, prefix3, exact, flags } = hashes;
  const word = lower[at] as number;
  const left1 = at > first ? (lower[at - 1] as number) : EDGE;
  const left2 = at > first + 1 ? (lower[at - 2] as number) : EDGE;
  const right1 = at + 1 < end ? (lower[at + 1] as number) : EDGE;
  const right2 = at + 2 < end ? (lower[at + 2] as number) : EDGE;
  const tag1 = at > first ? (history[at - 1] as number) + 1 : 0;
  const tag2 = at > first + 1 ? (history[at - 2] as number) + 1 : 0;
  const tags = tag1 * 256 + tag2;
  const own = classes[at] as number;
  const next = at + 1 < end ? (classes[at + 1] as number) : EDGE_CLASS;
  const nextButOne = at + 2 < end ? (classes[at + 2] as number) : EDGE_CLASS;
  const end2 = suffix2[at] as number;
  const end3 = suffix3[at] as number;
  const ownShape = shape[at] as number;
  /** Shape's flags, and whether the token opens its sentence. */
  const place = (flags[at] as number) + (at === first ? 256 : 0);

  let n = 0;
  into[n++] = mix(word, 1);
  into[n++] = mix(exact[at] as number, 2);
  into[n++] = mix(suffix1[at] as number, 3);
  into[n++] = mix(end2, 4);
  into[n++] = mix(end3, 5);
  into[n++] = mix(suffix4[at] as number, 6);
  into[n++] = mix(prefix2[at] as number, 7);
  into[n++] = mix(prefix3[at] as number, 8);
  into[n++] = mix(ownShape, 9);
  into[n++] = mix(mix(end3, place), 10);
  into[n++] = mix(mix(ownShape, place >> 8), 11);
  into[n++] = mix(left1, 12);
  into[n++] = mix(left2, 13);
  into[n++] = mix(right1, 14);
  into[n++] = mix(right2, 15);
  into[n++] = mix(tag1, 16);
  into[n++] = mix(tag2, 17);
  into[n++] = mix(tags, 18);
  into[n++] = mix(mix(word, tag1), 19);
  into[n++] = mix(mix(end2, tag1), 20);
  into[n++] = mix(mix(tag1, right1), 23);
  into[n++] = mix(own, 24);
  into[n++] = mix(next, 25);
  into[n++] = mix(mix(own, next), 26);
  into[n++] = mix(mix(tag1, own * 256 + next), 27);
  into[n++] = mix(mix(tags, own), 28);
  into[n++] = mix(at + 1 < end ? (suffix3[at + 1] as number) : EDGE, 29);
  into[n++] = mix(at + 1 < end ? (shape[at + 1] as number) : EDGE, 30);
  into[n++] = mix(mix(own, place), 31);
  into[n++] = mix(mix(own, left1), 32);
  into[n++] = mix(mix(own, right1), 33);
  into[n++] = mix(mix(mix(own, next), nextButOne), 34);
  return n;
}
