import { alignTerms, kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import type { Statement } from './statement.ts';

/** What speaks for two values being values of one thing. */
export interface ClashFeatures {
  /** Whether what is counted is the same: 1 the same words, 0 other things, 0.5 where one does not say. */
  readonly thing: number;
  /** How much of the shorter and the longer clause the other has too. */
  readonly shorter: number;
  readonly longer: number;
  /** Weight of what both clauses share. */
  readonly weight: number;
  /** Both name somebody or something whom the other does not. */
  readonly others: number;
  /** The value stands in the other clause as well, beside the one it would clash with. */
  readonly elsewhere: number;
}

/** Whether two values exclude each other; `null` when they cannot be compared or both may hold. */
export function clashFeatures(a: Statement, b: Statement): ClashFeatures | null {
  if (a.slot !== b.slot) return null;
  if (a.slot === 'time') {
    if (!daysExclude(a.time ?? '', b.time ?? '')) return null;
  } else {
    if (!a.quantity || !b.quantity) return null;
    if (relateQuantities(a.quantity, b.quantity) !== 'clash') return null;
  }
  const alignment = alignTerms(a.context, b.context);
  const [weightA, weightB] = [total(a.context), total(b.context)];
  const [shorter, longer] =
    weightA <= weightB ? [alignment.coverA, alignment.coverB] : [alignment.coverB, alignment.coverA];
  const pairedA = new Set(alignment.pairs.map((pair) => pair.a));
  const pairedB = new Set(alignment.pairs.map((pair) => pair.b));
  const onlyA = a.context.some((term, at) => term.kind === 'entity' && term.weight > 0.3 && !pairedA.has(at));
  const onlyB = b.context.some((term, at) => term.kind === 'entity' && term.weight > 0.3 && !pairedB.has(at));
  return {
    thing: likenessOfThings(a, b),
    shorter,
    longer,
    weight: alignment.weight,
    others: onlyA && onlyB ? 1 : 0,
    elsewhere: appears(a, b) || appears(b, a) ? 1 : 0,
  };
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** The last words name the thing, those before it narrow it down. */
function likenessOfThings(a: Statement, b: Statement): number {
  const [headA, headB] = [a.things.at(-1), b.things.at(-1)];
  if (!headA && !headB) {
    return a.quantity?.unit === null || a.quantity === undefined ? 0.4 : 0.6;
  }
  if (!headA || !headB) return 0.5;
  return kinship(headA, headB);
}

function appears(a: Statement, b: Statement): boolean {
  const { quantity } = a;
  return (
    quantity !== undefined &&
    b.numbers.some((other) => other.value === quantity.value && other.unit === quantity.unit)
  );
}

/** Two days of one notation that differ: two dates, or two days of the week. */
function daysExclude(a: string, b: string): boolean {
  const form = (value: string): string | undefined =>
    /^\d{4}-\d\d-\d\d/.test(value)
      ? 'day'
      : /^XXXX-WXX-\d/.test(value)
        ? 'weekday'
        : /^XXXX-\d\d-\d\d/.test(value)
          ? 'date'
          : undefined;
  const kind = form(a);
  return kind !== undefined && kind === form(b) && a.slice(0, 10) !== b.slice(0, 10);
}

/** How sure it is that two clashing values speak of one thing, 0 to 1. */
export function clashScore(features: ClashFeatures): number {
  const { thing, shorter, longer, weight, others, elsewhere } = features;
  const logit =
    -4.2 +
    2.2 * thing +
    2.6 * shorter +
    1.8 * longer +
    0.35 * Math.min(4, weight) -
    1.1 * others -
    1.5 * elsewhere;
  return 1 / (1 + Math.exp(-logit));
}
