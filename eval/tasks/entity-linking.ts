import { linkMentions } from '../../src/link/link-mentions.ts';
import { readEntityTopics, type EntityTopic } from '../../training/link/entity-gold.ts';
import { ECB } from '../../training/link/story-pools.ts';
import { scoreCoreference } from '../metrics/coreference.ts';
import type { EvalTask } from '../task.ts';

/**
 * Entities across documents on ECB+ dev: whom, what, where and when; gold mentions with singletons, each topic a story.
 *
 * `conllF1` is what `linkMentions` makes of the mentions. `namesPrecision` and `namesRecall` are those of a dossier's own
 * entities (`linkEntities`): of two mentions that belong to one named entity how many pairs should, and of two names that
 * should how many do.
 */
export const task: EvalTask = {
  name: 'entity-linking',
  title: 'Same entity across documents (ECB+ dev, gold mentions, CoNLL F1)',
  needs: [ECB],
  run({ data, say }) {
    const topics = readEntityTopics(data ?? '', (split) => split === 'dev');
    say(`${topics.length} topics`);
    const scores = score(topics, ({ mentions, documents }) =>
      [...linkMentions(mentions, documents)].map(String),
    );
    return {
      figures: {
        conllF1: scores.conll,
        mucF1: scores.muc.f1,
        b3F1: scores.b3.f1,
        ceafeF1: scores.ceafe.f1,
        ...scoreNames(topics),
      },
      baseline: {
        name: 'same last word in a topic',
        figures: { conllF1: score(topics, lastWords).conll },
      },
      counts: {
        documents: topics.reduce((sum, { documents }) => sum + documents.length, 0),
        mentions: topics.reduce((sum, { mentions }) => sum + mentions.length, 0),
        entities: topics.reduce((sum, { chains }) => sum + new Set(chains).size, 0),
      },
    };
  },
};

function score(topics: readonly EntityTopic[], labelsOf: (topic: EntityTopic) => string[]) {
  return scoreCoreference({
    gold: topics.flatMap(({ topic, chains }) => chains.map((chain) => `${topic}/${chain}`)),
    predicted: topics.flatMap((topic) => labelsOf(topic).map((label) => `${topic.topic}/${label}`)),
  });
}

function lastWords({ mentions, documents }: EntityTopic): string[] {
  return mentions.map(({ span, documentIndex }) => {
    const words = documents[documentIndex]?.document.text.slice(...span).split(' ') ?? [];
    return (words.at(-1) ?? '').toLowerCase();
  });
}

function scoreNames(topics: readonly EntityTopic[]): { namesPrecision: number; namesRecall: number } {
  let [together, predicted, gold] = [0, 0, 0];
  for (const { mentions, chains } of topics) {
    const names = mentions
      .map(({ form, kind, entity }, index) => ({ form, kind, entity, chain: chains[index] }))
      .filter(({ form, kind }) => form === 'name' && kind !== 'time');
    names.forEach((a, at) => {
      for (const b of names.slice(at + 1)) {
        const isOne = a.entity !== undefined && a.entity === b.entity;
        if (isOne) predicted++;
        if (a.chain === b.chain) gold++;
        if (isOne && a.chain === b.chain) together++;
      }
    });
  }
  return { namesPrecision: together / predicted, namesRecall: together / gold };
}
