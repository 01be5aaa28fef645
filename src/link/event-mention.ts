import type { LanguageLayer } from '../model/language-layer.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import { foldWord } from '../text/fold-word.ts';
import { predicateClasses } from '../text/predicate-class.ts';

/** Words that tell of something that happens, read for comparison with those of other documents. */
export interface EventMention {
  readonly documentIndex: number;
  readonly span: Span;
  /** Lemma of the head: the verb that says something, else the last noun. */
  readonly lemma: string;
  readonly key: string;
  /** Row of the head among the word vectors, -1 for none, and its place by frequency. */
  readonly row: number;
  readonly rank: number;
  readonly isVerb: boolean;
  readonly classes: readonly number[];
  /** Keys of all words that say something. */
  readonly words: ReadonlySet<string>;
  readonly negated: boolean;
  /** Terms of the sentence outside the mention, and those that stand nearest on either side, the nearest first. */
  readonly around: readonly Term[];
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

const TAG = { verb: UPOS.indexOf('VERB'), nouns: [UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN')] };
const CONTENT_TAGS: readonly number[] = [...TAG.nouns, TAG.verb, UPOS.indexOf('ADJ')];
/** Verbs that leave it to their noun what happens: "made an offer". */
const LIGHT = new Set('be have do make take get give go come begin start continue'.split(' '));
/** Terms on each side that are likely its arguments. */
const NEAREST_TERMS = 2;
/** Terms of the sentence that are compared. */
const MOST_AROUND = 40;

/**
 * Reads mentions of events out of one document, each one or more stretches of words of one sentence ("called … off").
 *
 * @returns one for each entry of `mentions`; `null` for one that holds no word.
 */
export function readEventMentions(
  index: TermIndex,
  documentIndex: number,
  mentions: readonly (readonly Span[])[],
): (EventMention | null)[] {
  const sentences = new Map<number, Term[]>();
  return mentions.map((spans) => readMention(index, documentIndex, spans, sentences));
}

function readMention(
  index: TermIndex,
  documentIndex: number,
  spans: readonly Span[],
  sentences: Map<number, Term[]>,
): EventMention | null {
  const { language } = index.annotated;
  const { tokens } = language;
  const inside = spans.flatMap(([start, end]) => {
    const found: number[] = [];
    for (
      let t = firstTokenAt(index.annotated, start);
      t < tokens.count && (tokens.start[t] as number) < end;
      t++
    )
      found.push(t);
    return found;
  });
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return null;
  const head = headOf(language, inside);
  const sentence = tokens.sentence[head] as number;
  const terms = sentences.get(sentence) ?? readTerms(index, [language.sentences[sentence]?.span ?? [0, 0]]);
  sentences.set(sentence, terms);
  const before = terms.filter(({ endToken }) => endToken <= first);
  const after = terms.filter(({ token }) => token > last);
  const word = (tokens.word[head] ?? '').toLowerCase();
  const lemma = (tokens.lemma[head] ?? word).toLowerCase();
  const vectors = wordVectors();
  const own = predicateClasses(word);
  return {
    documentIndex,
    span: [tokens.start[first] as number, tokens.end[last] as number],
    lemma,
    key: foldWord(lemma),
    row: vectors.rowOf(lemma) >= 0 ? vectors.rowOf(lemma) : vectors.rowOf(word),
    rank: vectors.rankOf(vectors.rowOf(lemma)),
    isVerb: tokens.upos[head] === TAG.verb,
    classes: own.length > 0 ? own : predicateClasses(lemma),
    words: new Set(
      inside
        .filter((t) => CONTENT_TAGS.includes(tokens.upos[t] as number))
        .map((t) => foldWord((tokens.lemma[t] ?? '').toLowerCase())),
    ),
    negated: index.negated[head] === 1,
    around: [...before, ...after].slice(0, MOST_AROUND),
    before: before.slice(-NEAREST_TERMS).reverse(),
    after: after.slice(0, NEAREST_TERMS),
  };
}

function headOf({ tokens }: LanguageLayer, inside: readonly number[]): number {
  const tagOf = (t: number): number => tokens.upos[t] as number;
  const isLight = (t: number): boolean => LIGHT.has((tokens.lemma[t] ?? '').toLowerCase());
  return (
    inside.find((t) => tagOf(t) === TAG.verb && !isLight(t)) ??
    inside.findLast((t) => TAG.nouns.includes(tagOf(t))) ??
    inside.find((t) => tagOf(t) === TAG.verb) ??
    inside.at(-1) ??
    0
  );
}
