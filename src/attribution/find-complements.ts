import { UPOS } from '../model/language-layer.ts';
import { clauseEnd, phraseEnd } from './phrase.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';
import {
  ADVERBIAL,
  COMMA,
  DASH,
  NOMINAL,
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
const PARTICLES = new Set(['for', 'on', 'upon']);
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
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
    const source = subjectBefore(facts, group, first);
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
  let finite = FINITE.has(tokens.penn[verb]!);
  let passive = false;
  while (at > first && (upos[at - 1] === AUX || upos[at - 1] === PART || flags[at - 1]! & ADVERBIAL)) {
    at--;
    // Who "did not order" it said nothing.
    if (NEGATIONS.has(tokens.word[at]!.toLowerCase())) return null;
    if (upos[at] !== AUX) continue;
    finite = true;
    if (tokens.lemma[at] === 'be' && tokens.penn[verb] === 'VBN') passive = true;
  }
  if (upos[at] === PART) return null;
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
      if (facts.flags[open]! & VERBAL) return null;
      open--;
    }
    if (open <= limit) return null;
    from = open;
    end = at;
  }
  const head = from;
  while (from > limit && inPhrase(facts, from - 1)) from--;
  while (from < head && (facts.upos[from] === ADP || facts.layer.tokens.word[from] === "'s")) from++;
  if (from === head || !(facts.flags[head - 1]! & NOMINAL)) return null;
  if (facts.upos[head - 1] === PRON && head - from > 1) from = head - 1;
  if (from > first && facts.upos[from - 1] === ADP) return null;
  if (facts.layer.tokens.penn[head - 1] === 'PRP$') return null;
  return [from, end];
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
