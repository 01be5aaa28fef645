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
    0.774, -0.862, 4.393, 2.522, 0.672, -0.682, 0.402, 0.44, 0.278, 0.197, 2.862, -1.732, 4.675, -0.144,
    -0.827, 1.43, 0.779, 0.977, -4.331,
  ],
  intercept: -3.918,
};
