import { alignTerms, kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { CLASH_WEIGHTS } from './clash-weights.ts';
import type { Statement } from './statement.ts';

/** A logistic regression over {@link clashFeatures}. */
export interface ClashWeights {
  readonly weights: readonly number[];
  readonly intercept: number;
}

/** Two values that exclude each other, if they are values of one thing; or one bound that another passes. */
export interface Clash {
  /** "At least six" and "at least two" may both hold; the second may be an earlier count. */
  readonly bound: boolean;
  readonly features: readonly number[];
}

/**
 * Compares two values and the clauses around them.
 *
 * The features, in the order of the weights: what is counted (kinship of its last word, whether it is said at all, kinship
 * weighed by its rarity, shared words before it), how much of the clauses and of the sentences is shared (shorter, longer,
 * weight), names that only one has, the value standing elsewhere in the other sentence, an age, a day, a unit, a bound.
 *
 * @returns `null` when the values cannot be compared or are the same.
 */
export function findClash(a: Statement, b: Statement): Clash | null {
  if (a.slot !== b.slot) return null;
  let bound = false;
  if (a.slot === 'time') {
    if (!daysExclude(a.time ?? '', b.time ?? '')) return null;
  } else {
    if (!a.quantity || !b.quantity) return null;
    const relation = relateQuantities(a.quantity, b.quantity);
    bound = relation === 'compatible' && isBoundPassed(a, b);
    if (relation !== 'clash' && !bound) return null;
  }
  return { bound, features: clashFeatures(a, b, bound) };
}

function isBoundPassed(a: Statement, b: Statement): boolean {
  const [one, other] = [a.quantity, b.quantity];
  if (one?.value === null || other?.value === null || !one || !other) return false;
  if (one.unit !== other.unit || one.value === other.value) return false;
  return [one, other].some(({ approximator }) => approximator === 'at-least' || approximator === 'at-most');
}

function clashFeatures(a: Statement, b: Statement, bound: boolean): number[] {
  const clause = shares(a.context, b.context);
  const sentence = shares(a.sentence, b.sentence);
  const [headA, headB] = [a.things.at(-1), b.things.at(-1)];
  const said = headA !== undefined && headB !== undefined;
  const thing = said ? kinship(headA, headB) : 0;
  return [
    thing,
    said ? 1 : 0,
    said ? thing * Math.min(headA.weight, headB.weight) : 0,
    said ? alignTerms(a.things.slice(0, -1), b.things.slice(0, -1)).weight : 0,
    clause.shorter,
    clause.longer,
    Math.min(MOST_WEIGHT, clause.weight),
    sentence.shorter,
    sentence.longer,
    Math.min(MOST_WEIGHT, sentence.weight),
    sentence.others,
    appears(a, b) || appears(b, a) ? 1 : 0,
    a.slot === 'age' ? 1 : 0,
    a.slot === 'time' ? 1 : 0,
    a.quantity !== undefined && a.quantity.unit !== null && a.quantity.unit !== 'person' ? 1 : 0,
    bound ? 1 : 0,
  ];
}

/** Where the three features of the clauses begin. */
const CLAUSE = 4;
/** More in common than this says no more. */
const MOST_WEIGHT = 5;

function shares(
  a: readonly Term[],
  b: readonly Term[],
): { shorter: number; longer: number; weight: number; others: number } {
  const { pairs, coverA, coverB, weight } = alignTerms(a, b);
  const [shorter, longer] = total(a) <= total(b) ? [coverA, coverB] : [coverB, coverA];
  const pairedA = new Set(pairs.map((pair) => pair.a));
  const pairedB = new Set(pairs.map((pair) => pair.b));
  const onlyA = a.some((term, at) => isName(term) && !pairedA.has(at));
  const onlyB = b.some((term, at) => isName(term) && !pairedB.has(at));
  return { shorter, longer, weight, others: onlyA && onlyB ? 1 : 0 };
}

/** A name, not a pronoun. */
function isName({ kind, weight }: Term): boolean {
  return kind === 'entity' && weight > 0.3;
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
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
  const kind = notationOf(a);
  return kind !== undefined && kind === notationOf(b) && a.slice(0, 10) !== b.slice(0, 10);
}

function notationOf(value: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return 'day';
  if (/^\d{4}$/.test(value)) return 'year';
  if (/^XXXX-WXX-\d/.test(value)) return 'weekday';
  return /^XXXX-\d\d-\d\d/.test(value) ? 'date' : undefined;
}

/** From this score on a clash within a pair of sentences that belong together is real; chosen by cross-validation. */
export const PAIR_SCORE = 0.4;

/** Share of both clauses from which on nothing but the value differs; then no regression is asked. */
const ALL_BUT_VALUE = 0.8;
/** Two rare words, so that "said on Friday" and "said on Monday" are not alike in all but the value. */
const ENOUGH = 1;
const SURE = 0.9;

/** How sure it is that two clashing values speak of one thing, 0 to 1. */
export function clashScore(
  { features, bound }: Clash,
  { weights, intercept }: ClashWeights = CLASH_WEIGHTS,
): number {
  const [shorter = 0, longer = 0, weight = 0] = features.slice(CLAUSE, CLAUSE + 3);
  if (!bound && shorter >= ALL_BUT_VALUE && longer >= ALL_BUT_VALUE && weight >= ENOUGH) return SURE;
  const logit = features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept);
  return 1 / (1 + Math.exp(-(logit + expertLogit(features)) / 2));
}

/**
 * What a careful reader goes by, as weights set by hand on our own example stories. The judged pairs are few (25 real
 * clashes), and hardly any is of a measured thing that two whole stories tell of; the mean of both is better on either than
 * one alone.
 */
function expertLogit(features: readonly number[]): number {
  const [thing = 0, said = 0, , , shorter = 0, longer = 0, weight = 0] = features;
  const [others = 0, elsewhere = 0] = features.slice(OTHERS, OTHERS + 2);
  const counted = said > 0 ? thing : UNSAID;
  return (
    -4.2 +
    2.2 * counted +
    2.6 * shorter +
    1.8 * longer +
    0.35 * Math.min(4, weight) -
    0.5 * others -
    1.5 * elsewhere
  );
}

/** Where names that only one has, and the value elsewhere, stand among the features. */
const OTHERS = 10;
/** What is counted counts half where one clause leaves it out. */
const UNSAID = 0.5;
