import { describe, expect, test } from 'vitest';
import { calendarDay, dayNumber, daysInMonth, isoDay, isoWeek } from './calendar.ts';

describe('calendar', () => {
  test('a day has its weekday, its week and its date', () => {
    const day = dayNumber(2022, 10, 21);
    expect(calendarDay(day).weekday).toBe(5);
    expect(isoWeek(day)).toBe('2022-W42');
    expect(isoDay(day)).toBe('2022-10-21');
  });

  test('the first days of January may belong to the last week of the year before', () => {
    expect(isoWeek(dayNumber(2021, 1, 3))).toBe('2020-W53');
    expect(isoWeek(dayNumber(2019, 12, 30))).toBe('2020-W01');
  });

  test('February has a leap day when it has one', () => {
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(1900, 2)).toBe(28);
  });
});
