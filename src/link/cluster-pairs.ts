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
 * @returns clusters of two or more, members rising, in the order of their first members.
 */
export function clusterPairs(
  size: number,
  pairs: readonly ScoredPair[],
  least: number,
  scoreOf: (a: number, b: number) => number,
  sample = SAMPLE,
): number[][] {
  const sets = new DisjointSets(size);
  const members = new Map<number, number[]>();
  const membersOf = (root: number): number[] => members.get(root) ?? [root];
  const sorted = pairs.toSorted((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b } of sorted) {
    const rootA = sets.find(a);
    const rootB = sets.find(b);
    if (rootA === rootB) continue;
    const sideA = membersOf(rootA);
    const sideB = membersOf(rootB);
    if (sideA.length + sideB.length > 2 && meanScore(sideA, sideB, scoreOf, sample) < least) continue;
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

function meanScore(
  sideA: readonly number[],
  sideB: readonly number[],
  scoreOf: (a: number, b: number) => number,
  sample: number,
): number {
  const [some, others] = [sideA.slice(0, sample), sideB.slice(0, sample)];
  let sum = 0;
  let count = 0;
  for (const a of some)
    for (const b of others) {
      const score = scoreOf(a, b);
      if (Number.isNaN(score)) continue;
      sum += score;
      count++;
    }
  return count === 0 ? 0 : sum / count;
}
