import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import { ECB } from './story-pools.ts';

/** A mention as ECB+ marks it, with the entity or event that it is of. */
export interface EcbMention {
  readonly kind: 'entity' | 'event';
  readonly chain: string;
  /** One stretch for each of its tokens. */
  readonly spans: readonly Span[];
}

/** A document of ECB+: the sentences of an article that were read for marking. */
export interface EcbDocument {
  readonly document: Document;
  readonly topic: string;
  /** One of the two like events that a topic's articles tell of. */
  readonly subtopic: string;
  readonly mentions: readonly EcbMention[];
}

interface Row {
  readonly doc_id: string;
  readonly topic: string;
  readonly subtopic: string;
  readonly split: string;
  readonly sentences: readonly { readonly sent: number; readonly tokens: readonly string[] }[];
  readonly mentions: readonly {
    readonly kind: 'entity' | 'event';
    readonly chain: string;
    readonly sent: number;
    readonly tokens: readonly number[];
  }[];
}

/** The documents of some splits (`train`, `dev`), by topic. */
export function readEcb(data: string, isWanted: (split: string) => boolean): Map<string, EcbDocument[]> {
  const topics = new Map<string, EcbDocument[]>();
  for (const line of readFileSync(join(data, ECB), 'utf8').trim().split('\n')) {
    const row = JSON.parse(line) as Row;
    if (!isWanted(row.split)) continue;
    const documents = topics.get(row.topic);
    if (documents) documents.push(readRow(row));
    else topics.set(row.topic, [readRow(row)]);
  }
  return topics;
}

function readRow({ doc_id, topic, subtopic, sentences, mentions }: Row): EcbDocument {
  let text = '';
  const placeOf = new Map<string, Span>();
  for (const { sent, tokens } of sentences)
    tokens.forEach((token, index) => {
      if (text !== '') text += ' ';
      placeOf.set(`${sent}/${index}`, [text.length, text.length + token.length]);
      text += token;
    });
  const document: Document = {
    id: doc_id,
    language: 'en',
    analysed: true,
    credits: [],
    omitted: [],
    oddities: [],
    text,
  };
  return {
    document,
    topic,
    subtopic,
    mentions: mentions.map(({ kind, chain, sent, tokens }) => ({
      kind,
      chain,
      spans: tokens.map((token) => placeOf.get(`${sent}/${token}`)).filter((place) => place !== undefined),
    })),
  };
}
