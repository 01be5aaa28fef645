import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexTerms } from '../../src/learn/term.ts';
import { readEventMentions, type EventMention } from '../../src/link/event-mention.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import type { AnnotatedDocument } from '../../src/model/annotated-document.ts';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { ECB } from './story-pools.ts';

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

interface EcbDocument {
  readonly doc_id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly split: string;
  readonly sentences: readonly { readonly sent: number; readonly tokens: readonly string[] }[];
  readonly mentions: readonly {
    readonly kind: string;
    readonly chain: string;
    readonly sent: number;
    readonly tokens: readonly number[];
  }[];
}

/** Reads the topics of ECB+ of a split; as a whole story each, so that names are linked over its documents. */
export function readEventTopics(data: string, isWanted: (split: string) => boolean): EventTopic[] {
  const rows = readFileSync(join(data, ECB), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EcbDocument)
    .filter(({ split }) => isWanted(split));
  return [...new Set(rows.map(({ topic }) => topic))].map((topic) =>
    readTopic(
      topic,
      rows.filter((row) => row.topic === topic),
    ),
  );
}

function readTopic(topic: string, rows: readonly EcbDocument[]): EventTopic {
  const read = rows.map(readDocument);
  const documents = read.map(({ annotated }) => annotated);
  const { entityOf } = linkEntities(documents);
  const mentions: EventMention[] = [];
  const chains: string[] = [];
  read.forEach(({ annotated, events }, at) => {
    const index = indexTerms(annotated, entityOf[at] ?? []);
    const found = readEventMentions(
      index,
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

function readDocument(row: EcbDocument): {
  annotated: AnnotatedDocument;
  events: { spans: Span[]; chain: string }[];
} {
  let text = '';
  const placeOf = new Map<string, Span>();
  for (const { sent, tokens } of row.sentences)
    tokens.forEach((token, index) => {
      if (text !== '') text += ' ';
      placeOf.set(`${sent}/${index}`, [text.length, text.length + token.length]);
      text += token;
    });
  const document: Document = {
    id: row.doc_id,
    language: 'en',
    analysed: true,
    credits: [],
    omitted: [],
    oddities: [],
    text,
  };
  const events = row.mentions
    .filter(({ kind }) => kind === 'event')
    .map(({ chain, sent, tokens }) => ({
      chain,
      spans: tokens.flatMap((token) => {
        const place = placeOf.get(`${sent}/${token}`);
        return place ? [place] : [];
      }),
    }));
  return { annotated: annotateDocument(document), events };
}
