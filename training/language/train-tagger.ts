import { packLexicon, HashedLexicon } from '../../src/learn/hashed-lexicon.ts';
import { encodeModel } from '../../src/learn/model-file.ts';
import { hashTokens } from '../../src/learn/token-hashes.ts';
import { TAGGER_VERSION, taggerFeatures, type TaggerInput } from '../../src/language/tagger-features.ts';
import { packWeights, trainPerceptron } from '../learn/perceptron.ts';
import type { GumDocument, GumToken } from './gum.ts';
import { readTagDictionary } from './tagger-lexicon.ts';

export interface TaggerOptions {
  readonly seed: number;
  readonly epochs?: number;
  readonly cutoff?: number;
  /** Weights below this share of the largest are left out. */
  readonly smallest?: number;
  readonly say?: (line: string) => void;
}

/** Chosen on the held-out part of GUM's train: 6 to 10 passes and a cut-off of 2 or 3 differ by less than .2. */
const EPOCHS = 6;
const CUTOFF = 3;
const SMALLEST = 0.01;
/** A pair of tags that is rarer is a slip or a typo; the token then counts as the commonest pair with its UPOS. */
const MIN_LABEL_COUNT = 3;

/** A sentence, as token indices into its document's arrays. */
interface Lesson {
  readonly input: TaggerInput;
  readonly gold: Uint8Array;
  readonly first: number;
  readonly end: number;
}

/** Trains the tagger on GUM's own tokens; returns the model file. */
export function trainTagger(documents: readonly GumDocument[], options: TaggerOptions): Uint8Array {
  const labelCounts = new Map<string, number>();
  const wordCounts = new Map<string, number>();
  for (const document of documents) {
    for (const token of document.tokens) {
      const label = `${token[3]} ${token[4]}`;
      labelCounts.set(label, (labelCounts.get(label) ?? 0) + 1);
      const word = document.text.slice(token[0], token[1]).toLowerCase();
      wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
    }
  }
  const labels = [...labelCounts]
    .filter(([, count]) => count >= MIN_LABEL_COUNT)
    .map(([label]) => label)
    .sort();
  const numberOf = new Map(labels.map((label, index) => [label, index]));
  const fallback = new Map<string, number>();
  for (const label of [...labels].sort((a, b) => (labelCounts.get(b) ?? 0) - (labelCounts.get(a) ?? 0))) {
    const upos = label.split(' ')[0] as string;
    if (!fallback.has(upos)) fallback.set(upos, numberOf.get(label) as number);
  }

  const dictionary = readTagDictionary((word) => wordCounts.get(word) ?? 0);
  const packed = packLexicon(dictionary.entries);
  const lexicon = new HashedLexicon(packed);

  const goldOf = (token: GumToken): number =>
    numberOf.get(`${token[3]} ${token[4]}`) ?? fallback.get(token[3]) ?? 0;
  const packedFixed = packLexicon(findFixedWords(documents, goldOf));
  const fixedWords = new HashedLexicon(packedFixed);
  const sentences: Lesson[] = [];
  for (const document of documents) {
    const { tokens } = document;
    const hashes = hashTokens(
      document.text,
      tokens.map((token) => token[0]),
      tokens.map((token) => token[1]),
      tokens.length,
    );
    const input = { hashes, classes: Uint8Array.from(hashes.lower, (hash) => lexicon.valueOf(hash)) };
    const gold = Uint8Array.from(tokens, goldOf);
    let first = 0;
    for (let token = 1; token <= tokens.length; token++) {
      if (token < tokens.length && tokens[token]?.[7] === tokens[first]?.[7]) continue;
      sentences.push({ input, gold, first, end: token });
      first = token;
    }
  }
  const longest = Math.max(0, ...documents.map((document) => document.tokens.length));
  const history = new Uint8Array(longest);
  const trained = trainPerceptron(
    {
      labels: labels.length,
      lengths: sentences.map((sentence) => sentence.end - sentence.first),
      gold: (index, at) => {
        const { gold, first } = sentences[index] as Lesson;
        return gold[first + at] as number;
      },
      fixed: (index, at) => {
        const { input, first } = sentences[index] as Lesson;
        return fixedWords.valueOf(input.hashes.lower[first + at] as number) - 1;
      },
      features: (index, at, local, into) => {
        const { input, first, end } = sentences[index] as Lesson;
        if (at > 0) history[first + at - 1] = local[at - 1] as number;
        if (at > 1) history[first + at - 2] = local[at - 2] as number;
        return taggerFeatures(input, first, end, first + at, history, into);
      },
    },
    {
      epochs: options.epochs ?? EPOCHS,
      cutoff: options.cutoff ?? CUTOFF,
      seed: options.seed,
      ...(options.say && { say: options.say }),
    },
  );
  const weights = packWeights(trained, options.smallest ?? SMALLEST);
  return encodeModel({
    name: 'tagger',
    modelVersion: TAGGER_VERSION,
    info: { labels, classes: dictionary.classes },
    sections: {
      weightsKeys: weights.keys,
      weightsCounts: weights.counts,
      weightsLabels: weights.labels,
      weightsWeights: weights.weights,
      fixedKeys: packedFixed.keys,
      fixedLabels: packedFixed.values,
      lexiconKeys: packed.keys,
      lexiconClasses: packed.values,
    },
  });
}

/** A word that had one label this often, and no other, is not scored. */
const MIN_FIXED_COUNT = 40;

/** Words of one label: *the*, *of*, the comma. About a quarter of the tokens of news. */
function findFixedWords(
  documents: readonly GumDocument[],
  goldOf: (token: GumToken) => number,
): [hash: number, value: number][] {
  const seen = new Map<number, { label: number; count: number }>();
  for (const { text, tokens } of documents) {
    const { lower } = hashTokens(
      text,
      tokens.map((token) => token[0]),
      tokens.map((token) => token[1]),
      tokens.length,
    );
    for (const [index, token] of tokens.entries()) {
      const word = lower[index] as number;
      const label = goldOf(token);
      const known = seen.get(word);
      if (known === undefined) seen.set(word, { label, count: 1 });
      else if (known.label === label) known.count++;
      else known.label = -1;
    }
  }
  return [...seen]
    .filter(([, { label, count }]) => label >= 0 && count >= MIN_FIXED_COUNT)
    .map(([word, { label }]) => [word, label + 1]);
}
