import { mentionPairs } from '../../src/link/link-mentions.ts';
import { encodeMentionModel } from '../../src/link/mention-model.ts';
import { trainTrees } from '../attribution/train-trees.ts';
import { readEntityTopics } from '../link/entity-gold.ts';
import { ECB } from '../link/story-pools.ts';
import type { TrainingStep } from '../step.ts';

/** As for events; by cross-validation over the topics of ECB+ train more or deeper trees do no better. */
const TREES = { trees: 150, depth: 4, rate: 0.1, leastWeight: 5 };

/** Which mentions are of one entity, thing or time, from the topics of ECB+ train; after whatever reads the documents. */
export const step: TrainingStep = {
  name: 'mentions',
  order: 61,
  needs: [ECB],
  run({ data, say }) {
    const rows: Float32Array[] = [];
    const targets: number[] = [];
    for (const { topic, documents, mentions, chains } of readEntityTopics(
      data,
      (split) => split === 'train',
    )) {
      for (const { a, b, features } of mentionPairs(mentions, documents)) {
        rows.push(features);
        targets.push(Number(chains[a] === chains[b]));
      }
      say(`topic ${topic}: ${rows.length} pairs so far`);
    }
    return encodeMentionModel(trainTrees(rows, Uint8Array.from(targets), TREES));
  },
};
