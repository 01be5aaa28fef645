import { MARK, NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import { SMALL_NUMBERS } from '../text/read-number.ts';
import { daysInMonth, pad } from './calendar.ts';
import { MONTHS, ORDINALS, SHORT_MONTHS } from './time-lexicon.ts';

/** A calendar date as written: any part but the month may be missing. */
export interface DateReading {
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

/** Years that stand alone in running text; what lies outside is more often a count. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;

/** A year in four figures. */
export function readYear(lexemes: Lexemes, at: number): number | null {
  if (lexemes.kind[at] !== NUMBER) return null;
  const digits = lexemes.form[at] ?? '';
  if (digits.length !== 4) return null;
  const year = Number(digits);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  // "1998,500" and "1998.5" are numbers; "1998." at the end of a sentence is a year.
  const next = lexemes.form[at + 1];
  const tied = lexemes.glued[at + 1] === 1 && lexemes.kind[at + 2] === NUMBER && lexemes.glued[at + 2] === 1;
  if (tied && (next === ',' || next === '.' || next === ':')) return null;
  if (lexemes.glued[at + 1] === 1 && (lexemes.kind[at + 1] === WORD || next === '%')) return null;
  return year;
}

/** `nineteen ninety-six` → 1996, `two thousand and three` is left to "the year". */
export function readSpokenYear(lexemes: Lexemes, at: number): { year: number; end: number } | null {
  const { form } = lexemes;
  const century =
    form[at] === 'nineteen' ? 19 : form[at] === 'eighteen' ? 18 : form[at] === 'twenty' ? 20 : 0;
  if (century === 0) return null;
  let next = form[at + 1] === '-' ? at + 2 : at + 1;
  const tens = SMALL_NUMBERS.get(form[next] ?? '') ?? 0;
  if (tens < 10) return null;
  next++;
  let year = century * 100 + tens;
  if (tens >= 20) {
    const one = form[next] === '-' ? next + 1 : next;
    const ones = SMALL_NUMBERS.get(form[one] ?? '') ?? 0;
    if (ones >= 1 && ones <= 9) {
      year += ones;
      next = one + 1;
    }
  }
  return { year, end: next };
}

/** The number of a month at `at`; short forms count only next to a number or with their full stop. */
export function readMonth(
  lexemes: Lexemes,
  text: string,
  at: number,
): { month: number; end: number; short: boolean } | null {
  const word = lexemes.form[at] ?? '';
  const capital = isCapital(text, lexemes.start[at] ?? 0);
  if (!capital) return null;
  const full = MONTHS.get(word);
  if (full !== undefined) return { month: full, end: at + 1, short: false };
  const short = SHORT_MONTHS.get(word);
  if (short === undefined) return null;
  const dotted = lexemes.form[at + 1] === '.' && lexemes.glued[at + 1] === 1;
  return { month: short, end: dotted ? at + 2 : at + 1, short: true };
}

/** Reads `Oct. 24, 1998`, `24 October`, `October 1998`, `2022-10-24`, `10/24/1998` at lexeme `at`. */
export function readDate(lexemes: Lexemes, text: string, at: number): DateReading | null {
  if (lexemes.kind[at] === NUMBER) return readNumericDate(lexemes, at) ?? readDayFirst(lexemes, text, at);
  const named = readMonth(lexemes, text, at);
  if (!named) return null;
  const day = readDayOfMonth(lexemes, named.end);
  if (day) {
    const year = readTrailingYear(lexemes, day.end);
    return check({ end: year?.end ?? day.end, year: year?.year ?? null, month: named.month, day: day.day });
  }
  const of = lexemes.form[named.end] === 'of' || lexemes.form[named.end] === ',' ? named.end + 1 : named.end;
  const year = readYear(lexemes, of);
  if (year !== null) return { end: of + 1, year, month: named.month, day: null };
  const spoken = readSpokenYear(lexemes, of);
  if (spoken) return { end: spoken.end, year: spoken.year, month: named.month, day: null };
  return { end: named.end, year: null, month: named.month, day: null };
}

/** `24`, `24th`, `the 24th`. */
function readDayOfMonth(lexemes: Lexemes, at: number): { day: number; end: number } | null {
  const { form, kind, glued } = lexemes;
  const digits = form[at] ?? '';
  if (kind[at] !== NUMBER) {
    const start = form[at] === 'the' ? at + 1 : at;
    const ordinal = ORDINALS.get(form[start] ?? '');
    return ordinal !== undefined && form[start + 1] !== 'quarter' ? { day: ordinal, end: start + 1 } : null;
  }
  if (digits.length > 2) return null;
  const day = Number(digits);
  if (day < 1 || day > 31) return null;
  let end = at + 1;
  if (glued[end] === 1) {
    const next = form[end];
    if (kind[end] === WORD) {
      if (next !== 'st' && next !== 'nd' && next !== 'rd' && next !== 'th') return null;
      end++;
    } else if (
      (next === ':' || next === '.' || next === '/') &&
      kind[end + 1] === NUMBER &&
      glued[end + 1] === 1
    ) {
      return null;
    } else if (next === '%') {
      return null;
    }
  }
  return { day, end };
}

/** `, 1998` or ` 1998` behind a day. */
function readTrailingYear(lexemes: Lexemes, at: number): { year: number; end: number } | null {
  const next = lexemes.form[at] === ',' ? at + 1 : at;
  const year = readYear(lexemes, next);
  if (year !== null) return { year, end: next + 1 };
  return readSpokenYear(lexemes, next);
}

function readDayFirst(lexemes: Lexemes, text: string, at: number): DateReading | null {
  const day = readDayOfMonth(lexemes, at);
  if (!day) return null;
  // "25 of May", "25-May", and "25. May" as most languages of Europe write it.
  const mark = lexemes.glued[day.end] === 1 ? lexemes.form[day.end] : '';
  const tied = mark === '-' || (mark === '.' && !opensItem(text, lexemes.start[at] ?? 0));
  const next = lexemes.form[day.end] === 'of' || tied ? day.end + 1 : day.end;
  const named = readMonth(lexemes, text, next);
  // "25 May" is a date, "5 March" too; "6 April showers" hardly ever stands in news.
  if (!named) return null;
  // "May 3 June" would read the day of the month before.
  const year = readTrailingYear(lexemes, named.end);
  return check({ end: year?.end ?? named.end, year: year?.year ?? null, month: named.month, day: day.day });
}

/** Whether a number begins a line or a sentence: "1. May Day was quiet" is the first of a list. */
function opensItem(text: string, start: number): boolean {
  return /(?:^|[\n.!?;:])[^\S\n]*$/.test(text.slice(Math.max(0, start - 4), start));
}

function readNumericDate(lexemes: Lexemes, at: number): DateReading | null {
  const { form, kind, glued } = lexemes;
  const separator = form[at + 1];
  if (separator !== '-' && separator !== '/' && separator !== '.') return null;
  if (form[at + 3] !== separator || kind[at + 2] !== NUMBER || kind[at + 4] !== NUMBER) return null;
  for (let next = at + 1; next <= at + 4; next++) if (glued[next] !== 1) return null;
  // A fourth part makes it an address or a version.
  if (glued[at + 5] === 1 && form[at + 5] === separator && kind[at + 5] === MARK && glued[at + 6] === 1) {
    if (kind[at + 6] === NUMBER) return null;
  }
  const first = form[at] ?? '';
  const second = form[at + 2] ?? '';
  const third = form[at + 4] ?? '';
  const end = at + 5;
  if (first.length === 4 && separator !== '.') {
    return check({ end, year: Number(first), month: Number(second), day: Number(third) });
  }
  if (first.length > 2 || second.length > 2 || (third.length !== 4 && third.length !== 2)) return null;
  if (third.length === 2 && separator !== '/') return null;
  const year = third.length === 4 ? Number(third) : expandYear(Number(third));
  const a = Number(first);
  const b = Number(second);
  if (separator !== '/') return check({ end, year, month: b, day: a });
  if (a === b || b > 12) return check({ end, year, month: a, day: b });
  if (a > 12) return check({ end, year, month: b, day: a });
  // 3/4/2022: the order of day and month differs between countries, and the words do not tell.
  return { end, year, month: 0, day: null };
}

/** Two figures: up to 40 in this century, above in the last. */
export function expandYear(two: number): number {
  return two <= 40 ? 2000 + two : 1900 + two;
}

function check(date: DateReading): DateReading | null {
  if (date.month < 1 || date.month > 12) return null;
  const year = date.year ?? 2000;
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (date.day !== null && (date.day < 1 || date.day > daysInMonth(year, date.month))) return null;
  return date;
}

/** `1998-10-24`, with X for what is not told. */
export function dateValue(year: number | null, month: number, day: number | null): string {
  const head = year === null ? 'XXXX' : pad(year, 4);
  if (month === 0) return `${head}-XX-XX`;
  return day === null ? `${head}-${pad(month, 2)}` : `${head}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}
