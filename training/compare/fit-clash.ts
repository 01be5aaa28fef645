import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { clashScore } from '../../src/compare/clash-score.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';
import type { ClashPair } from './clash-pairs.ts';

/** A pair says only that one of its clashes is real: which one is guessed with the weights so far, and fitted again. */
const ROUNDS = 4;

/** Learns which surface clashes are clashes of one thing, from pairs that two readers judged. */
export function fitClash(pairs: readonly ClashPair[]): LogisticRegression {
  let weights: LogisticRegression | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const known = weights;
    const rows = pairs.flatMap(({ label, clashes }) => {
      if (label !== 'discrepancy') return clashes.map(({ features }) => ({ features, label: false }));
      const [surest] = clashes.toSorted((x, y) => clashScore(y, known) - clashScore(x, known));
      return surest ? [{ features: surest.features, label: true }] : [];
    });
    weights = fitLogistic(rows);
  }
  if (!weights) throw new RangeError('no round, no weights');
  return weights;
}
