import type { StoryWeights } from './group-stories.ts';

/**
 * Weights of the regression that tells two accounts of one story from accounts of two:
 * lead; rare terms; phrases; title in lead; rarest shared term; a common weekday; other weekdays; whole; lead, of the nearest; whole, of the nearest; lead, of the nearest of either; rare terms, of the nearest; terms in common; terms of the longer lead.
 *
 * Written by `training/link/write-story-weights.ts` from 8298 documents in 10 pools. See docs/models/stories.md.
 */
export const STORY_WEIGHTS: StoryWeights = {
  weights: [-30.699, 5.301, 1.897, 11.514, 0.519, 0.668, -1.553, 13.336, 12.566, 2.587, 5.284, -8.812, 0.177, -0.072],
  intercept: -5.565,
};
