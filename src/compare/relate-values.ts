import type { Quantity } from '../model/quantity.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { relateDays } from './day-value.ts';
import type { Statement } from './statement.ts';

/** They exclude each other; one passes the other's bound ("at least six", "at least two"); or both can be right. */
export type ValueRelation = 'clash' | 'bound' | 'agree';

/**
 * How two values stand to each other, whatever they are values of.
 *
 * @returns `null` where they cannot be compared.
 */
export function relateValues(a: Statement, b: Statement): ValueRelation | null {
  if (a.slot !== b.slot) return null;
  if (a.slot === 'time') {
    if (a.link !== b.link && a.link !== '' && b.link !== '') return null;
    const relation = a.day && b.day ? relateDays(a.day, b.day) : null;
    return relation === 'apart' ? 'clash' : relation === 'same' ? 'agree' : null;
  }
  if (!a.quantity || !b.quantity) return null;
  const relation = relateQuantities(a.quantity, b.quantity);
  if (relation === 'unlike') return null;
  // Two measure how much it was at most, and come to two maxima.
  if (areOtherMaxima(a.quantity, b.quantity)) return 'clash';
  if (relation === 'compatible')
    return isBoundPassed(a.quantity, b.quantity) || areOtherRanges(a.quantity, b.quantity)
      ? 'bound'
      : 'agree';
  // "Dozens" and 359 need not clash: whoever says dozens does not count.
  if (a.quantity.value !== null && b.quantity.value !== null) return 'clash';
  return isMeasuredBeside(a.quantity, b.quantity) ? 'clash' : null;
}

/** A range further than this from a number is a range of something else. */
const FAR = 2;

/** "10 to 12 feet" and "15 feet": a measure outside a range of its kind, and not far from it; a few minutes are never an hour. */
function isMeasuredBeside(a: Quantity, b: Quantity): boolean {
  const [range, other] = a.value === null ? [a, b] : [b, a];
  if (range.approximator === 'range' && unitOf(range) === 'hour') return unitOf(other) === 'hour';
  if (range.approximator !== 'range' || other.value === null || unitOf(range) === null) return false;
  return unitOf(range) === unitOf(other) && other.low <= FAR * range.high && range.low <= FAR * other.high;
}

/** An "at least" that is passed by so much may be an earlier count. */
const PASSED = 1.15;

/** "More than 200" is a rounded 276; from here on it is another number. */
const PASSED_FAR = 2;

/** Two bounds of one sort are two numbers sooner. */
const OTHER_BOUND = 1.05;

/** Whether one of two numbers that can both be right passes the other's bound so far that it is another number. */
export function isBoundPassed(a: Quantity, b: Quantity): boolean {
  if (a.value === null || b.value === null || unitOf(a) !== unitOf(b)) return false;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  const ratio = (high.value ?? 0) / (low.value ?? 1);
  const counts = [low, high].some(({ approximator: one }) => one === 'at-least' || one === 'at-most');
  const rounds = [low, high].some(({ approximator: one }) => one === 'more-than' || one === 'less-than');
  const alike = a.approximator === b.approximator && ratio >= OTHER_BOUND;
  return ((counts || rounds) && alike) || (counts && ratio >= PASSED) || (rounds && ratio >= PASSED_FAR);
}

/** "Five to 30 years" and "eight to 30 years" overlap, and one of them is wrong all the same. */
function areOtherRanges(a: Quantity, b: Quantity): boolean {
  if (a.approximator !== 'range' || b.approximator !== 'range' || unitOf(a) !== unitOf(b)) return false;
  const apart = (x: number, y: number): boolean => Math.max(x, y) > PASSED * Math.min(x, y);
  return apart(a.low, b.low) || apart(a.high, b.high);
}

function areOtherMaxima(a: Quantity, b: Quantity): boolean {
  if (a.approximator !== 'at-most' || b.approximator !== 'at-most' || unitOf(a) === null) return false;
  return unitOf(a) === unitOf(b) && Math.max(a.high, b.high) > PASSED * Math.min(a.high, b.high);
}

/** Whether the number of one stands in the other's sentence too, of something else. */
export function appears(a: Statement, b: Statement): boolean {
  const { quantity } = a;
  return (
    quantity !== undefined &&
    b.numbers.some((other) => other.value === quantity.value && unitOf(other) === unitOf(quantity))
  );
}

/** The unit of what is measured; people are counted without one. */
export function unitOf({ unit }: Quantity): string | null {
  return unit === 'person' ? null : unit;
}
