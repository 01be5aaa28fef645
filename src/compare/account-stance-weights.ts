import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regressions that tell how an account stands to a headline, one for each of `accountStanceFeatures`.
 *
 * Written by `training/compare/write-stance-weights.ts` from 1025 pairs of FNC-1 train and
 * 840 articles of PolNeAR train with their own headlines. See docs/models/account-stance.md.
 */
export const ACCOUNT_STANCE_WEIGHTS: Readonly<Record<'disputes' | 'discusses', LogisticRegression>> = {
  disputes: {
    weights: [
      -0.401, 0.263, 3.54, 1.591, -0.104, 1.365, 2.505, 1.49, 1.451, 2.128, 0.677, -1.375, 0.335, 3.704,
      2.158, -0.891, 0.378, -0.697, -0.334, 2.2, -1.278,
    ],
    intercept: -2.828,
  },
  discusses: {
    weights: [
      1.117, -2.129, -1.133, -0.323, 1.019, -1.64, -1.2, -0.969, -2.307, 1.21, -0.175, 0.136, 1.607, -0.018,
      -0.647, 1.791, 1.524, -0.93, 0.114, -1.316, -0.954,
    ],
    intercept: -0.506,
  },
};
