import { treesProbability, type BoostedTrees } from '../learn/boosted-trees.ts';
import { averageLink, type LikePair } from './average-link.ts';

/** Two mentions by index, `a` below `b`, with the features by which trees judge whether they are of one event or thing. */
export interface MentionPair {
  readonly a: number;
  readonly b: number;
  readonly features: Float32Array;
}

/** A mention is compared with so many others that may be of the same, those that follow it in the list. */
export const MOST_COMPARED = 400;
/** Mean probability from which two clusters are joined; chosen by cross-validation over the topics of ECB+ train. */
const LEAST_MEAN = 0.3;
/** Pairs less likely than this count as having nothing in common. */
const LEAST_PROBABILITY = 0.01;

/**
 * Clusters of mentions: boosted trees judge the pairs, average linkage joins them.
 *
 * @returns for each mention the smallest index of a mention of its cluster.
 */
export function clusterMentions(
  mentions: number,
  pairs: Iterable<MentionPair>,
  trees: BoostedTrees,
): Int32Array {
  const likely: LikePair[] = [];
  for (const { a, b, features } of pairs) {
    const likeness = treesProbability(trees, features);
    if (likeness >= LEAST_PROBABILITY) likely.push({ a, b, likeness });
  }
  return averageLink(mentions, likely, LEAST_MEAN, MOST_COMPARED);
}
