import { groupStories } from '../../src/link/group-stories.ts';
import { averageLink } from '../../src/link/average-link.ts';
import {
  BASIL,
  basilPool,
  G5,
  g5Pool,
  NEUS,
  neusPools,
  type StoryPool,
} from '../../training/link/story-pools.ts';
import { scoreCoreference, type Prf } from '../metrics/coreference.ts';
import type { EvalResult, EvalTask } from '../task.ts';

/**
 * Documents of many stories in one folder, told apart: NeuS dev (title and first sentences of three outlets on each of 307
 * events of American politics), Giveme5W1H and BASIL (whole articles). Nothing was learned from the latter two.
 */
export const task: EvalTask = {
  name: 'story-grouping',
  title: 'Several stories in one folder, told apart (NeuS dev, Giveme5W1H, BASIL, BCubed F1)',
  needs: [NEUS, G5, BASIL],
  lowerIsBetter: ['oneStorySplit'],
  run({ data, say }): EvalResult {
    const figures: Record<string, number> = {};
    const baseline: Record<string, number> = {};
    const counts: Record<string, number> = {};
    const single: boolean[] = [];
    const pools = [
      ['neus', neusPools(data ?? '', 'dev', Infinity)[0]],
      ['g5', g5Pool(data ?? '')],
      ['basil', basilPool(data ?? '')],
    ] as const;
    for (const [name, pool] of pools) {
      if (!pool) continue;
      say(name);
      const { precision, recall, f1 } = score(pool, storyLabels(pool));
      Object.assign(figures, {
        [`${name}F1`]: f1,
        [`${name}Precision`]: precision,
        [`${name}Recall`]: recall,
      });
      baseline[`${name}F1`] = score(pool, sharedWords(pool)).f1;
      counts[`${name}Documents`] = pool.documents.length;
      counts[`${name}Stories`] = new Set(pool.story).size;
      if (name !== 'neus') single.push(...wholeStories(pool).map((each) => groupStories(each).length > 1));
    }
    // A folder with one story that is taken for several.
    figures['oneStorySplit'] = single.filter(Boolean).length / single.length;
    counts['oneStoryFolders'] = single.length;
    return {
      figures,
      baseline: { name: 'share of words in common, average linkage', figures: baseline },
      counts,
    };
  },
};

function score({ story }: StoryPool, predicted: readonly string[]): Prf {
  return scoreCoreference({ gold: story, predicted }).b3;
}

function storyLabels({ documents }: StoryPool): string[] {
  const labels = documents.map(() => '');
  groupStories(documents).forEach(({ members }, story) => {
    for (const member of members) labels[member] = String(story);
  });
  return labels;
}

/** The stories of a pool, each as a folder of its own. */
function wholeStories({ documents, story }: StoryPool): StoryPool['documents'][] {
  return [...new Set(story)]
    .map((each) => documents.filter((_, index) => story[index] === each))
    .filter((each) => each.length > 1);
}

/** Best for NeuS dev among .05, .1, .15, .2, .3. */
const BASELINE_LEAST = 0.15;
const BASELINE_TAGS = /^(?:NN|VB)/;

/** The baseline: average linkage over the share of words in common (Jaccard), the threshold that is best for NeuS dev. */
function sharedWords({ documents }: StoryPool): string[] {
  const words = documents.map(
    ({ language: { tokens } }) =>
      new Set(tokens.lemma.filter((_, at) => at < tokens.count && BASELINE_TAGS.test(tokens.penn[at] ?? ''))),
  );
  const pairs = words.flatMap((one, a) =>
    words.slice(a + 1).flatMap((other, next) => {
      let both = 0;
      for (const word of one) if (other.has(word)) both++;
      const likeness = both / (one.size + other.size - both || 1);
      return likeness >= BASELINE_LEAST / 3 ? [{ a, b: a + 1 + next, likeness }] : [];
    }),
  );
  return [...averageLink(words.length, pairs, BASELINE_LEAST)].map(String);
}
