import { likenessOf, ONE_KIND } from './counted-kind.ts';
import { unitOf } from './relate-values.ts';
import type { Statement } from './statement.ts';

/** Two numbers of one unit no further apart than this are near. */
const NEAR = 1.05;
/** Digits that say something: "143 million" has three, "200" has one. */
const SPECIFIC = 3;

/** Whether two values that look like two versions of one number are told of one kind of thing. */
export function areTwinsOfOneKind(a: Statement, b: Statement): boolean {
  if (!areTwins(a, b)) return false;
  const [one, other] = [a.things.at(-1), b.things.at(-1)];
  const measured = a.quantity ? unitOf(a.quantity) : null;
  return one && other ? likenessOf(one, other) >= ONE_KIND : measured !== null;
}

/**
 * Whether two numbers that exclude each other look like two versions of one: near each other and given exactly ("103 billion", "105
 * billion"), or one a slip of the other, with a digit changed, two digits exchanged, or a power of ten lost ("150,000", "15
 * thousand").
 *
 * In the few figures of one story two things hardly ever come to numbers so alike.
 */
function areTwins({ quantity: a }: Statement, { quantity: b }: Statement): boolean {
  const [x, y] = [a?.value ?? null, b?.value ?? null];
  if (x === null || y === null || x <= 0 || y <= 0 || a?.unit !== b?.unit || x === y) return false;
  const [one, other] = [significant(x), significant(y)];
  const digits = Math.max(one.length, other.length);
  if (one === other) return digits >= 2;
  if (digits < 2 || isRounded(x, other.length, y) || isRounded(y, one.length, x)) return false;
  const near = Math.max(x, y) <= NEAR * Math.min(x, y);
  if (digits >= SPECIFIC && near) return true;
  if (String(x).length !== String(y).length || one.length !== other.length) return false;
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  if (apart.length === 2) return one[first] === other[second] && one[second] === other[first];
  return apart.length === 1 && digits >= SPECIFIC;
}

/** Whether a number, given with so many digits, is the other: "700" may be 716. */
function isRounded(fine: number, digits: number, coarse: number): boolean {
  return Number(fine.toPrecision(digits)) === coarse;
}

/** The digits of a number between its first and its last that is no nought. */
function significant(value: number): string {
  return value.toExponential().replace(/e.*$/, '').replace('.', '').replace(/0+$/, '');
}
