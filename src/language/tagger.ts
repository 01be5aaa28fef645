import { UPOS, type Upos } from '../model/language-layer.ts';
import { HashedLexicon } from '../learn/hashed-lexicon.ts';
import { loadModel } from '../learn/load-model.ts';
import type { LoadedModel } from '../learn/model-file.ts';
import { argmax, SparseWeights, sparseSections } from '../learn/sparse-weights.ts';
import { SHAPE, type TokenHashes } from '../learn/token-hashes.ts';
import { MAX_TAGGER_FEATURES, TAGGER_VERSION, taggerFeatures, type TaggerInput } from './tagger-features.ts';

/** What the tagger's model says of itself. */
interface TaggerInfo {
  /** `NOUN NN`: a tag of each kind, in the order of the labels. */
  readonly labels: readonly string[];
  /** Penn tags of each dictionary class, in small letters and, behind the slash, capitalised: `NN|VB/n`. */
  readonly classes: readonly string[];
}

/** Bits of what the dictionary knows a word as. */
export const KNOWN = {
  /** It has an entry in small letters. */
  small: 1,
  /** Base form of a verb. */
  verb: 2,
  /** Adjective or adverb in its positive form. */
  adjective: 4,
} as const;

/** Sum of {@link KNOWN} bits for the word with this hash (of `hashLowerWord`); 0 when the dictionary has it not. */
export type KnownAs = (hash: number) => number;

/**
 * Tags parts of speech: a greedy averaged perceptron over hashed features, with a dictionary of which tags a word can have.
 */
export class Tagger {
  readonly #weights: SparseWeights;
  readonly #lexicon: HashedLexicon;
  /** Words that had one label only, many times, in training: their label + 1. They are not scored. */
  readonly #fixed: HashedLexicon;
  readonly #upos: Uint8Array;
  readonly #penn: readonly string[];
  /** Labels that a token without letters and digits can have. */
  readonly #marks: readonly number[];
  /** {@link KNOWN} bits of each dictionary class. */
  readonly #known: Uint8Array;

  constructor(model: LoadedModel) {
    const { labels, classes } = model.info as unknown as TaggerInfo;
    this.#weights = new SparseWeights(sparseSections(model.sections, 'weights'));
    this.#lexicon = new HashedLexicon({
      keys: model.sections['lexiconKeys'] as Uint8Array,
      values: model.sections['lexiconClasses'] as Uint8Array,
    });
    this.#fixed = new HashedLexicon({
      keys: model.sections['fixedKeys'] as Uint8Array,
      values: model.sections['fixedLabels'] as Uint8Array,
    });
    this.#upos = Uint8Array.from(labels, (label) => UPOS.indexOf(label.split(' ')[0] as Upos));
    this.#penn = labels.map((label) => label.split(' ')[1] as string);
    this.#marks = labels.flatMap((label, index) => (/^(?:PUNCT|SYM) /.test(label) ? [index] : []));
    this.#known = Uint8Array.from(
      ['', ...classes],
      (tags) =>
        (/^[A-Z]/.test(tags) ? KNOWN.small : 0) +
        (/\bVBP?\b/.test(tags) ? KNOWN.verb : 0) +
        (/\b(?:JJ|RB)\b/.test(tags) ? KNOWN.adjective : 0),
    );
  }

  /** The tagger of this package; its model is read when it is first asked for. */
  static load(): Tagger {
    return (Tagger.#loaded ??= new Tagger(loadModel('tagger', TAGGER_VERSION)));
  }
  static #loaded: Tagger | undefined;

  /** What the dictionary knows a word as. */
  readonly knows: KnownAs = (hash) => this.#known[this.#lexicon.valueOf(hash)] as number;

  /**
   * Tags the tokens of a document.
   *
   * @param ends - one past the last token of each sentence.
   * @returns the index into `UPOS` and the Penn tag of each token.
   */
  tag(hashes: TokenHashes, ends: readonly number[]): { upos: Uint8Array; penn: string[] } {
    const { count, lower } = hashes;
    const fixed = this.#fixed;
    const classes = new Uint8Array(count);
    for (let token = 0; token < count; token++)
      classes[token] = this.#lexicon.valueOf(lower[token] as number);
    const input = { hashes, classes };
    const labels = new Uint8Array(count);
    const features = new Int32Array(MAX_TAGGER_FEATURES);
    const scores = new Int32Array(this.#penn.length);
    const penn: string[] = [];
    const upos = new Uint8Array(count);
    let first = 0;
    for (const end of ends) {
      for (let token = first; token < end; token++) {
        let label = fixed.valueOf(lower[token] as number) - 1;
        if (label < 0) label = this.#choose(input, first, end, token, labels, features, scores);
        labels[token] = label;
        upos[token] = this.#upos[label] as number;
        penn.push(this.#penn[label] as string);
      }
      first = end;
    }
    return { upos, penn };
  }

  #choose(
    input: TaggerInput,
    first: number,
    end: number,
    token: number,
    labels: Uint8Array,
    features: Int32Array,
    scores: Int32Array,
  ): number {
    const found = taggerFeatures(input, first, end, token, labels, features);
    scores.fill(0);
    this.#weights.addAll(scores, features, found);
    const isMark = ((input.hashes.flags[token] as number) & (SHAPE.letter | SHAPE.digit)) === 0;
    return isMark ? this.#bestMark(scores) : argmax(scores);
  }

  #bestMark(scores: Int32Array): number {
    let best = this.#marks[0] as number;
    for (const label of this.#marks) if ((scores[label] as number) > (scores[best] as number)) best = label;
    return best;
  }
}
