import type { ClashWeights } from './judge-clash.ts';

/**
 * Weights of the regression that tells a clash of one thing from values of two things, one for each of the features that
 * `findClash` names.
 *
 * Written by `training/compare/write-clash-weights.ts` from 135 pairs of real sentences that two readers judged. See
 * docs/models/clash.md.
 */
export const CLASH_WEIGHTS: ClashWeights = {
  weights: [
    0.531, -1.498, 4.468, 3.541, 0.6, 1.777, -0.417, 2.337, -1.66, 0.335, -0.48, -1.261, 5.114, -0.166,
    -0.902, 1.478,
  ],
  intercept: -4.066,
};
