import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { likenessPairs, STORY_FEATURES } from '../../src/link/story-likeness.ts';
import { readStoryTerms } from '../../src/link/story-terms.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';
import type { StoryPool } from './story-pools.ts';

/** What the pairs of one pool count together, so that a corpus with many pairs does not drown the others. */
const POOL_WEIGHT = 3000;

/**
 * Learns which pairs of documents tell one story. In each pool the pairs of one story count as much as the others: how many
 * there are differs from folder to folder and is estimated where the weights are used.
 */
export function fitStories(pools: readonly StoryPool[]): LogisticRegression {
  const rows = pools.flatMap(({ documents, story }) => {
    const pairs = likenessPairs(readStoryTerms(documents.map((document) => [document])));
    const labels = Array.from(pairs.a, (one, pair) => story[one] === story[pairs.b[pair] ?? -1]);
    const same = labels.filter(Boolean).length;
    const width = STORY_FEATURES.length;
    return labels.map((label, pair) => ({
      features: [...pairs.features.subarray(pair * width, (pair + 1) * width)],
      label,
      weight: POOL_WEIGHT / 2 / (label ? same : pairs.count - same),
    }));
  });
  return fitLogistic(rows);
}
