import type { LogisticRegression } from '../learn/logistic-regression.ts';

/**
 * Weights of the regression that tells two accounts of one story from accounts of two:
 * lead; rare terms; phrases; title in lead; rarest shared term; a common weekday; other weekdays; whole; lead, of the nearest; whole, of the nearest; lead, of the nearest of either; whole, of the nearest of either; rare terms, of the nearest; terms in common; terms of the longer lead.
 *
 * Written by `training/link/write-story-weights.ts` from 8298 documents in 10 pools. See docs/models/stories.md.
 */
export const STORY_WEIGHTS: LogisticRegression = {
  weights: [
    -30.374, 5.293, 1.895, 11.595, 0.506, 0.666, -1.557, 12.873, 12.725, 2.354, 4.881, 0.49, -8.818, 0.177,
    -0.072,
  ],
  intercept: -5.518,
};
