import type { Document } from '../../src/model/document.ts';
import type { LanguageLayer } from '../../src/model/language-layer.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { Tagger } from '../../src/language/tagger.ts';
import { TITLES } from '../../src/entity/gazetteer/titles.ts';
import {
  MAX_NAME_FEATURES,
  nameFeatures,
  NAMES_VERSION,
  type NameInput,
} from '../../src/entity/name-features.ts';
import { mayFollow, NAME_LABELS, readNameInput } from '../../src/entity/name-tagger.ts';
import { FORBIDDEN } from '../../src/learn/chain.ts';
import { HashedLexicon, packLexicon } from '../../src/learn/hashed-lexicon.ts';
import { decodeModel, encodeModel } from '../../src/learn/model-file.ts';
import { quantise } from '../../src/learn/quantise.ts';
import { trainChain } from '../learn/chain-crf.ts';
import type { GumDocument } from '../language/gum.ts';
import { trainTagger } from '../language/train-tagger.ts';
import { packWeights } from '../learn/perceptron.ts';
import { readGazetteers } from './gazetteers.ts';
import { bareDocument } from '../../test/plain-document.ts';

export interface NamesOptions {
  readonly seed: number;
  readonly epochs?: number;
  readonly cutoff?: number;
  readonly rate?: number;
  readonly l2?: number;
  readonly smallest?: number;
  readonly say?: (line: string) => void;
}

/** Chosen on the held-out part of GUM's train. */
const EPOCHS = 4;
const CUTOFF = 2;
const RATE = 0.05;
const L2 = 1e-6;
const SMALLEST = 0.015;

/** A GUM text as a document of ours. */
export function gumDocument({ id, text }: Pick<GumDocument, 'id' | 'text'>): Document {
  return bareDocument(text, { id });
}

/** A sentence with the labels to learn, as token indices into its document's arrays. */
export interface Lesson {
  readonly input: NameInput;
  readonly gold: Uint8Array;
  readonly first: number;
  readonly end: number;
}

/** The gazetteers as the model file holds them. */
export type PackedGazetteer = ReturnType<typeof packLexicon>;

/** Trains the name tagger on GUM's names, with our own tokens and tags; returns the model file. */
export function trainNames(documents: readonly GumDocument[], options: NamesOptions): Uint8Array {
  const packed = packLexicon(readGazetteers());
  return learnNames(readLessons(documents, packed, options.seed), packed, options);
}

/** Sentences with gold labels and what features are read from. */
export function readLessons(
  documents: readonly GumDocument[],
  packed: PackedGazetteer,
  seed: number,
): Lesson[] {
  const gazetteer = new HashedLexicon(packed);
  const lessons: Lesson[] = [];
  for (const { document, tagger } of tagUnseen(documents, seed)) {
    const layer = annotateLanguage(gumDocument(document), { tagger });
    const input = readNameInput(layer, gazetteer);
    const gold = goldLabels(layer, document.names);
    for (const { firstToken, endToken } of layer.sentences)
      lessons.push({ input, gold, first: firstToken, end: endToken });
  }
  return lessons;
}

/** Learns from lessons; returns the model file. */
export function learnNames(
  lessons: readonly Lesson[],
  packed: PackedGazetteer,
  options: NamesOptions,
): Uint8Array {
  const trained = trainChain(
    {
      labels: NAME_LABELS.length,
      lengths: lessons.map(({ first, end }) => end - first),
      gold: (sequence, at) => {
        const lesson = lessons[sequence] as Lesson;
        return lesson.gold[lesson.first + at] as number;
      },
      weight: () => 1,
      allowed: mayFollow,
      features: (sequence, at, into) => {
        const { input, first, end } = lessons[sequence] as Lesson;
        return nameFeatures(input, first, end, first + at, into);
      },
    },
    {
      epochs: options.epochs ?? EPOCHS,
      cutoff: options.cutoff ?? CUTOFF,
      rate: options.rate ?? RATE,
      l2: options.l2 ?? L2,
      seed: options.seed,
      maxFeatures: MAX_NAME_FEATURES,
      ...(options.say && { say: options.say }),
    },
  );
  const { scale } = quantise(trained.emissions.weights);
  const weights = packWeights(trained.emissions, options.smallest ?? SMALLEST);
  const inUnits = (score: number): number => (score === -Infinity ? FORBIDDEN : Math.round(score / scale));
  return encodeModel({
    name: 'names',
    modelVersion: NAMES_VERSION,
    info: { labels: NAME_LABELS, scale },
    sections: {
      weightsKeys: weights.keys,
      weightsCounts: weights.counts,
      weightsLabels: weights.labels,
      weightsWeights: weights.weights,
      transitions: Int32Array.from(trained.transitions, inUnits),
      starts: Int32Array.from(trained.starts, inUnits),
      gazetteerKeys: packed.keys,
      gazetteerBits: packed.values,
    },
  });
}

/** Parts that the documents are dealt into, each tagged by a tagger that learned from the others. */
const PARTS = 3;

/**
 * Pairs each document with a tagger that has not seen it: on text that it has learned from, a tagger makes a third of the
 * mistakes that it makes elsewhere, and names would be learned to trust it too far.
 */
function* tagUnseen(
  documents: readonly GumDocument[],
  seed: number,
): Generator<{ document: GumDocument; tagger: Tagger }> {
  for (let part = 0; part < PARTS; part++) {
    const rest = documents.filter((_, index) => index % PARTS !== part);
    const tagger = new Tagger(decodeModel(trainTagger(rest, { seed }), { name: 'tagger' }));
    for (const [index, document] of documents.entries())
      if (index % PARTS === part) yield { document, tagger };
  }
}

/** GUM's names as labels of our tokens; a token that a name covers in part is the name's. */
export function goldLabels(layer: LanguageLayer, names: GumDocument['names']): Uint8Array {
  const { tokens, sentences } = layer;
  const labels = new Uint8Array(tokens.count);
  let token = 0;
  for (const [start, end, type] of [...names].sort((a, b) => a[0] - b[0])) {
    while (token < tokens.count && (tokens.end[token] as number) <= start) token++;
    let last = token;
    while (last < tokens.count && (tokens.start[last] as number) < end) last++;
    if (last === token) continue;
    const begin = NAME_LABELS.indexOf(`B-${type}`);
    const titleEnd = type === 'PER' ? endOfTitle(layer, token, last) : token;
    for (let at = token; at < last; at++) {
      const opens = at === titleEnd || sentences[tokens.sentence[at] as number]?.firstToken === at;
      labels[at] = at < titleEnd ? NAME_LABELS.indexOf('TITLE') : opens ? begin : begin + 1;
    }
    token = last;
  }
  return labels;
}

/** Where the name proper begins in a person's name that GUM writes with its title. */
function endOfTitle(layer: LanguageLayer, first: number, end: number): number {
  for (let token = end - 1; token >= first; token--) {
    const word = layer.tokens.word[token] as string;
    if (!TITLES.has(word.toLowerCase().replace(/\.$/, ''))) continue;
    const next = layer.tokens.word[token + 1];
    if (token + 1 === end || (next !== undefined && /^\p{Lu}/u.test(next))) return token + 1;
  }
  return first;
}
