import type { AccountStance, AccountStanceWeights } from '../../src/compare/account-stance.ts';
import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';
import type { StancePair } from './stance-pairs.ts';

/** Fifty pairs that dispute, on some twenty matters, call for a strong prior. This … */
const L2 = 20;
/** … and the weight of an ordinary article with its own headline were chosen by cross-validation on FNC-1 train. */
const OWN_WEIGHT = 0.3;
/** Hundreds of pairs discuss, which needs less of a prior. From 10 to 40 cross-validation tells none apart from the others. */
const L2_OF_DISCUSSING = 12;

/**
 * Learns how an account stands to a headline: one regression for disputing, one for discussing.
 *
 * @param own - features of ordinary articles with their own headlines, which they do not dispute, whatever words of doubt and
 *   denial they hold; pairs about rumours alone teach that every "however" refutes.
 */
export function fitStance(
  pairs: readonly StancePair[],
  own: readonly (readonly number[])[],
): AccountStanceWeights {
  const fit = (
    wanted: AccountStance,
    l2: number,
    more: readonly (readonly number[])[] = [],
  ): LogisticRegression =>
    fitLogistic(
      [
        ...pairs.map(({ features, stance }) => ({ features, label: stance === wanted, weight: 1 })),
        ...more.map((features) => ({ features, label: false, weight: OWN_WEIGHT })),
      ],
      l2,
    );
  return { disputes: fit('disputes', L2, own), discusses: fit('discusses', L2_OF_DISCUSSING) };
}
