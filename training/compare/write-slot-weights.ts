/**
 * `npx tsx training/compare/write-slot-weights.ts ../shared/data`: learns the weights of `src/compare/changed-slots.ts` and
 * writes them.
 */
import { writeFileSync } from 'node:fs';
import { fitSlots, readChangedPairs } from './changed-pairs.ts';
import { INJECTED } from './clash-pairs.ts';

const data = process.argv[2];
if (data === undefined) throw new TypeError('name the folder with the data');
const pairs = readChangedPairs(data, INJECTED).filter(({ split }) => split === 'train');
const { weights, intercept } = fitSlots(pairs);
const rounded = weights.map((weight) => Number(weight.toFixed(3)));
writeFileSync(
  new URL('../../src/compare/slot-weights.ts', import.meta.url),
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells whether two words of two sentences were exchanged for one another, one for each of the
 * features that \`slotFeatures\` names.
 *
 * Written by \`training/compare/write-slot-weights.ts\` from ${pairs.length} pairs of real sentences in which one word was
 * changed, or none. See docs/models/clash.md.
 */
export const SLOT_WEIGHTS: LogisticRegression = {
  weights: [${rounded.join(', ')}],
  intercept: ${intercept.toFixed(3)},
};
`,
);
