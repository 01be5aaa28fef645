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
    3.493, -1.956, 1.975, 1.486, 0.827, 1.263, 0.18, 0.551, -0.437, 0.394, 1.98, -1.628, 4.161, 0.571, -0.854,
    2.022, -0.594, 1.017, -2.52,
  ],
  intercept: -4.59,
};
