import type { ClashWeights } from './clash-features.ts';

/**
 * Weights of the regression that tells a clash of one thing from values of two things, one for each of the features that
 * `featuresOf` names.
 *
 * Written by `training/compare/write-clash-weights.ts` from 135 pairs of real sentences that two readers judged. See
 * docs/models/clash.md.
 */
export const CLASH_WEIGHTS: ClashWeights = {
  weights: [
    3.13, -1.771, 3.098, 0.846, -0.268, 2.349, -0.015, 0.011, 1.013, 0.333, 2.101, -1.081, 4.623, 0.533,
    -0.907, 2.226, -0.288, 1.468, -2.436, 1.331,
  ],
  intercept: -4.979,
};
