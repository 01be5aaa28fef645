import type { Discrepancy } from '../model/discrepancy.ts';
import { candidateClauses } from './candidate-clauses.ts';
import { matterScore, relateClauses, saySame, type ClauseRelation } from './same-matter.ts';
import { shareWords, wordsOf, type ToldClause } from './told-clause.ts';

/** Clauses that say one thing, whoever says it. */
export type Side = readonly ToldClause[];

/** What several clauses speak of, each side in its own way. */
export interface Matter {
  /** Two or more; the first two are those that it was found by. */
  readonly sides: readonly Side[];
  /** How the first two stand to each other. */
  readonly relation: ClauseRelation;
  /** The surest first: log-odds of the first two, and a little for every further side. */
  readonly rank: number;
}

/** From these log-odds on two clauses begin a matter, and from the lesser ones on a clause joins one; see the decision's tables. */
const LEAST_TO_BEGIN = -1.5;
const LEAST_TO_JOIN = -2;
/** More sides than these are no help to a reader. */
const MOST_SIDES = 6;

/** From these log-odds on a clause tells of what another line tells of; a little surer, since so a matter is left out. */
const LIKE_TOLD = -1;

/** Lines that tell of a side already. */
interface ToldLines {
  /** It stands in one of them. */
  readonly own: boolean;
  readonly lines: Set<number>;
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly relation: ClauseRelation;
}

/**
 * Groups clauses into matters, the likeliest pairs first. A clause stands in one matter only. Whoever joins must be like one of the
 * two clauses that a matter began with: so a chain of likenesses does not run two matters together.
 *
 * @param told - what the reader is told already: a clause that stands in one of these is not set beside others once more, nor are
 *   two that are like clauses of one of them.
 * @param doubted - for two clauses, how sure it is that a value in each is of one thing; 0 for nothing known.
 * @param utteranceOf - the act of speaking that an attribution reports, where all who report it mean the same; they are no two sides.
 */
export function groupMatters(
  clauses: readonly ToldClause[],
  told: readonly Discrepancy[],
  doubted: (a: number, b: number) => number,
  utteranceOf: ReadonlyMap<string, string>,
): Matter[] {
  const pairs: Pair[] = [];
  const sideOf = firstInTheseWords(clauses);
  const distinct = clauses.flatMap((_, at) => (sideOf[at] === at ? [at] : []));
  const find = (at: number): number => {
    let root = at;
    while (sideOf[root] !== root) root = sideOf[root] as number;
    return root;
  };
  for (const [x, y] of candidateClauses(distinct.map((at) => clauses[at] as ToldClause))) {
    const [a, b] = [distinct[x] as number, distinct[y] as number];
    const [one, other] = [clauses[a] as ToldClause, clauses[b] as ToldClause];
    const isOneVoice = one.documentIndex === other.documentIndex && one.speaker === other.speaker;
    if (isOneVoice || shareWords(one.evidence, other.evidence)) continue;
    const utterance = utteranceOf.get(one.attribution);
    if (utterance !== undefined && utterance === utteranceOf.get(other.attribution)) continue;
    const relation = relateClauses(one, other);
    if (saySame(one, other, relation)) {
      const [of, ofOther] = [find(a), find(b)];
      sideOf[Math.max(of, ofOther)] = Math.min(of, ofOther);
    }
    const score = matterScore(one, other, relation, doubted(a, b));
    if (score !== null && score >= LEAST_TO_JOIN) pairs.push({ a, b, score, relation });
  }
  return new MatterGrouping(
    clauses,
    clauses.map((_, at) => find(at)),
    pairs,
    told,
  ).group();
}

/** For each clause the first that has the same words: copies of an account are compared once. */
function firstInTheseWords(clauses: readonly ToldClause[]): number[] {
  const first = new Map<string, number>();
  return clauses.map((clause, at) => {
    const words = wordsOf(clause);
    const known = first.get(words);
    if (known === undefined) first.set(words, at);
    return known ?? at;
  });
}

class MatterGrouping {
  readonly #clauses: readonly ToldClause[];
  readonly #sideOf: readonly number[];
  /** Clauses of each side, under the first of them. */
  readonly #members = new Map<number, number[]>();
  /** Between two sides the likeliest pair. */
  readonly #pairs = new Map<string, Pair>();
  /** The told lines that a side stands in or is like. */
  readonly #linesOf = new Map<number, ToldLines>();
  /** Clauses that share words with a clause, itself among them. */
  readonly #sharing: readonly (readonly number[])[];
  /** The matter that holds a clause, or one that shares words with it; -1 for none. */
  readonly #matterOf: Int32Array;

  constructor(
    clauses: readonly ToldClause[],
    sideOf: readonly number[],
    pairs: readonly Pair[],
    told: readonly Discrepancy[],
  ) {
    this.#clauses = clauses;
    this.#sideOf = sideOf;
    sideOf.forEach((side, at) => {
      const members = this.#members.get(side);
      if (members) members.push(at);
      else this.#members.set(side, [at]);
    });
    for (const pair of pairs) {
      const [a, b] = [this.#side(pair.a), this.#side(pair.b)];
      if (a === b || this.#isToldByOne(a, b, pair.relation)) continue;
      const key = keyOf(a, b);
      if ((this.#pairs.get(key)?.score ?? -Infinity) < pair.score) this.#pairs.set(key, { ...pair, a, b });
    }
    this.#noteLines(toldIn(clauses, told));
    this.#sharing = clauses.map((clause, at) => sharing(clauses, clause, at));
    this.#matterOf = new Int32Array(clauses.length).fill(-1);
  }

  group(): Matter[] {
    const groups: { sides: number[]; pair: Pair }[] = [];
    const inOrder = [...this.#pairs.values()].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    for (const pair of inOrder) {
      const { a, b } = pair;
      if (this.#isTold(a, b)) continue;
      const [inA, inB] = [this.#mattersOf(a), this.#mattersOf(b)];
      const at = Math.min(...inA, ...inB);
      const group = groups[at];
      if (!group) {
        if (pair.score < LEAST_TO_BEGIN) continue;
        this.#take(a, groups.length);
        this.#take(b, groups.length);
        groups.push({ sides: [a, b], pair });
        continue;
      }
      if (inA.has(at) && inB.has(at)) continue;
      const joining = inA.has(at) ? b : a;
      if (group.sides.length >= MOST_SIDES || !this.#isLike(joining, group.pair)) continue;
      group.sides.push(joining);
      this.#take(joining, at);
    }
    return groups.map(({ sides, pair }) => ({
      sides: sides.map((side) => this.#clausesOf(side)),
      relation: pair.relation,
      rank: pair.score + Math.log(sides.length / 2),
    }));
  }

  #noteLines(toldIn: readonly ReadonlySet<number>[]): void {
    const note = (side: number, lines: Iterable<number>, own: boolean): void => {
      const known = this.#linesOf.get(side) ?? { own: false, lines: new Set() };
      for (const line of lines) known.lines.add(line);
      this.#linesOf.set(side, { own: known.own || own, lines: known.lines });
    };
    toldIn.forEach((lines, at) => {
      if (lines.size > 0) note(this.#side(at), lines, true);
    });
    const own = new Map([...this.#linesOf].map(([side, { lines }]) => [side, [...lines]]));
    for (const { a, b, score } of this.#pairs.values()) {
      if (score < LIKE_TOLD) continue;
      note(a, own.get(b) ?? [], false);
      note(b, own.get(a) ?? [], false);
    }
  }

  #side(clause: number): number {
    return this.#sideOf[clause] as number;
  }

  #clausesOf(side: number): ToldClause[] {
    return (this.#members.get(side) ?? []).map((at) => this.#clauses[at] as ToldClause);
  }

  /** Whether one voice says both, or one account tells both and nothing speaks against it: then both hold for whoever tells them. */
  #isToldByOne(a: number, b: number, { opposed }: ClauseRelation): boolean {
    const others = this.#clausesOf(b);
    return this.#clausesOf(a).some(({ documentIndex, speaker }) =>
      others.some(
        (other) => other.documentIndex === documentIndex && (!opposed || other.speaker === speaker),
      ),
    );
  }

  /** Whether a line holds one of them already, or what both are like. */
  #isTold(a: number, b: number): boolean {
    const [ofA, ofB] = [this.#linesOf.get(a), this.#linesOf.get(b)];
    if (ofA?.own === true || ofB?.own === true) return true;
    for (const line of ofA?.lines ?? []) if (ofB?.lines.has(line)) return true;
    return false;
  }

  #mattersOf(side: number): Set<number> {
    const found = (this.#members.get(side) ?? []).map((at) => this.#matterOf[at] as number);
    return new Set(found.filter((matter) => matter >= 0));
  }

  /** Whether a side is like one of the two that a matter was found by. */
  #isLike(side: number, { a, b }: Pair): boolean {
    return this.#pairs.has(keyOf(side, a)) || this.#pairs.has(keyOf(side, b));
  }

  #take(side: number, matter: number): void {
    for (const at of this.#members.get(side) ?? [])
      for (const other of this.#sharing[at] ?? [])
        if (this.#matterOf[other] === -1) this.#matterOf[other] = matter;
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}

function toldIn(clauses: readonly ToldClause[], told: readonly Discrepancy[]): Set<number>[] {
  const byDocument = new Map<
    string,
    { readonly line: number; readonly reading: Discrepancy['readings'][number] }[]
  >();
  for (const [line, { readings }] of told.entries())
    for (const reading of readings) {
      const known = byDocument.get(reading.evidence.document);
      if (known) known.push({ line, reading });
      else byDocument.set(reading.evidence.document, [{ line, reading }]);
    }
  return clauses.map(
    ({ evidence }) =>
      new Set(
        (byDocument.get(evidence.document) ?? []).flatMap(({ line, reading }) =>
          shareWords(reading.evidence, evidence) ? [line] : [],
        ),
      ),
  );
}

/** Clauses of a sentence stand beside each other in the list. */
function sharing(clauses: readonly ToldClause[], clause: ToldClause, at: number): number[] {
  const found = [at];
  const isHere = (other: ToldClause | undefined): other is ToldClause =>
    other?.documentIndex === clause.documentIndex && other.sentence === clause.sentence;
  for (const step of [-1, 1])
    for (let other = at + step, next = clauses[other]; isHere(next); next = clauses[(other += step)])
      if (shareWords(clause.evidence, next.evidence)) found.push(other);
  return found;
}
