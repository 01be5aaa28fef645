/** Calendar units by their TIMEX3 letter; hours and below stand after a `T`. */
export type Unit = 'Y' | 'M' | 'W' | 'D' | 'Q' | 'DE' | 'CE' | 'WE' | 'TH' | 'TM' | 'TS';

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH_ABBREVIATIONS = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
] as const;
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY_ABBREVIATIONS = [
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
] as const;

export const MONTHS: ReadonlyMap<string, number> = new Map(MONTH_NAMES.map((name, i) => [name, i + 1]));
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map(MONTH_ABBREVIATIONS);
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_NAMES.map((name, i) => [name, i + 1]));
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_ABBREVIATIONS);

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['second', 'TS'],
  ['seconds', 'TS'],
  ['minute', 'TM'],
  ['minutes', 'TM'],
  ['hour', 'TH'],
  ['hours', 'TH'],
  ['day', 'D'],
  ['days', 'D'],
  ['week', 'W'],
  ['weeks', 'W'],
  ['weekend', 'WE'],
  ['weekends', 'WE'],
  ['month', 'M'],
  ['months', 'M'],
  ['quarter', 'Q'],
  ['quarters', 'Q'],
  ['year', 'Y'],
  ['years', 'Y'],
  ['decade', 'DE'],
  ['decades', 'DE'],
  ['century', 'CE'],
  ['centuries', 'CE'],
]);

export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
]);

/** Parts of the day with their TIMEX3 letters. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'TMO'],
  ['afternoon', 'TAF'],
  ['evening', 'TEV'],
  ['night', 'TNI'],
  ['nighttime', 'TNI'],
  ['daytime', 'TDT'],
]);

export const DAY_PART_PLURALS: ReadonlyMap<string, string> = new Map([
  ['mornings', 'TMO'],
  ['afternoons', 'TAF'],
  ['evenings', 'TEV'],
  ['nights', 'TNI'],
]);

/** Days told from the speaker's own: offset in days. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

const ORDINAL_WORDS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
export const ORDINALS: ReadonlyMap<string, number> = new Map(ORDINAL_WORDS.map((word, i) => [word, i + 1]));

/**
 * Adverbs and adjectives that TIMEX3 marks as references: `now` is PRESENT_REF.
 *
 * Left out for being marked in fewer than one case of three in TimeBank and AQUAINT: previously, formerly, shortly, soon, already.
 */
export const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['now', 'PRESENT_REF'],
  ['currently', 'PRESENT_REF'],
  ['presently', 'PRESENT_REF'],
  ['nowadays', 'PRESENT_REF'],
  ['current', 'PRESENT_REF'],
  ['recently', 'PAST_REF'],
  ['recent', 'PAST_REF'],
  ['lately', 'PAST_REF'],
]);

/**
 * Adverbs and adjectives of repetition: `weekly` is P1W. "Annual" and "quarterly" name a kind of meeting or dividend and are
 * not marked.
 */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['bimonthly', 'P2M'],
  ['yearly', 'P1Y'],
  ['annually', 'P1Y'],
  ['biennial', 'P2Y'],
]);

export const ZONES: ReadonlySet<string> = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'cst',
  'cdt',
  'mst',
  'mdt',
  'pst',
  'pdt',
  'et',
  'pt',
  'ct',
  'bst',
  'cet',
  'cest',
  'msk',
]);

/** `daylong` → a day. */
export const LONG_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['daylong', 'D'],
  ['weeklong', 'W'],
  ['monthlong', 'M'],
  ['yearlong', 'Y'],
  ['decadelong', 'DE'],
]);
