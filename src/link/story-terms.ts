import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { UPOS } from '../model/language-layer.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import { foldWord } from '../text/fold-word.ts';
import { scanWords, emptyScan } from '../text/scan-words.ts';

/** What is needed of an annotated document to say which story it tells. */
export type StoryDocument = Pick<AnnotatedDocument, 'document' | 'language' | 'names'>;

/** Weights of unit length by the numbers of the terms, which rise. */
export interface SparseVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** What a document says as weighted terms; vectors of one call of {@link readStoryTerms} can be compared. */
export interface StoryTerms {
  /** Title and beginning: who, what, where. */
  readonly lead: SparseVector;
  /** The same with rare terms heavier still. */
  readonly rare: SparseVector;
  /** Words that stand side by side in the beginning. */
  readonly phrases: SparseVector;
  readonly title: SparseVector;
  readonly whole: SparseVector;
  /** Days of the week that the beginning names, a bit each. */
  readonly weekdays: number;
  /** Inverse document frequencies of the terms of `lead`. */
  readonly rarity: Float64Array;
}

/** A news text says in its first words what it is about; later paragraphs tell of what came before and of other matters. */
const LEAD_TOKENS = 100;
const WHOLE_TOKENS = 1500;
/** Words more frequent than this say nothing of the matter, unless they stand in a name. */
const FUNCTION_RANK = 60;
/** Title words count more, as in Giveme5W1H and most event trackers. */
const TITLE_SHARE = 1.5;
const RARE_POWER = 1.7;
const WHOLE_POWER = 1.3;
/**
 * How rare a term is, is asked of the documents at hand and of this many imagined ones of general news: in a folder with one
 * story, what all of them speak of must not lose its weight. Chosen by cross-validation on NeuS train.
 */
const BACKGROUND_DOCUMENTS = 100;
/** Zipf's law: the word of rank r makes up about a tenth of 1/r of all words (Zipf 1949). */
const ZIPF = 0.1;
const LEAD_WORDS = 150;
const WHOLE_WORDS = 400;

const CONTENT_TAGS = new Set(
  (['ADJ', 'NOUN', 'NUM', 'PROPN', 'VERB'] as const).map((tag) => UPOS.indexOf(tag)),
);
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const HAS_LETTER = /[\p{L}\p{N}]/u;

interface RawTerm {
  count: number;
  rank: number;
  inTitle: boolean;
}

interface RawDocument {
  readonly lead: Map<string, RawTerm>;
  readonly whole: Map<string, RawTerm>;
  readonly phrases: Set<string>;
  weekdays: number;
}

/** Reads documents into weighted terms: linear in their length, and the same whatever their order. */
export function readStoryTerms(documents: readonly StoryDocument[]): StoryTerms[] {
  const raw = documents.map(readRaw);
  const numbers = new Map<string, number>();
  const keys = new Set<string>();
  for (const { lead, whole, phrases } of raw)
    for (const source of [lead.keys(), whole.keys(), phrases]) for (const key of source) keys.add(key);
  [...keys].sort().forEach((key, index) => numbers.set(key, index));
  const leadSpread = spreadOf(raw.map(({ lead }) => lead.keys()));
  const wholeSpread = spreadOf(raw.map(({ whole }) => whole.keys()));
  const phraseSpread = spreadOf(raw.map(({ phrases }) => phrases));
  const idf = (spread: number, expected: number): number =>
    Math.log((raw.length + BACKGROUND_DOCUMENTS) / (spread + BACKGROUND_DOCUMENTS * expected + 0.5));

  return raw.map(({ lead, whole, phrases, weekdays }) => {
    const rarities = new Map<string, number>();
    const plain: [string, number][] = [];
    const rare: [string, number][] = [];
    const title: [string, number][] = [];
    for (const [key, { count, rank, inTitle }] of lead) {
      const value = idf(leadSpread.get(key) ?? 0, expectedShare(rank, LEAD_WORDS));
      if (value <= 0) continue;
      rarities.set(key, value);
      const often = (1 + Math.log(count)) * (inTitle ? TITLE_SHARE : 1);
      plain.push([key, often * value]);
      rare.push([key, often * value ** RARE_POWER]);
      if (inTitle) title.push([key, value]);
    }
    const all: [string, number][] = [];
    for (const [key, { count, rank }] of whole) {
      const value = idf(wholeSpread.get(key) ?? 0, expectedShare(rank, WHOLE_WORDS));
      if (value > 0) all.push([key, (1 + Math.log(count)) * value ** WHOLE_POWER]);
    }
    const leadVector = vectorOf(plain, numbers);
    const keyOf = new Map(plain.map(([key]) => [numbers.get(key) ?? -1, key]));
    return {
      lead: leadVector,
      rare: vectorOf(rare, numbers),
      phrases: vectorOf(
        [...phrases].map((key) => [key, idf(phraseSpread.get(key) ?? 0, 0)]),
        numbers,
      ),
      title: vectorOf(title, numbers),
      whole: vectorOf(all, numbers),
      weekdays,
      rarity: Float64Array.from(leadVector.terms, (term) => rarities.get(keyOf.get(term) ?? '') ?? 0),
    };
  });
}

/** Share of documents of so many words that hold the word of a rank, by Zipf's law. */
function expectedShare(rank: number, words: number): number {
  return 1 - Math.exp((-words * ZIPF) / (rank + 3));
}

function spreadOf(documents: readonly Iterable<string>[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const keys of documents) for (const key of keys) spread.set(key, (spread.get(key) ?? 0) + 1);
  return spread;
}

function vectorOf(
  entries: readonly (readonly [string, number])[],
  numbers: ReadonlyMap<string, number>,
): SparseVector {
  const numbered = entries
    .map(([key, weight]): [number, number] => [numbers.get(key) ?? -1, weight])
    .sort((a, b) => a[0] - b[0]);
  const length = Math.sqrt(numbered.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(numbered, ([term]) => term),
    weights: Float64Array.from(numbered, ([, weight]) => weight / length),
  };
}

/** Cosine of two vectors, 0 to 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length;) {
    const difference = (a.terms[i] as number) - (b.terms[j] as number);
    if (difference === 0) sum += (a.weights[i++] as number) * (b.weights[j++] as number);
    else if (difference < 0) i++;
    else j++;
  }
  return sum;
}

function readRaw({ document, language, names }: StoryDocument): RawDocument {
  const raw: RawDocument = { lead: new Map(), whole: new Map(), phrases: new Set(), weekdays: 0 };
  const { tokens, sentences } = language;
  let left = LEAD_TOKENS;
  if (document.title !== undefined && document.titleEvidence === undefined)
    left -= readTitle(document.title.slice(0, LONGEST_TITLE), raw);
  const hasTitle = left < LEAD_TOKENS || sentences[0]?.kind === 'title';
  let name = 0;
  let before = '';
  for (let t = 0; t < Math.min(tokens.count, WHOLE_TOKENS); t++) {
    const start = tokens.start[t] as number;
    while (name < names.length && (names[name]?.span[1] ?? 0) <= start) name++;
    const named = (names[name]?.span[0] ?? Infinity) < (tokens.end[t] as number);
    const inLead = t < left;
    const word = (tokens.word[t] ?? '').toLowerCase();
    const weekday = WEEKDAYS.indexOf(word);
    if (weekday >= 0) {
      if (inLead) raw.weekdays |= 1 << weekday;
      before = '';
      continue;
    }
    if (!CONTENT_TAGS.has(tokens.upos[t] as number) || !HAS_LETTER.test(word)) continue;
    const lemma = (tokens.lemma[t] ?? word).toLowerCase();
    const rank = Math.min(rankOf(word), rankOf(lemma));
    if (rank < FUNCTION_RANK && !named) continue;
    const key = foldWord(lemma);
    if (key.length < 2) continue;
    add(raw.whole, key, rank, false);
    if (!inLead) continue;
    const sentence = tokens.sentence[t] as number;
    add(raw.lead, key, rank, hasTitle ? sentences[sentence]?.kind === 'title' : sentence === 0);
    if (before !== '') raw.phrases.add(`${before} ${key}`);
    before = key;
  }
  return raw;
}

/** A title that stands apart from the text; longer ones are no titles. */
const LONGEST_TITLE = 400;

/** @returns how many words it has. */
function readTitle(title: string, raw: RawDocument): number {
  const scan = emptyScan(64);
  scanWords(title, 0, title.length, scan);
  let before = '';
  for (let at = 0; at < scan.count; at++) {
    const word = title.slice(scan.start[at], scan.end[at]).toLowerCase();
    const rank = rankOf(word);
    const key = foldWord(word);
    if (rank < FUNCTION_RANK || key.length < 2) continue;
    add(raw.whole, key, rank, false);
    add(raw.lead, key, rank, true);
    if (before !== '') raw.phrases.add(`${before} ${key}`);
    before = key;
  }
  return scan.count;
}

function rankOf(word: string): number {
  const vectors = wordVectors();
  return vectors.rankOf(vectors.rowOf(word));
}

function add(terms: Map<string, RawTerm>, key: string, rank: number, inTitle: boolean): void {
  const term = terms.get(key);
  if (!term) terms.set(key, { count: 1, rank, inTitle });
  else {
    term.count++;
    term.rank = Math.min(term.rank, rank);
    term.inTitle ||= inTitle;
  }
}
