import { alignTerms, kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import type { Quantity } from '../model/quantity.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { foldWord } from '../text/fold-word.ts';
import { isPredicateClass } from '../text/predicate-class.ts';
import { CLASH_WEIGHTS } from './clash-weights.ts';
import { isOfOldYear, relateDays, timesApart } from './day-value.ts';
import { relateRoles, type RoleRelation } from './role.ts';
import type { Statement } from './statement.ts';

/** A logistic regression over the features of a {@link Comparison}. */
export interface ClashWeights {
  readonly weights: readonly number[];
  readonly intercept: number;
}

/** Two values that may be values of one thing. */
export interface Comparison {
  /** They exclude each other; one passes the other's bound ("at least six", "at least two"); or both can be right. */
  readonly relation: 'clash' | 'bound' | 'agree';
  /** How what is said of the things stands to each other. */
  readonly role: RoleRelation;
  readonly features: readonly number[];
  /**
   * Why they may be values of two things, where nothing but the words around them says that the sentences belong together;
   * `null` for no reason.
   */
  readonly doubt: Doubt | null;
}

export type Doubt = 'kind' | 'role' | 'name' | 'time' | 'little in common';

/**
 * Compares two values and the clauses around them.
 *
 * The features, in the order of the weights: what is counted (kinship of its last word, whether it is said at all, kinship
 * weighed by its rarity, shared words before it), how much of the clauses and of the sentences is shared (shorter, longer,
 * weight), names that only one has, the value standing elsewhere in the other sentence, an age, a day, a unit, a bound, the
 * role (the same, another), names that only one sentence has, and whether nothing else differs in two sentences of one content.
 *
 * @returns `null` when the values cannot be compared, or are plainly values of two things.
 */
export function compareStatements(a: Statement, b: Statement): Comparison | null {
  const relation = relateValues(a, b);
  if (relation === null) return null;
  const role =
    a.slot === 'age' ? 'unknown' : a.slot === 'time' ? relateDayRoles(a, b) : relateRoles(a.role, b.role);
  if (areTwoThings(a, b, relation, role)) return null;
  const features = featuresOf(a, b, relation, role);
  return { relation, role, features, doubt: doubtOf(a, b, role, features) };
}

/**
 * How two values stand to each other, whatever they are values of.
 *
 * @returns `null` where they cannot be compared.
 */
export function relateValues(a: Statement, b: Statement): Comparison['relation'] | null {
  if (a.slot !== b.slot) return null;
  if (a.slot === 'time') {
    if (a.link !== b.link && a.link !== '' && b.link !== '') return null;
    const relation = a.day && b.day ? relateDays(a.day, b.day) : null;
    return relation === 'apart' ? 'clash' : relation === 'same' ? 'agree' : null;
  }
  if (!a.quantity || !b.quantity) return null;
  const relation = relateQuantities(a.quantity, b.quantity);
  if (relation === 'unlike') return null;
  if (relation === 'compatible')
    return isBoundPassed(a.quantity, b.quantity) || areOtherRanges(a.quantity, b.quantity)
      ? 'bound'
      : 'agree';
  // "Dozens" and 359 need not clash: whoever says dozens does not count.
  return a.quantity.value === null || b.quantity.value === null ? null : 'clash';
}

/** An "at least" that is passed by so much may be an earlier count. */
const PASSED = 1.15;
/** "More than 200" is a rounded 276; from here on it is another number. */
const PASSED_FAR = 2;
/** Two bounds of one sort are two numbers sooner. */
const OTHER_BOUND = 1.05;

function isBoundPassed(a: Quantity, b: Quantity): boolean {
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

function unitOf({ unit }: Quantity): string | null {
  return unit === 'person' ? null : unit;
}

/** What no likeness of the words around makes up for. */
function areTwoThings(
  a: Statement,
  b: Statement,
  relation: Comparison['relation'],
  role: RoleRelation,
): boolean {
  const outcomes = a.role.outcomes.length > 0 || b.role.outcomes.length > 0;
  if (role === 'other' && outcomes && a.slot === 'quantity') return true;
  if ((a.part === 'part' && b.part === 'whole') || (a.part === 'whole' && b.part === 'part')) return true;
  // "Rose from 13 to 15" and "to 15 from 13": each has the other's number too.
  if (relation !== 'agree' && appears(a, b) && appears(b, a)) return true;
  if (a.additional !== b.additional || addsUpTo(a, b) || addsUpTo(b, a)) return true;
  // "Between May and July": each account gives both.
  return a.times.some((time) => time === b.day?.value) || b.times.some((time) => time === a.day?.value);
}

/** "212 passengers and 19 crew" make up 231 people. */
function addsUpTo({ quantity, numbers }: Statement, whole: Statement): boolean {
  const [part, total] = [quantity?.value, whole.quantity?.value];
  if (part === undefined || part === null || total === undefined || total === null) return false;
  return numbers.some((other) => other.value !== null && other.value > 0 && part + other.value === total);
}

function doubtOf(a: Statement, b: Statement, role: RoleRelation, features: readonly number[]): Doubt | null {
  const weight = features[CLAUSE + 2] ?? 0;
  const sure = isSure(features);
  if (a.slot === 'time') return doubtOfDays(a, b, role, features, sure);
  if (timesApart(a.times, b.times)) return 'time';
  if (a.slot === 'age' && features[SAID] !== 1 && weight < MUCH) return 'kind';
  if (sure) return null;
  if (a.remote !== b.remote || isOfOldYear(a.times, b.times)) return 'time';
  if (namesApart(a, b) && weight < MUCH) return 'name';
  if (isOnlyChange(a, b, features)) return null;
  if (isCount(a) && (role === 'other' || (role === 'unknown' && weight < VERY_MUCH))) return 'role';
  return features[SAID] === 1 && (features[0] ?? 0) < ONE_KIND ? 'kind' : null;
}

/** A day is the day of a verb, or gives an event its name ("the Sunday flight"); two of different ones are two days. */
function doubtOfDays(
  a: Statement,
  b: Statement,
  role: RoleRelation,
  features: readonly number[],
  sure: boolean,
): Doubt | null {
  if (a.things.length > 0 !== b.things.length > 0) return 'kind';
  if (a.things.length > 0) return (features[0] ?? 0) < ONE_KIND ? 'kind' : null;
  if (sure) return null;
  if (namesApart(a, b)) return 'name';
  if (isOnlyChange(a, b, features)) return null;
  if (role === 'other' || a.role.predicate === null || b.role.predicate === null) return 'role';
  const converse = areConverse(a.role.predicate.key, b.role.predicate.key);
  const least = role !== 'same' ? DAY_COVER_ALONE : converse ? DAY_COVER_CONVERSE : DAY_COVER;
  return (features[CLAUSE + 1] ?? 0) < least ? 'little in common' : null;
}

/** Shares of the sentences from which on one retells the other. */
const RETOLD_SHORTER = 0.7;
const RETOLD_LONGER = 0.5;
/** Three rare words. */
const RETOLD_WEIGHT = 1.8;

/** Whether two sentences tell the same but for this one value: what else is counted or dated in them agrees. */
function isOnlyChange(a: Statement, b: Statement, features: readonly number[]): boolean {
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

/** Two clauses about one day share this much of the longer one. */
const DAY_COVER = 0.45;
/** Two sides of one event name what the other leaves out. */
const DAY_COVER_CONVERSE = 0.35;
/** The same where their verbs are two. */
const DAY_COVER_ALONE = 0.65;

/** Things counted one by one; measures and money are measured of something, whatever the verb. */
function isCount({ quantity, slot }: Statement): boolean {
  return slot === 'quantity' && (quantity?.unit === null || quantity?.unit === 'person');
}

/** Whether each has names of a kind that the other has others of: another place, another person. */
function namesApart(a: Statement, b: Statement): boolean {
  return a.names.some(
    ({ kind }) =>
      b.names.some((name) => name.kind === kind) &&
      !a.names.some((one) => one.kind === kind && b.names.some((other) => other.key === one.key)),
  );
}

/** Verbs that tell one event from its two sides: who informs and who learns, who sells and who buys. */
const CONVERSE: readonly ReadonlySet<string>[] = [
  'inform notify warn alert brief receive hear learn get read',
  'send deliver submit file receive arrive reach get',
  'sell buy purchase acquire',
  'hire appoint join',
  'lend borrow',
  'beat defeat lose',
].map((words) => new Set(words.split(' ').map(foldWord)));

function areConverse(a: string, b: string): boolean {
  return a !== b && CONVERSE.some((verbs) => verbs.has(a) && verbs.has(b));
}

/** What happens on the days: one verb; `unknown` where the clauses share another word for what happens. */
function relateDayRoles(a: Statement, b: Statement): RoleRelation {
  const relation = relateRoles(a.role, b.role);
  if (relation !== 'other') return relation;
  if (areConverse(a.role.predicate?.key ?? '', b.role.predicate?.key ?? '')) return 'same';
  const shared = a.context.some((one) =>
    one.classes.some(
      (each) => isPredicateClass(each) && b.context.some((other) => other.classes.includes(each)),
    ),
  );
  return shared ? 'unknown' : 'other';
}

function featuresOf(
  a: Statement,
  b: Statement,
  relation: Comparison['relation'],
  role: RoleRelation,
): number[] {
  const clause = shares(a.context, b.context);
  const sentence = shares(a.sentence, b.sentence);
  const [headA, headB] = [a.things.at(-1), b.things.at(-1)];
  const said = headA !== undefined && headB !== undefined;
  // "63 were arrested" and "38 people were detained" count whoever was arrested.
  const fate = role === 'same' && a.role.outcomes.length > 0;
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
  return isOnlyChange(a, b, features) ? [...features, 1] : [...features, 0];
}

const SAID = 1;
/** Where the three features of the clauses begin. */
const CLAUSE = 4;
/** Where names that only one has, and the value elsewhere, stand among the features. */
const SENTENCE = 7;
const OTHERS = 10;
const SAME_ROLE = 16;
const OTHER_ROLE = 17;
const OTHERS_AROUND = 18;
const ONLY_CHANGE = 19;
/** More in common than this says no more. */
const MOST_WEIGHT = 5;
/** In common in spite of different names: as much as a whole short clause. */
const MUCH = 2;
const VERY_MUCH = 3;
/** Below, two words for what is counted name two kinds. */
const ONE_KIND = 0.8;
/** Words for people that say nothing of who they are. */
const ANYBODY = new Set(['person', 'peopl', 'people', 'individual', 'soul', 'victim']);

/** How far two words for what is counted name one kind; "people" are whoever the other counts, if it counts people at all. */
function likenessOf(a: Term, b: Term): number {
  if (GENDERS.has(a.key) && GENDERS.has(b.key) && GENDERS.get(a.key) !== GENDERS.get(b.key)) return 0;
  const kin = kinship(a, b);
  if (kin >= ONE_KIND) return kin;
  // "Six-year-old boy" and "Six-year-old Ana" may be one; only the rest of the sentence tells.
  if ((a.kind === 'entity') !== (b.kind === 'entity') && (isPeople(a) || isPeople(b))) return NAMED_OR_NOT;
  return (ANYBODY.has(a.key) && isPeople(b)) || (ANYBODY.has(b.key) && isPeople(a)) ? ONE_KIND : kin;
}

/** Words that are used alike and never mean the same. */
const GENDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    f: 'woman women girl daughter mother wife sister female grandmother actress',
    m: 'man men boy son father husband brother male grandfather actor',
  }).flatMap(([gender, words]) => words.split(' ').map((word): [string, string] => [foldWord(word), gender])),
);

const NAMED_OR_NOT = 0.6;

const PEOPLE =
  /^(?:person|peopl|individual|victim|civilian|passenger|resident|man|men|woman|women|child|children|girl|boy|student|pupil|worker|employe|soldier|migrant|refuge|protest|demonstr|fan|support|voter|custom|user|consum|patient|inmat|prison|hostag|survivor|famili|villag|citizen|tourist|visitor|guest|crew|offic|member|brit|american|adult|teenag|youth|fight|militant|rebel|troop|bodi)/;

function isPeople({ key, kind }: Term): boolean {
  return kind === 'noun' && PEOPLE.test(key);
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

/** Whether the number of one stands in the other's sentence too, of something else. */
function appears(a: Statement, b: Statement): boolean {
  const { quantity } = a;
  return (
    quantity !== undefined &&
    b.numbers.some((other) => other.value === quantity.value && unitOf(other) === unitOf(quantity))
  );
}

/** From this score on a clash within a pair of sentences that belong together is real; chosen by cross-validation. */
export const PAIR_SCORE = 0.25;

/** Share of both clauses from which on nothing but the value differs; then no regression is asked. */
const ALL_BUT_VALUE = 0.8;
/** Two rare words, so that "said on Friday" and "said on Monday" are not alike in all but the value. */
const ENOUGH = 1;
const SURE = 0.9;

/** Share of the whole sentences that must agree besides: a list has many clauses alike. */
const SENTENCE_TOO = 0.6;

/** Whether nothing but the value sets two clauses apart. */
function isSure(features: readonly number[]): boolean {
  const [shorter = 0, longer = 0, weight = 0, sentence = 0] = features.slice(CLAUSE, CLAUSE + 4);
  return shorter >= ALL_BUT_VALUE && longer >= ALL_BUT_VALUE && weight >= ENOUGH && sentence >= SENTENCE_TOO;
}

/** How sure it is that two values speak of one thing, 0 to 1. */
export function clashScore(
  { features, relation }: Comparison,
  { weights, intercept }: ClashWeights = CLASH_WEIGHTS,
): number {
  if ((relation !== 'bound' && isSure(features)) || features[ONLY_CHANGE] === 1) return SURE;
  const logit = features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept);
  return 1 / (1 + Math.exp(-(LEARNED * logit + (1 - LEARNED) * expertLogit(features))));
}

/**
 * What a careful reader goes by, as weights set by hand on our own example stories. The judged pairs are few (25 real
 * clashes), and hardly any is of a measured thing that two whole stories tell of; both together are better on either than
 * one alone.
 */
function expertLogit(features: readonly number[]): number {
  const [thing = 0, said = 0, , kindOf = 0, shorter = 0, longer = 0, weight = 0] = features;
  const [others = 0, elsewhere = 0] = features.slice(OTHERS, OTHERS + 2);
  const counted = said > 0 || thing > 0 ? thing : UNSAID;
  return (
    -4.2 +
    1.8 * counted +
    2.4 * shorter +
    1.6 * longer +
    0.35 * Math.min(4, weight) -
    0.8 * others -
    1.5 * elsewhere +
    (features[SAME_ROLE] === 1 ? 2 : 0.8) * kindOf +
    1.5 * (features[SAME_ROLE] ?? 0) -
    1.0 * (features[OTHER_ROLE] ?? 0) -
    0.4 * (features[OTHERS_AROUND] ?? 0)
  );
}

/** How much of the judgement is learned; by cross-validation. */
const LEARNED = 0.35;

/** What is counted counts half where one clause leaves it out. */
const UNSAID = 0.5;
