/**
 * `npx tsx training/compare/write-stance-weights.ts ../shared/data`: learns the weights of `src/compare/account-stance.ts` and
 * writes them.
 */
import { writeFileSync } from 'node:fs';
import { fitStance } from './fit-stance.ts';
import { readOwnHeadlines, readStancePairs } from './stance-pairs.ts';

const data = process.argv[2];
if (data === undefined) throw new TypeError('name the folder with the data');
const pairs = readStancePairs(data).filter(({ split }) => split === 'train');
const own = readOwnHeadlines(data);
const { disputes, discusses } = fitStance(pairs, own);
const show = ({ weights, intercept }: typeof disputes): string =>
  `{ weights: [${weights.map((weight) => Number(weight.toFixed(3))).join(', ')}], intercept: ${intercept.toFixed(3)} }`;
writeFileSync(
  new URL('../../src/compare/account-stance-weights.ts', import.meta.url),
  `import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regressions that tell how an account stands to a headline, one for each of \`accountStanceFeatures\`.
 *
 * Written by \`training/compare/write-stance-weights.ts\` from ${pairs.length} pairs of FNC-1 train and
 * ${own.length} articles of PolNeAR train with their own headlines. See docs/models/account-stance.md.
 */
export const ACCOUNT_STANCE_WEIGHTS: Readonly<Record<'disputes' | 'discusses', LogisticRegression>> = {
  disputes: ${show(disputes)},
  discusses: ${show(discusses)},
};
`,
);
