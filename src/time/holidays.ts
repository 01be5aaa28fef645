import { calendarDay, dayNumber, type DayNumber } from './calendar.ts';

/** A day that is told by its name: the words behind the first, and the day it falls on in a year. */
interface Holiday {
  readonly words: readonly string[];
  readonly day: (year: number) => DayNumber;
}

/** The `count`th weekday of a month: the fourth Thursday of November. */
function nthWeekday(year: number, month: number, weekday: number, count: number): DayNumber {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - calendarDay(first).weekday + 7) % 7) + (count - 1) * 7;
}

/** Western Easter Sunday (the anonymous Gregorian computus, Nature 1876). */
function easter(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

const NAMED: readonly Holiday[] = [
  { words: ['new', 'year', "'", 's', 'day'], day: (year) => dayNumber(year, 1, 1) },
  { words: ['new', 'year', "'", 's', 'eve'], day: (year) => dayNumber(year, 12, 31) },
  { words: ['christmas', 'eve'], day: (year) => dayNumber(year, 12, 24) },
  { words: ['christmas', 'day'], day: (year) => dayNumber(year, 12, 25) },
  { words: ['christmas'], day: (year) => dayNumber(year, 12, 25) },
  { words: ['boxing', 'day'], day: (year) => dayNumber(year, 12, 26) },
  { words: ['halloween'], day: (year) => dayNumber(year, 10, 31) },
  { words: ['valentine', "'", 's', 'day'], day: (year) => dayNumber(year, 2, 14) },
  { words: ['good', 'friday'], day: (year) => easter(year) - 2 },
  { words: ['easter', 'sunday'], day: easter },
  { words: ['easter', 'monday'], day: (year) => easter(year) + 1 },
  { words: ['easter'], day: easter },
  { words: ['thanksgiving', 'day'], day: (year) => nthWeekday(year, 11, 4, 4) },
  { words: ['thanksgiving'], day: (year) => nthWeekday(year, 11, 4, 4) },
  { words: ['labor', 'day'], day: (year) => nthWeekday(year, 9, 1, 1) },
  { words: ['memorial', 'day'], day: (year) => nthWeekday(year, 6, 1, 1) - 7 },
  { words: ['election', 'day'], day: (year) => nthWeekday(year, 11, 1, 1) + 1 },
];

const BY_FIRST = new Map<string, Holiday[]>();
for (const holiday of NAMED) {
  const first = holiday.words[0] ?? '';
  const list = BY_FIRST.get(first);
  if (list) list.push(holiday);
  else BY_FIRST.set(first, [holiday]);
}

/** First words of the holidays. */
export const HOLIDAY_STARTERS: ReadonlySet<string> = new Set(BY_FIRST.keys());

/** The holiday whose words stand at `at` in `form`: where it ends and the day it falls on in a year. */
export function holidayAt(
  form: readonly string[],
  at: number,
): { end: number; day: (year: number) => DayNumber } | null {
  for (const { words, day } of BY_FIRST.get(form[at] ?? '') ?? []) {
    if (words.every((word, index) => form[at + index] === word)) return { end: at + words.length, day };
  }
  return null;
}
