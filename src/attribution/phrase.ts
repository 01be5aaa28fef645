import { UPOS } from '../model/language-layer.ts';
import {
  ADVERBIAL,
  CLOSING_QUOTE,
  COLON,
  COMMA,
  FULL_STOP,
  OPENING_QUOTE,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const ADJ = UPOS.indexOf('ADJ');
const PRON = UPOS.indexOf('PRON');
const PROPN = UPOS.indexOf('PROPN');
const ADP = UPOS.indexOf('ADP');
const DET = UPOS.indexOf('DET');
/** Universal tags of the words that a name or a plain noun phrase is made of. */
export const NAMING: ReadonlySet<number> = new Set(
  ['PROPN', 'NOUN', 'ADJ', 'NUM'].map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number])),
);
export const POSSESSIVES: ReadonlySet<string> = new Set(["'s", '’s', "'", '’']);
/** A clause is followed no further, so that a text without an end to its sentences costs no more. */
const MAX_CLAUSE = 80;

/** Where a noun phrase that begins at `from` ends, a prepositional phrase of its own included once. */
export function phraseEnd(facts: TokenFacts, from: number, end: number): number {
  const { word, penn } = facts.layer.tokens;
  let at = from;
  let prepositions = 0;
  while (at < end) {
    const tag = facts.upos[at]!;
    if (NAMING.has(tag) || tag === DET || penn[at] === 'PRP$' || POSSESSIVES.has(word[at]!.toLowerCase()))
      at++;
    else if (tag === ADP && prepositions++ < 2 && at > from && opensPhrase(facts, at + 1)) at++;
    else break;
  }
  return at;
}

function opensPhrase({ upos, layer }: TokenFacts, at: number): boolean {
  return NAMING.has(upos[at] ?? -1) || upos[at] === DET || layer.tokens.penn[at] === 'PRP$';
}

/** A participle that stands right behind its noun: "drones | used in Quell". */
const PARTICIPLES = new Set(['VBN', 'VBG']);

/**
 * Where a noun phrase with all that hangs on it ends: prepositional phrases, words in quotation marks, participles; not the
 * verb whose subject it is.
 */
export function nominalEnd(facts: TokenFacts, from: number, end: number): number {
  const { penn, word } = facts.layer.tokens;
  let at = from;
  while (at < end) {
    const tag = facts.upos[at]!;
    const inside =
      NAMING.has(tag) ||
      tag === DET ||
      tag === ADP ||
      penn[at] === 'PRP$' ||
      POSSESSIVES.has(word[at]!.toLowerCase()) ||
      (facts.flags[at]! & (OPENING_QUOTE | CLOSING_QUOTE)) !== 0 ||
      (PARTICIPLES.has(penn[at]!) && at > from && (facts.flags[at]! & VERBAL) !== 0);
    if (!inside) break;
    at++;
  }
  while (at > from && !(facts.flags[at - 1]! & CLOSING_QUOTE) && !NAMING.has(facts.upos[at - 1]!)) at--;
  return at;
}

/** Where a clause ends: at a quotation mark that is not its own, at ", which" and the like, or with the stretch. */
export function clauseEnd(facts: TokenFacts, from: number, limit: number): number {
  const end = Math.min(limit, from + MAX_CLAUSE);
  const depth = facts.quoted[from]!;
  const { penn } = facts.layer.tokens;
  let at = from;
  while (at < end) {
    const flags = facts.flags[at]!;
    if (facts.quoted[at]! < depth || flags & (FULL_STOP | COLON)) break;
    if (flags & CLOSING_QUOTE && facts.quoted[from] === facts.quoted[at] && depth > 0) break;
    if (
      flags & COMMA &&
      at + 1 < end &&
      (penn[at + 1]!.startsWith('W') || penn[at + 1] === 'VBG' || penn[at + 1] === 'CC')
    )
      break;
    at++;
  }
  while (at > from && !(facts.flags[at - 1]! & (WORD | CLOSING_QUOTE | OPENING_QUOTE))) at--;
  return at;
}

/** An owner has no more words. */
const MAX_OWNER = 8;

/** "Brenn's denial", "their claims", "Quellian allegations": who is named right before the noun. */
export function ownerBefore(facts: TokenFacts, noun: number, first: number): TokenRange[] {
  const { word } = facts.layer.tokens;
  let at = noun - 1;
  while (
    at > first &&
    facts.upos[at] === ADJ &&
    !(facts.flags[at]! & ADVERBIAL) &&
    word[at] === word[at]!.toLowerCase()
  )
    at--;
  if (at < first) return [];
  if (POSSESSIVES.has(word[at]!.toLowerCase())) {
    let from = at;
    while (
      from > first &&
      at - from < MAX_OWNER &&
      (NAMING.has(facts.upos[from - 1]!) || facts.upos[from - 1] === DET)
    )
      from--;
    return from < at ? [[from, at + 1]] : [];
  }
  if (facts.upos[at] === PRON && facts.layer.tokens.penn[at] === 'PRP$') return [[at, at + 1]];
  const named = facts.upos[at] === PROPN || (facts.upos[at] === ADJ && word[at] !== word[at]!.toLowerCase());
  return named ? [[at, at + 1]] : [];
}
