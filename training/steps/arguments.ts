import { join } from 'node:path';
import { encodeArgumentModel } from '../../src/attribution/attribution-models.ts';
import { prepareArticle, readAnnotated } from '../attribution/articles.ts';
import { engineSettings, TRAINING_FILES } from '../attribution/settings.ts';
import { trainArgumentStages } from '../attribution/train-engine.ts';
import type { TrainingStep } from '../step.ts';

/** Learns the source and content of a cue, and how far a found attribution can be trusted. */
export const step: TrainingStep = {
  name: 'arguments',
  order: 31,
  needs: TRAINING_FILES,
  run({ data, seed, say }) {
    const articles = TRAINING_FILES.flatMap((file) => readAnnotated(join(data, file))).map((row) =>
      prepareArticle(row),
    );
    return encodeArgumentModel(trainArgumentStages(articles, engineSettings(seed, say)));
  },
};
