import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells a clash of one thing from values of two things, one for each of the features that
 * `featuresOf` names.
 *
 * Written by `training/compare/write-clash-weights.ts` from 135 pairs of real sentences that two readers judged. See
 * docs/models/clash.md.
 */
export const CLASH_WEIGHTS: LogisticRegression = {
  weights: [
    3.135, -1.779, 3.097, 0.563, -0.328, 2.488, -0.041, -0.015, 0.973, 0.339, 2.088, -1.076, 4.626, 0.533,
    -0.905, 2.22, -0.282, 1.469, -2.439, 1.312,
  ],
  intercept: -4.949,
};
