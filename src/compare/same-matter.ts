import { alignTerms } from '../learn/align-terms.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { areOpposite } from './opposites.ts';
import type { ToldClause } from './told-clause.ts';

/** How two clauses stand to each other, as far as their words show. */
export interface ClauseRelation {
  /** Weight of the terms that both have, and how many of them are more than a day and more than nearly of one meaning. */
  readonly shared: number;
  readonly terms: number;
  /** Share of either clause that the other has too, the larger and the smaller. */
  readonly cover: number;
  readonly coverLess: number;
  /** One says what the other says is not. */
  readonly opposed: boolean;
  /** What both have of their own, by weight: the less of the two. */
  readonly rest: number;
  /** Weight of what the clauses around both speak of too. */
  readonly around: number;
  /** Numbers of one unit, one in each, that exclude each other. */
  readonly numbers: boolean;
  /** A time in each that the other lacks. */
  readonly times: boolean;
  /** A name in each that the other lacks. */
  readonly names: boolean;
}

/** From this kinship on two words stand for one thing. */
const KIN = 0.6;

/** Compares two clauses. */
export function relateClauses(a: ToldClause, b: ToldClause): ClauseRelation {
  const { pairs, coverA, coverB, weight } = alignTerms(a.terms, b.terms);
  const pairedA = new Set(pairs.map((pair) => pair.a));
  const pairedB = new Set(pairs.map((pair) => pair.b));
  const restA = a.terms.filter((_, at) => !pairedA.has(at));
  const restB = b.terms.filter((_, at) => !pairedB.has(at));
  const has = (kind: string): boolean =>
    restA.some((term) => term.kind === kind) && restB.some((term) => term.kind === kind);
  let around = 0;
  for (const [key, each] of a.around) if (b.around.has(key)) around += each;
  return {
    shared: weight,
    terms: pairs.filter(({ a: at, kinship }) => kinship >= KIN && a.terms[at]?.kind !== 'time').length,
    cover: Math.max(coverA, coverB),
    coverLess: Math.min(coverA, coverB),
    opposed:
      (a.stance === 'denies') !== (b.stance === 'denies') ||
      a.negators % 2 !== b.negators % 2 ||
      areOpposite(a.poles, b.poles),
    rest: Math.min(total(restA), total(restB)),
    around,
    numbers: restA.some(({ quantity: one }) =>
      restB.some(
        ({ quantity: other }) =>
          one && other && one.unit === other.unit && relateQuantities(one, other) !== 'compatible',
      ),
    ),
    times: has('time'),
    names: has('entity'),
  };
}

function total(terms: ToldClause['terms']): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Less in common than this says nothing; nor does one term alone, unless one says what the other says is not. */
const LEAST_SHARED = 0.25;
const LEAST_TERMS = 2;
const MOST_SHARED = 3;
const MOST_REST = 2;
const MOST_AROUND = 2;

/**
 * How likely two clauses tell one matter, and not the same of it, as log-odds; `null` where they have next to nothing in common.
 *
 * The weights are rounded from a logistic regression over nine stories with a careful reader's gold; fitted anew with each of the
 * stories left out in turn it finds no more in that story than the rounded sum does, so the sum stands
 * (docs/decisions/0210-side-by-side.md).
 *
 * @param doubted - how sure it is, 0 to 1, that a number or a day in each are of one thing, where a finder doubted just that.
 */
export function matterScore(
  a: ToldClause,
  b: ToldClause,
  relation: ClauseRelation,
  doubted: number,
): number | null {
  const { shared, terms, cover, opposed, rest, around } = relation;
  if (shared < LEAST_SHARED || (terms < LEAST_TERMS && !opposed)) return null;
  const voices = a.speaker === null || b.speaker === null ? 0 : a.speaker === b.speaker ? 1.2 : 0.5;
  return (
    -5 +
    Math.min(MOST_SHARED, shared) +
    3 * cover +
    (opposed ? 0.5 : 0) +
    0.6 * Math.min(MOST_REST, rest) +
    0.6 * Math.min(MOST_AROUND, around) +
    voices +
    2 * doubted
  );
}

/** From this share of both on, two clauses that agree say one thing. */
const SAME = 0.9;

/** Whether two clauses say the same, so far as their words show. */
export function saySame(a: ToldClause, b: ToldClause, relation: ClauseRelation): boolean {
  return relation.coverLess >= SAME && a.stance === b.stance && !relation.opposed && !relation.numbers;
}
