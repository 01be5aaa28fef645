import type { TimeMention } from '../model/time-mention.ts';

/** Words that name a day, month or year by themselves; "today" and "last year" hang on when they were written. */
const NAMED =
  /\d{3,4}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/i;

/** Whether an expression says itself which day, month or year it is. */
export function isOwnDay({ type, value, span }: TimeMention, text: string): boolean {
  if ((type !== 'DATE' && type !== 'TIME') || notationOf(value ?? '') === undefined) return false;
  const words = text.slice(...span);
  // "In the night to Wednesday" may be Tuesday's.
  if (/\b(?:night|overnight)\s+(?:in)?to\s+$/i.test(text.slice(Math.max(0, span[0] - 18), span[0])))
    return false;
  return NAMED.test(words);
}

/** How exactly a time is given; values of one notation can be compared. */
function notationOf(value: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'day';
  if (/^\d{4}-\d\d$/.test(value)) return 'month';
  if (/^\d{4}$/.test(value)) return 'year';
  if (/^XXXX-WXX-\d/.test(value)) return 'weekday';
  if (/^\d{4}-[QH]\d$/.test(value)) return 'part';
  if (/^XXXX-\d\d-\d\d/.test(value)) return 'date';
  return /^XXXX-\d\d$/.test(value) ? 'month-name' : undefined;
}

/** A day, month or year with the words that name it. */
export interface DayValue {
  /** TIMEX3 value. */
  readonly value: string;
  /** Place of the day in the week where the words name one, Monday 1. */
  readonly weekday: number | null;
  /** The words name a date or year themselves; else the value was reckoned from when they were written. */
  readonly written: boolean;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads a time mention as a day. */
export function readDay(value: string, words: string): DayValue {
  const name = /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?day\b/i.exec(words)?.[1]?.toLowerCase();
  const weekday = name === undefined ? null : WEEKDAYS.indexOf(name) + 1;
  return { value, weekday, written: weekday === null || /\d/.test(words) };
}

/** Weekdays further apart than this were reckoned from documents of two weeks: no two accounts of one day. */
const ONE_WEEK = 7;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * How two days stand to each other.
 *
 * @returns `null` where they cannot be compared: a month and a day in it, a date and a day of the week, the Mondays of two weeks.
 */
export function relateDays(a: DayValue, b: DayValue): 'same' | 'apart' | null {
  if (a.weekday !== null && b.weekday !== null) {
    const both = daysBetween(a.value, b.value);
    if (a.written !== b.written || both === null) return a.weekday === b.weekday ? 'same' : 'apart';
    if (!a.written && both >= ONE_WEEK) return null;
    return both === 0 ? 'same' : a.weekday === b.weekday && !a.written ? null : 'apart';
  }
  if (notationOf(a.value) !== notationOf(b.value)) return null;
  const between = daysBetween(a.value, b.value);
  if (between !== null && between >= ONE_WEEK && !(a.written && b.written)) return null;
  if (daysExclude(a.value, b.value)) return 'apart';
  return a.value.slice(0, DATE) === b.value.slice(0, DATE) ? 'same' : null;
}

const DATE = 'YYYY-MM-DD'.length;

/** Days from one full date to another; `null` unless both are. */
function daysBetween(a: string, b: string): number | null {
  if (notationOf(a) !== 'day' || notationOf(b) !== 'day') return null;
  return Math.abs(Date.parse(a.slice(0, DATE)) - Date.parse(b.slice(0, DATE))) / MILLISECONDS_A_DAY;
}

/**
 * Whether two times cannot be one: two days, months, years or days of the week that differ, as far as both are exact. A month
 * and a day in it can be one; a date and a day of the week cannot be compared.
 */
function daysExclude(a: string, b: string): boolean {
  const [kind, other] = [notationOf(a), notationOf(b)];
  if (kind === undefined || other === undefined) return false;
  if ((kind === 'weekday') !== (other === 'weekday')) return false;
  if (kind === 'weekday') return a.slice(0, WEEKDAY) !== b.slice(0, WEEKDAY);
  const [one, two] = [partsOf(a), partsOf(b)];
  return one.some((part, at) => {
    const counterpart = two[at];
    return part !== 'XXXX' && counterpart !== undefined && counterpart !== 'XXXX' && part !== counterpart;
  });
}

const WEEKDAY = 'XXXX-WXX-1'.length;

function partsOf(value: string): string[] {
  return value.slice(0, DATE).split('-');
}

/**
 * Whether the times around two values put them into different years, months or days, so that what is told is not one event:
 * every time of one excludes every time of the other.
 */
export function timesApart(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.filter(isExact), b.filter(isExact)];
  if (one.length === 0 || other.length === 0) return false;
  return one.every((x) => other.every((y) => daysExclude(x, y)));
}

/** Whether a sentence goes back to an earlier year that the other does not speak of: "killed four people in 1998". */
export function isOfOldYear(a: readonly string[], b: readonly string[]): boolean {
  const years = (times: readonly string[]): string[] => times.filter((time) => /^\d{4}$/.test(time));
  const [one, other] = [years(a), years(b)];
  return (
    one.length > 0 !== other.length > 0 &&
    ![...one, ...other].every((year) => (one.length > 0 ? b : a).some((time) => time.startsWith(year)))
  );
}

function isExact(value: string): boolean {
  return notationOf(value) !== undefined;
}
