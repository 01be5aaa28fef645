import { GUM_FILE, readGum } from '../language/gum.ts';
import { trainNames } from '../entity/train-names.ts';
import type { TrainingStep } from '../step.ts';

/** Names of people, places and organisations, from all of GUM's train part; after the tagger, whose tags it reads. */
export const step: TrainingStep = {
  name: 'names',
  order: 20,
  needs: [GUM_FILE],
  run({ data, seed, say }) {
    const train = readGum(data).filter((document) => document.split === 'train');
    return trainNames(train, { seed, say });
  },
};
