import { UPOS } from '../model/language-layer.ts';
import type { Candidate } from './candidate.ts';
import { TO_DO } from './find-complements.ts';
import { NOUN_ACTS, VERB_ACTS } from './lexicon/cue-acts.ts';
import { clauseEnd, phraseEnd } from './phrase.ts';
import {
  ADVERBIAL,
  COMMA,
  NOMINAL,
  OPENING_QUOTE,
  REPORTING_NOUN,
  REPORTING_VERB,
  SENTENCE_START,
  THAT,
  VERBAL,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const ADP = UPOS.indexOf('ADP');
const PRON = UPOS.indexOf('PRON');
const CCONJ = UPOS.indexOf('CCONJ');
const NOUN = UPOS.indexOf('NOUN');
/** What one does with somebody's claim; to "make" or "issue" one is to claim. */
const ON_CLAIMS = new Set(['deny', 'confirm', 'allege']);
/** Verbs whose object is accused or told to do what follows it. */
const ACCUSE = new Set(['accuse', 'suspect', 'convict']);
const PREPOSITIONS = new Set(['of', 'to']);
/** "warned the mill | about …" */
const WARN = new Set(['about', 'of', 'against']);
/** The object between such a verb and what it is to do has no more words. */
const MAX_OBJECT = 10;

type Edges = Pick<Candidate, 'cue' | 'content'>;

/**
 * Moves the edges between cue and content to where readers put them alike. The training data cuts some constructions both
 * ways, so that the models do too.
 */
export function settleEdges(facts: TokenFacts, { cue, content }: Edges): Edges {
  const { cue: own, content: whole } = withPerson(facts, withObject(facts, { cue, content }));
  let settled = withoutCircumstance(facts, { cue: own, content: withApposition(facts, own, whole) });
  settled = withoutCoordinate(facts, own, withoutMainClause(facts, own, settled));
  return { cue: own, content: withoutNextQuotation(facts, settled) };
}

/**
 * "rejected allegations | that …": what is rejected is the allegations. They go to the content, where they are a cue of
 * their own. "demands release of | …" likewise.
 */
function withObject(facts: TokenFacts, { cue, content }: Edges): Edges {
  const opening = content[0]!;
  // "denied claims | of | flights", "rejected | Quellian claims | that …": what stands between may belong to neither.
  const gap = opening[0] - cue[1];
  const plain = gap === 0 || (gap === 1 && facts.upos[cue[1]] === ADP);
  if (!plain && (gap < 0 || gap > MAX_OBJECT || phraseEnd(facts, cue[1], opening[0]) !== opening[0]))
    return { cue, content };
  const end = plain ? cue[1] : opening[0];
  const cut = objectStart(facts, [cue[0], end]);
  if (cut === end) return { cue, content };
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
  const leads = PREPOSITIONS.has(preposition) || (base === 'warn' && WARN.has(preposition));
  if (to === from || !(facts.flags[to - 1]! & NOMINAL) || !leads) return { cue, content };
  // The preposition may stand at the end of the cue, between, or at the head of the content.
  if (to < opening[0]) to++;
  if (to !== opening[0]) return { cue, content };
  return { cue: [cue[0], from], content: [[from, opening[1]], ...content.slice(1)] };
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);

/** The index of the content's piece that follows the cue without a gap but for its object; −1 when none does. */
function pieceAfter(cue: TokenRange, content: Candidate['content']): number {
  return content.findIndex(([first]) => first >= cue[1] && first - cue[1] <= MAX_OBJECT);
}

function cutAt(content: Candidate['content'], piece: number, end: number): Candidate['content'] {
  return [...content.slice(0, piece), [content[piece]![0], end]];
}

/**
 * "who asked not to be named, | said that …": what a relative clause reports ends with the clause, where a comma stands
 * before the verb of the main one.
 */
function withoutMainClause(
  facts: TokenFacts,
  cue: TokenRange,
  content: Candidate['content'],
): Candidate['content'] {
  const { penn } = facts.layer.tokens;
  const piece = pieceAfter(cue, content);
  if (piece < 0 || !RELATIVE.has(penn[cue[0] - 1] ?? '')) return content;
  const [first, end] = content[piece]!;
  for (let at = first + 1; at < end - 1; at++)
    if (
      facts.flags[at]! & COMMA &&
      (FINITE.has(penn[at + 1]!) || penn[at + 1] === 'MD') &&
      facts.quoted[at] === facts.quoted[first]
    )
      return cutAt(content, piece, at);
  return content;
}
const RELATIVE = new Set(['WP', 'WDT']);
/** An apposition between commas has no more words. */
const MAX_APPOSITION = 10;
/** "Brenn, with which it has been at war since May, …": a relative clause there has no more words. */
const MAX_RELATIVE = 24;

/** "said his colleague |, Ada Lund, had called", "ordered Lund |, the owner, to pay": a clause does not end before its verb. */
function withApposition(
  facts: TokenFacts,
  cue: TokenRange,
  content: Candidate['content'],
): Candidate['content'] {
  const { penn, sentence } = facts.layer.tokens;
  const piece = content.length - 1;
  const [first, end] = content[piece]!;
  if (first < cue[1] || !(facts.flags[end]! & COMMA) || !(facts.flags[end - 1]! & NOMINAL)) return content;
  let close = end + 1;
  const opener = facts.upos[close] === ADP ? close + 1 : close;
  const relative = RELATIVE.has(penn[opener] ?? '') || penn[opener] === 'WP$';
  const barrier = relative ? COMMA | SENTENCE_START : COMMA | VERBAL | SENTENCE_START;
  const most = relative ? MAX_RELATIVE : MAX_APPOSITION;
  while (close - end < most && close < facts.count - 1 && !(facts.flags[close]! & barrier)) close++;
  if (close - end < 2 || !(facts.flags[close]! & COMMA)) return content;
  const opening = facts.flags[first]! & THAT ? first + 1 : first;
  const subject = first === cue[1] && phraseEnd(facts, opening, end) === end;
  const goesOn = subject
    ? FINITE.has(penn[close + 1]!) || penn[close + 1] === 'MD'
    : penn[close + 1] === 'TO' && telling(facts, first, end);
  if (!goesOn) return content;
  const stop = clauseEnd(facts, close + 1, facts.layer.sentences[sentence[first]!]!.endToken);
  return cutAt(content, piece, stop);
}

/** Whether the last verb of a stretch tells somebody to do something. */
function telling({ flags, layer }: TokenFacts, first: number, end: number): boolean {
  let verb = end - 1;
  while (verb > first && !(flags[verb]! & VERBAL)) verb--;
  return TO_DO.has(layer.tokens.lemma[verb]!.toLowerCase());
}

/**
 * "asked them to stay | and advised them …", "says that it paid | and insists that …": a second verb of the same speaker
 * is no part of what the first one reports. Behind an infinitive a finite verb can be nothing else; behind "that" it
 * needs a "that" of its own; and only people accuse.
 */
function withoutCoordinate(
  facts: TokenFacts,
  cue: TokenRange,
  content: Candidate['content'],
): Candidate['content'] {
  const { penn } = facts.layer.tokens;
  const piece = pieceAfter(cue, content);
  if (piece < 0) return content;
  let head = cue[1] - 1;
  while (head > cue[0] && !FINITE.has(penn[head]!)) head--;
  if (!FINITE.has(penn[head]!)) return content;
  const [first, end] = content[piece]!;
  const clause = facts.flags[first]! & THAT;
  let infinitive = false;
  let finite = false;
  for (let at = first; at < end - 2; at++) {
    if (facts.quoted[at]! !== facts.quoted[cue[0]]!) return content;
    if (penn[at] === 'TO') infinitive = true;
    // A clause of its own may have the second verb for its own.
    if (FINITE.has(penn[at]!) || penn[at] === 'MD') finite = true;
    if (facts.upos[at] !== CCONJ) continue;
    let verb = at + 1;
    while (verb < end - 1 && facts.flags[verb]! & ADVERBIAL) verb++;
    if (penn[verb] !== penn[head] || !(facts.flags[verb]! & VERBAL)) continue;
    const reporting = facts.flags[verb]! & REPORTING_VERB;
    const parallel = clause && reporting && facts.flags[verb + 1]! & THAT;
    const accuses = reporting && ACCUSE.has(facts.layer.tokens.lemma[verb]!) && facts.upos[first] !== PRON;
    if (!parallel && !accuses && !(infinitive && !clause && !finite)) continue;
    const stop = facts.flags[at - 1]! & COMMA ? at - 1 : at;
    return stop > first ? cutAt(content, piece, stop) : content;
  }
  return content;
}

/** Headlines set one event beside another with "as" or ";": "Quell demands answers | as ferries stop". */
function withoutCircumstance(facts: TokenFacts, { cue, content }: Edges): Candidate['content'] {
  const { sentences, tokens } = facts.layer;
  if (sentences[tokens.sentence[cue[0]]!]!.kind === 'sentence') return content;
  const last = content.at(-1)!;
  if (last[0] < cue[1]) return content;
  for (let at = last[0] + 1; at < last[1] - 2; at++) {
    if (facts.quoted[at]! > 0) continue;
    if (tokens.word[at] === ';') return [...content.slice(0, -1), [last[0], at]];
    if (tokens.word[at]!.toLowerCase() !== 'as') continue;
    let subject = false;
    for (let i = at + 1; i < last[1] && tokens.word[i] !== ';'; i++) {
      if (facts.flags[i]! & NOMINAL) subject = true;
      else if (subject && facts.flags[i]! & VERBAL) return [...content.slice(0, -1), [last[0], at]];
    }
  }
  return content;
}

/**
 * “He says nobody was there. "They had all gone."”: a sentence in quotation marks after reported speech stands for itself, as
 * does every quotation that nothing introduces. Only a quotation is gone on with by the next one.
 */
function withoutNextQuotation(facts: TokenFacts, content: Candidate['content']): Candidate['content'] {
  const opening = content[0]!;
  if (facts.flags[opening[0]]! & OPENING_QUOTE) return content;
  const own = facts.sentence[opening[0]]!;
  const kept: TokenRange[] = [];
  for (const [first, end] of content) {
    const next = nextSentence(facts, own, first, end);
    if (next > first) kept.push([first, next]);
    if (next < end) break;
  }
  if (endsQuoted(facts, kept)) return content;
  return kept.length === 0 ? content : kept;
}

/** Whether the last of the words stands in quotation marks: "said it was “an outrage. | We will …”". */
function endsQuoted(facts: TokenFacts, content: Candidate['content']): boolean {
  const last = content.at(-1);
  return last !== undefined && facts.quoted[last[1] - 1]! > 0;
}

/** Where the stretch leaves the sentence for one that opens with a quotation mark; its end where it does not. */
function nextSentence(facts: TokenFacts, own: number, first: number, end: number): number {
  for (let i = first; i < end; i++)
    if (facts.sentence[i] !== own && facts.flags[i]! & OPENING_QUOTE && facts.flags[i]! & SENTENCE_START)
      return i;
  return end;
}
