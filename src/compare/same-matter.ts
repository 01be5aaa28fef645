import { alignTerms } from '../learn/align-terms.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import type { Role } from '../model/role.ts';
import type { Term } from '../model/term.ts';
import { areOpposite } from './opposites.ts';
import type { ToldClause } from './told-clause.ts';

/** In what two clauses differ, as far as their words show. */
export type Contrast = 'number' | 'time' | 'polarity' | 'stance' | 'agent' | 'name' | 'object';

/** How two clauses stand to each other, as far as their words show. */
export interface ClauseRelation {
  /** Weight of the terms that both have. */
  readonly shared: number;
  /** How many of these are more than a day and more than nearly of one meaning. */
  readonly terms: number;
  /** Share of either clause that the other has too, the larger and the smaller. */
  readonly cover: number;
  readonly coverLess: number;
  /** One may turn round what the other says: by its stance, by a negation or by an opposite. */
  readonly opposed: boolean;
  /** What both have of their own, by weight: the less of the two. */
  readonly rest: number;
  /** Weight of what the clauses around both speak of too. */
  readonly around: number;
  /** The gravest first; empty where nothing but the wording differs. */
  readonly contrasts: readonly Contrast[];
}

/** From this kinship on two words stand for one thing; words that only begin alike ("recording", "record") have less. */
const KIN = 0.85;

/** Compares two clauses. */
export function relateClauses(a: ToldClause, b: ToldClause): ClauseRelation {
  const { pairs, coverA, coverB, weight } = alignTerms(a.terms, b.terms);
  const pairedA = new Set(pairs.map((pair) => pair.a));
  const pairedB = new Set(pairs.map((pair) => pair.b));
  const restA = a.terms.filter((_, at) => !pairedA.has(at));
  const restB = b.terms.filter((_, at) => !pairedB.has(at));
  let around = 0;
  for (const [key, each] of a.around) if (b.around.has(key)) around += each;
  const opposed =
    (a.stance === 'denies') !== (b.stance === 'denies') ||
    a.negators % 2 !== b.negators % 2 ||
    areOpposite(a.poles, b.poles);
  return {
    shared: weight,
    terms: pairs.filter(({ a: at, kinship }) => kinship >= KIN && a.terms[at]?.kind !== 'time').length,
    cover: Math.max(coverA, coverB),
    coverLess: Math.min(coverA, coverB),
    opposed,
    rest: Math.min(total(restA), total(restB)),
    around,
    contrasts: contrastsOf(a, b, pairedA, pairedB, opposed),
  };
}

function contrastsOf(
  a: ToldClause,
  b: ToldClause,
  pairedA: ReadonlySet<number>,
  pairedB: ReadonlySet<number>,
  opposed: boolean,
): Contrast[] {
  const left = ({ terms, roles }: ToldClause, paired: ReadonlySet<number>): { term: Term; role: Role }[] =>
    terms.flatMap((term, at) => (paired.has(at) ? [] : [{ term, role: roles[at] ?? 'other' }]));
  const [ofA, ofB] = [left(a, pairedA), left(b, pairedB)];
  const both = (is: (each: { term: Term; role: Role }) => boolean): boolean => ofA.some(is) && ofB.some(is);
  const numbers = ofA.some(({ term: { quantity: one } }) =>
    ofB.some(
      ({ term: { quantity: other } }) =>
        one && other && one.unit === other.unit && relateQuantities(one, other) !== 'compatible',
    ),
  );
  const found: [Contrast, boolean][] = [
    ['number', numbers],
    ['time', both(({ term }) => term.kind === 'time')],
    ['polarity', opposed],
    ['stance', isOpen(a) !== isOpen(b)],
    ['agent', a.agents.length > 0 && b.agents.length > 0 && !a.agents.some((one) => b.agents.includes(one))],
    ['name', both(({ term }) => term.kind === 'entity')],
    ['object', both(({ term, role }) => role !== 'beside' && term.kind === 'noun')],
  ];
  return found.flatMap(([contrast, holds]) => (holds ? [contrast] : []));
}

/** Said to be possible, asked for or depending on something, and not said to be so. */
function isOpen({ stance }: ToldClause): boolean {
  return stance !== 'asserts' && stance !== 'denies';
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

/** Less in common than this says nothing; nor does one term alone, unless one may turn round what the other says. */
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
  const { shared, terms, cover, opposed, rest, around, contrasts } = relation;
  if (shared < LEAST_SHARED || contrasts.length === 0) return null;
  if (terms < LEAST_TERMS && !opposed) return null;
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
  return (
    relation.coverLess >= SAME &&
    a.stance === b.stance &&
    !relation.opposed &&
    !relation.contrasts.includes('number')
  );
}
