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
export const CARRYING: ReadonlySet<string> = new Set(
  'be have leave remain stay rise climb grow increase jump reach stand go come pass exceed top near hit put total number amount bring fall drop list receive suffer sustain'.split(
    ' ',
  ),
);
/** Verbs of reporting: what stands behind them has a predicate of its own, or none that is said. */
export const REPORTING: ReadonlySet<string> = new Set(
  'say tell report state announce claim add note believe think estimate confirm write warn fear expect accord'.split(
    ' ',
  ),
);
/** A count that went on: what came before it was lower, and neither account need be wrong. */
export const MOVING: RegExp =
  /^(?:r[io]se[sn]?|rising|climb(?:s|ed|ing)?|grew|grow[sn]?|growing|jump(?:s|ed)?|mount(?:s|ed)|swell(?:s|ed)|increas(?:e|es|ed|ing)|surpass(?:es|ed)|updated?|revised)$/i;

/** Verbs whose object says what is done: "take effect", "hold a vote". */
export const LIGHT: ReadonlySet<string> = new Set(
  'be have do take make give hold get come go put keep'.split(' '),
);
/** Whoever is moved somewhere may be moved to hospital. */
export const MOVED: ReadonlySet<string> = new Set(
  'take bring rush carry move transfer admit fly send'.split(' '),
);
/** Verbs with a particle that are one word elsewhere: "called back" is recalled. */
export const PHRASES: ReadonlyMap<string, string> = new Map([
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

/** Verbs that may tell such an outcome without its word: whoever is picked up is rescued or arrested, as the case may be. */
const OUTCOMES_OF_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'pick up': 'saved arrested',
    'bring in': 'saved arrested',
    'bring ashore': 'saved',
    'fish out': 'saved',
    'take off': 'saved',
    pull: 'saved',
    pluck: 'saved',
    'take away': 'arrested',
    'lead away': 'arrested',
    'round up': 'arrested',
    'carry off': 'arrested abducted',
    seize: 'arrested abducted',
    'let go': 'freed',
    'walk free': 'freed',
    'fall ill': 'ill',
  }).map(([verb, outcomes]) => [verb, outcomes.split(' ')]),
);

/** What a verb may say that became of people, by its key as `predicateAt` gives it; empty for most verbs. */
export function outcomesOfVerb(key: string): readonly string[] {
  return OUTCOMES_OF_VERBS.get(key) ?? [];
}

/** What a word says that became of people; `undefined` for most words. */
export function outcomeOf(word: string): string | undefined {
  return OUTCOMES.get(word.toLowerCase());
}
