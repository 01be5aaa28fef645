/** How exactly a TIMEX3 value names a time. */
export type Precision =
  'minute' | 'hour' | 'part of a day' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'season' | 'year';

/** The stretch of time that a TIMEX3 value covers, in milliseconds of UTC, `[from, to)`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
}

const DAY = 86_400_000;
const VALUE =
  /^(\d{4})(?:-(?:W(\d{2})(?:-(WE|[1-7]))?|Q([1-4])|H([12])|(SP|SU|FA|AU|WI)|(\d{2})(?:-(\d{2})(?:T(?:(\d{2})(?::?(\d{2})(?::?\d{2})?)?|(NI|MO|MI|AF|EV|DT))?)?)?))?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a TIMEX3 date.
 *
 * @returns `null` for a duration, a set, a vague reference or an open form such as `XXXX-WXX-5`: nothing is placed in time
 *   by guess. A season is some time of its year, since nothing says on which half of the earth; a winter may end in the next.
 */
export function timexRange(value: string | null | undefined): TimeRange | null {
  const found = value ? VALUE.exec(value) : null;
  if (!found) return null;
  const [, year, week, weekday, quarter, half, season, month, day, hour, minute, part] = found;
  const y = Number(year);
  if (week !== undefined) {
    const start = isoWeek(y, Number(week));
    if (weekday === undefined) return { from: start, to: start + 7 * DAY, precision: 'week' };
    if (weekday === 'WE') return { from: start + 5 * DAY, to: start + 7 * DAY, precision: 'day' };
    const from = start + (Number(weekday) - 1) * DAY;
    return { from, to: from + DAY, precision: 'day' };
  }
  if (quarter !== undefined)
    return { from: utc(y, (Number(quarter) - 1) * 3), to: utc(y, Number(quarter) * 3), precision: 'quarter' };
  if (half !== undefined)
    return { from: utc(y, (Number(half) - 1) * 6), to: utc(y, Number(half) * 6), precision: 'half' };
  if (season !== undefined)
    return {
      from: utc(y, 0),
      to: utc(y + 1, season === 'WI' || season === 'SU' ? WINTER_END : 0),
      precision: 'season',
    };
  if (month === undefined) return { from: utc(y, 0), to: utc(y + 1, 0), precision: 'year' };
  const m = Number(month) - 1;
  if (m > 11 || m < 0) return null;
  if (day === undefined) return { from: utc(y, m), to: utc(y, m + 1), precision: 'month' };
  const from = utc(y, m, Number(day));
  if (new Date(from).getUTCDate() !== Number(day)) return null;
  if (part !== undefined) return { from, to: from + DAY, precision: part === 'DT' ? 'day' : 'part of a day' };
  if (hour === undefined) return { from, to: from + DAY, precision: 'day' };
  const at = from + Number(hour) * 3_600_000 + Number(minute ?? 0) * 60_000;
  if (Number(hour) > 24) return null;
  return minute === undefined
    ? { from: at, to: at + 3_600_000, precision: 'hour' }
    : { from: at, to: at + 60_000, precision: 'minute' };
}

/** Month in which such a season is over; winter runs into the next year in the north, summer in the south: before March. */
const WINTER_END = 2;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const PARTS: Readonly<Record<string, string>> = {
  NI: 'night',
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
};
const SEASONS: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  AU: 'autumn',
  WI: 'winter',
};

/** A TIMEX3 value in plain words: `14 March 2031`, `week of 3 March 2031`, `March 2031`; `null` where it is no date. */
export function timexWords(value: string | null | undefined): string | null {
  const range = timexRange(value);
  if (!range || !value) return null;
  switch (range.precision) {
    case 'minute':
      return `${dayWords(range.from)}, ${new Date(range.from).toISOString().slice(11, 16)}`;
    case 'hour':
      return `${dayWords(range.from)}, about ${new Date(range.from).toISOString().slice(11, 16)}`;
    case 'part of a day':
      return `${dayWords(range.from)}, ${PARTS[value.slice(-2)] ?? ''}`;
    case 'day':
      return value.endsWith('WE') ? `weekend of ${dayWords(range.from)}` : dayWords(range.from);
    case 'week':
      return `week of ${dayWords(range.from)}`;
    case 'month':
      return `${MONTHS[new Date(range.from).getUTCMonth()] ?? ''} ${value.slice(0, 4)}`;
    case 'season':
      return `${SEASONS[value.slice(5, 7)] ?? ''} ${value.slice(0, 4)}`;
    case 'half':
      return `${value.slice(6, 7) === '1' ? 'first' : 'second'} half of ${value.slice(0, 4)}`;
    case 'quarter':
      return `quarter ${value.slice(6, 7)} of ${value.slice(0, 4)}`;
    case 'year':
      return value.slice(0, 4);
  }
}

/** `14 March 2031` for the day in which `at` lies. */
export function dayWords(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

function utc(year: number, month: number, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** Monday of an ISO week: week 1 is the one with 4 January in it. */
function isoWeek(year: number, week: number): number {
  const fourth = utc(year, 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth - weekday * DAY + (week - 1) * 7 * DAY;
}
