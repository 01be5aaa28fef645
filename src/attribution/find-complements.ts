import { UPOS } from '../model/language-layer.ts';
import { clauseEnd, phraseEnd } from './phrase.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';
import {
  ADVERBIAL,
  CLOSING_QUOTE,
  COMMA,
  DASH,
  NOMINAL,
  OPENING_QUOTE,
  REPORTING_VERB,
  THAT,
  VERBAL,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const AUX = UPOS.indexOf('AUX');
const PART = UPOS.indexOf('PART');
const DET = UPOS.indexOf('DET');
const ADJ = UPOS.indexOf('ADJ');
const NUM = UPOS.indexOf('NUM');
const NOUN = UPOS.indexOf('NOUN');
const PROPN = UPOS.indexOf('PROPN');
const PRON = UPOS.indexOf('PRON');
const ADP = UPOS.indexOf('ADP');
const CCONJ = UPOS.indexOf('CCONJ');

/** A reporting verb between its subject and a complement of the kind that it takes. */
export interface Complement {
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** Verbs that tell somebody to do something, with the one who is told: "ordered [the ferry to stop]". */
export const TO_DO: ReadonlySet<string> = new Set(
  `order urge ask advise tell command instruct warn encourage request implore exhort beg beseech direct
  call_on call_upon invite forbid demand require`.split(/\s+/),
);
/** Verbs that take what is said of as their object: "rejected [the allegations]", "demands [an answer]". */
const OBJECT = new Set(
  `deny reject dismiss demand condemn denounce refute rebut repudiate deplore regret request ask_for call_for
  announce convey confirm dispute criticize criticise`.split(/\s+/),
);
/** Verbs that bind or threaten the speaker himself: "threatened [to sue]". */
const TO_BIND = new Set(`threaten promise vow pledge refuse swear offer`.split(' '));
/** Verbs of plain saying with a clause of its own subject: "says [it paid]". */
const SAYING = new Set(`say claim insist admit acknowledge argue`.split(' '));
/** Verbs that name who is told before what: "told her on Monday [that …]", "assured us [it was safe]". */
const TELLING = new Set(`tell assure inform remind warn promise`.split(' '));
const PARTICLES = new Set(['for', 'on', 'upon', 'of']);
/** "spoke of [6,000]", and what it takes to be such a number rather than a topic. */
const NUMBERS = new Set(['speak_of', 'talk_of']);
/** "put [the number at 63]": the number stands so near. */
const MAX_NUMBER = 12;
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
const FINITE_OR_MODAL = new Set([...FINITE, 'MD']);
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never']);
/** Words that a subject may have. */
const MAX_SUBJECT = 14;

/** Finds them in one sentence or content; the models pass over verbs that their news seldom used so. */
export function findComplements(facts: TokenFacts, first: number, end: number): Complement[] {
  const found: Complement[] = [];
  end = Math.min(end, firstDash(facts, first, end));
  for (let verb = first + 1; verb < end - 1; verb++) {
    if (!(facts.flags[verb]! & REPORTING_VERB)) continue;
    const group = verbGroup(facts, verb, first);
    if (group === null) continue;
    const source = subjectBefore(facts, group, first) ?? sharedSubject(facts, group, verb, first);
    if (source === null) continue;
    const one = complementAfter(facts, verb, end);
    if (one === null) continue;
    found.push({ cue: [group, one.from], source: [source], content: [[one.first, one.end]] });
    verb = one.from;
  }
  return found;
}

/** In a headline a dash begins another: "Quell demands answers – Toll rises". */
function firstDash(facts: TokenFacts, first: number, end: number): number {
  const { sentences, tokens } = facts.layer;
  if (first >= end || sentences[tokens.sentence[first]!]!.kind === 'sentence') return end;
  let at = first;
  while (at < end && !(facts.flags[at]! & DASH)) at++;
  return at;
}

/** Where the finite verb group that ends with `verb` begins; `null` when it is not finite, passive, or negated. */
export function verbGroup(
  { upos, flags, layer: { tokens } }: TokenFacts,
  verb: number,
  first: number,
): number | null {
  let at = verb;
  // "put" is its own past.
  let finite = FINITE.has(tokens.penn[verb]!) || tokens.word[verb] === 'put';
  let passive = false;
  while (at > first && (upos[at - 1] === AUX || upos[at - 1] === PART || flags[at - 1]! & ADVERBIAL)) {
    at--;
    // Who "did not order" it said nothing.
    const word = tokens.word[at]!.toLowerCase();
    if (NEGATIONS.has(word) || word === 'to') return null;
    if (upos[at] !== AUX) continue;
    finite = true;
    if (tokens.lemma[at] === 'be' && tokens.penn[verb] === 'VBN') passive = true;
  }
  return finite && !passive ? at : null;
}

/** The noun phrase that ends right before `at`, with what stands in apposition between commas. */
export function subjectBefore(facts: TokenFacts, at: number, first: number): TokenRange | null {
  let end = at;
  const limit = Math.max(first, at - MAX_SUBJECT);
  let from = end;
  if (from > limit && facts.flags[from - 1]! & COMMA) {
    // "the union, a large one, …"
    let open = from - 2;
    while (open > limit && !(facts.flags[open]! & COMMA)) {
      // "the minister, speaking in parliament, …"
      if (facts.flags[open]! & VERBAL && facts.layer.tokens.penn[open] !== 'VBG') return null;
      open--;
    }
    if (open <= limit) return null;
    from = open;
    end = at;
  }
  const head = from;
  while (from > limit && inPhrase(facts, from - 1) && !opensPhrase(facts, from, head)) from--;
  while (from < head && (facts.upos[from] === ADP || facts.layer.tokens.word[from] === "'s")) from++;
  if (from === head || !(facts.flags[head - 1]! & NOMINAL)) return null;
  if (facts.upos[head - 1] === PRON && head - from > 1) from = head - 1;
  if (from > first && facts.upos[from - 1] === ADP) return null;
  // "which threatens to collapse": what a thing does is no speech.
  const last = facts.layer.tokens.word[head - 1]!.toLowerCase();
  if (facts.layer.tokens.penn[head - 1] === 'PRP$' || last === 'which' || last === 'that') return null;
  return [from, end];
}

/** A verb before which the subject stands that a later one shares is looked for among so many tokens. */
const MAX_SHARED = 40;

/** "The bank admitted the theft but | rejected …", in headlines with a comma alone: the subject of the verb before. */
export function sharedSubject(
  facts: TokenFacts,
  group: number,
  verb: number,
  first: number,
): TokenRange | null {
  const { penn, sentence } = facts.layer.tokens;
  const title = facts.layer.sentences[sentence[verb]!]!.kind !== 'sentence';
  const joins = facts.upos[group - 1] === CCONJ || (title && (facts.flags[group - 1]! & COMMA) !== 0);
  if (!joins) return null;
  for (let other = group - 2; other > Math.max(first, group - MAX_SHARED); other--) {
    if (!(facts.flags[other]! & VERBAL)) continue;
    if (penn[other] !== penn[verb]) continue;
    const start = verbGroup(facts, other, first);
    const subject = start === null ? null : subjectBefore(facts, start, first);
    if (subject !== null) return subject;
  }
  return null;
}

function inPhrase({ upos, layer: { tokens } }: TokenFacts, i: number): boolean {
  const tag = upos[i]!;
  return (
    tag === NOUN ||
    tag === PROPN ||
    tag === PRON ||
    tag === DET ||
    tag === ADJ ||
    tag === NUM ||
    tokens.penn[i] === 'POS' ||
    (tag === ADP && tokens.word[i] === 'of')
  );
}

/** "As of Monday | the authorities": a determiner begins the phrase, unless "of" leads on to it. */
function opensPhrase({ upos, layer: { tokens } }: TokenFacts, i: number, head: number): boolean {
  return i < head && upos[i] === DET && tokens.word[i - 1] !== 'of' && upos[i - 1] !== DET;
}

interface After {
  /** End of the cue. */
  readonly from: number;
  readonly first: number;
  readonly end: number;
}

function complementAfter(facts: TokenFacts, verb: number, end: number): After | null {
  const { lemma, word, penn } = facts.layer.tokens;
  const base = lemma[verb]!.toLowerCase();
  let from = verb + 1;
  let phrasal = base;
  if (PARTICLES.has(word[from]?.toLowerCase() ?? '')) {
    phrasal = `${base}_${word[from]!.toLowerCase()}`;
    from++;
  }
  const act = VERB_ACTS.get(phrasal) ?? VERB_ACTS.get(base);
  if (act === undefined) return null;
  if (from >= end) return null;
  if (facts.flags[from]! & THAT && penn[from] === 'IN') {
    const stop = clauseEnd(facts, from, end);
    return stop - from < 4 ? null : { from, first: from, end: stop };
  }
  if ((SAYING.has(base) || NUMBERS.has(phrasal)) && facts.flags[from]! & OPENING_QUOTE) {
    const stop = quotationEnd(facts, from, end);
    return stop - from < 4 ? null : { from, first: from, end: stop };
  }
  if (SAYING.has(base) && penn[from] === 'PRP' && FINITE_OR_MODAL.has(penn[from + 1] ?? '')) {
    const stop = clauseEnd(facts, from, end);
    return stop - from < 3 ? null : { from, first: from, end: stop };
  }
  const told = TELLING.has(base) ? toldClause(facts, from, end) : null;
  if (told !== null) return told;
  if (TO_BIND.has(base)) {
    const to = behindTime(facts, from, end);
    if (penn[to] === 'TO' && isInfinitive(facts, to + 1))
      return { from, first: to, end: clauseEnd(facts, to, end) };
  }
  if (NUMBERS.has(phrasal) && facts.upos[from] === NUM)
    return { from, first: from, end: phraseEnd(facts, from, end) };
  if (base === 'put' && from === verb + 1) return numberAt(facts, from, end);
  if (!(TO_DO.has(phrasal) || OBJECT.has(phrasal))) return null;
  const object = facts.layer.tokens.penn[from] === 'PRP' ? from + 1 : phraseEnd(facts, from, end);
  if (object === from) return null;
  if (TO_DO.has(phrasal)) {
    let to = object;
    if (word[to]?.toLowerCase() === 'not') to++;
    if (to + 1 < end && penn[to] === 'TO') {
      const stop = clauseEnd(facts, to, end);
      return stop - to < 2 ? null : { from, first: from, end: stop };
    }
  }
  if (!OBJECT.has(phrasal)) return null;
  return { from, first: from, end: clauseEnd(facts, from, end) };
}

/** "step aside": the tags take a verb for the noun that it may be too. */
function isInfinitive({ layer: { tokens } }: TokenFacts, at: number): boolean {
  return (
    tokens.penn[at] === 'VB' ||
    (tokens.penn[at] === 'NN' && /^(?:RB|DT|PRP\$)$/.test(tokens.penn[at + 1] ?? ''))
  );
}

/** Behind "on Tuesday" and the like, between a verb and what it binds to. */
function behindTime(facts: TokenFacts, from: number, end: number): number {
  if (facts.upos[from] === PROPN) return from + 1;
  return facts.layer.tokens.word[from] === 'on' && facts.upos[from + 1] === PROPN && from + 2 < end
    ? from + 2
    : from;
}

/** Where a quotation that opens at `from` closes; `from` where it does not before `end`. */
function quotationEnd(facts: TokenFacts, from: number, end: number): number {
  for (let at = from + 1; at < end; at++)
    if (facts.flags[at]! & CLOSING_QUOTE && facts.quoted[at]! <= facts.quoted[from]!) return at + 1;
  return from;
}

/** What somebody was told, behind whoever was told, and when or where. */
function toldClause(facts: TokenFacts, from: number, end: number): After | null {
  const { penn } = facts.layer.tokens;
  // "her" before a noun phrase of its own is no owner.
  const pronoun = penn[from] === 'PRP' || (penn[from] === 'PRP$' && facts.upos[from + 1] !== NOUN);
  const person = pronoun ? from + 1 : phraseEnd(facts, from, end);
  if (person === from) return null;
  let clause = person;
  if (facts.upos[clause] === ADP && !(facts.flags[clause]! & THAT))
    clause = phraseEnd(facts, clause + 1, end);
  const phrase = penn[clause] === 'PRP' ? clause + 1 : phraseEnd(facts, clause, end);
  const subject = facts.flags[phrase]! & OPENING_QUOTE ? phrase + 1 : phrase;
  const opens = facts.flags[clause]! & THAT || (pronoun && FINITE_OR_MODAL.has(penn[subject] ?? ''));
  if (!opens || clause >= end) return null;
  const stop = clauseEnd(facts, clause, end);
  return stop - clause < 3 ? null : { from, first: clause, end: stop };
}

/** "put | the number of arrested at 63": an object with "at" and a number, to the end of the phrase. */
function numberAt(facts: TokenFacts, from: number, end: number): After | null {
  const { word, penn } = facts.layer.tokens;
  const stop = Math.min(end - 1, from + MAX_NUMBER);
  for (let at = from; at < stop; at++) {
    if (FINITE_OR_MODAL.has(penn[at]!) || facts.flags[at]! & COMMA) return null;
    if (word[at] !== 'at' || at === from) continue;
    let number = at + 1;
    while (number < end && facts.flags[number]! & ADVERBIAL) number++;
    return facts.upos[number] === NUM ? { from, first: from, end: phraseEnd(facts, number, end) } : null;
  }
  return null;
}
