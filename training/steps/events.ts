import { encodeEventModel } from '../../src/link/event-model.ts';
import { eventPairs } from '../../src/link/link-events.ts';
import { trainTrees } from '../attribution/train-trees.ts';
import { readEventTopics } from '../link/event-gold.ts';
import { ECB } from '../link/story-pools.ts';
import type { TrainingStep } from '../step.ts';

/** Chosen by cross-validation over the topics of ECB+ train; fewer, deeper trees do as well. */
const TREES = { trees: 150, depth: 4, rate: 0.1, leastWeight: 5 };

/** Which mentions are of one event, from the topics of ECB+ train; after the tagger, the names and the attributions. */
export const step: TrainingStep = {
  name: 'events',
  order: 60,
  needs: [ECB],
  run({ data, say }) {
    const rows: Float32Array[] = [];
    const targets: number[] = [];
    for (const { topic, documents, mentions, chains } of readEventTopics(
      data,
      (split) => split === 'train',
    )) {
      for (const { a, b, features } of eventPairs(mentions, documents)) {
        rows.push(features);
        targets.push(Number(chains[a] === chains[b]));
      }
      say(`topic ${topic}: ${rows.length} pairs so far`);
    }
    return encodeEventModel(trainTrees(rows, Uint8Array.from(targets), TREES));
  },
};
