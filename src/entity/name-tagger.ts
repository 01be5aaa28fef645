import type { LanguageLayer } from '../model/language-layer.ts';
import { ChainDecoder, type Chain } from '../learn/chain.ts';
import { HashedLexicon } from '../learn/hashed-lexicon.ts';
import { loadModel } from '../learn/load-model.ts';
import type { LoadedModel } from '../learn/model-file.ts';
import { SparseWeights, sparseSections } from '../learn/sparse-weights.ts';
import { hashTokens, SHAPE, type TokenHashes } from '../learn/token-hashes.ts';
import { matchGazetteer, type GazetteerMatches } from './gazetteer/gazetteer.ts';
import {
  documentCase,
  markTitles,
  MAX_NAME_FEATURES,
  nameFeatures,
  NAMES_VERSION,
  type NameInput,
} from './name-features.ts';

/** Labels of the chain. A title ("President") stands before a person's name and is no part of it. */
export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'TITLE'] as const;

/** Whether a label may follow another; -1 stands for the beginning of the sentence. */
export function mayFollow(from: number, to: number): boolean {
  const label = NAME_LABELS[to] as string;
  if (!label.startsWith('I-')) return true;
  const before = from < 0 ? 'O' : (NAME_LABELS[from] as string);
  return before.slice(2) === label.slice(2) && before.length === label.length;
}

const PENN_TAGS =
  "NN IN NNP DT JJ , NNS . RB PRP CC VB VBZ VBD VBP VBN CD VBG TO PRP$ MD : -LRB- -RRB- WDT HYPH WRB UH POS NNPS WP '' `` RP JJR EX RBR FW JJS SYM RBS PDT $ LS GW WP$".split(
    ' ',
  );
const NUMBER_OF_TAG: ReadonlyMap<string, number> = new Map(PENN_TAGS.map((tag, index) => [tag, index + 1]));

/** What was read off a document to find its names. */
export interface NameTagging {
  /** Index into {@link NAME_LABELS} for each token. */
  readonly labels: Uint8Array;
  readonly input: NameInput;
}

/** Finds names with a conditional random field over hashed features and gazetteers. */
export class NameTagger {
  readonly #decoder: ChainDecoder;
  readonly #gazetteer: HashedLexicon;

  constructor(model: LoadedModel) {
    const chain: Chain = {
      labels: NAME_LABELS.length,
      weights: new SparseWeights(sparseSections(model.sections, 'weights')),
      transitions: model.sections['transitions'] as Int32Array,
      starts: model.sections['starts'] as Int32Array,
    };
    this.#decoder = new ChainDecoder(chain);
    this.#gazetteer = new HashedLexicon({
      keys: model.sections['gazetteerKeys'] as Uint8Array,
      values: model.sections['gazetteerBits'] as Uint8Array,
    });
  }

  /** The name tagger of this package; its model is read when it is first asked for. */
  static load(): NameTagger {
    return (NameTagger.#loaded ??= new NameTagger(loadModel('names', NAMES_VERSION)));
  }
  static #loaded: NameTagger | undefined;

  tag(layer: LanguageLayer): NameTagging {
    const input = readNameInput(layer, this.#gazetteer);
    const labels = new Uint8Array(layer.tokens.count);
    const buffer = new Int32Array(MAX_NAME_FEATURES);
    for (const { firstToken, endToken } of layer.sentences) {
      this.#decoder.decode(
        endToken - firstToken,
        (at, into) =>
          input.near[firstToken + at] === 0
            ? -1
            : nameFeatures(input, firstToken, endToken, firstToken + at, into),
        buffer,
        labels,
        firstToken,
      );
    }
    return { labels, input };
  }
}

/** Share of capitalised words from which a sentence is taken for a headline. */
const HEADLINE_SHARE = 0.7;
const MIN_HEADLINE_WORDS = 4;

/** Reads what the features ask of a document's tokens. */
export function readNameInput(layer: LanguageLayer, gazetteer: HashedLexicon): NameInput {
  const { text, tokens, sentences } = layer;
  const hashes = hashTokens(text, tokens.start, tokens.end, tokens.count);
  const headline = new Uint8Array(tokens.count);
  const opens = new Uint8Array(tokens.count);
  const ends: number[] = [];
  for (const { firstToken, endToken, kind } of sentences) {
    ends.push(endToken);
    opens[firstToken] = 1;
    if (kind !== 'sentence' || isInCapitals(hashes, firstToken, endToken)) {
      headline.fill(1, firstToken, endToken);
      opens.fill(1, firstToken, endToken);
    }
  }
  const tag = new Uint8Array(tokens.count);
  for (let token = 0; token < tokens.count; token++)
    tag[token] = NUMBER_OF_TAG.get(tokens.penn[token] as string) ?? 0;
  const matches: GazetteerMatches = matchGazetteer(gazetteer, hashes, ends);
  const elsewhere = documentCase(hashes, opens);
  return {
    hashes,
    tag,
    gazetteer: matches,
    elsewhere,
    headline,
    title: markTitles(hashes),
    near: nearCapitals(hashes),
  };
}

/** How far from a capital a name's small words stand: Ministry of Foreign and European Affairs. */
const REACH = 2;

/** 1 for tokens that a name can hold: those within {@link REACH} of a capital. The rest, two in five, need no features. */
function nearCapitals({ count, flags }: TokenHashes): Uint8Array {
  const near = new Uint8Array(count);
  for (let token = 0; token < count; token++) {
    if (((flags[token] as number) & SHAPE.capital) === 0) continue;
    near.fill(1, Math.max(0, token - REACH), Math.min(count, token + REACH + 1));
  }
  return near;
}

function isInCapitals({ flags }: TokenHashes, first: number, end: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let token = first; token < end; token++) {
    const flag = flags[token] as number;
    if ((flag & SHAPE.letter) === 0) continue;
    words++;
    if (flag & SHAPE.capital) capitals++;
  }
  return words >= MIN_HEADLINE_WORDS && capitals / words >= HEADLINE_SHARE;
}
