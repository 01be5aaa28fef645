import { readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { wordNet } from '../learn/word-net.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import type { EntityKind } from '../model/entity.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Mention } from '../model/mention.ts';
import { overlaps, type Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';
import { headOfMention, isPronoun, tokensOf } from './mention-head.ts';

/** Words that stand for somebody, something, a place or a time, read for comparison with those of other documents. */
export interface EntityMention {
  readonly documentIndex: number;
  readonly span: Span;
  /** Its first token and its sentence, by their numbers in the document. */
  readonly token: number;
  readonly sentence: number;
  readonly form: Mention['form'];
  /** `undefined` for a thing that is no entity of a dossier. */
  readonly kind: EntityKind | 'time' | undefined;
  /** The document's entity that it belongs to, -1 for none. */
  readonly local: number;
  /** Id of the story's entity, for a named one. */
  readonly entity: string | undefined;
  readonly lemma: string;
  /** Folded lemma of the head. */
  readonly key: string;
  /** Row of the head among the word vectors and in WordNet, -1 for none, and its place by frequency. */
  readonly row: number;
  readonly entry: number;
  readonly rank: number;
  readonly isPlural: boolean;
  /** 1 where the document says "he" of its entity, -1 for "she", 0 for neither. */
  readonly gender: number;
  /** Folded words that say something, the head's included. */
  readonly words: ReadonlySet<string>;
  /** Folded words of all that the document calls its entity. */
  readonly called: ReadonlySet<string>;
  /** First number among its words, and the value of a time; absent for none. */
  readonly number: string | undefined;
  readonly time: string | undefined;
  /** Terms of the sentence outside the mention, and those that stand nearest on either side, the nearest first. */
  readonly around: readonly Term[];
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

const NUM = UPOS.indexOf('NUM');
const PROPN = UPOS.indexOf('PROPN');
const CONTENT_TAGS = new Set(
  (['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'] as const).map((tag) => UPOS.indexOf(tag)),
);
/** Terms on each side that tell what it does or what is done to it. */
const NEAREST_TERMS = 2;
/** Terms of the sentence that are compared. */
const MOST_AROUND = 40;

/**
 * Reads mentions out of one document: names, descriptions and pronouns, of entities, things and times.
 *
 * @returns one for each entry of `spans`; `null` for one that holds no word.
 */
export function readEntityMentions(
  index: TermIndex,
  documentIndex: number,
  spans: readonly Span[],
): (EntityMention | null)[] {
  const { coreference, document } = index.annotated;
  const called = coreference.entities.map(
    ({ roles }) => new Set(roles.flatMap(({ text }) => nameParts(text))),
  );
  const genders = new Int8Array(coreference.entities.length);
  for (const { entity, form, span } of coreference.mentions) {
    const text = document.text.slice(...span);
    if (form !== 'pronoun') for (const word of nameParts(text)) called[entity]?.add(word);
    else if (/^(?:he|him|his|himself)$/i.test(text)) genders[entity] = 1;
    else if (/^(?:she|hers?|herself)$/i.test(text)) genders[entity] = -1;
  }
  const sentences = new Map<number, readonly Term[]>();
  const termsOf = (sentence: number): readonly Term[] => {
    const known = sentences.get(sentence);
    if (known) return known;
    const terms = readTerms(index, [index.annotated.language.sentences[sentence]?.span ?? [0, 0]]);
    sentences.set(sentence, terms);
    return terms;
  };
  return spans.map((span) => readMention({ index, documentIndex, called, genders, termsOf }, span));
}

interface Reading {
  readonly index: TermIndex;
  readonly documentIndex: number;
  /** For each entity of the document what it is called, and whether it is "he" or "she". */
  readonly called: readonly ReadonlySet<string>[];
  readonly genders: Int8Array;
  readonly termsOf: (sentence: number) => readonly Term[];
}

function readMention(
  { index, documentIndex, called, genders, termsOf }: Reading,
  span: Span,
): EntityMention | null {
  const { annotated, entityOf } = index;
  const { tokens } = annotated.language;
  const inside = tokensOf(annotated, span);
  const [token] = inside;
  const last = inside.at(-1);
  if (token === undefined || last === undefined) return null;
  const head = headOfMention(annotated.language, inside);
  const headSpan: Span = [tokens.start[head] as number, tokens.end[head] as number];
  const headText = tokens.word[head] ?? '';
  const word = headText.toLowerCase();
  const lemma = (tokens.lemma[head] ?? word).toLowerCase();
  const time = annotated.times.find((other) => overlaps(other.span, headSpan));
  const mention = mentionAround(annotated.coreference.mentions, headSpan);
  const local = mention && annotated.coreference.entities[mention.entity];
  const sentence = tokens.sentence[head] as number;
  const terms = termsOf(sentence);
  const before = terms.filter(({ endToken }) => endToken <= token);
  const after = terms.filter((term) => term.token > last);
  const vectors = wordVectors();
  const row = vectors.rowOf(lemma) >= 0 ? vectors.rowOf(lemma) : vectors.rowOf(word);
  const content = inside.filter((t) => CONTENT_TAGS.has(tokens.upos[t] as number));
  const words = new Set(content.map((t) => foldWord(tokens.word[t] ?? '')));
  const number = content.find((t) => tokens.upos[t] === NUM);
  const isName = mention?.form === 'name' || (tokens.upos[head] === PROPN && /^\p{Lu}/u.test(headText));
  return {
    documentIndex,
    span,
    token,
    sentence,
    form: inside.length === 1 && isPronoun(word) ? 'pronoun' : isName ? 'name' : 'nominal',
    kind: time ? 'time' : local?.kind,
    local: mention?.entity ?? -1,
    entity: mention && local?.named ? entityOf[mention.entity] : undefined,
    lemma,
    key: foldWord(lemma),
    row,
    entry: wordNet().rowOf(lemma, 'noun'),
    rank: vectors.rankOf(row),
    isPlural: word.endsWith('s') && lemma !== word,
    gender: mention ? (genders[mention.entity] ?? 0) : 0,
    words,
    called: (mention && called[mention.entity]) ?? words,
    number: number === undefined ? undefined : foldWord(tokens.word[number] ?? ''),
    time: time?.value ?? undefined,
    around: [...before, ...after].slice(0, MOST_AROUND),
    before: before.slice(-NEAREST_TERMS).reverse(),
    after: after.slice(0, NEAREST_TERMS),
  };
}

function nameParts(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !NO_PART.test(word)).map(foldWord);
}

const NO_PART = /^(?:the|and|for|her|his|its|their|who)$/i;
/** Mentions that may begin between the begin of one and its head. */
const MOST_NESTED = 12;

/** The innermost mention that coreference has around a head. */
function mentionAround(mentions: readonly Mention[], [start, end]: Span): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle]?.span[0] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let best: Mention | undefined;
  for (const mention of mentions.slice(Math.max(0, low - MOST_NESTED), low))
    if (end <= mention.span[1] && (!best || lengthOf(mention.span) <= lengthOf(best.span))) best = mention;
  return best;
}

function lengthOf([start, end]: Span): number {
  return end - start;
}
