import { indexTerms } from '../../src/learn/term.ts';
import { readEventMentions, type EventMention } from '../../src/link/event-mention.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import type { AnnotatedDocument } from '../../src/model/annotated-document.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { readEcb, type EcbDocument } from './ecb.ts';

/** One topic of ECB+: articles on two like events, with the gold mentions of events. */
export interface EventTopic {
  readonly topic: string;
  readonly documents: readonly AnnotatedDocument[];
  readonly mentions: readonly EventMention[];
  /** The event of each mention. */
  readonly chains: readonly string[];
  /** The half of the topic (one of the two like events) of each document. */
  readonly subtopics: readonly string[];
}

/** Reads the topics of ECB+ of a split; as a whole story each, so that names are linked over its documents. */
export function readEventTopics(data: string, isWanted: (split: string) => boolean): EventTopic[] {
  return [...readEcb(data, isWanted)].map(([topic, rows]) => readTopic(topic, rows));
}

function readTopic(topic: string, rows: readonly EcbDocument[]): EventTopic {
  const documents = rows.map(({ document }) => annotateDocument(document));
  const { entityOf } = linkEntities(documents);
  const mentions: EventMention[] = [];
  const chains: string[] = [];
  rows.forEach((row, at) => {
    const annotated = documents[at];
    if (!annotated) return;
    const events = row.mentions.filter(({ kind }) => kind === 'event');
    const found = readEventMentions(
      indexTerms(annotated, entityOf[at] ?? []),
      at,
      events.map(({ spans }) => spans),
    );
    found.forEach((mention, event) => {
      if (!mention) return;
      mentions.push(mention);
      chains.push(events[event]?.chain ?? '');
    });
  });
  return { topic, documents, mentions, chains, subtopics: rows.map(({ subtopic }) => subtopic) };
}
