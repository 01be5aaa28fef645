import { WORDING_FEATURES } from '../learn/wording-features.ts';
import { UTTERANCE_WEIGHTS } from './utterance-weights.ts';

/** A regression: one weight for each of {@link UTTERANCE_FEATURES}. */
export interface UtteranceWeights {
  readonly weights: readonly number[];
  readonly intercept: number;
}

/**
 * What of two wordings tells whether they are one utterance: how much of the shorter one's words and of its terms the other
 * has, how much stands there at one place, and the longest run word for word. What the longer one has besides does not
 * count: accounts cut what they quote.
 */
export const UTTERANCE_FEATURES = ['gram1More', 'coverMore', 'densest', 'run'] as const;

const PLACES = UTTERANCE_FEATURES.map((name) => WORDING_FEATURES.indexOf(name));

/**
 * How probable it is that two wordings are one utterance, by their words alone.
 *
 * @param features - from `wordingFeatures`.
 */
export function utteranceProbability(
  features: ArrayLike<number>,
  { weights, intercept }: UtteranceWeights = UTTERANCE_WEIGHTS,
): number {
  const odds = PLACES.reduce(
    (sum, place, at) => sum + (weights[at] ?? 0) * (features[place] ?? 0),
    intercept,
  );
  return 1 / (1 + Math.exp(-odds));
}

/** The values of {@link UTTERANCE_FEATURES} among all features. */
export function utteranceFeatures(features: ArrayLike<number>): number[] {
  return PLACES.map((place) => features[place] ?? 0);
}
