import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNames } from '../../src/entity/find-names.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { DisjointSets } from '../../src/link/disjoint-sets.ts';
import type { StoryDocument } from '../../src/link/story-terms.ts';

export const NEUS = 'cross-document/neus-triples.jsonl';
export const G5 = 'cross-document/g5-articles.jsonl';
export const BASIL = 'cross-document/basil-articles.jsonl';
export const FNC_PAIRS = 'cross-document/fnc1-pairs.jsonl';
export const FNC_BODIES = 'cross-document/fnc1-bodies.jsonl';
export const ECB = 'cross-document/ecbplus.jsonl';

/** Documents of several stories that lie together, as in one folder. */
export interface StoryPool {
  readonly documents: readonly StoryDocument[];
  /** The story of each document. */
  readonly story: readonly string[];
}

interface Account {
  readonly story: string;
  readonly text: string;
}

/** NeuS: title and first sentences of three outlets' articles on each event, so many events to a pool. */
export function neusPools(data: string, split: string, storiesInPool: number): StoryPool[] {
  const stories = readRows<{
    story_id: string;
    split: string;
    articles: { title: string; text: string }[];
  }>(data, NEUS).filter((row) => row.split === split);
  // Neighbours in the file are of one season; every n-th story makes a pool of all seasons.
  const count = Math.max(1, Math.round(stories.length / storiesInPool));
  return Array.from({ length: count }, (_, pool) =>
    poolOf(
      stories
        .filter((_story, index) => index % count === pool)
        .flatMap(({ story_id, articles }) =>
          articles.map(({ title, text }) => ({ story: story_id, text: `${title}\n\n${text}` })),
        ),
    ),
  );
}

/** Giveme5W1H: whole articles on 29 events. */
export function g5Pool(data: string): StoryPool {
  const rows = readRows<{ event_id: number; title: string; text: string }>(data, G5);
  return poolOf(
    rows.map(({ event_id, title, text }) => ({
      story: String(event_id),
      text: text.startsWith(title) ? text : `${title}\n\n${text}`,
    })),
  );
}

/** BASIL: whole articles of three outlets on fifty events. */
export function basilPool(data: string): StoryPool {
  const rows = readRows<{ story_id: number; title: string; sentences: string[] }>(data, BASIL);
  return poolOf(
    rows.map(({ story_id, title, sentences }) => ({
      story: String(story_id),
      text: `${title}\n\n${sentences.join('\n\n')}`,
    })),
  );
}

/** FNC-1: articles that a common headline speaks of tell one story. */
export function fncPool(data: string): StoryPool {
  const pairs = readRows<{ split: string; stance: string; headline: string; body_id: string }>(
    data,
    FNC_PAIRS,
  ).filter(({ split, stance }) => split === 'train' && stance !== 'unrelated');
  const bodies = readRows<{ body_id: string; text: string }>(data, FNC_BODIES);
  const textOf = new Map(bodies.map(({ body_id, text }) => [body_id, text]));
  const ids = [...new Set(pairs.map(({ body_id }) => body_id))];
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const sets = new DisjointSets(ids.length);
  const firstOf = new Map<string, number>();
  for (const { headline, body_id } of pairs) {
    const number = numberOf.get(body_id) ?? 0;
    sets.join(firstOf.get(headline) ?? number, number);
    if (!firstOf.has(headline)) firstOf.set(headline, number);
  }
  return poolOf(ids.map((id, index) => ({ story: String(sets.find(index)), text: textOf.get(id) ?? '' })));
}

/** ECB+: some sentences each of articles on pairs of like events (two earthquakes, two arrests). */
export function ecbPool(data: string, split: string): StoryPool {
  const rows = readRows<{ split: string; subtopic: string; sentences: { tokens: string[] }[] }>(data, ECB);
  return poolOf(
    rows
      .filter((row) => row.split === split)
      .map(({ subtopic, sentences }) => ({
        story: subtopic,
        text: sentences.map(({ tokens }) => tokens.join(' ').replace(/ (?=[.,;:!?%)’'])/g, '')).join(' '),
      })),
  );
}

function poolOf(accounts: readonly Account[]): StoryPool {
  const documents = accounts.map(({ text }) => {
    const document = documentFromText({ text, language: 'en' });
    const language = annotateLanguage(document);
    return { document, language, names: findNames(language) };
  });
  return { documents, story: accounts.map(({ story }) => story) };
}

function readRows<Row>(data: string, file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}
