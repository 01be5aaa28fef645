import { DisjointSets } from './disjoint-sets.ts';

/** Two items with how much speaks for their being one; positive scores join. */
export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** Of each cluster so many members are asked when two clusters are to be joined, unless the caller says otherwise. */
const SAMPLE = 5;

/**
 * Clusters items by their pairs, best pairs first. Two clusters are joined when, on average over their members, the score
 * is at least `least`: one chance likeness must not chain two matters together. Independent of the order of the pairs.
 *
 * @param scoreOf - score of any two items, asked for members that no pair names; `NaN` for two that say nothing of each other.
 * @param sample - members of each cluster that are asked; bounds the cost of a join by its square.
 * @param leastOfMajority - where more than half of the pairs are positive this average is enough: one odd wording must not keep apart what
 *   most others join.
 * @returns clusters of two or more, members rising, in the order of their first members.
 */
export function clusterPairs(
  size: number,
  pairs: readonly ScoredPair[],
  least: number,
  scoreOf: (a: number, b: number) => number,
  sample = SAMPLE,
  leastOfMajority = least,
): number[][] {
  const sets = new DisjointSets(size);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  const belong = (some: readonly number[], others: readonly number[]): boolean => {
    const scores = some
      .flatMap((a) => others.map((b) => scoreOf(a, b)))
      .filter((score) => !Number.isNaN(score));
    const mean = scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const positive = scores.filter((score) => score >= 0).length;
    return mean >= (2 * positive > scores.length ? leastOfMajority : least);
  };
  const sorted = pairs.toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of sorted) {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) continue;
    const sideA = membersOf(rootA);
    const sideB = membersOf(rootB);
    if (sideA.length + sideB.length > 2 && !belong(sideA.slice(0, sample), sideB.slice(0, sample))) continue;
    sets.join(rootA, rootB);
    members.delete(rootA);
    members.delete(rootB);
    members.set(
      sets.find(rootA),
      [...sideA, ...sideB].sort((x, y) => x - y),
    );
  }
  return [...members.values()].filter((group) => group.length > 1).sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0));
}
