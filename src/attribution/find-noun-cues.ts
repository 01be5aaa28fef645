import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import {
  ADVERBIAL,
  CLOSING_QUOTE,
  COLON,
  COMMA,
  FULL_STOP,
  OPENING_QUOTE,
  REPORTING_NOUN,
  REPORTING_VERB,
  THAT,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';
import { UPOS } from '../model/language-layer.ts';

/** An attribution that a noun or an adjective carries: "the claim that …", "Brenn's denial that …", "alleged shipments". */
export interface NounCue {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

const PROPN = UPOS.indexOf('PROPN');
const ADJ = UPOS.indexOf('ADJ');
const NOUN = UPOS.indexOf('NOUN');
const NUM = UPOS.indexOf('NUM');
const PRON = UPOS.indexOf('PRON');
const DET = UPOS.indexOf('DET');
const ADP = UPOS.indexOf('ADP');
const NAMING = new Set([PROPN, NOUN, ADJ, NUM]);
const POSSESSIVES = new Set(["'s", '’s', "'", '’']);
const AGENTS = new Set(['by', 'from']);
/** Nouns of these acts also take their content with "of" or "about": "claims of drone flights". */
const TAKES_OF = new Set(['allege', 'deny']);
const ABOUT = new Set(['of', 'about', 'on', 'over']);
const MAX_PHRASE = 14;
const MAX_SOURCE = 8;
/** A clause is followed no further, so that a text without an end to its sentences costs no more. */
const MAX_CLAUSE = 80;

/**
 * Finds what nouns report within a stretch of tokens.
 *
 * Written as rules because the training data marks outer attributions only, and these stand mostly within others: "denied
 * claims that …". Only a complement makes a noun a cue; "the claim" alone reports nothing.
 */
export function findNounCues(facts: TokenFacts, first: number, end: number): NounCue[] {
  const found: NounCue[] = [];
  for (let i = first; i < end - 1; i++) {
    const one = facts.flags[i]! & REPORTING_NOUN ? byNoun(facts, i, first, end) : byAlleged(facts, i, end);
    if (one !== null) found.push(one);
  }
  return found;
}

function byNoun(facts: TokenFacts, noun: number, first: number, end: number): NounCue | null {
  const { lemma, word } = facts.layer.tokens;
  let after = noun + 1;
  let source = ownerBefore(facts, noun, first);
  // "claims by two officials that …", "made" and other participles between are passed over.
  if (AGENTS.has(lower(word, after))) {
    const stop = phraseEnd(facts, after + 1, Math.min(end, after + 1 + MAX_SOURCE));
    if (stop > after + 1) {
      source = [[after + 1, stop]];
      after = stop;
    }
  }
  if (after < end && facts.flags[after]! & THAT) {
    const stop = clauseEnd(facts, after, end);
    return stop - after < 3 ? null : { cue: [noun, noun + 1], source, content: [[after, stop]] };
  }
  const act = NOUN_ACTS.get(lemma[noun]!.toLowerCase());
  if (act === undefined || !TAKES_OF.has(act) || !ABOUT.has(lower(word, after))) return null;
  const stop = clauseEnd(facts, after, Math.min(end, after + MAX_PHRASE));
  return stop - after < 2 ? null : { cue: [noun, noun + 1], source, content: [[after, stop]] };
}

/**
 * Where the object of a cue's verb begins, when it is a noun that reports ("rejected | allegations", "repeated | its
 * denial"); the end of the cue otherwise.
 */
export function objectStart(facts: TokenFacts, [first, end]: TokenRange): number {
  let noun = end - 1;
  if (facts.upos[noun] === ADP) noun--;
  if (noun < first || !(facts.flags[noun]! & REPORTING_NOUN)) return end;
  let verb = noun - 1;
  while (verb >= first && !(facts.flags[verb]! & REPORTING_VERB)) verb--;
  if (verb < first) return end;
  const { lemma } = facts.layer.tokens;
  const act = VERB_ACTS.get(lemma[verb]!.toLowerCase());
  return ON_CLAIMS.has(act ?? 'state') ? verb + 1 : end;
}
/** What one does with somebody's claim; to "make" or "issue" one is to claim. */
const ON_CLAIMS = new Set(['deny', 'confirm', 'allege']);

/** "alleged" before a noun, "allegedly" before what is said to have happened. */
function byAlleged(facts: TokenFacts, i: number, end: number): NounCue | null {
  const { word } = facts.layer.tokens;
  const own = lower(word, i);
  if (own !== 'alleged' && own !== 'allegedly') return null;
  if (own === 'alleged' && (facts.flags[i]! & VERBAL || !NAMING.has(facts.upos[i + 1]!))) {
    if (!(facts.upos[i + 1] === NOUN || facts.upos[i + 1] === ADJ)) return null;
  }
  const stop =
    own === 'alleged' ? phraseEnd(facts, i + 1, Math.min(end, i + MAX_PHRASE)) : clauseEnd(facts, i + 1, end);
  return stop <= i + 1 ? null : { cue: [i, i + 1], source: [], content: [[i + 1, stop]] };
}

/** "Brenn's denial", "their claims", "Quellian allegations": who is named right before the noun. */
function ownerBefore(facts: TokenFacts, noun: number, first: number): TokenRange[] {
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
  if (POSSESSIVES.has(lower(word, at))) {
    let from = at;
    while (
      from > first &&
      at - from < MAX_SOURCE &&
      (NAMING.has(facts.upos[from - 1]!) || facts.upos[from - 1] === DET)
    )
      from--;
    return from < at ? [[from, at + 1]] : [];
  }
  if (facts.upos[at] === PRON && facts.layer.tokens.penn[at] === 'PRP$') return [[at, at + 1]];
  const named = facts.upos[at] === PROPN || (facts.upos[at] === ADJ && word[at] !== word[at]!.toLowerCase());
  return named ? [[at, at + 1]] : [];
}

/** Where a noun phrase that begins at `from` ends, a prepositional phrase of its own included once. */
function phraseEnd(facts: TokenFacts, from: number, end: number): number {
  const { word } = facts.layer.tokens;
  let at = from;
  let prepositions = 0;
  while (at < end) {
    const tag = facts.upos[at]!;
    if (NAMING.has(tag) || tag === DET || POSSESSIVES.has(lower(word, at))) at++;
    else if (tag === ADP && prepositions++ < 2 && at > from && NAMING.has(facts.upos[at + 1] ?? -1)) at++;
    else break;
  }
  return at;
}

/** Where a clause ends: at a quotation mark that is not its own, at ", which" and the like, or with the stretch. */
function clauseEnd(facts: TokenFacts, from: number, limit: number): number {
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

function lower(word: readonly string[], at: number): string {
  return word[at]?.toLowerCase() ?? '';
}
