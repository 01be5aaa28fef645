import { calendarDay, dayNumber, daysInMonth, isoDay, isoWeek, pad, type DayNumber } from './calendar.ts';
import type { Unit } from './time-lexicon.ts';

/** What is known of a day, month or year when nothing says which. */
export function openValue(unit: Unit): string {
  switch (unit) {
    case 'Y':
      return 'XXXX';
    case 'M':
      return 'XXXX-XX';
    case 'Q':
      return 'XXXX-QX';
    case 'W':
      return 'XXXX-WXX';
    case 'WE':
      return 'XXXX-WXX-WE';
    case 'DE':
      return 'XXX';
    case 'CE':
      return 'XX';
    case 'D':
      return 'XXXX-XX-XX';
    default:
      return 'XXXX-XX-XXTXX:XX';
  }
}

export function shiftDay(today: DayNumber, unit: Unit, amount: number): string {
  const now = calendarDay(today);
  switch (unit) {
    case 'D':
      return isoDay(today + Math.round(amount));
    case 'W':
      return isoWeek(today + Math.round(amount * 7));
    case 'WE':
      return `${isoWeek(today + Math.round(amount * 7))}-WE`;
    case 'M': {
      const index = now.year * 12 + now.month - 1 + Math.round(amount);
      return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
    }
    case 'Q': {
      const index = now.year * 4 + Math.floor((now.month - 1) / 3) + Math.round(amount);
      return `${pad(Math.floor(index / 4), 4)}-Q${(((index % 4) + 4) % 4) + 1}`;
    }
    case 'Y':
      return pad(now.year + Math.round(amount), 4);
    case 'DE':
      // "This decade" is one; "a decade ago" is a year ten years back.
      return amount === 0 ? pad(Math.floor(now.year / 10), 3) : pad(now.year + Math.round(amount * 10), 4);
    case 'CE':
      return pad(Math.floor(now.year / 100) + Math.round(amount), 2);
    default:
      // An hour or a minute ago: the day is as near as a date without a time of day can tell.
      return isoDay(today);
  }
}

/** Moves a value that the text told: `1998-05` and one month later is `1998-06`. `null` when it is too coarse for that. */
export function shiftValue(value: string, unit: Unit, amount: number): string | null {
  const quarter = /^(\d{4})-(Q[1-4]|H[12])/.exec(value);
  if (quarter && unit === 'Y')
    return `${pad(Number(quarter[1]) + Math.round(amount), 4)}-${quarter[2] ?? ''}`;
  const day = dayOfValue(value);
  if (day !== null) return shiftDay(day, unit, amount);
  const month = /^(\d{4})-(\d{2})/.exec(value);
  if (month && (unit === 'M' || unit === 'Y' || unit === 'DE'))
    return shiftDay(dayNumber(Number(month[1]), Number(month[2]), 1), unit, amount);
  const year = /^(\d{4})/.exec(value);
  if (year && (unit === 'Y' || unit === 'DE'))
    return shiftDay(dayNumber(Number(year[1]), 1, 1), unit, amount);
  return null;
}

/** The day that a TIMEX3 value names (`1998-10-24`, `1998-10-24T10:00`), or `null` when it names no single day. */
export function dayOfValue(value: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}
