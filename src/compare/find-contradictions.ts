import { alignTerms, kinship } from '../learn/align-terms.ts';
import { firstTokenAt, type Term, type TermIndex } from '../learn/term.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { contentId } from '../model/id.ts';
import { foldWord } from '../text/fold-word.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import { timesApart } from './day-value.ts';
import { deniedEvent, eventIn, saysOnlyThatItWas } from './denied-event.ts';
import type { Telling, TellingReader } from './telling.ts';

const NEGATING =
  /^(?:no|not|n[’']t|never|nobody|none|nothing|without|neither|no-one|cannot|fail(?:s|ed)?|refus(?:es|ed|al)|den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?)$/i;
/** Denials of a story that are looked at, and sentences that may say what each denies. */
const MOST_DENIALS = 400;
const MOST_SENTENCES = 60;

/** Log-odds-like sum from which on a denial is held to deny what another says. */
const LEAST_SCORE = 1.3;
/** So many sentences back "no such meeting" looks for what it takes up. */
const NEARBY = 4;

interface Denial {
  readonly telling: Telling;
  readonly event: Term;
  readonly sentence: number;
}

interface Opposition {
  readonly denial: Denial;
  readonly assertion: Telling;
  readonly score: number;
}

/**
 * Finds what one account says was not, and another says was, in whatever words: "no search took place" and "searched the offices".
 * Both must be said outright, by two voices, of the same people and things as far as they name any.
 */
export function findContradictions(indexes: readonly TermIndex[], read: TellingReader): Discrepancy[] {
  const denials = findDenials(indexes, read);
  const found = denials.length === 0 ? [] : oppose(denials, indexes, read);
  return describe(found);
}

/** What is said outright not to be so. */
function findDenials(indexes: readonly TermIndex[], read: TellingReader): Denial[] {
  const denials: Denial[] = [];
  for (const [at, { annotated }] of indexes.entries()) {
    const { tokens, sentences } = annotated.language;
    let last = -1;
    for (let t = 0; t < tokens.count && denials.length < MOST_DENIALS; t++) {
      const sentence = tokens.sentence[t] as number;
      if (sentence === last || sentences[sentence]?.kind !== 'sentence') continue;
      if (!NEGATING.test(tokens.word[t] ?? '')) continue;
      last = sentence;
      for (const telling of read(at, sentence)) {
        if (!isDenial(telling)) continue;
        const event = deniedEvent(telling);
        if (event && (event.kind === 'verb' || NEGATED.test(telling.attribution.content.text)))
          denials.push({ telling, event, sentence });
      }
    }
  }
  return denials;
}

/** Somebody says outright that it is not so; what a narrator says was not is seldom what others say was. */
function isDenial(telling: Telling): boolean {
  return telling.stance === 'denies' && telling.attribution.speaker !== null && isOutright(telling);
}

/** Somebody says outright that it is so. */
function isAssertion(telling: Telling): boolean {
  return (
    telling.stance === 'asserts' && isOutright(telling) && !NEGATED.test(telling.attribution.content.text)
  );
}

/** Said to be so, not to be possible, asked, planned or taken for granted. */
function isOutright({ frame, attribution }: Telling): boolean {
  const { conditional, question, possible, intended, dependent, modal } = frame;
  if (conditional || question || possible || intended || dependent || modal !== '') return false;
  const { text } = attribution.content;
  return !IN_PART.test(text) && !INVERTED.test(text) && !MODAL.test(text);
}

/** "Not only", "not yet", "had never before": what is so in part, or was so until then, is not denied. */
const IN_PART =
  /(?<!\p{L})(?:not (?:only|just|merely|simply|yet|all|every|necessarily|always|even|the (?:only|first|last)|as|so|quite|entirely)|no longer|until now|before now|previously|so far|yet to|anymore|any more|ever been)(?!\p{L})/iu;
/** "Had the crew been warned, …" */
const INVERTED = /^[“"'‘]?(?:had|were|should)\s/i;

const MODAL =
  /(?<!\p{L})(?:would|will|should|can|could|may|might|must|cannot|won[’']t)(?!\p{L})|[’'](?:ll|d)(?!\p{L})/iu;
const NEGATED =
  /(?<!\p{L})(?:no|not|never|nobody|none|nothing|without|neither|denies|denied)(?!\p{L})|n[’']t(?!\p{L})/iu;

function oppose(
  denials: readonly Denial[],
  indexes: readonly TermIndex[],
  read: TellingReader,
): Opposition[] {
  const sentencesOf = sentencesByWord(denials, indexes);
  const found: Opposition[] = [];
  for (const denial of denials) {
    const places = new Map<string, readonly [number, number]>();
    for (const key of keysOf(denial.event))
      for (const place of sentencesOf.get(key) ?? []) places.set(place.join('/'), place);
    const own: Opposition[] = [];
    for (const [documentIndex, sentence] of [...places.values()].slice(0, MOST_SENTENCES)) {
      for (const assertion of read(documentIndex, sentence)) {
        if (!isAssertion(assertion)) continue;
        const back = documentIndex === denial.telling.documentIndex ? denial.sentence - sentence : Infinity;
        const score = scoreOf(denial, assertion, back, indexes);
        if (score !== null) own.push({ denial, assertion, score });
      }
    }
    found.push(...own.filter(({ score, assertion }) => score >= LEAST_SCORE || saysTheSame(assertion, own)));
  }
  return found;
}

/** Whether it tells what one that is surely denied tells: "met for an hour", after "no such meeting". */
function saysTheSame(assertion: Telling, all: readonly Opposition[]): boolean {
  return all.some(({ assertion: other, score }) => {
    if (score < LEAST_SCORE || other.documentIndex === assertion.documentIndex) return false;
    const { coverA, coverB, weight } = alignTerms(assertion.terms, other.terms);
    return Math.max(coverA, coverB) >= 0.5 && Math.min(coverA, coverB) >= 0.3 && weight >= 0.9;
  });
}

/** Where the words that are denied, or their kin, stand. */
function sentencesByWord(
  denials: readonly Denial[],
  indexes: readonly TermIndex[],
): Map<string, [number, number][]> {
  const wanted = new Set(denials.flatMap(({ event }) => keysOf(event)));
  const keysOfLemma = new Map<string, readonly string[]>();
  const places = new Map<string, [number, number][]>();
  for (const [at, { annotated }] of indexes.entries()) {
    const { tokens, sentences } = annotated.language;
    for (let t = 0; t < tokens.count; t++) {
      const word = (tokens.lemma[t] ?? tokens.word[t] ?? '').toLowerCase();
      if (word.length < 3) continue;
      let keys = keysOfLemma.get(word);
      if (!keys) {
        keys = [foldWord(word), ...predicateClasses(word).map((one) => `#${one}`)].filter((key) =>
          wanted.has(key),
        );
        keysOfLemma.set(word, keys);
      }
      const sentence = tokens.sentence[t] as number;
      if (keys.length === 0 || sentences[sentence]?.kind !== 'sentence') continue;
      for (const key of keys) {
        const list = places.get(key);
        if (!list) places.set(key, [[at, sentence]]);
        else if (list.at(-1)?.[0] !== at || list.at(-1)?.[1] !== sentence) list.push([at, sentence]);
      }
    }
  }
  return places;
}

function keysOf({ key, classes }: Term): string[] {
  return [key, ...classes.map((one) => `#${one}`)];
}

/**
 * How likely a denial denies just this; `null` where it does not.
 *
 * @param back - sentences from the assertion to the denial in one document; `Infinity` between two.
 */
function scoreOf(
  { telling, event }: Denial,
  assertion: Telling,
  back: number,
  indexes: readonly TermIndex[],
): number | null {
  const said = eventIn(assertion, event);
  if (!said || isOneVoice(telling, assertion)) return null;
  if (particleOf(telling, event, indexes) !== particleOf(assertion, said, indexes)) return null;
  if (timesApart(timesOf(telling, indexes), timesOf(assertion, indexes))) return null;
  const own = telling.terms.filter(
    (term, at) =>
      term !== event &&
      at !== telling.head &&
      telling.roles[at] !== 'beside' &&
      (term.kind !== 'modifier' || event.kind === 'noun') &&
      !saysOnlyThatItWas(term),
  );
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
  if (meets) shared = Math.max(shared, PARTY);
  if (areOthers(telling, assertion)) return null;
  const foreign = parties.size > 0 && others.size > 0 && !meets;
  const bare = own.length === 0;
  const takesUp = bare && back >= 0 && back <= NEARBY;
  if (shared === 0 && !bare) return null;
  const linked = takesUp
    ? TAKEN_UP + (SUCH.test(telling.attribution.content.text) ? POINTED : 0)
    : bare && !assertion.frame.presupposed
      ? BARE
      : 0;
  const whole = left === 0 && shared > 0 ? WHOLE : 0;
  return event.weight + shared + whole - left - (foreign ? 1 : 0) + linked;
}

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

function timesOf({ documentIndex, attribution }: Telling, indexes: readonly TermIndex[]): string[] {
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

/** Tellings by where they stand: what is reported twice is one. */
type Tellings = Map<string, Telling>;

function placeOf({ documentIndex, headSpan }: Telling): string {
  return `${documentIndex}/${headSpan[0]}`;
}

/** One discrepancy for all that is said of one event: denials and assertions that hang together. */
function describe(found: readonly Opposition[]): Discrepancy[] {
  const groups: { denials: Tellings; assertions: Tellings; best: Opposition }[] = [];
  for (const opposition of found.toSorted((a, b) => b.score - a.score)) {
    const { denial, assertion } = opposition;
    const [denied, asserted] = [placeOf(denial.telling), placeOf(assertion)];
    let group = groups.find(({ denials, assertions }) => denials.has(denied) || assertions.has(asserted));
    if (!group) {
      group = { denials: new Map(), assertions: new Map(), best: opposition };
      groups.push(group);
    }
    if (!group.denials.has(denied)) group.denials.set(denied, denial.telling);
    if (!group.assertions.has(asserted)) group.assertions.set(asserted, assertion);
  }
  return groups.map(({ denials, assertions, best }) => {
    const outright = [...assertions.values()].filter(({ frame }) => !frame.presupposed);
    const asserting = (outright.length > 0 ? outright : [...assertions.values()]).slice(0, MOST_READINGS);
    const readings = [
      ...readingsOf(asserting, 'asserts'),
      ...readingsOf([...denials.values()].slice(0, MOST_READINGS), 'denies'),
    ];
    const documents = new Set(readings.map(({ evidence }) => evidence.document));
    return {
      id: contentId(
        'x',
        'contradiction',
        ...readings.map(({ evidence }) => `${evidence.document}:${String(evidence.spans[0]?.[0])}`),
      ),
      kind: 'polarity',
      about: best.assertion.attribution.content.text.replace(/\s+/g, ' '),
      importance: documents.size > 1 ? 'high' : 'medium',
      readings,
    };
  });
}

/** A reader is shown so many of one side at most, the surest. */
const MOST_READINGS = 8;

function readingsOf(tellings: readonly Telling[], value: string): Discrepancy['readings'][number][] {
  return tellings
    .toSorted((a, b) => a.documentIndex - b.documentIndex || a.headSpan[0] - b.headSpan[0])
    .map(({ attribution }) => ({ value, heldBy: attribution.speaker, evidence: attribution.content }));
}
