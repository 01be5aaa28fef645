import type { Quantity } from '../model/quantity.ts';
import type { TimeMention } from '../model/time-mention.ts';

/** Hours of each unit of a TIMEX3 duration; a month is the twelfth part of a year. */
const HOURS: Readonly<Record<string, number>> = { H: 1, D: 24, W: 168, M: 730, Y: 8760 };

/** "A few minutes", "several hours": so many at least and at most. */
const FEW = 2;
const SEVERAL = 9;

const VAGUE = /\b(?:few|several|some)\b/i;

/**
 * A length of time as a number of hours, so that half a day and 12 hours are one; a few minutes are a range of them.
 *
 * @param words - the expression as it stands in the document.
 * @returns `null` for what is no length, or one of several parts.
 */
export function durationQuantity({ type, span, mod, value }: TimeMention, words: string): Quantity | null {
  const [, clock, amount = '', unit = 'D'] = /^P(T?)(\d+(?:\.\d+)?|X)([HMDWY])$/.exec(value ?? '') ?? [];
  if (type !== 'DURATION' || clock === undefined) return null;
  const one = clock === 'T' && unit === 'M' ? 1 / 60 : (HOURS[unit] ?? 24);
  const common = { span, unit: 'hour', counted: null };
  if (amount === 'X' && !VAGUE.test(words)) return null;
  if (amount === 'X')
    return { ...common, low: FEW * one, high: SEVERAL * one, value: null, approximator: 'range' };
  const hours = Number(amount) * one;
  const base = { ...common, low: hours, high: hours, value: hours };
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE')
    return { ...base, high: Infinity, approximator: 'at-least' };
  if (mod === 'LESS_THAN' || mod === 'EQUAL_OR_LESS') return { ...base, low: 0, approximator: 'at-most' };
  if (mod === 'APPROX') return { ...base, low: hours * 0.9, high: hours * 1.1, approximator: 'about' };
  return { ...base, approximator: 'exact' };
}
