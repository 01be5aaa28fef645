/** A logistic regression: what {@link logistic} makes of {@link logOdds} is a probability. */
export interface LogisticRegression {
  /** One for each feature, in their order. */
  readonly weights: readonly number[];
  /** Log-odds with all features 0. */
  readonly intercept: number;
}

/**
 * The log-odds that a regression gives to features: `intercept + weights · features`.
 *
 * @param features - as many as there are weights; those beyond count nothing.
 */
export function logOdds({ weights, intercept }: LogisticRegression, features: readonly number[]): number {
  return features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept);
}

/** The probability, 0 to 1, that log-odds stand for. */
export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
