import { GUM_FILE, readGum } from '../language/gum.ts';
import { trainTagger } from '../language/train-tagger.ts';
import type { TrainingStep } from '../step.ts';

/** Parts of speech, from all of GUM's train part. */
export const step: TrainingStep = {
  name: 'tagger',
  order: 10,
  needs: [GUM_FILE],
  run({ data, seed, say }) {
    const train = readGum(data).filter((document) => document.split === 'train');
    return trainTagger(train, { seed, say });
  },
};
