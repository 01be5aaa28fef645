import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells whether two words of two sentences were exchanged for one another, one for each of the
 * features that `slotFeatures` names.
 *
 * Written by `training/compare/write-slot-weights.ts` from 1937 pairs of real sentences in which one word was
 * changed, or none. See docs/models/clash.md.
 */
export const SLOT_WEIGHTS: LogisticRegression = {
  weights: [
    1.151, 1.587, -0.686, -0.475, 0.304, 0.058, -0.995, -0.722, 2.531, 2.265, 2.588, 0.75, -2.717, 0.164,
    -5.102, -0.589, 1.998, 2.24,
  ],
  intercept: 2.575,
};
