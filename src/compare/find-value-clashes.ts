import type { TermIndex } from '../learn/term.ts';
import type { Discrepancy, DiscrepancyKind, Importance } from '../model/discrepancy.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { candidateStatements } from './candidate-statements.ts';
import { contestedPairs } from './contested-values.ts';
import { findEllipticCounts } from './elliptic-counts.ts';
import { discrepancyId } from './discrepancy-id.ts';
import { holdersOf, type Holders } from './holders.ts';
import { corroboration } from './corroboration.ts';
import { clashScore } from './clash-score.ts';
import { compareStatements, type Comparison } from './judge-clash.ts';
import { relateValues } from './relate-values.ts';
import { findStatements } from './find-statements.ts';
import type { Doubt } from './clash-doubt.ts';
import type { Statement } from './statement.ts';

/** From this score on two values are taken for values of one thing. */
const LEAST_SCORE = 0.5;
/** Days of one verb: less is asked of the words around, which tell of the event and not of its day. */
const LEAST_FOR_DAYS = 0.35;
/** A reader is shown so many readings of one thing at most; more are found where a page tells of many alike things. */
const MOST_READINGS = 16;

/** Below, nothing says that two values have to do with each other. */
const LEAST_DOUBTED = 0.1;

/** From this score on a clause with the same value tells the same thing. */
const RETOLD = 0.6;

/** A bare number set against the count before it ("the organisers spoke of 6,000"): the words say that it is another's. */
const ELLIPTIC = 0.7;

const LATER_COUNT = 'Both may hold: one is a bound, and the other may be an earlier or a later count.';
const MOVED_COUNT = 'Both may hold: the count has changed, and the accounts may be of different hours.';

interface Judged extends Comparison {
  readonly a: Statement;
  readonly b: Statement;
  readonly score: number;
}

/** Two values that exclude each other and may be values of one thing, too doubtful to be told as such. */
export interface DoubtedClash {
  readonly a: Statement;
  readonly b: Statement;
  /** Why they may be of two things; `little likeness` where it is the words around them altogether. */
  readonly doubt: Doubt | 'little likeness';
  /** How sure it is that they are of one thing, 0 to 1, the doubt left out. */
  readonly score: number;
}

/** Values that cannot all be right. */
export interface ValueClashes {
  readonly told: Discrepancy[];
  /** What was looked at and not told; in no order that means anything. */
  readonly doubted: DoubtedClash[];
}

/** Finds numbers, ages and days that accounts give for one thing and that cannot all be right. */
export function findValueClashes(story: LinkedStory, indexes: readonly TermIndex[]): ValueClashes {
  const holders = holdersOf(story);
  const byDocument = indexes.map((index, at) => findStatements(index, at));
  const statements = byDocument.flat();
  const judged: Judged[] = [];
  const doubted: DoubtedClash[] = [];
  const judge = (a: Statement, b: Statement): void => {
    const comparison = compareStatements(a, b);
    if (comparison === null) return;
    const corroborated = corroboration(a, b, comparison);
    const score = Math.max(clashScore(comparison), corroborated);
    const doubt =
      corroborated > 0 ? null : (comparison.doubt ?? (score < leastFor(a) ? 'little likeness' : null));
    if (doubt === null) judged.push({ ...comparison, doubt, a, b, score });
    else if (comparison.relation === 'clash' && score >= LEAST_DOUBTED) doubted.push({ a, b, doubt, score });
  };
  for (const [a, b] of candidateStatements(statements)) {
    const relation = relateValues(a, b);
    if (relation === 'clash' || relation === 'bound') judge(a, b);
  }
  const contested = indexes.flatMap((index, at) =>
    contestedPairs(index, byDocument[at] ?? [], holders, LEAST_SCORE),
  );
  for (const { a, b, comparison, score } of contested) judged.push({ ...comparison, a, b, score });
  const ellipses = indexes.flatMap((index, at) => findEllipticCounts(index, byDocument[at] ?? []));
  for (const { bare, antecedent } of ellipses) {
    const relation = relateValues(antecedent, bare);
    if (relation !== 'clash' && relation !== 'bound') continue;
    judged.push({
      a: antecedent,
      b: bare,
      relation,
      role: 'same',
      features: [],
      doubt: null,
      score: ELLIPTIC,
    });
  }
  // Who agrees is asked only of values that somebody contradicts.
  const contradicted = new Set(judged.flatMap(({ a, b }) => [a, b]));
  for (const [a, b] of candidateStatements(statements)) {
    if ((contradicted.has(a) || contradicted.has(b)) && relateValues(a, b) === 'agree') judge(a, b);
  }
  const antecedents = new Map(ellipses.map(({ bare, antecedent }) => [bare, antecedent]));
  const twofold = new Set(contested.flatMap(({ a, b }) => [a, b]));
  const told = groupClashes(withoutBetterPaired(judged, twofold), antecedents).flatMap((group) =>
    describe(story, group, holders),
  );
  return { told, doubted };
}

/** Judged agreements must beat a clash by so much for the clash to be of two things. */
const BETTER = 0.1;

/**
 * Leaves out clashes of a value with one whose own counterpart stands elsewhere in the same account: where a document tells of 17
 * dead in a plane and of nine in a village, another's nine are those in the village.
 *
 * @param twofold - values for which an account itself gives two, from two mouths: that it has the other too excuses nothing.
 */
function withoutBetterPaired(judged: readonly Judged[], twofold: ReadonlySet<Statement>): Judged[] {
  const agreeing = new Map<string, number>();
  const keyOf = (statement: Statement, documentIndex: number): string =>
    `${statement.documentIndex}/${statement.span[0]}/${documentIndex}`;
  for (const { a, b, relation, score } of judged) {
    if (relation !== 'agree') continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = keyOf(one, other.documentIndex);
      agreeing.set(key, Math.max(score, agreeing.get(key) ?? 0));
    }
  }
  return judged.filter(({ a, b, relation, score }) => {
    if (relation === 'agree' || twofold.has(a) || twofold.has(b)) return true;
    const best = Math.max(
      agreeing.get(keyOf(a, b.documentIndex)) ?? 0,
      agreeing.get(keyOf(b, a.documentIndex)) ?? 0,
    );
    return best < score + BETTER;
  });
}

function leastFor({ slot }: Statement): number {
  return slot === 'time' ? LEAST_FOR_DAYS : LEAST_SCORE;
}

interface ClashGroup {
  readonly members: Statement[];
  /** Comparisons between members. */
  readonly judged: readonly Judged[];
}

/**
 * Groups of statements of one thing with two values at least: clashes first, surest first, then whoever gives one of the
 * values too. A statement joins only a group all of whose members it may be set beside, so that one doubtful pair does not
 * run two matters together.
 */
function groupClashes(
  judged: readonly Judged[],
  antecedents: ReadonlyMap<Statement, Statement>,
): ClashGroup[] {
  const known = new Map<Statement, Map<Statement, Judged>>();
  const note = (a: Statement, b: Statement, pair: Judged): void => {
    const row = known.get(a);
    if (row) row.set(b, pair);
    else known.set(a, new Map([[b, pair]]));
  };
  for (const pair of judged) {
    note(pair.a, pair.b, pair);
    note(pair.b, pair.a, pair);
  }
  const groupOf = new Map<Statement, Statement[]>();
  const groups: Statement[][] = [];
  const fits = (statement: Statement, group: readonly Statement[]): boolean =>
    group.length < MOST_READINGS &&
    group.every((member) => {
      // A bare number fits where what it is a number of fits.
      const stands = antecedents.get(member) ?? member;
      return stands === statement || known.get(statement)?.has(stands) === true || isAlike(statement, stands);
    });
  const inOrder = judged.toSorted(
    (x, y) =>
      Number(x.relation === 'agree') - Number(y.relation === 'agree') ||
      y.score - x.score ||
      comparePairs(x, y),
  );
  for (const { a, b, relation, score } of inOrder) {
    const [one, other] = [groupOf.get(a), groupOf.get(b)];
    if (one && other) continue;
    if (!one && !other) {
      if (relation === 'agree') continue;
      const group = [a, b];
      groups.push(group);
      groupOf.set(a, group).set(b, group);
      continue;
    }
    const [group, joining] = one ? [one, b] : [other ?? [], a];
    // Whoever tells the very same as one member fits wherever that one does.
    const retold = relation === 'agree' && score >= RETOLD && group.length < MOST_READINGS;
    if (!retold && !fits(joining, group)) continue;
    group.push(joining);
    groupOf.set(joining, group);
  }
  return groups.map((members) => ({
    members: members.sort(compareStatementsByPlace),
    judged: members.flatMap((member) =>
      [...(known.get(member) ?? new Map<Statement, Judged>())].flatMap(([other, pair]) =>
        pair.a === member && members.includes(other) ? [pair] : [],
      ),
    ),
  }));
}

/** Statements of one document are never compared; of one thing they may be set beside each other if their kind is one. */
function isAlike(a: Statement, b: Statement): boolean {
  if (a.documentIndex !== b.documentIndex) return false;
  const comparison = compareStatements(a, b);
  return comparison !== null && comparison.doubt === null && clashScore(comparison) >= leastFor(a);
}

function comparePairs(x: Judged, y: Judged): number {
  return compareStatementsByPlace(x.a, y.a) || compareStatementsByPlace(x.b, y.b);
}

function compareStatementsByPlace(a: Statement, b: Statement): number {
  return a.documentIndex - b.documentIndex || a.span[0] - b.span[0] || a.span[1] - b.span[1];
}

function describe(story: LinkedStory, { members, judged }: ClashGroup, holders: Holders): Discrepancy[] {
  const readings = members.map((statement) => {
    const document = story.documents[statement.documentIndex]?.document ?? { id: '', text: '' };
    return {
      value: document.text.slice(...statement.span),
      heldBy: holders(statement.documentIndex, statement.clause),
      evidence: evidenceAt(document, [statement.span]),
    };
  });
  const slot = members[0]?.slot;
  const kind: DiscrepancyKind = slot === 'time' ? 'date' : slot === 'age' ? 'detail' : 'quantity';
  const clashing = judged.filter(({ relation }) => relation !== 'agree');
  const { importance, note } = weigh(story, kind, clashing);
  return [
    {
      id: discrepancyId(kind, readings),
      kind,
      about: aboutOf(story, members),
      importance,
      readings,
      ...(note === undefined ? {} : { note }),
    },
  ];
}

/** How sure a clash must be to stand among the first. */
const FIRST = 0.65;

function weigh(
  story: LinkedStory,
  kind: DiscrepancyKind,
  clashing: readonly Judged[],
): { importance: Importance; note?: string } {
  const firm = clashing.filter(({ relation }) => relation === 'clash');
  if (firm.length === 0) return { importance: 'low', note: LATER_COUNT };
  if (firm.every(({ a, b }) => isLaterCount(story, a, b))) return { importance: 'low', note: MOVED_COUNT };
  if (kind === 'detail') return { importance: 'medium' };
  return { importance: firm.some(({ score }) => score >= FIRST) ? 'high' : 'medium' };
}

/** What more is known of hour by hour. */
const COUNTED_ON = new Set(['dead', 'hurt', 'missing', 'saved', 'arrested', 'ill', 'displaced']);
const GOES_ON =
  /\b(?:so far|(?:might|may|could|expected to|likely to) (?:rise|climb|increase)|initial(?:ly)?|preliminary|updated?)\b/i;

/** Whether one of two counts is told to have moved on, or stands in a later account than a lower one. */
function isLaterCount(story: LinkedStory, a: Statement, b: Statement): boolean {
  if (a.slot !== 'quantity') return false;
  if (a.role.moving || b.role.moving) return true;
  const outcome = a.role.outcomes[0];
  if (outcome === undefined || !COUNTED_ON.has(outcome)) return false;
  const told = (one: Statement): string =>
    story.documents[one.documentIndex]?.document.text.slice(one.clause[0], one.clause[1] + AFTERWORD) ?? '';
  if (GOES_ON.test(told(a)) || GOES_ON.test(told(b))) return true;
  const [first, second] = [publishedOf(story, a), publishedOf(story, b)];
  if (first === undefined || second === undefined || first === second) return false;
  const [early, late] = first < second ? [a, b] : [b, a];
  const grown = (late.quantity?.value ?? 0) > (early.quantity?.value ?? 0);
  return outcome === 'missing' ? !grown : grown;
}

/** Characters behind a clause in which its count is said to go on ("and that the numbers might rise"). */
const AFTERWORD = 40;

function publishedOf(story: LinkedStory, { documentIndex }: Statement): string | undefined {
  const value = story.documents[documentIndex]?.document.published?.value;
  const day = /^\d{4}-\d\d-\d\d/.exec(value?.value ?? '');
  return day?.[0];
}

function aboutOf(story: LinkedStory, members: readonly Statement[]): string {
  const first = members[0];
  if (!first) return '';
  const { document } = story.documents[first.documentIndex] ?? { document: { text: '' } };
  return document.text.slice(...first.clause).replace(/\s+/g, ' ');
}
