import type { BoostedTrees } from '../../src/learn/boosted-trees.ts';
import { paraphraseProbability, type ParaphraseModel } from '../../src/learn/paraphrase.ts';
import { trainTrees, type TreeOptions } from '../attribution/train-trees.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';

export interface LabelledPair {
  readonly features: Float32Array;
  readonly same: boolean;
}

/** Chosen by five-fold cross-validation on the training pairs among five settings, which differ by half a point. */
const TREES: TreeOptions = { trees: 250, depth: 3, rate: 0.04, leastWeight: 30 };
const L2 = 3;
const FOLDS = 5;
const THRESHOLDS = Array.from({ length: 21 }, (_, at) => 0.4 + at / 100);

/** Trains the model on all pairs; its threshold is the most accurate one when each fold is judged by the other four. */
export function trainParaphrase(
  pairs: readonly LabelledPair[],
): ParaphraseModel & { readonly accuracy: number } {
  const judged = pairs.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(pairs.filter((_, at) => at % FOLDS !== fold));
    pairs.forEach(({ features }, at) => {
      if (at % FOLDS === fold) judged[at] = paraphraseProbability(features, { ...model, least: 0 });
    });
  }
  const [best] = THRESHOLDS.map((least) => ({
    least,
    accuracy: pairs.filter(({ same }, at) => (judged[at] as number) >= least === same).length / pairs.length,
  })).sort((a, b) => b.accuracy - a.accuracy || a.least - b.least);
  if (!best) throw new RangeError('no threshold to choose from');
  return { ...fit(pairs), ...best };
}

function fit(pairs: readonly LabelledPair[]): { weights: Float32Array; trees: BoostedTrees } {
  const { weights, intercept } = fitLogistic(
    pairs.map(({ features, same }) => ({ features: [...features], label: same })),
    L2,
  );
  const trees = trainTrees(
    pairs.map(({ features }) => features),
    Uint8Array.from(pairs, ({ same }) => (same ? 1 : 0)),
    TREES,
  );
  return { weights: Float32Array.from([...weights, intercept]), trees };
}
