/**
 * `npx tsx training/link/write-story-weights.ts ../shared/data`: learns the weights of `src/link/group-stories.ts` and writes
 * them.
 */
import { writeFileSync } from 'node:fs';
import { STORY_FEATURES } from '../../src/link/story-likeness.ts';
import { fitStories } from './fit-stories.ts';
import { ecbPool, fncPool, neusPools } from './story-pools.ts';

const data = process.argv[2];
if (data === undefined) throw new TypeError('name the folder with the data');
const neus = neusPools(data, 'train', 307);
const pools = [...neus, fncPool(data), ecbPool(data, 'train')];
const { weights, intercept } = fitStories(pools);
const count = pools.reduce((sum, { documents }) => sum + documents.length, 0);
writeFileSync(
  new URL('../../src/link/story-weights.ts', import.meta.url),
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells two accounts of one story from accounts of two:
 * ${STORY_FEATURES.join('; ')}.
 *
 * Written by \`training/link/write-story-weights.ts\` from ${count} documents in ${pools.length} pools. See docs/models/stories.md.
 */
export const STORY_WEIGHTS: LogisticRegression = {
  weights: [${weights.map((weight) => Number(weight.toFixed(3))).join(', ')}],
  intercept: ${intercept.toFixed(3)},
};
`,
);
