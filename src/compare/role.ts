import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';

/**
 * What became of those who are counted. Numbers of two of these are numbers of two things, however alike their sentences are:
 * "14 dead" and "six missing", "231 aboard" and "211 rescued".
 */
const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  dead: 'dead die dies died dying kill kills killed killing death deaths fatality fatalities perish perished perishing slay slain murder murdered drown drowned drowning body bodies corpse corpses lives',
  hurt: 'injure injures injured injuring injury injuries wound wounds wounded wounding hurt maimed hospital hospitals hospitalised hospitalized',
  missing: 'missing unaccounted',
  saved:
    'rescue rescues rescued rescuing save saves saved saving survivor survivors survive survived surviving',
  aboard: 'aboard onboard passenger passengers',
  arrested: 'arrest arrests arrested arresting detain detains detained detaining custody jail jailed',
  ill: 'infect infects infected infection infections sick sickened ill contracted',
  displaced:
    'evacuate evacuates evacuated evacuating evacuees displace displaced displacing displacement homeless',
  freed: 'free frees freed freeing release releases released releasing',
  abducted: 'abduct abducts abducted abducting kidnap kidnapped kidnapping captured',
  captive: 'captive captives captivity hostage hostages',
  escaped: 'escape escapes escaped escaping fled flee',
  charged: 'charged indicted',
  convicted: 'convict convicted convicting sentenced',
  acquitted: 'acquit acquitted',
  down: 'shot downed',
};

const OUTCOMES: ReadonlyMap<string, string> = new Map(
  Object.entries(OUTCOME_WORDS).flatMap(([outcome, words]) =>
    words.split(' ').map((word): [string, string] => [word, outcome]),
  ),
);

/** Verbs beside which another word says what is counted: "left 32 dead", "the toll rose to 14", "197 remain captive". */
const CARRYING = new Set(
  'be have leave remain stay rise climb grow increase jump reach stand go come pass exceed top near hit put total number amount bring fall drop list'.split(
    ' ',
  ),
);
/** Verbs of reporting: what stands behind them has a predicate of its own, or none that is said. */
const REPORTING = new Set(
  'say tell report state announce claim add note believe think estimate confirm write warn fear expect'.split(
    ' ',
  ),
);
/** A count that went on: what came before it was lower, and neither account need be wrong. */
const MOVING =
  /^(?:r[io]se[sn]?|rising|climb(?:s|ed|ing)?|grew|grow[sn]?|growing|jump(?:s|ed)?|mount(?:s|ed)|swell(?:s|ed)|increas(?:e|es|ed|ing)|surpass(?:es|ed)|updated?|revised)$/i;

/** Verbs whose object says what is done: "take effect", "hold a vote". */
const LIGHT = new Set('be have do take make give hold get come go put keep'.split(' '));
/** Whoever is moved somewhere may be moved to hospital. */
const MOVED = new Set('take bring rush carry move transfer admit fly send'.split(' '));
/** Verbs with a particle that are one word elsewhere: "called back" is recalled. */
const PHRASES: ReadonlyMap<string, string> = new Map([
  ['call back', 'recall'],
  ['take back', 'return'],
  ['give back', 'return'],
  ['send back', 'return'],
  ['lay off', 'dismiss'],
  ['shut down', 'close'],
  ['blow up', 'explode'],
  ['go off', 'explode'],
  ['set off', 'leave'],
  ['turn down', 'reject'],
  ['find out', 'learn'],
  ['speed up', 'accelerate'],
  ['hand over', 'deliver'],
  ['step down', 'resign'],
  ['break out', 'begin'],
  ['set free', 'release'],
  ['pull out', 'withdraw'],
]);

const [VERB, AUX, NOUN, PROPN, PUNCT, CCONJ, SCONJ, ADP, NUM] = (
  ['VERB', 'AUX', 'NOUN', 'PROPN', 'PUNCT', 'CCONJ', 'SCONJ', 'ADP', 'NUM'] as const
).map((tag) => UPOS.indexOf(tag));

/** What is said of the things that a number counts. */
export interface Role {
  /** What became of them, as far as a word near the number says so; several where it adds them up ("dead or missing"). */
  readonly outcomes: readonly string[];
  /** The verb that the number is subject or object of, where one is found. */
  readonly predicate: Term | null;
  /** The words say that the count has changed. */
  readonly moving: boolean;
  /** It is planned, threatened or possible, and has not happened. */
  readonly open: boolean;
}

/** Tokens that a role reaches from its number. */
const REACH = 20;
const REACH_BACK = 9;

/**
 * Reads what a number is subject or object of, without a parse: the verb right before it takes it as object ("killing 14"),
 * otherwise the next verb behind it has it as subject ("14 people were killed"); participles right behind the noun ("girls
 * abducted in 2014") restrict what is counted and yield to either.
 *
 * @param value - the number with its unit and what is counted.
 * @param part - of a whole only what restricts it is its own ("of the 276 girls abducted"), of a part only what does not.
 * @param things - the words for what is counted; where nothing else does, they say the outcome ("14 bodies").
 */
export function readRole(
  index: TermIndex,
  value: Span,
  clause: Span,
  things: readonly Term[],
  part: 'part' | 'whole' | null,
): Role {
  const isWhole = part === 'whole';
  const { tokens } = index.annotated.language;
  const first = firstTokenAt(index.annotated, value[0]);
  const from = firstTokenAt(index.annotated, clause[0]);
  const to = firstTokenAt(index.annotated, clause[1]);
  const behind = readBehind(index, firstTokenAt(index.annotated, value[1]), to);
  let before = readBefore(index, first - 1, Math.max(from, first - REACH_BACK));
  if (isWhole) before = NOTHING_BEFORE;
  const own = things.flatMap(({ token }) => outcomeOf(tokens.word[token] ?? '') ?? []);
  // "Killed 14 people who were sailing" has its object; "said 14 people were killed" has none.
  const outcomes = [
    behind.resultative,
    before.outcomes,
    isWhole || (behind.main === null && before.verb !== null) ? [] : behind.outcomes,
    part === 'part' ? [] : behind.restricting,
    own,
  ].find(({ length }) => length > 0);
  const predicate = before.verb ?? (isWhole ? null : behind.main) ?? behind.participle;
  return {
    outcomes: [...new Set(outcomes)].sort(),
    predicate: predicate === null ? null : predicateAt(index, predicate),
    moving: before.moving || behind.moving,
    open: predicate !== null && isOpen(index, predicate),
  };
}

/**
 * What happens on a day: the nearest verb before it in its clause, else the first behind it; for a verb that says nothing by
 * itself ("takes effect", "is valid") the word that says it.
 *
 * What is announced for a day and what happened on it are one, so nothing is `open`.
 *
 * @returns `null` where there is none, or where the verb only reports ("said on Friday"): that is the day of the saying.
 */
export function readDayRole(index: TermIndex, value: Span, clause: Span): Role | null {
  const { tokens } = index.annotated.language;
  const first = firstTokenAt(index.annotated, value[0]);
  const end = firstTokenAt(index.annotated, value[1]);
  const from = Math.max(firstTokenAt(index.annotated, clause[0]), first - REACH);
  const to = Math.min(firstTokenAt(index.annotated, clause[1]), end + REACH);
  const lemma = (t: number): string => (tokens.lemma[t] ?? '').toLowerCase();
  const isVerb = (t: number): boolean => tokens.upos[t] === VERB || tokens.upos[t] === AUX;
  let verb = -1;
  for (let t = first - 1; t >= from && verb < 0; t--) if (isVerb(t)) verb = t;
  for (let t = end; t < to && verb < 0; t++) if (isVerb(t)) verb = t;
  if (verb < 0 || REPORTING.has(lemma(verb))) return null;
  if (tokens.upos[verb] === AUX || LIGHT.has(lemma(verb))) {
    const said = verb < first ? [verb + 1, first] : [verb + 1, to];
    for (let t = said[0] ?? 0; t < (said[1] ?? 0); t++) {
      if (tokens.upos[t] === VERB || predicateClasses(tokens.word[t] ?? '').length > 0) {
        return REPORTING.has(lemma(t))
          ? null
          : { outcomes: [], predicate: predicateAt(index, t), moving: false, open: false };
      }
    }
    if (tokens.upos[verb] === AUX) return null;
  }
  return { outcomes: [], predicate: predicateAt(index, verb), moving: false, open: false };
}

interface Behind {
  readonly main: number | null;
  readonly participle: number | null;
  readonly outcomes: readonly string[];
  readonly restricting: readonly string[];
  /** "Left 32 civilians dead". */
  readonly resultative: readonly string[];
  readonly moving: boolean;
}

function readBehind(index: TermIndex, start: number, clauseEnd: number): Behind {
  const { tokens } = index.annotated.language;
  const end = Math.min(tokens.count, start + REACH, Math.max(clauseEnd, start));
  let main: number | null = null;
  let participle: number | null = null;
  let auxiliary = false;
  let relative = false;
  let noun = false;
  let moving = false;
  const outcomes: string[] = [];
  const restricting: string[] = [];
  const resultative: string[] = [];
  for (let t = start; t < end; t++) {
    const word = tokens.word[t] ?? '';
    const tag = tokens.upos[t];
    const lower = word.toLowerCase();
    moving ||= MOVING.test(word);
    if (tag === PUNCT) {
      if (/^[”"»’'()]$/u.test(word)) continue;
      if (
        word !== ',' ||
        !/^(?:who|which|that|including|among|mostly|most|many|some|all)$/i.test(tokens.word[t + 1] ?? '')
      )
        break;
      // An aside: on behind its other comma.
      let close = t + 2;
      while (close < end && tokens.word[close] !== ',') close++;
      if (close >= end) break;
      t = close;
      continue;
    }
    const outcome =
      outcomeOf(word) ?? (lower === 'board' && isWord(index, t - 1, 'on') ? 'aboard' : undefined);
    if (tag === CCONJ) {
      const next = outcomeOf(tokens.word[t + 1] ?? '');
      const list = outcomes.length > 0 ? outcomes : resultative.length > 0 ? resultative : restricting;
      if (next === undefined || list.length === 0) break;
      list.push(next);
      continue;
    }
    if (tag === AUX) {
      auxiliary = true;
      continue;
    }
    if (tag === SCONJ && main === null && !/^(?:that|who|which)$/i.test(word)) break;
    if (/^(?:who|that|which|whom)$/i.test(word)) {
      relative = true;
      continue;
    }
    if (tag === VERB) {
      const lemma = (tokens.lemma[t] ?? '').toLowerCase();
      const penn = tokens.penn[t] ?? '';
      if (
        relative ||
        (!auxiliary && (penn === 'VBG' || penn === 'VBN' || (penn === 'VBD' && outcome !== undefined)))
      ) {
        if (outcome !== undefined) restricting.push(outcome);
        else if (!relative) participle ??= t;
        relative = false;
        auxiliary = false;
        continue;
      }
      if (outcome !== undefined) outcomes.push(outcome);
      if (CARRYING.has(lemma) && outcome === undefined) {
        auxiliary = true;
        continue;
      }
      main ??= t;
      if (outcome === undefined && !MOVED.has(lemma)) break;
      continue;
    }
    if (tag === NOUN || tag === PROPN) {
      const treated = outcome === 'hurt' && lower.startsWith('hospital');
      if (outcome !== undefined && (auxiliary || treated || lower === 'board'))
        (auxiliary || treated ? outcomes : restricting).push(outcome);
      noun = true;
      if (main !== null) break;
      continue;
    }
    if (tag === NUM && (index.timeAt[t] as number) < 0) break;
    if (outcome !== undefined) {
      if (auxiliary) outcomes.push(outcome);
      else if (!noun) resultative.push(outcome);
    }
  }
  return { main, participle, outcomes, restricting, resultative, moving };
}

/** "21 of the 276 girls": what happens to the 21 does not happen to the whole. */
const NOTHING_BEFORE: Before = { verb: null, outcomes: [], moving: false };

interface Before {
  readonly verb: number | null;
  readonly outcomes: readonly string[];
  readonly moving: boolean;
}

function readBefore(index: TermIndex, start: number, least: number): Before {
  const { tokens } = index.annotated.language;
  let moving = false;
  let carried = false;
  let led = false;
  for (let t = start; t >= least; t--) {
    const word = tokens.word[t] ?? '';
    const tag = tokens.upos[t];
    moving ||= MOVING.test(word);
    const outcome = outcomeOf(word);
    if (tag === PUNCT) {
      if (/^[“"„«‘']$/u.test(word)) continue;
      break;
    }
    if (tag === CCONJ && !/^(?:than|to)$/i.test(word)) break;
    if (tag === VERB) {
      const lemma = (tokens.lemma[t] ?? '').toLowerCase();
      if (REPORTING.has(lemma)) break;
      if (outcome !== undefined) return { verb: t, outcomes: [outcome], moving };
      if (CARRYING.has(lemma)) {
        carried = true;
        continue;
      }
      return { verb: carried ? null : t, outcomes: [], moving };
    }
    if (tag === AUX) {
      carried = true;
      continue;
    }
    if (tag === ADP || /^(?:to|of|at|than)$/i.test(word)) {
      led = true;
      continue;
    }
    if (tag === NOUN || tag === PROPN || tag === NUM) {
      if (!led && !carried) break;
      if (outcome !== undefined && tag !== NUM) return { verb: null, outcomes: [outcome], moving };
      continue;
    }
    if (outcome !== undefined && (carried || led)) return { verb: null, outcomes: [outcome], moving };
  }
  return { verb: null, outcomes: [], moving };
}

function outcomeOf(word: string): string | undefined {
  return OUTCOMES.get(word.toLowerCase());
}

function isWord(index: TermIndex, token: number, word: string): boolean {
  return (index.annotated.language.tokens.word[token] ?? '').toLowerCase() === word;
}

/** "Will fire", "threatened to fire", "may fire": a modal or an infinitive stands right before the verb. */
function isOpen(index: TermIndex, verb: number): boolean {
  const { penn, sentence } = index.annotated.language.tokens;
  for (let t = verb - 1; t >= verb - 3 && t >= 0 && sentence[t] === sentence[verb]; t--) {
    if (penn[t] === 'MD' || penn[t] === 'TO' || (isWord(index, t, 'to') && penn[t + 1] === 'VB')) return true;
    if (!/^(?:RB|VB)/.test(penn[t] ?? '')) return false;
  }
  return false;
}

/** A verb as a term, with the particle that changes what it says. */
function predicateAt(index: TermIndex, token: number): Term | null {
  const { start, end, penn, word, lemma } = index.annotated.language.tokens;
  const term = readTerms(index, [[start[token] as number, end[token] as number]], true)[0];
  if (!term) return null;
  const particle = [token + 1, token + 2].find(
    (t) => penn[t] === 'RP' || /^(?:back|free)$/i.test(word[t] ?? ''),
  );
  if (particle === undefined) return term;
  const phrase = `${(lemma[token] ?? '').toLowerCase()} ${(word[particle] ?? '').toLowerCase()}`;
  const one = PHRASES.get(phrase);
  return one === undefined
    ? { ...term, key: phrase, classes: [], row: -1, entry: -1 }
    : { ...term, key: foldWord(one), classes: predicateClasses(one), row: -1, entry: -1 };
}

/** How the roles of two numbers stand to each other; `unknown` where one of them is not said. */
export type RoleRelation = 'same' | 'unknown' | 'other';

/** Compares two roles: what became of those counted must be the same; else the verbs must be. */
export function relateRoles(a: Role, b: Role): RoleRelation {
  if (a.outcomes.length > 0 && b.outcomes.length > 0)
    return a.outcomes.join() === b.outcomes.join() ? 'same' : 'other';
  if (a.outcomes.length > 0 || b.outcomes.length > 0) {
    // "14 dead" and "14 people were taken to shore": one says what became of them, the other something else.
    const silent = a.outcomes.length > 0 ? b : a;
    return silent.predicate !== null ? 'other' : 'unknown';
  }
  if (a.predicate === null || b.predicate === null) return 'unknown';
  const [one, other] = [a.predicate, b.predicate];
  if (one.negated !== other.negated || a.open !== b.open) return 'other';
  return one.key === other.key || one.classes.some((each) => other.classes.includes(each)) ? 'same' : 'other';
}
