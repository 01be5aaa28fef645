/**
 * `npx tsx training/semantics/write-utterance-weights.ts ../shared/data`: learns the weights of
 * `src/link/utterance-likeness.ts` and writes them.
 */
import { writeFileSync } from 'node:fs';
import { fitUtterance, readQuotePairs } from './fit-utterance.ts';

const data = process.argv[2];
if (data === undefined) throw new TypeError('name the folder with the data');
const pairs = readQuotePairs(data);
const { weights, intercept } = fitUtterance(pairs);
const rounded = weights.map((weight) => Number(weight.toFixed(3)));
writeFileSync(
  new URL('../../src/link/utterance-weights.ts', import.meta.url),
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells whether two wordings are one utterance, one for each of \`UTTERANCE_FEATURES\`.
 *
 * Written by \`training/semantics/write-utterance-weights.ts\` from ${pairs.length} pairs of quotations out of real accounts of one event.
 * See docs/models/paraphrase.md.
 */
export const UTTERANCE_WEIGHTS: LogisticRegression = {
  weights: [${rounded.join(', ')}],
  intercept: ${intercept.toFixed(3)},
};
`,
);
