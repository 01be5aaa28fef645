import { UPOS } from '../model/language-layer.ts';
import {
  CLOSING_QUOTE,
  COLON,
  COMMA,
  FULL_STOP,
  OPENING_QUOTE,
  WORD,
  type TokenFacts,
} from './token-facts.ts';

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
    else if (tag === ADP && prepositions++ < 2 && at > from && NAMING.has(facts.upos[at + 1] ?? -1)) at++;
    else break;
  }
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
