import { logistic } from './logistic-regression.ts';

/**
 * Gradient-boosted decision trees (Friedman 2001) for one probability. All trees are complete and of one depth, level by
 * level in one array: the children of node i are 2i + 1 and 2i + 2.
 */
export interface BoostedTrees {
  readonly depth: number;
  /** Log-odds before any tree. */
  readonly base: number;
  /** For each inner node of each tree the number of the feature it asks for. */
  readonly features: Uint8Array;
  /** … and the value from which on the answer is "right". */
  readonly thresholds: Float32Array;
  /** For each leaf of each tree what it adds to the log-odds. */
  readonly leaves: Float32Array;
}

/** The probability that the trees give to `values`. */
export function treesProbability(trees: BoostedTrees, values: Float32Array): number {
  const { depth, features, thresholds, leaves } = trees;
  const inner = (1 << depth) - 1;
  const outer = 1 << depth;
  const count = leaves.length / outer;
  let odds = trees.base;
  for (let tree = 0; tree < count; tree++) {
    const root = tree * inner;
    let node = 0;
    for (let level = 0; level < depth; level++)
      node = 2 * node + (values[features[root + node]!]! >= thresholds[root + node]! ? 2 : 1);
    odds += leaves[tree * outer + node - inner]!;
  }
  return logistic(odds);
}
