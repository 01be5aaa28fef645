import { describe, expect, it } from 'vitest';
import { documentFromText } from '../src/ingest/document-from-text.ts';
import { indexTerms } from '../src/learn/term.ts';
import { readEventMentions, type EventMention } from '../src/link/event-mention.ts';
import { linkEntities } from '../src/link/link-entities.ts';
import { linkEvents } from '../src/link/link-events.ts';
import type { AnnotatedDocument } from '../src/model/annotated-document.ts';
import { annotateDocument } from '../src/pipeline/annotate-document.ts';
import { marked } from './marked.ts';

/** Reads documents in which events are marked (`[A1:struck]`: event A, its first mention); mentions by event and place. */
function read(notations: readonly string[]): {
  documents: AnnotatedDocument[];
  mentions: EventMention[];
  labels: string[];
} {
  const texts = notations.map((notation) => marked(notation));
  const documents = texts.map(({ text }, at) =>
    annotateDocument({ ...documentFromText({ text, language: 'en' }), id: `d-${at}` }),
  );
  const { entityOf } = linkEntities(documents);
  const mentions: EventMention[] = [];
  const labels: string[] = [];
  texts.forEach(({ spans }, at) => {
    const document = documents[at];
    if (!document) return;
    const entries = Object.entries(spans);
    const found = readEventMentions(
      indexTerms(document, entityOf[at] ?? []),
      at,
      entries.map(([, pieces]) => pieces),
    );
    found.forEach((mention, index) => {
      if (!mention) return;
      mentions.push(mention);
      labels.push(entries[index]?.[0].charAt(0) ?? '');
    });
  });
  return { documents, mentions, labels };
}

/** Events as the program sees them: the labels of the mentions that it takes for one event. */
function eventsOf(notations: readonly string[]): string[] {
  const { documents, mentions, labels } = read(notations);
  const roots = linkEvents(mentions, documents);
  return [...new Set(roots)].map((root) => labels.filter((_, index) => roots[index] === root).join(''));
}

const QUAKE = [
  'A magnitude 6.1 earthquake [A1:struck] the Perrin valley on Monday and [B1:killed] at least 12 people in Old Sarn.',
  'At least 12 people were [B1:killed] in Old Sarn when the earthquake of magnitude 6.1 [A1:struck] the Perrin valley on Monday.',
];

describe('linkEvents', () => {
  it('joins what two accounts tell of one event, and no more', () => {
    expect(eventsOf(QUAKE).sort()).toEqual(['AA', 'BB']);
  });

  it('keeps events of one kind apart where the accounts tell other stories', () => {
    const other =
      'An earthquake of magnitude 4 [C1:shook] the island of Tavole on Thursday; a pier was [D1:damaged].';
    expect(eventsOf([...QUAKE, other]).sort()).toEqual(['AA', 'BB', 'C', 'D']);
  });

  it('reads the verb that says something as the head, and the last noun of a name', () => {
    const { mentions } = read([
      'Mayor Petra Lind [A1:made an offer] and was [B1:laughed at] at the [C1:Orsa flood].',
    ]);
    expect(mentions.map(({ lemma }) => lemma)).toEqual(['offer', 'laugh', 'flood']);
  });

  it('has no mention where there is no word, and no event without mentions', () => {
    const { documents } = read(QUAKE);
    const [document] = documents;
    expect(document && readEventMentions(indexTerms(document, []), 0, [[[1, 1]], []])).toEqual([null, null]);
    expect([...linkEvents([], documents)]).toEqual([]);
  });

  it('asks a bounded number of pairs of a document that says one thing without end', () => {
    const many = Array.from({ length: 1200 }, (_, at) => `The pier [A${at}:burned].`).join(' ');
    const { documents, mentions } = read([many]);
    expect(linkEvents(mentions, documents)).toHaveLength(1200);
  });
});
