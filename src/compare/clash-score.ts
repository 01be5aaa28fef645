import { logistic, logOdds, type LogisticRegression } from '../learn/logistic-regression.ts';
import { isSure, ONLY_CHANGE, OTHER_ROLE, OTHERS, OTHERS_AROUND, SAME_ROLE } from './clash-features.ts';
import { CLASH_WEIGHTS } from './clash-weights.ts';
import type { Comparison } from './judge-clash.ts';

/** From this score on a clash within a pair of sentences that belong together is real; chosen by cross-validation. */
export const PAIR_SCORE = 0.27;

/** The score where nothing but the value sets two clauses or two sentences apart; then no regression is asked. */
const SURE = 0.9;

/** How sure it is that two values speak of one thing, 0 to 1. */
export function clashScore(
  { features, relation }: Comparison,
  model: LogisticRegression = CLASH_WEIGHTS,
): number {
  if ((relation !== 'bound' && isSure(features)) || features[ONLY_CHANGE] === 1) return SURE;
  return logistic(LEARNED * logOdds(model, features) + (1 - LEARNED) * expertLogit(features));
}

/**
 * What a careful reader goes by, as weights set by hand on our own example stories. The judged pairs are few (25 real
 * clashes), and hardly any is of a measured thing that two whole stories tell of; both together are better on either than
 * one alone.
 */
function expertLogit(features: readonly number[]): number {
  const [thing = 0, said = 0, , kindOf = 0, shorter = 0, longer = 0, weight = 0] = features;
  const [others = 0, elsewhere = 0] = features.slice(OTHERS, OTHERS + 2);
  const counted = said > 0 || thing > 0 ? thing : UNSAID;
  return (
    -4.2 +
    1.8 * counted +
    2.4 * shorter +
    1.6 * longer +
    0.35 * Math.min(4, weight) -
    0.8 * others -
    1.5 * elsewhere +
    (features[SAME_ROLE] === 1 ? 2 : 0.8) * kindOf +
    1.5 * (features[SAME_ROLE] ?? 0) -
    1.0 * (features[OTHER_ROLE] ?? 0) -
    0.4 * (features[OTHERS_AROUND] ?? 0)
  );
}

/** How much of the judgement is learned; by cross-validation. */
const LEARNED = 0.35;

/** What is counted counts half where one clause leaves it out. */
const UNSAID = 0.5;
