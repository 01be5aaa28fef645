import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells whether two wordings are one utterance, one for each of `UTTERANCE_FEATURES`.
 *
 * Written by `training/semantics/write-utterance-weights.ts` from 417 pairs of quotations out of real accounts of one event.
 * See docs/models/paraphrase.md.
 */
export const UTTERANCE_WEIGHTS: LogisticRegression = {
  weights: [5.623, 2.382, 1.803, 1.666],
  intercept: -10.399,
};
