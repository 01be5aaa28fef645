import { UPOS, type Sentence } from '../model/language-layer.ts';
import type { FoundAttribution } from './found-attribution.ts';
import { VERB_ACTS } from './lexicon/cue-acts.ts';
import { clauseEnd, NAMING, phraseEnd } from './phrase.ts';
import {
  CAPITAL,
  CLOSING_QUOTE,
  COMMA,
  FULL_STOP,
  NOMINAL,
  OPENING_QUOTE,
  VERBAL,
  WORD,
  type TokenFacts,
} from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const ADP = UPOS.indexOf('ADP');
const DET = UPOS.indexOf('DET');
const PRON = UPOS.indexOf('PRON');
const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
const FINITE_OR_MODAL = new Set([...FINITE, 'MD']);
/** Acts of the verbs that can follow what was said: "…, the ministry warned". */
const SAYS = new Set(['state', 'announce', 'confirm', 'warn', 'allege']);
/** More verbs that say so only behind what was said: "…, communicated the ministry". */
const SAYS_BEHIND = new Set(['communicate', 'fume', 'boast', 'begin', 'assure']);
/** No who-said-it at the end of a sentence is longer. */
const MAX_TAIL = 24;
const MIN_CLAUSE = 4;
/** What these open is no statement by itself. */
const SUBORDINATE = new Set(
  `when asked if as after before while although though because since unless until once despite`.split(' '),
);
/** "In his words, …", "By order of the ministry, …": prepositional phrases that report. */
const IN_WORDS = new Set([
  'words',
  'view',
  'opinion',
  'eyes',
  'account',
  'estimation',
  'judgment',
  'judgement',
]);
const OPENING_PHRASES = new Set(['in', 'by']);
const POSSESSIVE_PRONOUN = 'PRP$';

type SetOff = Pick<FoundAttribution, 'cue' | 'source' | 'content'>;

/**
 * Finds who said so where a comma sets it off from what was said: "…, said Lund", "…, the ministry said in a statement", "In
 * his words, …".
 *
 * The models know these forms and pass over some of them when the words are seldom in their news; the form alone is sure.
 */
export function findSetOffCues(facts: TokenFacts): SetOff[] {
  const found: SetOff[] = [];
  for (const sentence of facts.layer.sentences) {
    if (sentence.kind !== 'sentence') continue;
    const one = atEnd(facts, sentence) ?? atStart(facts, sentence) ?? behindRelative(facts, sentence);
    if (one !== null) found.push(one);
  }
  return found;
}

function atEnd(facts: TokenFacts, { firstToken, endToken }: Sentence): SetOff | null {
  let end = endToken;
  while (end > firstToken && facts.flags[end - 1]! & FULL_STOP) end--;
  const least = Math.max(firstToken + MIN_CLAUSE - 1, end - MAX_TAIL);
  for (let comma = end - 2; comma >= least; comma--) {
    if (facts.quoted[comma + 1]! > 0) return null;
    const mark = (facts.flags[comma]! & CLOSING_QUOTE) !== 0 && (facts.flags[comma - 1]! & COMMA) !== 0;
    if (!(facts.flags[comma]! & COMMA) && !mark) continue;
    const stop = tailEnd(facts, comma + 1, end);
    const to = mark ? comma + 1 : comma;
    const quotes = mark && isQuotation(facts, firstToken, to);
    const tail = inverted(facts, comma + 1, stop, mark) ?? inOrder(facts, comma + 1, stop, quotes);
    if (tail === null) continue;
    const isSaid = quotes || isStatement(facts, firstToken, to);
    return isSaid ? { ...tail, content: [[firstToken, to]] } : null;
  }
  return null;
}

/** Where who-said-it ends: before ", raising an earlier toll" and "as the water rose". */
function tailEnd(facts: TokenFacts, from: number, end: number): number {
  const { penn, word } = facts.layer.tokens;
  let at = from;
  while (at < end && !(facts.flags[at]! & VERBAL)) at++;
  for (at++; at < end; at++) {
    const opens = facts.flags[at]! & COMMA ? at + 1 : at;
    if (MEANWHILE.has(word[opens] ?? '') || (opens > at && penn[opens] === 'VBG')) return at;
  }
  return end;
}
const MEANWHILE = new Set(['as', 'after', 'while', 'when', 'hours', 'days']);

/** Whether a stretch, of a few words at least, stands in quotation marks as a whole. */
function isQuotation(facts: TokenFacts, first: number, end: number): boolean {
  let words = 0;
  for (let i = first; i < end; i++) {
    if (facts.quoted[i] === 0 && !(facts.flags[i]! & (OPENING_QUOTE | CLOSING_QUOTE))) return false;
    if (facts.flags[i]! & WORD) words++;
  }
  return words >= MIN_QUOTED;
}
const MIN_QUOTED = 3;

/** "said Lund on Monday", and "so Lund", as translations from German have it; behind a quotation any verb will do. */
function inverted(
  facts: TokenFacts,
  verb: number,
  end: number,
  quoted: boolean,
): Omit<SetOff, 'content'> | null {
  const { penn, word } = facts.layer.tokens;
  const so = word[verb] === 'so';
  const behind = NOMINATIVE.has(word[verb + 1] ?? '');
  // "Stated he": before a subject in the nominative the tags take the verb for a participle.
  const finite = FINITE.has(penn[verb]!) || (behind && penn[verb] === 'VBN');
  if (!so && !(finite && (quoted || says(facts, verb)))) return null;
  // Behind "told" stands who was told, unless it is "he".
  if (facts.layer.tokens.lemma[verb] === 'tell' && !behind) return null;
  // Translations from Spanish have "assure in the ministry".
  const from = word[verb + 1] === 'in' ? verb + 2 : verb + 1;
  const stop = speakerEnd(facts, from, end);
  if (stop === from) return null;
  const described =
    facts.flags[stop]! & COMMA &&
    stop + 1 < end &&
    (WHO.has(word[stop + 1]!) || isNamed(facts, stop + 1, end));
  if (so ? stop !== end : !described && !isCircumstance(facts, stop, end)) return null;
  return { cue: [verb, verb + 1], source: [[from, described && !so ? end : stop]] };
}
const WHO = new Set(['who', 'whose']);
const NOMINATIVE = new Set(['he', 'she', 'they', 'we', 'I']);

/** "his daughter, | Ada Lund": a name, and nothing else, ends the sentence. */
function isNamed({ flags }: TokenFacts, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (!(flags[i]! & CAPITAL)) return false;
  return true;
}

/** "the ministry said in a statement"; behind a quotation "she sniffed", and nothing more. */
function inOrder(
  facts: TokenFacts,
  from: number,
  end: number,
  quoted: boolean,
): Omit<SetOff, 'content'> | null {
  const { penn } = facts.layer.tokens;
  let verb = from;
  while (verb < end && !(facts.flags[verb]! & VERBAL)) verb++;
  if (verb === from || verb === end || !FINITE.has(penn[verb]!)) return null;
  if (!says(facts, verb) && !(quoted && verb === end - 1 && !penn[from]!.startsWith('W'))) return null;
  if (speakerEnd(facts, from, verb) !== verb || !isCircumstance(facts, verb + 1, end)) return null;
  return { cue: [verb, verb + 1], source: [[from, verb]] };
}

function says({ layer: { tokens } }: TokenFacts, verb: number): boolean {
  const lemma = tokens.lemma[verb]!.toLowerCase();
  return SAYS.has(VERB_ACTS.get(lemma) ?? '') || SAYS_BEHIND.has(lemma);
}

/** Where the words that name somebody end; `from` when they name nobody. */
function speakerEnd(facts: TokenFacts, from: number, end: number): number {
  if (facts.upos[from] === PRON && facts.layer.tokens.penn[from] !== POSSESSIVE_PRONOUN) return from + 1;
  let at = phraseEnd(facts, from, end);
  // "government speaker (female) Kaisa Lund"
  if (facts.layer.tokens.word[at] === '(') {
    let close = at + 1;
    while (close < end && facts.layer.tokens.word[close] !== ')') close++;
    at = phraseEnd(facts, close + 1, end);
  }
  return at > from && (facts.flags[at - 1]! & NOMINAL) !== 0 ? at : from;
}

/** Whether the rest says only to whom, where or when: "to the Herald on Monday". */
export function isCircumstance(facts: TokenFacts, from: number, end: number): boolean {
  if (from === end) return true;
  const tag = facts.upos[from]!;
  const opens = tag === ADP || tag === DET || (tag !== PRON && NAMING.has(tag));
  for (let i = from; i < end; i++)
    if (facts.flags[i]! & (VERBAL | COMMA | OPENING_QUOTE | CLOSING_QUOTE)) return false;
  return opens;
}

/** Whether a stretch is a clause that can be said: with a finite verb, and not only the circumstance of another. */
export function isStatement(facts: TokenFacts, first: number, end: number): boolean {
  const { penn, word } = facts.layer.tokens;
  let words = 0;
  let finite = false;
  let commas = 0;
  for (let i = first; i < end; i++) {
    if (facts.flags[i]! & WORD) words++;
    if (FINITE_OR_MODAL.has(penn[i]!)) finite = true;
    if (facts.flags[i]! & COMMA && i < end - 2) commas++;
  }
  return finite && words >= MIN_CLAUSE && (commas > 0 || !SUBORDINATE.has(word[first]!.toLowerCase()));
}

/** "In the minister's words, there was …", "By order of the ministry, ships shall …". */
function atStart(facts: TokenFacts, { firstToken, endToken }: Sentence): SetOff | null {
  const { word, penn, lemma } = facts.layer.tokens;
  let at = firstToken;
  // the number of a paragraph
  while (at < endToken && !(facts.flags[at]! & WORD && facts.upos[at] === ADP)) {
    if (at - firstToken > 1) return null;
    at++;
  }
  if (at >= endToken - MIN_CLAUSE || !OPENING_PHRASES.has(word[at]!.toLowerCase())) return null;
  let comma = at + 1;
  while (comma < Math.min(endToken, at + MAX_TAIL) && !(facts.flags[comma]! & (COMMA | VERBAL))) comma++;
  if (comma >= endToken || !(facts.flags[comma]! & COMMA)) return null;
  let end = endToken;
  while (end > comma && facts.flags[end - 1]! & FULL_STOP) end--;
  if (!isStatement(facts, comma + 1, end)) return null;
  const content: TokenRange[] = [[comma + 1, end]];
  // "In the words of the minister", "By order of the ministry"
  let noun = at + 1;
  if (word[noun]!.toLowerCase() === 'the') noun++;
  const reports = IN_WORDS.has(word[noun]!.toLowerCase()) || lemma[noun] === 'order';
  if (reports && word[noun + 1] === 'of') {
    const stop = phraseEnd(facts, noun + 2, comma);
    return stop === noun + 2 ? null : { cue: [at, noun + 2], source: [[noun + 2, stop]], content };
  }
  const last = comma - 1;
  if (!IN_WORDS.has(word[last]!.toLowerCase()) || last === at + 1) return null;
  const owned = penn[at + 1] === POSSESSIVE_PRONOUN ? last === at + 2 : penn[last - 1] === 'POS';
  return owned ? { cue: [last, comma], source: [[at + 1, last]], content } : null;
}

/** "A man on the pier, who asked not to be named, said the ferry had left": the verb behind the relative clause is the subject's. */
function behindRelative(facts: TokenFacts, { firstToken, endToken }: Sentence): SetOff | null {
  const { word } = facts.layer.tokens;
  let comma = firstToken;
  while (comma < endToken && comma - firstToken < MAX_TAIL && !(facts.flags[comma]! & (COMMA | VERBAL)))
    comma++;
  if (comma >= endToken || !(facts.flags[comma]! & COMMA) || !WHO.has(word[comma + 1] ?? '')) return null;
  let close = comma + 2;
  while (close < endToken && close - comma < MAX_TAIL && !(facts.flags[close]! & COMMA)) close++;
  const verb = close + 1;
  if (verb >= endToken || !FINITE.has(facts.layer.tokens.penn[verb]!) || !says(facts, verb)) return null;
  const stop = clauseEnd(facts, verb + 1, endToken);
  if (!isStatement(facts, verb + 1, stop)) return null;
  return { cue: [verb, verb + 1], source: [[firstToken, comma]], content: [[verb + 1, stop]] };
}
