import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells copied text from shared quotations, one for each of `reuseFeatures`.
 *
 * Written by `training/trace/write-reuse-weights.ts` from 1526 pairs, 203 of them derived: real articles on one event
 * (Giveme5W1H, once within their collection and once alone) and articles with a wire desk's edits (BASIL). See
 * docs/models/reuse.md.
 */
export const REUSE_WEIGHTS: LogisticRegression = {
  weights: [1.336, 10.026, 1.551, 0.17, 0.629],
  intercept: -7.184,
};
