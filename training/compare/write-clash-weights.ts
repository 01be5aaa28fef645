/**
 * `npx tsx training/compare/write-clash-weights.ts ../shared/data`: learns the weights of `src/compare/clash-score.ts` and
 * writes them.
 */
import { writeFileSync } from 'node:fs';
import { NATURAL, readClashPairs } from './clash-pairs.ts';
import { fitClash } from './fit-clash.ts';

const data = process.argv[2];
if (data === undefined) throw new TypeError('name the folder with the data');
const pairs = readClashPairs(data, NATURAL);
const { weights, intercept } = fitClash(pairs);
const rounded = weights.map((weight) => Number(weight.toFixed(3)));
writeFileSync(
  new URL('../../src/compare/clash-weights.ts', import.meta.url),
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells a clash of one thing from values of two things, one for each of the features that
 * \`featuresOf\` names.
 *
 * Written by \`training/compare/write-clash-weights.ts\` from ${pairs.length} pairs of real sentences that two readers judged. See
 * docs/models/clash.md.
 */
export const CLASH_WEIGHTS: LogisticRegression = {
  weights: [${rounded.join(', ')}],
  intercept: ${intercept.toFixed(3)},
};
`,
);
