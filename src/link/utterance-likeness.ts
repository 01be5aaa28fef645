import { logistic, logOdds, type LogisticRegression } from '../learn/logistic-regression.ts';
import { WORDING_FEATURES } from '../learn/wording-features.ts';
import { UTTERANCE_WEIGHTS } from './utterance-weights.ts';

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
  model: LogisticRegression = UTTERANCE_WEIGHTS,
): number {
  return logistic(logOdds(model, utteranceFeatures(features)));
}

/** The values of {@link UTTERANCE_FEATURES} among all features. */
export function utteranceFeatures(features: ArrayLike<number>): number[] {
  return PLACES.map((place) => features[place] ?? 0);
}
