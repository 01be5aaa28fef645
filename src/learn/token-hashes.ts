import { finish, lowerUnit } from './hash.ts';

/** Hashes of what features ask of a token, computed once. Parallel to the tokens they were made from. */
export interface TokenHashes {
  readonly count: number;
  /** The word in small letters, digits made 0. */
  readonly lower: Int32Array;
  /** The word as it stands. */
  readonly exact: Int32Array;
  /** The last one to four units in small letters; the whole word's hash where it is shorter. */
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** The first two and three units in small letters. */
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** Capitals, small letters, digits and marks, runs cut to two: `Dal'emi` is `Xxx'xx`. */
  readonly shape: Int32Array;
  /** Sum of {@link SHAPE} flags. */
  readonly flags: Uint8Array;
}

/** Coarse facts of a token's shape. */
export const SHAPE = {
  capital: 1,
  allCapitals: 2,
  digit: 4,
  letter: 8,
  hyphen: 16,
  dot: 32,
} as const;

const OFFSET = 0x811c_9dc5 | 0;
const PRIME = 0x0100_0193;
const ZERO = 0x30;

/**
 * Hashes every token of `text`.
 *
 * @param start - UTF-16 offsets, as in a token table; `count` of them are read.
 */
export function hashTokens(
  text: string,
  start: Int32Array | readonly number[],
  end: Int32Array | readonly number[],
  count: number,
): TokenHashes {
  const hashes = {
    count,
    lower: new Int32Array(count),
    exact: new Int32Array(count),
    suffix1: new Int32Array(count),
    suffix2: new Int32Array(count),
    suffix3: new Int32Array(count),
    suffix4: new Int32Array(count),
    prefix2: new Int32Array(count),
    prefix3: new Int32Array(count),
    shape: new Int32Array(count),
    flags: new Uint8Array(count),
  };
  for (let token = 0; token < count; token++) {
    const from = start[token] as number;
    const to = end[token] as number;
    let lower = OFFSET;
    let exact = OFFSET;
    let shape = OFFSET;
    let lastKind = -1;
    let run = 0;
    let flags = 0;
    let small = false;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      exact = Math.imul(exact ^ unit, PRIME);
      let folded = lowerUnit(unit);
      let kind: number;
      if (folded >= 0x61 && folded <= 0x7a) {
        kind = folded === unit ? 1 : 2;
      } else if (folded >= 0x30 && folded <= 0x39) {
        kind = 3;
        folded = ZERO;
      } else if (
        folded > 0xbf &&
        folded !== 0xd7 &&
        folded !== 0xf7 &&
        (folded < 0x2000 || folded > 0x2bff)
      ) {
        // Letters of other alphabets have no case here, except those of Latin-1.
        kind = folded === unit ? 1 : 2;
        if (unit > 0xff && isOtherCapital(unit)) kind = 2;
      } else {
        kind = 4 + folded;
        if (folded === 0x2d) flags |= SHAPE.hyphen;
        else if (folded === 0x2e) flags |= SHAPE.dot;
      }
      if (kind === 1) {
        small = true;
        flags |= SHAPE.letter;
      } else if (kind === 2) {
        // al-Hadi, d'Arc: a name whose particle is small.
        const particle = at - from <= 4 && at > from && (lastKind === 4 + 0x2d || lastKind === 4 + 0x27);
        flags |= at === from || particle ? SHAPE.capital | SHAPE.letter : SHAPE.letter;
      } else if (kind === 3) flags |= SHAPE.digit;
      lower = Math.imul(lower ^ folded, PRIME);
      const offset = at - from;
      if (offset === 1) hashes.prefix2[token] = finish(lower);
      else if (offset === 2) hashes.prefix3[token] = finish(lower);
      run = kind === lastKind ? run + 1 : 1;
      lastKind = kind;
      if (run <= 2) shape = Math.imul(shape ^ kind, PRIME);
    }
    if (flags & SHAPE.capital && !small && to - from > 1) flags |= SHAPE.allCapitals;
    const whole = finish(lower);
    hashes.lower[token] = whole;
    hashes.exact[token] = finish(exact);
    hashes.shape[token] = finish(shape);
    hashes.flags[token] = flags;
    const length = to - from;
    if (length < 2) hashes.prefix2[token] = whole;
    if (length < 3) hashes.prefix3[token] = whole;
    // From the right, so that one pass gives all four.
    let suffix = OFFSET;
    let at = to - 1;
    const stop = Math.max(from, to - 4);
    for (; at >= stop; at--) {
      suffix = Math.imul(suffix ^ lowerUnit(text.charCodeAt(at)), PRIME);
      if (at === to - 1) hashes.suffix1[token] = finish(suffix);
      else if (at === to - 2) hashes.suffix2[token] = finish(suffix);
      else if (at === to - 3) hashes.suffix3[token] = finish(suffix);
      else hashes.suffix4[token] = finish(suffix);
    }
    if (length < 2) hashes.suffix2[token] = whole;
    if (length < 3) hashes.suffix3[token] = whole;
    if (length < 4) hashes.suffix4[token] = whole;
  }
  return hashes;
}

/** Capitals of Greek, Cyrillic and the rest of Latin: asked of one token in thousands. */
function isOtherCapital(unit: number): boolean {
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}
