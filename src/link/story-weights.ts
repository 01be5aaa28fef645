import type { StoryWeights } from './group-stories.ts';

/**
 * Weights of the regression that tells two accounts of one story from accounts of two:
 * lead; rare terms; phrases; title in lead; rarest shared term; a common weekday; other weekdays; whole; lead, of the nearest; whole, of the nearest.
 *
 * Written by `training/link/write-story-weights.ts` from 8298 documents in 10 pools. See docs/models/stories.md.
 */
export const STORY_WEIGHTS: StoryWeights = {
  weights: [-7.921, -16.168, 2.667, 11.803, 0.609, 0.468, -1.761, 17.833, 8.766, 1.633],
  intercept: -7.312,
};
