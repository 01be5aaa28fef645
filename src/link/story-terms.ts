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

/** Terms of one document, in parallel, by their numbers in {@link Numbering}. */
interface CountedTerms {
  readonly terms: Int32Array;
  readonly count: Int32Array;
  readonly rank: Int32Array;
  readonly inTitle: Uint8Array;
}

interface RawDocument {
  readonly lead: CountedTerms;
  readonly whole: CountedTerms;
  readonly phrases: Int32Array;
  readonly weekdays: number;
}

/** Numbers terms in the order in which they are seen, and by their spelling once all are known. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** For each number the place of its term in the order of the terms: the same whatever the order of the documents. */
  places(): Int32Array {
    const places = new Int32Array(this.#numbers.size);
    [...this.#numbers.keys()].sort().forEach((key, place) => (places[this.of(key)] = place));
    return places;
  }
}

/**
 * Reads pages into weighted terms: linear in their length, and the same whatever their order.
 *
 * @param pages - the documents of each page: one, or the entries of a live blog.
 */
export function readStoryTerms(pages: readonly (readonly StoryDocument[])[]): StoryTerms[] {
  const numbering = new Numbering();
  const raw = pages.map((documents) => readRaw(documents, numbering));
  const places = numbering.places();
  const spreadOf = (termsOf: (document: RawDocument) => Int32Array): Int32Array => {
    const spread = new Int32Array(places.length);
    for (const document of raw)
      for (const term of termsOf(document)) spread[term] = (spread[term] as number) + 1;
    return spread;
  };
  const leadSpread = spreadOf(({ lead }) => lead.terms);
  const wholeSpread = spreadOf(({ whole }) => whole.terms);
  const phraseSpread = spreadOf(({ phrases }) => phrases);
  const idf = (spread: number, expected: number): number =>
    Math.log((raw.length + BACKGROUND_DOCUMENTS) / (spread + BACKGROUND_DOCUMENTS * expected + 0.5));

  return raw.map(({ lead, whole, phrases, weekdays }) => {
    const ofLead: Weighted[] = [];
    const rare: Weighted[] = [];
    const title: Weighted[] = [];
    lead.terms.forEach((term, at) => {
      const rarity = idf(leadSpread[term] as number, expectedShare(lead.rank[at] as number, LEAD_WORDS));
      if (rarity <= 0) return;
      const place = places[term] as number;
      const often = (1 + Math.log(lead.count[at] as number)) * (lead.inTitle[at] ? TITLE_SHARE : 1);
      ofLead.push({ place, weight: often * rarity, rarity });
      rare.push({ place, weight: often * rarity ** RARE_POWER, rarity });
      if (lead.inTitle[at]) title.push({ place, weight: rarity, rarity });
    });
    const all: Weighted[] = [];
    whole.terms.forEach((term, at) => {
      const rarity = idf(wholeSpread[term] as number, expectedShare(whole.rank[at] as number, WHOLE_WORDS));
      if (rarity <= 0) return;
      const weight = (1 + Math.log(whole.count[at] as number)) * rarity ** WHOLE_POWER;
      all.push({ place: places[term] as number, weight, rarity });
    });
    const pairs = Array.from(phrases, (term): Weighted => {
      const rarity = idf(phraseSpread[term] as number, 0);
      return { place: places[term] as number, weight: rarity, rarity };
    });
    return {
      lead: vectorOf(ofLead),
      rare: vectorOf(rare),
      phrases: vectorOf(pairs),
      title: vectorOf(title),
      whole: vectorOf(all),
      weekdays,
      // vectorOf has put the terms in the order of the vector
      rarity: Float64Array.from(ofLead, ({ rarity }) => rarity),
    };
  });
}

interface Weighted {
  readonly place: number;
  readonly weight: number;
  readonly rarity: number;
}

/** Share of documents of so many words that hold the word of a rank, by Zipf's law. */
function expectedShare(rank: number, words: number): number {
  return 1 - Math.exp((-words * ZIPF) / (rank + 3));
}

/** Sorts the terms by their places and makes a vector of unit length of them. */
function vectorOf(terms: Weighted[]): SparseVector {
  terms.sort((a, b) => a.place - b.place);
  const length = Math.sqrt(terms.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return {
    terms: Int32Array.from(terms, ({ place }) => place),
    weights: Float64Array.from(terms, ({ weight }) => weight / length),
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

/** What one page says, before anything is numbered or weighed. */
interface Reading {
  readonly lead: Map<string, RawTerm>;
  readonly whole: Map<string, RawTerm>;
  readonly phrases: Set<string>;
  weekdays: number;
}

/** Terms of the lead of an article, about. */
const LEAD_TERMS = 45;

/** What a page of many beginnings is about is what most of them speak of; ties go by rarity and spelling. */
function mostFrequent(lead: ReadonlyMap<string, RawTerm>): Map<string, RawTerm> {
  const order = [...lead].sort(([a, x], [b, y]) => y.count - x.count || y.rank - x.rank || (a < b ? -1 : 1));
  return new Map(order.slice(0, LEAD_TERMS));
}

/** Reads one page; what stays in memory are numbers, since the words of ten thousand would fill it. */
function readRaw(documents: readonly StoryDocument[], numbering: Numbering): RawDocument {
  const reading: Reading = { lead: new Map(), whole: new Map(), phrases: new Set(), weekdays: 0 };
  for (const document of documents) readWords(document, reading);
  const { whole, phrases, weekdays } = reading;
  const lead = documents.length > 1 ? mostFrequent(reading.lead) : reading.lead;
  const counted = (terms: ReadonlyMap<string, RawTerm>): CountedTerms => ({
    terms: Int32Array.from(terms.keys(), (key) => numbering.of(key)),
    count: Int32Array.from(terms.values(), ({ count }) => count),
    rank: Int32Array.from(terms.values(), ({ rank }) => rank),
    inTitle: Uint8Array.from(terms.values(), ({ inTitle }) => Number(inTitle)),
  });
  return {
    lead: counted(lead),
    whole: counted(whole),
    phrases: Int32Array.from(phrases, (key) => numbering.of(key)),
    weekdays,
  };
}

function readWords({ document, language, names }: StoryDocument, raw: Reading): void {
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
}

/** A title that stands apart from the text; longer ones are no titles. */
const LONGEST_TITLE = 400;

/** @returns how many words it has. */
function readTitle(title: string, raw: Reading): number {
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
