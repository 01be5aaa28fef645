import { linkEvents } from '../../src/link/link-events.ts';
import { readEventTopics, type EventTopic } from '../../training/link/event-gold.ts';
import { ECB } from '../../training/link/story-pools.ts';
import { scoreCoreference } from '../metrics/coreference.ts';
import type { EvalResult, EvalTask } from '../task.ts';

/**
 * Events across documents on ECB+ dev, gold mentions with singletons.
 *
 * `conllF1` is within the given halves of the topics, as the baseline of the same head is usually given: two accounts that are
 * compared are of one event or its sequel. `topicConllF1` is within whole topics, where two like events (two earthquakes) have
 * to be told apart as well: the customary measure of systems.
 */
export const task: EvalTask = {
  name: 'events',
  title: 'Same event across documents (ECB+ dev, gold mentions, CoNLL F1)',
  needs: [ECB],
  run({ data, say }): EvalResult {
    const topics = readEventTopics(data ?? '', (split) => split !== 'train');
    say(`${topics.length} topics`);
    const whole = score(topics, labelsOfTopic);
    const halves = topics.flatMap(halvesOf);
    const half = score(halves, labelsOfTopic);
    return {
      figures: {
        conllF1: half.conll,
        mucF1: half.muc.f1,
        b3F1: half.b3.f1,
        ceafeF1: half.ceafe.f1,
        topicConllF1: whole.conll,
      },
      baseline: {
        name: 'same last word',
        figures: { conllF1: score(halves, lastWords).conll, topicConllF1: score(topics, lastWords).conll },
      },
      counts: {
        documents: topics.reduce((sum, { documents }) => sum + documents.length, 0),
        mentions: topics.reduce((sum, { mentions }) => sum + mentions.length, 0),
        events: topics.reduce((sum, { chains }) => sum + new Set(chains).size, 0),
      },
    };
  },
};

function score(topics: readonly EventTopic[], labelsOf: (topic: EventTopic) => string[]) {
  return scoreCoreference({
    gold: topics.flatMap(({ topic, chains }) => chains.map((chain) => `${topic}/${chain}`)),
    predicted: topics.flatMap((topic, at) => labelsOf(topic).map((label) => `${at}/${label}`)),
  });
}

function labelsOfTopic({ mentions, documents }: EventTopic): string[] {
  return [...linkEvents(mentions, documents)].map(String);
}

function lastWords({ mentions, documents }: EventTopic): string[] {
  return mentions.map(({ span, documentIndex }) => {
    const words = documents[documentIndex]?.document.text.slice(...span).split(' ') ?? [];
    return (words.at(-1) ?? '').toLowerCase();
  });
}

/** The two halves of a topic as topics of their own. */
function halvesOf({ topic, documents, mentions, chains, subtopics }: EventTopic): EventTopic[] {
  return [...new Set(subtopics)].map((half) => {
    const places = documents.flatMap((_, at) => (subtopics[at] === half ? [at] : []));
    const own = mentions.flatMap((mention, at) =>
      subtopics[mention.documentIndex] === half
        ? [
            {
              mention: { ...mention, documentIndex: places.indexOf(mention.documentIndex) },
              chain: chains[at] ?? '',
            },
          ]
        : [],
    );
    return {
      // Events that are told in both halves are one in the gold, and cannot be joined here: they count as missed.
      topic,
      documents: places.flatMap((place) => documents[place] ?? []),
      mentions: own.map(({ mention }) => mention),
      chains: own.map(({ chain }) => chain),
      subtopics: places.map(() => half),
    };
  });
}
