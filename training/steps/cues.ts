import { join } from 'node:path';
import { encodeCueModel } from '../../src/attribution/attribution-models.ts';
import { prepareArticle, readAnnotated } from '../attribution/articles.ts';
import { trainCues } from '../attribution/cue-training.ts';
import { engineSettings, TRAINING_FILES } from '../attribution/settings.ts';
import type { TrainingStep } from '../step.ts';

/** Learns where cues are: the first of the two models that find attributions. */
export const step: TrainingStep = {
  name: 'cues',
  order: 30,
  needs: TRAINING_FILES,
  run({ data, seed, say }) {
    const articles = TRAINING_FILES.flatMap((file) => readAnnotated(join(data, file))).map((row) =>
      prepareArticle(row),
    );
    say(`${articles.length} annotated articles`);
    return encodeCueModel(trainCues(articles, { ...engineSettings(seed, say).cues, say }));
  },
};
