import type { Quantity } from '../model/quantity.ts';

/** What two numbers of one thing are to each other; `unlike` when their units cannot be compared. */
export type QuantityRelation = 'compatible' | 'clash' | 'unlike';

/** Units of one dimension, in a common measure. */
const MEASURES: Readonly<Record<string, readonly [dimension: string, factor: number]>> = {
  millimetre: ['length', 0.001],
  centimetre: ['length', 0.01],
  inch: ['length', 0.0254],
  foot: ['length', 0.3048],
  yard: ['length', 0.9144],
  metre: ['length', 1],
  kilometre: ['length', 1000],
  mile: ['length', 1609.344],
  'nautical mile': ['length', 1852],
  nanogram: ['mass', 1e-12],
  microgram: ['mass', 1e-9],
  milligram: ['mass', 1e-6],
  gram: ['mass', 0.001],
  ounce: ['mass', 0.028_349_5],
  pound: ['mass', 0.453_592],
  kilogram: ['mass', 1],
  tonne: ['mass', 1000],
  microsievert: ['radiation', 1e-6],
  millisievert: ['radiation', 1e-3],
  litre: ['volume', 1],
  gallon: ['volume', 3.785],
  hectare: ['area', 1],
  acre: ['area', 0.4047],
  knot: ['speed', 1.852],
  'kilometre per hour': ['speed', 1],
  'kilometres per hour': ['speed', 1],
  kph: ['speed', 1],
  'mile per hour': ['speed', 1.609],
  'miles per hour': ['speed', 1.609],
  mph: ['speed', 1.609],
};

/** Nobody rounds by more. */
const ROUNDED = 0.1;
/** How far a converted number may be off: desks round what they convert. */
const CONVERTED = 0.1;

/**
 * Whether two numbers can both hold of one thing. Approximators and ranges are respected, units of one dimension converted,
 * and a number that is rounded (60,000) agrees with one that rounds to it (58,900).
 */
export function relateQuantities(a: Quantity, b: Quantity): QuantityRelation {
  const unitA = a.unit === 'person' ? null : a.unit;
  const unitB = b.unit === 'person' ? null : b.unit;
  if (unitA === unitB) return meets(a, b, 1, 0) ? 'compatible' : 'clash';
  const measureA = unitA === null ? undefined : MEASURES[unitA];
  const measureB = unitB === null ? undefined : MEASURES[unitB];
  if (!measureA || !measureB || measureA[0] !== measureB[0]) return 'unlike';
  // "Eight miles" at sea are nautical ones, whatever a desk dropped.
  if (`${unitA} ${unitB}`.includes('nautical') && measureA[0] === 'length' && meets(a, b, 1, 0))
    return 'compatible';
  return meets(a, b, measureA[1] / measureB[1], CONVERTED) ? 'compatible' : 'clash';
}

function meets(a: Quantity, b: Quantity, factor: number, slack: number): boolean {
  const low = a.low * factor * (1 - slack);
  const high = a.high * factor * (1 + slack);
  if (a.value === null || b.value === null) return low <= b.high && b.low <= high;
  const value = a.value * factor;
  // The number that one names must be possible for the other: that two vague ranges touch is not enough.
  const holds = (low <= b.value && b.value <= high) || (b.low <= value && value <= b.high);
  const bounded = Number.isFinite(a.high) && Number.isFinite(b.high) && a.low > 0 && b.low > 0;
  if (holds || (!bounded && low <= b.high && b.low <= high)) return true;
  if (a.approximator === 'exact' && b.approximator === 'exact' && factor === 1) return false;
  return roundsTo(value, b.value) || roundsTo(b.value, value);
}

/** Whether `fine`, rounded to as many digits as `coarse` is written with, is `coarse`. */
function roundsTo(fine: number, coarse: number): boolean {
  if (coarse === 0 || !Number.isFinite(fine) || !Number.isFinite(coarse)) return false;
  const digits = coarse.toExponential().replace(/e.*$/, '').replace(/[^\d]/g, '').replace(/0+$/, '').length;
  if (Math.abs(fine - coarse) > ROUNDED * coarse) return false;
  return Number(fine.toPrecision(Math.max(1, digits))) === coarse;
}
