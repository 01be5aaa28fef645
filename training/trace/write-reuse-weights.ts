/**
 * `npx tsx training/trace/write-reuse-weights.ts ../shared/data`: learns the weights that tell copied text from shared
 * quotations and writes `src/trace/reuse-weights.ts`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitReuse } from './fit-reuse.ts';
import { readReusePairs } from './reuse-pairs.ts';

const data = process.argv[2];
if (data === undefined) {
  process.stderr.write('Name the folder that holds cross-document/, for instance ../shared/data.\n');
  process.exit(2);
}
const pairs = readReusePairs(data).filter(({ set }) => set !== 'retold');
const { weights, intercept } = fitReuse(pairs);
const target = fileURLToPath(new URL('../../src/trace/reuse-weights.ts', import.meta.url));
const round = (value: number): number => Math.round(value * 1000) / 1000;
writeFileSync(
  target,
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells copied text from shared quotations, one for each of \`reuseFeatures\`.
 *
 * Written by \`training/trace/write-reuse-weights.ts\` from ${pairs.length} pairs, ${pairs.filter(({ derived }) => derived).length} of them derived: real articles on one event
 * (Giveme5W1H, once within their collection and once alone) and articles with a wire desk's edits (BASIL). See
 * docs/models/reuse.md.
 */
export const REUSE_WEIGHTS: LogisticRegression = {
  weights: [${weights.map(round).join(', ')}],
  intercept: ${round(intercept)},
};
`,
);
process.stderr.write(`Learnt from ${pairs.length} pairs; wrote ${target}\n`);
