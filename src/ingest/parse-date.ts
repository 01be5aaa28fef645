import { MONTH_NUMBER } from './lexicon/month-names.ts';

/** How a date was written; a reader of metadata trusts them differently. */
export interface ParsedDate {
  /** TIMEX3: `2022-10-21`, or `2022-10` and `2022` where no more is said. */
  readonly value: string;
  /** The words that were read. */
  readonly text: string;
  readonly start: number;
}

/** Nobody published on the web before; a later year than this is a misreading, not a date. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Longer values are no dates, and no expression is run over them. */
const LONGEST = 400;

const ISO =
  /(?<![\d-])(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])|(?<!\d)(\d{4})(\d{2})(\d{2})(?:T\d{4,6}(?:Z|[+-]\d{4})?)?(?!\d)/;
const YEAR_FIRST =
  /(?<!\d)(\d{4})[./](\d{1,2})[./](\d{1,2})(?!\d)|(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const DAY_MONTH_NAME =
  /(?<![\d.]|\d:)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s*(?:of\s|de\s|d’|d')?\s*[-/]?\s*(\p{L}{3,12})\.?\s*[-/,]?\s*(?:de\s|del\s)?\s*(\d{4})(?!\d)/u;
const MONTH_NAME_DAY = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/u;
const MONTH_NAME_YEAR =
  /(?<!\p{L}|\d(?:st|nd|rd|th)?[.,]?\s{0,3}(?:of )?)(\p{L}{3,12})\.?,?\s+(\d{4})(?!\d)/u;
const DAY_FIRST = /(?<![\d./])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d|:\d)/;

/**
 * Reads the first date in a short text: ISO 8601, RFC 822, and what newspapers write ("Oct. 21, 2022", "21 octobre 2022",
 * "21.10.2022"). The day is the one that is written: a time and its zone are not used to move it.
 *
 * @returns `null` when there is none, or when it may be two days: 3/4/2022 is in March or in April.
 */
export function parseDate(
  raw: string,
  options: { slashes?: 'day-first' | 'month-first' } = {},
): ParsedDate | null {
  const text = raw.slice(0, LONGEST);
  return (
    read(text, ISO, (m) => day(m[1] ?? m[4], m[2] ?? m[5], m[3] ?? m[6])) ??
    read(text, YEAR_FIRST, (m) => day(m[1] ?? m[4], m[2] ?? m[5], m[3] ?? m[6])) ??
    read(text, MONTH_NAME_DAY, (m) => day(m[3], monthOf(m[1]), m[2])) ??
    read(text, DAY_MONTH_NAME, (m) => day(m[3], monthOf(m[2]), m[1])) ??
    read(text, DAY_FIRST, (m) => numeric(m, options.slashes)) ??
    read(text, MONTH_NAME_YEAR, (m) => day(m[2], monthOf(m[1]), undefined)) ??
    (/^\s*\d{4}\s*$/.test(text) ? read(text, /\d{4}/, (m) => yearOf(m[0])) : null)
  );
}

function read(
  text: string,
  pattern: RegExp,
  value: (match: RegExpExecArray) => string | null,
): ParsedDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const found = value(match);
  return found === null ? null : { value: found, text: match[0], start: match.index };
}

/** 21.10.2022 has the day first wherever it is written with full stops; with slashes only one order may be possible. */
function numeric(match: RegExpExecArray, order: 'day-first' | 'month-first' | undefined): string | null {
  const [, first, separator, second, year] = match;
  const dayFirst = day(year, second, first);
  const monthFirst = day(year, first, second);
  if (separator === '.' || monthFirst === null || dayFirst === monthFirst) return dayFirst;
  if (dayFirst === null) return monthFirst;
  if (order === undefined) return null;
  return order === 'day-first' ? dayFirst : monthFirst;
}

function monthOf(name: string | undefined): string | undefined {
  const number = MONTH_NUMBER.get((name ?? '').toLowerCase());
  return number === undefined ? undefined : String(number);
}

function yearOf(year: string | undefined): string | null {
  const number = Number(year);
  return number >= FIRST_YEAR && number <= LAST_YEAR ? String(number) : null;
}

function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): string | null {
  const y = yearOf(year);
  const m = Number(month);
  if (y === null || !(m >= 1 && m <= 12)) return null;
  const yearMonth = `${y}-${String(m).padStart(2, '0')}`;
  if (dayOfMonth === undefined) return yearMonth;
  const d = Number(dayOfMonth);
  return d >= 1 && d <= daysIn(Number(y), m) ? `${yearMonth}-${String(d).padStart(2, '0')}` : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
