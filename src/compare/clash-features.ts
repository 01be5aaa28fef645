import { alignTerms } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import type { Quantity } from '../model/quantity.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { likenessOf, ONE_KIND } from './counted-kind.ts';
import { appears, isBoundPassed, unitOf, type ValueRelation } from './relate-values.ts';
import type { RoleRelation } from './role.ts';
import type { Statement } from './statement.ts';

/**
 * What the judgement is made of, in the order of the weights: what is counted (kinship of its last word, whether it is said at
 * all, kinship weighed by its rarity, shared words before it), how much of the clauses and of the sentences is shared (shorter,
 * longer, weight), names that only one has, the value standing elsewhere in the other sentence, an age, a day, a unit, a bound,
 * the role (the same, another), names that only one sentence has, and whether nothing else differs in two sentences of one
 * content.
 */
export function featuresOf(
  a: Statement,
  b: Statement,
  relation: ValueRelation,
  role: RoleRelation,
): number[] {
  const clause = shares(a.context, b.context);
  const sentence = shares(a.sentence, b.sentence);
  const [headA, headB] = [a.things.at(-1), b.things.at(-1)];
  const said = headA !== undefined && headB !== undefined;
  // "63 were arrested" and "38 people were detained" count whoever was arrested.
  const fate = role === 'same' && (a.role.outcomes.length > 0 || b.role.outcomes.length > 0);
  const thing = said ? likenessOf(headA, headB) : fate ? ONE_KIND : 0;
  const features = [
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
    namesApart(a, b) ? 1 : 0,
    appears(a, b) || appears(b, a) ? 1 : 0,
    a.slot === 'age' ? 1 : 0,
    a.slot === 'time' ? 1 : 0,
    a.quantity !== undefined && a.quantity.unit !== null && a.quantity.unit !== 'person' ? 1 : 0,
    relation === 'bound' ? 1 : 0,
    role === 'same' ? 1 : 0,
    role === 'other' ? 1 : 0,
    sentence.others,
  ];
  return isOnlyChange(a, b, features) || areAgesOfOne(a, b) ? [...features, 1] : [...features, 0];
}

/** Ages of one person who is named: whatever else the sentences tell. */
export function areAgesOfOne(a: Statement, b: Statement): boolean {
  const [one, other] = [a.things.at(-1), b.things.at(-1)];
  return a.slot === 'age' && one?.kind === 'entity' && other?.kind === 'entity' && one.key === other.key;
}

/** Whether both say what is counted. */
export const SAID = 1;

/** Where the three features of the clauses begin. */
export const CLAUSE = 4;

/** Where the three features of the sentences begin. */
export const SENTENCE = 7;

/** Where names that only one has, and behind it the value elsewhere, stand among the features. */
export const OTHERS = 10;
/** Where the two features of the role stand. */
export const SAME_ROLE = 16;
export const OTHER_ROLE = 17;
/** Names that only one sentence has. */
export const OTHERS_AROUND = 18;
/** Whether nothing else differs in two sentences of one content. */
export const ONLY_CHANGE = 19;

/** More in common than this says no more. */
const MOST_WEIGHT = 5;

/** Shares of the sentences from which on one retells the other. */
const RETOLD_SHORTER = 0.7;
const RETOLD_LONGER = 0.5;

/** Three rare words. */
const RETOLD_WEIGHT = 1.8;

/** Whether two sentences tell the same but for this one value: what else is counted or dated in them agrees. */
export function isOnlyChange(a: Statement, b: Statement, features: readonly number[]): boolean {
  const [shorter = 0, longer = 0, weight = 0] = features.slice(SENTENCE, SENTENCE + 3);
  if (shorter < RETOLD_SHORTER || longer < RETOLD_LONGER || weight < RETOLD_WEIGHT) return false;
  if (a.slot === 'time')
    return !a.times.includes(b.day?.value ?? '') && !b.times.includes(a.day?.value ?? '');
  return isAloneAmong(a, b) && isAloneAmong(b, a);
}

/** Whether its number is the only one of its unit that the other sentence does not have. */
function isAloneAmong(one: Statement, other: Statement): boolean {
  const theirs = [...other.numbers, ...(other.quantity ? [other.quantity] : [])];
  const lacks = (mine: Quantity): boolean =>
    !theirs.some((each) => relateQuantities(mine, each) === 'compatible' && !isBoundPassed(mine, each));
  if (!one.quantity || !lacks(one.quantity)) return false;
  const unit = unitOf(one.quantity);
  return one.numbers.every((mine) => unitOf(mine) !== unit || !lacks(mine));
}

/** Share of both clauses from which on nothing but the value differs; then no regression is asked. */
const ALL_BUT_VALUE = 0.8;

/** Two rare words, so that "said on Friday" and "said on Monday" are not alike in all but the value. */
const ENOUGH = 1;

/** Share of the whole sentences that must agree besides: a list has many clauses alike. */
const SENTENCE_TOO = 0.6;

/** Whether nothing but the value sets two clauses apart. */
export function isSure(features: readonly number[]): boolean {
  const [shorter = 0, longer = 0, weight = 0, sentence = 0] = features.slice(CLAUSE, CLAUSE + 4);
  return shorter >= ALL_BUT_VALUE && longer >= ALL_BUT_VALUE && weight >= ENOUGH && sentence >= SENTENCE_TOO;
}

/** Whether each has names of a kind that the other has others of: another place, another person. */
export function namesApart(a: Statement, b: Statement): boolean {
  return a.names.some(
    ({ kind }) =>
      b.names.some((name) => name.kind === kind) &&
      !a.names.some((one) => one.kind === kind && b.names.some((other) => other.key === one.key)),
  );
}

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
  const named = pairs.some((pair) => isName(a[pair.a]));
  return { shorter, longer, weight, others: onlyA && onlyB && !named ? 1 : 0 };
}

/** A name, not a pronoun. */
function isName(term: Term | undefined): boolean {
  return term?.kind === 'entity' && term.weight > 0.3;
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
