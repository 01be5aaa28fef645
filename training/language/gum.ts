import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of GUM as the data folder holds it; spans are `[start, end)`. */
export interface GumDocument {
  readonly id: string;
  readonly genre: string;
  readonly split: 'train' | 'dev';
  readonly text: string;
  /** Start, end, whether a paragraph starts. */
  readonly sentences: readonly (readonly [number, number, number])[];
  readonly tokens: readonly GumToken[];
  /** Start, end, type, new or given, chain, link, Wikipedia, head. */
  readonly mentions: readonly (readonly [
    number,
    number,
    string,
    string,
    string,
    string,
    string | null,
    number,
  ])[];
  readonly names: readonly (readonly [number, number, 'PER' | 'LOC' | 'ORG'])[];
}

/** Start, end, lemma, UPOS, Penn tag, head, relation, sentence. */
export type GumToken = readonly [number, number, string, string, string, number, string, number];

export const GUM_FILE = 'gum/gum.jsonl';

/** All documents, by id. */
export function readGum(data: string): GumDocument[] {
  return readFileSync(join(data, GUM_FILE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GumDocument)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Of every genre's training documents, sorted by id, each eighth (from the fourth) chooses hyperparameters. */
const EVERY = 8;
const FROM = 3;

/**
 * The documents to learn from, and those to judge by.
 *
 * @param judge - `dev`: all of train against the 22 documents of dev. `held-out`: train without every eighth document of each
 *   genre against those; what hyperparameters are chosen on.
 */
export function splitGum(
  documents: readonly GumDocument[],
  judge: 'dev' | 'held-out',
): { train: GumDocument[]; judge: GumDocument[] } {
  const train = documents.filter((document) => document.split === 'train');
  if (judge === 'dev') return { train, judge: documents.filter((document) => document.split === 'dev') };
  const seen = new Map<string, number>();
  const held = new Set<GumDocument>();
  for (const document of train) {
    const index = seen.get(document.genre) ?? 0;
    seen.set(document.genre, index + 1);
    if (index % EVERY === FROM) held.add(document);
  }
  return { train: train.filter((document) => !held.has(document)), judge: [...held] };
}
