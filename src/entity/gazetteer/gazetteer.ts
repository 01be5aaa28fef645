import { mix } from '../../learn/hash.ts';
import type { HashedLexicon } from '../../learn/hashed-lexicon.ts';
import type { TokenHashes } from '../../learn/token-hashes.ts';

/** What a gazetteer says of a word or phrase; bits that add up. */
export const GAZETTEER = {
  /** First name of a person, in one of the Latin-script languages that the lists cover. */
  first: 1,
  last: 2,
  /** City with 300,000 inhabitants or more, or a capital. */
  city: 4,
  /** Smaller place. */
  town: 8,
  /** Country, state of a federation, continent or region. */
  country: 16,
  /** People or adjective of a country: Afghan, Kazakhs. */
  demonym: 32,
  organisation: 64,
  /** Country or capital whose name is no other English word: a name in small letters too. */
  unmistakable: 128,
} as const;

/** Longest phrase in tokens: "United States of America", "Democratic Republic of the Congo". */
export const MAX_PHRASE = 5;

/** Hash of a phrase so far and its next token's `lower` hash. */
export function extendPhrase(phrase: number, lower: number): number {
  return mix(phrase, lower);
}

/** Bits that hold for a phrase's tokens together, and bits that hold for a token by itself. */
const PHRASE_BITS =
  GAZETTEER.city |
  GAZETTEER.town |
  GAZETTEER.country |
  GAZETTEER.organisation |
  GAZETTEER.demonym |
  GAZETTEER.unmistakable;

/** What the gazetteers say, for each token. */
export interface GazetteerMatches {
  /** Bits of the token as a word of its own. */
  readonly word: Uint8Array;
  /** Bits of the longest phrase of two tokens or more that the token stands in. */
  readonly phrase: Uint8Array;
  /** 1 where such a phrase begins. */
  readonly begins: Uint8Array;
}

/**
 * Looks up every token, and every phrase of up to {@link MAX_PHRASE} tokens that begins with a capital. A phrase does not
 * cross the end of a sentence; the longest at a place counts.
 *
 * @param ends - one past the last token of each sentence.
 */
export function matchGazetteer(
  lexicon: HashedLexicon,
  hashes: TokenHashes,
  ends: readonly number[],
): GazetteerMatches {
  const { count, lower, flags } = hashes;
  const word = new Uint8Array(count);
  const phrase = new Uint8Array(count);
  const begins = new Uint8Array(count);
  let first = 0;
  for (const end of ends) {
    for (let token = first; token < end; token++) word[token] = lexicon.valueOf(lower[token] as number);
    for (let token = first; token < end; token++) {
      if (((flags[token] as number) & 1) === 0 || phrase[token] !== 0) continue;
      let hash = lower[token] as number;
      let bits = 0;
      let last = token;
      for (let next = token + 1; next < Math.min(end, token + MAX_PHRASE); next++) {
        hash = extendPhrase(hash, lower[next] as number);
        // A phrase ends in a capitalised word; "of the" only leads on.
        if (((flags[next] as number) & 1) === 0) continue;
        const found = lexicon.valueOf(hash) & PHRASE_BITS;
        if (found === 0) continue;
        bits = found;
        last = next;
      }
      if (bits === 0) continue;
      begins[token] = 1;
      phrase.fill(bits, token, last + 1);
    }
    first = end;
  }
  return { word, phrase, begins };
}
