import { treesProbability, type BoostedTrees } from './boosted-trees.ts';
import { loadModel } from './load-model.ts';
import { logistic } from './logistic-regression.ts';

/** Version of the sections that {@link paraphraseModel} reads. */
export const PARAPHRASE_VERSION = 1;

/** Whether two sentences mean the same: the mean of a regression and of boosted trees over the features of their wordings. */
export interface ParaphraseModel {
  /** One for each feature, and the intercept last. */
  readonly weights: Float32Array;
  readonly trees: BoostedTrees;
  /** Probability from which on a pair is called a paraphrase; chosen by cross-validation when the model was trained. */
  readonly least: number;
}

/** The probability that two wordings with these features (`wordingFeatures`) mean the same. */
export function paraphraseProbability(
  features: Float32Array,
  model: ParaphraseModel = paraphraseModel(),
): number {
  const { weights, trees } = model;
  let odds = weights[features.length] as number;
  for (let at = 0; at < features.length; at++) odds += (weights[at] as number) * (features[at] as number);
  return (logistic(odds) + treesProbability(trees, features)) / 2;
}

let loaded: ParaphraseModel | undefined;

/** The model of `models/paraphrase.bin`, read when first asked for. */
export function paraphraseModel(): ParaphraseModel {
  if (loaded) return loaded;
  const { info, sections } = loadModel('paraphrase', PARAPHRASE_VERSION);
  const { weights, features, thresholds, leaves } = sections;
  const { depth, base, least } = info;
  if (
    !(weights instanceof Float32Array) ||
    !(features instanceof Uint8Array) ||
    !(thresholds instanceof Float32Array) ||
    !(leaves instanceof Float32Array) ||
    typeof depth !== 'number' ||
    typeof base !== 'number' ||
    typeof least !== 'number'
  ) {
    throw new TypeError('models/paraphrase.bin lacks a section');
  }
  loaded = { weights, trees: { depth, base, features, thresholds, leaves }, least };
  return loaded;
}
