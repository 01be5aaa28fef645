import { kinship } from '../learn/align-terms.ts';
import { firstTokenAt, type Term, type TermIndex } from '../learn/term.ts';
import { timesApart } from './day-value.ts';
import { eventIn, saysOnlyThatItWas } from './denied-event.ts';
import { sentenceContext } from './sentence-context.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Telling } from '../model/telling.ts';

/** Sum from which on a denial is held to deny what another says. */
export const LEAST_SCORE = 1.3;
/** So many sentences back "no such meeting" looks for what it takes up. */
const NEARBY = 4;
/** What somebody says was not, with the word for it. */
export interface Denial {
  readonly telling: Telling;
  readonly event: Term;
  readonly sentence: number;
}

/**
 * How likely a denial denies just this; `null` where it does not.
 *
 * @param back - sentences from the assertion to the denial in one document; `Infinity` between two.
 */
export function denialScore(
  { telling, event }: Denial,
  assertion: Telling,
  back: number,
  indexes: readonly TermIndex[],
): number | null {
  const said = eventIn(assertion, event);
  if (!said || isOneVoice(telling, assertion)) return null;
  if (particleOf(telling, event, indexes) !== particleOf(assertion, said, indexes)) return null;
  const [when, then] = [timesOf(telling, indexes), timesOf(assertion, indexes)];
  if (timesApart(when, then)) return null;
  const named = telling.terms.filter(
    (term, at) =>
      term !== event &&
      at !== telling.head &&
      telling.roles[at] !== 'beside' &&
      (term.kind !== 'modifier' || event.kind === 'noun') &&
      !saysOnlyThatItWas(term),
  );
  // "No shots were fired" names one event with two words: they weigh together, and ask for nothing besides.
  const own = named.filter((term) => !namesOne(term, event));
  const eventWeight = event.weight + sumOf(named.filter((term) => namesOne(term, event)));
  const theirs = assertion.terms.filter((term) => term !== said);
  let [shared, left] = [0, 0];
  for (const term of own) {
    const best = Math.max(0, ...theirs.map((other) => kinship(term, other)));
    if (best >= SAME) shared += term.weight * best;
    else if (!telling.pronouns.includes(term.key)) left += term.weight;
  }
  const parties = partiesOf(telling);
  const others = partiesOf(assertion);
  const meets = [...parties].some((one) => others.has(one));
  // Who says that he was not warned is a party to the warning, though he names himself by a pronoun at most.
  const ownAffair = event.kind === 'noun' && others.has(telling.attribution.speaker ?? '');
  if (meets || ownAffair) shared = Math.max(shared, PARTY);
  if (areOthers(telling, assertion)) return null;
  const foreign = parties.size > 0 && others.size > 0 && !meets;
  const bare = own.length === 0 || (ownAffair && own.every(({ key }) => telling.pronouns.includes(key)));
  const takesUp = bare && back >= 0 && back <= NEARBY;
  if (shared === 0 && !bare) return null;
  const timely = haveOneTime(when, then);
  const isPlain = bare && !takesUp && !ownAffair && !timely && named.length === own.length;
  // It may still be a twin of what is surely denied.
  const isOther = isPlain && !isOfOneMatter(telling, event, assertion, said, indexes);
  const linked = takesUp
    ? TAKEN_UP + (SUCH.test(telling.attribution.content.text) ? POINTED : 0)
    : isOther
      ? -BARE
      : bare && !assertion.frame.presupposed
        ? BARE
        : 0;
  const whole = left === 0 && shared > 0 ? WHOLE : 0;
  return eventWeight + shared + whole + (timely ? ONE_TIME : 0) - left - (foreign ? 1 : 0) + linked;
}

/**
 * "No search took place" names nobody: what it is held against must tell of just such an event, not pass it by ("on the night of the
 * count"), and whoever or whatever stands around one must stand around the other.
 */
function isOfOneMatter(
  telling: Telling,
  event: Term,
  assertion: Telling,
  said: Term,
  indexes: readonly TermIndex[],
): boolean {
  const [own, other] = [indexes[telling.documentIndex], indexes[assertion.documentIndex]];
  if (!own || !other || isPassedBy(said, assertion, other)) return false;
  // "No such meeting" points at one that is known.
  if (POINTING.test(telling.attribution.content.text)) return true;
  const theirs = sentenceContext(other, assertion.headSpan[0], 1);
  for (const word of sentenceContext(own, telling.headSpan[0], 1))
    if (word !== event.key && word !== said.key && theirs.has(word)) return true;
  return false;
}

const POINTING = /(?<!\p{L})such(?!\p{L})/iu;

/** Whether a clause names an event only behind a preposition of its verb's: "had telephoned on the night of the count". */
function isPassedBy(said: Term, { terms, head, headKey }: Telling, { annotated }: TermIndex): boolean {
  const main = terms[head];
  if (said === main || main === undefined || said.kind !== 'noun' || said.token < main.token) return false;
  if (headKey !== main.key || saysOnlyThatItWas(main)) return false;
  const { tokens } = annotated.language;
  for (let t = said.token - 1; t > main.token; t--) if (tokens.upos[t] === ADPOSITION) return true;
  return false;
}

const ADPOSITION = UPOS.indexOf('ADP');

/** Whether two words of one clause are of one event: a verb, and the noun for what it does. */
function namesOne(term: Term, event: Term): boolean {
  return term.kind !== event.kind && term.kind !== 'entity' && kinship(term, event) >= SAME;
}

function sumOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Whether both name a day or month, and one lies within the other: "in May", "on 12 May". */
function haveOneTime(a: readonly string[], b: readonly string[]): boolean {
  const isWithin = (one: string, other: string): boolean => MONTH.test(other) && one.startsWith(other);
  return a.some((one) => b.some((other) => isWithin(one, other) || isWithin(other, one)));
}

const MONTH = /^[\dX]{4}-(?:\d\d|WXX-\d)/;
const ONE_TIME = 0.3;

/** "Shot down" is not "shot", nor "set off" "set". */
function particleOf({ documentIndex }: Telling, { endToken }: Term, indexes: readonly TermIndex[]): string {
  const tokens = indexes[documentIndex]?.annotated.language.tokens;
  return tokens?.penn[endToken] === 'RP' ? (tokens.word[endToken] ?? '').toLowerCase() : '';
}

/** From this kinship on two words stand for one another. */
const SAME = 0.8;
/** What a shared person or body says, as much as its name. */
const PARTY = 0.6;
/** "No such meeting took place", behind what is said of one; and of whatever meeting, in another account. */
const TAKEN_UP = 0.9;
const BARE = 0.55;
/** All that it names is there. */
const WHOLE = 0.2;
const POINTED = 0.3;
const SUCH = /(?<!\p{L})(?:such|this|that|the)(?!\p{L})/iu;

/** Whether one speaker says both, or one narrator. */
function isOneVoice(a: Telling, b: Telling): boolean {
  const [one, other] = [a.attribution.speaker, b.attribution.speaker];
  if (one !== null || other !== null) return one === other;
  return a.documentIndex === b.documentIndex;
}

/** Whether both name who did it, and not the same. */
function areOthers(a: Telling, b: Telling): boolean {
  const named = ({ agents, pronouns }: Telling): string[] => agents.filter((one) => !pronouns.includes(one));
  const [one, other] = [named(a), named(b)];
  return one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
}

function partiesOf({ agents, patients, pronouns }: Telling): Set<string> {
  return new Set([...agents, ...patients].filter((one) => !pronouns.includes(one)));
}

/** Times that the words of a telling name. */
export function timesOf({ documentIndex, attribution }: Telling, indexes: readonly TermIndex[]): string[] {
  const index = indexes[documentIndex];
  if (!index) return [];
  const { annotated, timeAt } = index;
  const { tokens } = annotated.language;
  const values = new Set<string>();
  for (const [start, end] of attribution.content.spans)
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++) {
      const value = annotated.times[timeAt[t] as number]?.value;
      if (value) values.add(value);
    }
  return [...values];
}
