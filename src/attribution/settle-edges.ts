import { UPOS } from '../model/language-layer.ts';
import type { Candidate } from './candidate.ts';
import { TO_DO } from './find-complements.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import { phraseEnd } from './phrase.ts';
import {
  NOMINAL,
  OPENING_QUOTE,
  REPORTING_NOUN,
  REPORTING_VERB,
  SENTENCE_START,
  VERBAL,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const ADP = UPOS.indexOf('ADP');
const NOUN = UPOS.indexOf('NOUN');
/** What one does with somebody's claim; to "make" or "issue" one is to claim. */
const ON_CLAIMS = new Set(['deny', 'confirm', 'allege']);
/** Verbs whose object is accused or told to do what follows it. */
const ACCUSE = new Set(['accuse', 'suspect', 'convict']);
const PREPOSITIONS = new Set(['of', 'to']);
/** The object between such a verb and what it is to do has no more words. */
const MAX_OBJECT = 10;

type Edges = Pick<Candidate, 'cue' | 'content'>;

/**
 * Moves the edges between cue and content to where readers put them alike. The training data cuts some constructions both
 * ways, so that the models do too.
 */
export function settleEdges(facts: TokenFacts, { cue, content }: Edges): Edges {
  const own = withPerson(facts, withObject(facts, { cue, content }));
  return { cue: own.cue, content: withoutNextQuotation(facts, withoutCircumstance(facts, own)) };
}

/**
 * "rejected allegations | that …": what is rejected is the allegations. They go to the content, where they are a cue of
 * their own. "demands release of | …" likewise.
 */
function withObject(facts: TokenFacts, { cue, content }: Edges): Edges {
  const opening = content[0]!;
  // "denied claims | of | flights": a preposition may belong to neither.
  const gap = opening[0] - cue[1];
  if (gap !== 0 && !(gap === 1 && facts.upos[cue[1]] === ADP)) return { cue, content };
  const cut = objectStart(facts, cue);
  if (cut === cue[1]) return { cue, content };
  return { cue: [cue[0], cut], content: [[cut, opening[1]], ...content.slice(1)] };
}

/** Where the object of a cue's verb begins, when it is a noun that reports; the end of the cue otherwise. */
function objectStart(facts: TokenFacts, [first, end]: TokenRange): number {
  const { lemma } = facts.layer.tokens;
  let noun = end - 1;
  if (facts.upos[noun] === ADP && noun > first) noun--;
  let verb = noun - 1;
  while (verb >= first && !(facts.flags[verb]! & REPORTING_VERB)) verb--;
  if (verb < first) return end;
  const act = VERB_ACTS.get(lemma[verb]!.toLowerCase());
  if (act === 'demand' && facts.upos[noun] === NOUN && noun > verb) return verb + 1;
  // "rejected claims": after a verb its tag may be a verb's.
  const reports = facts.flags[noun]! & REPORTING_NOUN || NOUN_ACTS.has(lemma[noun]!.toLowerCase());
  return reports && ON_CLAIMS.has(act ?? 'state') ? verb + 1 : end;
}

/** "accused the union | of …", "ordered the ferry | to …": whoever is accused or told belongs to what is said. */
function withPerson(facts: TokenFacts, { cue, content }: Edges): Edges {
  const { lemma, word } = facts.layer.tokens;
  const opening = content[0]!;
  if (opening[0] < cue[1] || opening[0] - cue[0] > cue[1] - cue[0] + MAX_OBJECT) return { cue, content };
  let verb = cue[1] - 1;
  while (verb >= cue[0] && !(facts.flags[verb]! & REPORTING_VERB)) verb--;
  if (verb < cue[0]) return { cue, content };
  const base = lemma[verb]!.toLowerCase();
  if (!TO_DO.has(base) && !ACCUSE.has(base)) return { cue, content };
  const from = verb + 1;
  if (from >= opening[0]) return { cue, content };
  let to = facts.layer.tokens.penn[from] === 'PRP' ? from + 1 : phraseEnd(facts, from, opening[0]);
  const preposition = word[to]?.toLowerCase() ?? '';
  if (to === from || !(facts.flags[to - 1]! & NOMINAL) || !PREPOSITIONS.has(preposition))
    return { cue, content };
  // The preposition may stand at the end of the cue, between, or at the head of the content.
  if (to < opening[0]) to++;
  if (to !== opening[0]) return { cue, content };
  return { cue: [cue[0], from], content: [[from, opening[1]], ...content.slice(1)] };
}

/** Headlines set one event beside another with "as": "Quell demands answers | as ferries stop". */
function withoutCircumstance(facts: TokenFacts, { cue, content }: Edges): Candidate['content'] {
  const { sentences, tokens } = facts.layer;
  if (sentences[tokens.sentence[cue[0]]!]!.kind === 'sentence') return content;
  const last = content.at(-1)!;
  if (last[0] < cue[1]) return content;
  for (let at = last[0] + 1; at < last[1] - 2; at++) {
    if (tokens.word[at]!.toLowerCase() !== 'as' || facts.quoted[at]! > 0) continue;
    let subject = false;
    for (let i = at + 1; i < last[1]; i++) {
      if (facts.flags[i]! & NOMINAL) subject = true;
      else if (subject && facts.flags[i]! & VERBAL) return [...content.slice(0, -1), [last[0], at]];
    }
  }
  return content;
}

/**
 * “He says nobody was there. "They had all gone."”: a sentence in quotation marks after reported speech stands for itself, as
 * does every quotation that nothing introduces.
 */
function withoutNextQuotation(facts: TokenFacts, content: Candidate['content']): Candidate['content'] {
  const opening = content[0]!;
  const own = facts.sentence[opening[0]]!;
  const kept: TokenRange[] = [];
  for (const [first, end] of content) {
    const next = nextSentence(facts, own, first, end);
    if (next > first) kept.push([first, next]);
    if (next < end) break;
  }
  for (const [first, end] of kept) for (let i = first; i < end; i++) if (facts.quoted[i]! > 0) return content;
  return kept.length === 0 ? content : kept;
}

/** Where the stretch leaves the sentence for one that opens with a quotation mark; its end where it does not. */
function nextSentence(facts: TokenFacts, own: number, first: number, end: number): number {
  for (let i = first; i < end; i++)
    if (facts.sentence[i] !== own && facts.flags[i]! & OPENING_QUOTE && facts.flags[i]! & SENTENCE_START)
      return i;
  return end;
}
