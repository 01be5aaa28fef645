import type { Quantity } from '../model/quantity.ts';
import type { TimeMention } from '../model/time-mention.ts';

/** Hours of each unit of a TIMEX3 duration; a month is the twelfth part of a year. */
const HOURS: Readonly<Record<string, number>> = { H: 1, D: 24, W: 168, M: 730, Y: 8760 };

/** A length of time as a number of hours, so that half a day and 12 hours are one. */
export function durationQuantity(
  { span, mod }: TimeMention,
  text: string,
  value: number,
  letter: string,
): Quantity {
  const hours = text.startsWith('PT') && letter === 'M' ? value / 60 : value * (HOURS[letter] ?? 24);
  const base = { span, low: hours, high: hours, value: hours, unit: 'hour', counted: null };
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE')
    return { ...base, high: Infinity, approximator: 'at-least' };
  if (mod === 'LESS_THAN' || mod === 'EQUAL_OR_LESS') return { ...base, low: 0, approximator: 'at-most' };
  if (mod === 'APPROX') return { ...base, low: hours * 0.9, high: hours * 1.1, approximator: 'about' };
  return { ...base, approximator: 'exact' };
}
