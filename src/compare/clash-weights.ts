import type { ClashWeights } from './judge-clash.ts';

/**
 * Weights of the regression that tells a clash of one thing from values of two things, one for each of the features that
 * `compareStatements` names.
 *
 * Written by `training/compare/write-clash-weights.ts` from 135 pairs of real sentences that two readers judged. See
 * docs/models/clash.md.
 */
export const CLASH_WEIGHTS: ClashWeights = {
  weights: [
    3.142, -1.775, 3.048, 0.804, -0.231, 2.318, -0.01, 0.158, 0.943, 0.305, 2.061, -1.117, 4.596, 0.542,
    -0.895, 2.275, -0.302, 1.452, -2.434, 1.333,
  ],
  intercept: -4.967,
};
