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
      -0.401, 0.263, 3.543, 1.59, -0.107, 1.371, 2.507, 1.49, 1.445, 2.129, 0.676, -1.378, 0.334, 3.702,
      2.158, -0.911, 0.381, -0.699, -0.328, 2.197, -1.277,
    ],
    intercept: -2.838,
  },
  discusses: {
    weights: [
      1.173, -2.353, -1.264, -0.313, 1.181, -1.935, -1.28, -1.023, -2.449, 1.399, -0.132, 0.191, 2.165,
      -0.075, -1.038, 1.981, 1.596, -0.965, 0.124, -1.461, -0.991,
    ],
    intercept: -0.597,
  },
};
