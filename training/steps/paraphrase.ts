import { encodeModel } from '../../src/learn/model-file.ts';
import { PARAPHRASE_VERSION } from '../../src/learn/paraphrase.ts';
import { WORDING_FEATURES } from '../../src/learn/wording-features.ts';
import { trainParaphrase } from '../semantics/train-paraphrase.ts';
import { featuresOf, MSRP, readRows } from '../semantics/wording-pairs.ts';
import type { TrainingStep } from '../step.ts';

interface Row {
  readonly split: string;
  readonly label: number;
  readonly a: string;
  readonly b: string;
}

/** Learns from judged pairs of news sentences (MSRP) which wordings mean the same. */
export const step: TrainingStep = {
  name: 'paraphrase',
  order: 30,
  needs: [MSRP],
  run({ data, say }) {
    const pairs = readRows<Row>(data, MSRP)
      .filter(({ split }) => split === 'train')
      .map(({ a, b, label }) => ({ features: featuresOf(a, b), same: label === 1 }));
    const { weights, trees, least, accuracy } = trainParaphrase(pairs);
    say(`${pairs.length} pairs, cross-validated accuracy ${accuracy.toFixed(3)} from ${least} on`);
    return encodeModel({
      name: 'paraphrase',
      modelVersion: PARAPHRASE_VERSION,
      info: { least, depth: trees.depth, base: trees.base, features: [...WORDING_FEATURES] },
      sections: { weights, features: trees.features, thresholds: trees.thresholds, leaves: trees.leaves },
    });
  },
};
