import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { reuseFeatures } from '../../src/trace/reuse-features.ts';
import { fitLogistic } from './fit-logistic.ts';
import type { ReusePair } from './reuse-pairs.ts';

/**
 * Learns the weights of the copied-or-not regression from real articles, with their collection and alone, and from edited
 * copies. Texts made of paraphrases are left to the measure of retelling, which has no weights.
 */
export function fitReuse(pairs: readonly ReusePair[]): LogisticRegression {
  return fitLogistic(
    pairs
      .filter(({ set }) => set !== 'retold')
      .map(({ likeness, derived }) => ({ features: reuseFeatures(likeness), label: derived })),
  );
}
