const DAY_MS = 86_400_000;

/** A day of the Gregorian calendar as the number of days since 1970-01-01. */
export type DayNumber = number;

export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

export interface CalendarDay {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  /** 1 Monday – 7 Sunday, as in ISO 8601. */
  readonly weekday: number;
}

export function calendarDay(number: DayNumber): CalendarDay {
  const date = new Date(number * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
  };
}

/** `2022-10-21`. */
export function isoDay(number: DayNumber): string {
  const { year, month, day } = calendarDay(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `2022-W42`: the ISO 8601 week that holds the day. */
export function isoWeek(number: DayNumber): string {
  const { weekday } = calendarDay(number);
  const thursday = number - weekday + 4;
  const { year } = calendarDay(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  return calendarDay(dayNumber(year, month + 1, 1) - 1).day;
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
