import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { Document } from '../../src/model/document.ts';
import type { LanguageLayer } from '../../src/model/language-layer.ts';
import { AlignmentIndex } from '../../src/trace/align-outlines.ts';
import { measureLikeness, type Likeness } from '../../src/trace/compare-documents.ts';
import { findCandidates } from '../../src/trace/find-candidates.ts';
import { outlineDocument, type Outline } from '../../src/trace/outline.ts';
import { Vocabulary } from '../../src/trace/vocabulary.ts';

/** Two documents of which people, or the program that made one from the other, said whether one text comes from the other. */
export interface ReusePair {
  /** `articles`: real articles, compared within their whole collection; `alone`: the same with nothing else at hand; `edits`:
   * real articles and copies with a wire desk's edits; `retold`: texts made of sentences and their paraphrases. */
  readonly set: 'articles' | 'alone' | 'edits' | 'retold';
  /** Pairs of one event or one source stay together when the data is parted. */
  readonly group: string;
  readonly kind: string;
  readonly derived: boolean;
  /** Whether the search for candidates brings the two together. */
  readonly candidate: boolean;
  readonly likeness: Likeness;
  /** Share of the shorter text's runs of five words that the other one has. */
  readonly containment: number;
}

export const REUSE_DATA: readonly string[] = [
  'cross-document/g5-articles.jsonl',
  'cross-document/g5-reuse-pairs.jsonl',
  'cross-document/synth-wire-edits.jsonl',
  'cross-document/msrp.jsonl',
];

/** Reads the development pairs and measures what each has in common. */
export function readReusePairs(data: string): ReusePair[] {
  return [...articlePairs(data), ...editPairs(data), ...retoldPairs(data)];
}

/** Reads a file of JSON lines below the data folder. */
export function readRows<T>(data: string, file: string): T[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** A document with nothing known but its text. */
export function bareDocument(id: string, text: string, title?: string): Document {
  const document = { id, text, language: 'en', analysed: true, credits: [], omitted: [], oddities: [] };
  return title === undefined ? document : { ...document, title };
}

type Text = readonly [document: Document, layer: LanguageLayer];

const annotate = (id: string, text: string): Text => {
  const document = bareDocument(id, text);
  return [document, annotateLanguage(document)];
};

function* articlePairs(data: string): Generator<ReusePair> {
  const articles = readRows<{ doc_id: string; text: string }>(data, 'cross-document/g5-articles.jsonl');
  const pairs = readRows<{ a: string; b: string; event_a: number; kind: string; derived: boolean }>(
    data,
    'cross-document/g5-reuse-pairs.jsonl',
  );
  const texts = new Map(articles.map(({ doc_id, text }) => [doc_id, annotate(doc_id, text)]));
  const vocabulary = new Vocabulary();
  const outlines = [...texts.values()].map(([document, layer]) =>
    outlineDocument(document, layer, vocabulary),
  );
  const byId = new Map(outlines.map((outline) => [outline.document.id, outline]));
  const weights = vocabulary.weights();
  const candidates = new Set(
    findCandidates(outlines, vocabulary).map(({ a, b }) => key(outlines[a], outlines[b])),
  );
  for (const { a, b, event_a, kind, derived } of pairs) {
    const [first, second] = [byId.get(a), byId.get(b)];
    const [textA, textB] = [texts.get(a), texts.get(b)];
    if (!first || !second || !textA || !textB) continue;
    const known = { group: `event ${event_a}`, kind, derived, containment: containmentOf(first, second) };
    const likeness = compare(first, second, weights);
    yield { set: 'articles', ...known, candidate: candidates.has(key(first, second)), likeness };
    yield { set: 'alone', ...known, ...compareAlone(textA, textB) };
  }
}

const key = (a: Outline | undefined, b: Outline | undefined): string =>
  [a?.document.id ?? '', b?.document.id ?? ''].sort().join(' ');

function* editPairs(data: string): Generator<ReusePair> {
  type Row = {
    pair_id: string;
    source_doc?: string;
    source: string;
    copy: string;
    level: string;
    derived: boolean;
  };
  for (const row of readRows<Row>(data, 'cross-document/synth-wire-edits.jsonl')) {
    yield {
      set: 'edits',
      group: `source ${row.source_doc ?? row.pair_id}`,
      kind: row.level,
      derived: row.derived,
      containment: 0,
      ...compareAlone(annotate('source', row.source), annotate('copy', row.copy)),
    };
  }
}

const RETOLD_TEXTS = 100;
/** Paraphrases that share more words than this (Jaccard) are all but copies. */
const MOST_WORDS_IN_COMMON = 0.55;

/** Texts of 5 to 13 sentences and their paraphrases in the same order, some left out, with other sentences before or after. */
function* retoldPairs(data: string): Generator<ReusePair> {
  const paraphrases = readRows<{ a: string; b: string; label: number }>(
    data,
    'cross-document/msrp.jsonl',
  ).filter(({ a, b, label }) => label === 1 && jaccard(a, b) < MOST_WORDS_IN_COMMON);
  const random = seeded(7);
  const pick = (): { a: string; b: string } =>
    paraphrases[Math.floor(random() * paraphrases.length)] ?? { a: '', b: '' };
  for (let i = 0; i < RETOLD_TEXTS; i++) {
    const told = Array.from({ length: 5 + Math.floor(random() * 9) }, pick);
    const first = told.map(({ a }) => a);
    const second = told.filter(() => random() > 0.15).map(({ b }) => b);
    for (let more = Math.floor(random() * 14); more > 0; more--)
      first.splice(random() < 0.5 ? first.length : 0, 0, pick().a);
    for (let more = Math.floor(random() * 14); more > 0; more--)
      second.splice(random() < 0.5 ? second.length : 0, 0, pick().b);
    yield {
      set: 'retold',
      group: `retold ${i}`,
      kind: 'retold',
      derived: true,
      containment: 0,
      ...compareAlone(annotate('told', first.join('\n')), annotate('retold', second.join('\n'))),
    };
  }
}

function compareAlone(a: Text, b: Text): Pick<ReusePair, 'candidate' | 'likeness'> {
  const vocabulary = new Vocabulary();
  const first = outlineDocument(...a, vocabulary);
  const second = outlineDocument(...b, vocabulary);
  return {
    candidate: findCandidates([first, second], vocabulary).length > 0,
    likeness: compare(first, second, vocabulary.weights()),
  };
}

const compare = (a: Outline, b: Outline, weights: Float32Array): Likeness =>
  measureLikeness(a, b, new AlignmentIndex(a, weights).alignWith(b), weights);

const GRAM = 5;

function containmentOf(a: Outline, b: Outline): number {
  const [fewer, more] = [gramsOf(a), gramsOf(b)].sort((x, y) => x.size - y.size);
  if (!fewer || !more || fewer.size === 0) return 0;
  return [...fewer].filter((gram) => more.has(gram)).length / fewer.size;
}

function gramsOf({ document: { text } }: Outline): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(GRAM - 1).map((_, i) => words.slice(i, i + GRAM).join(' ')));
}

function jaccard(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => new Set(text.toLowerCase().match(/[a-z0-9]+/g)));
  const both = [...(x ?? [])].filter((word) => y?.has(word)).length;
  return both / ((x?.size ?? 0) + (y?.size ?? 0) - both);
}

/** A linear congruential generator: enough to shuffle sentences, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
