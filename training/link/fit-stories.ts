import type { StoryWeights } from '../../src/link/group-stories.ts';
import { likenessPairs } from '../../src/link/story-likeness.ts';
import { readStoryTerms } from '../../src/link/story-terms.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';
import type { StoryPool } from './story-pools.ts';

/** What the pairs of one pool count together, so that a corpus with many pairs does not drown the others. */
const POOL_WEIGHT = 3000;

/**
 * Learns which pairs of documents tell one story. In each pool the pairs of one story count as much as the others: how many
 * there are differs from folder to folder and is estimated where the weights are used.
 */
export function fitStories(pools: readonly StoryPool[]): StoryWeights {
  const rows = pools.flatMap(({ documents, story }) => {
    const pairs = likenessPairs(readStoryTerms(documents));
    const labels = pairs.map(({ a, b }) => story[a] === story[b]);
    const same = labels.filter(Boolean).length;
    return pairs.map(({ features }, index) => {
      const label = labels[index] === true;
      return { features, label, weight: POOL_WEIGHT / 2 / (label ? same : pairs.length - same) };
    });
  });
  return fitLogistic(rows);
}
