import { alignTerms } from '../learn/align-terms.ts';
import { wordNet, type WordRelation } from '../learn/word-net.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import type { DocumentLikeness } from './document-likeness.ts';
import type { EntityCallings } from './entity-callings.ts';
import type { EntityMention } from './entity-mention.ts';
import { likest } from './nearest-terms.ts';

/** Names of the features, in their order; docs/models/mentions.md says more of each. */
export const MENTION_FEATURES: readonly string[] = [
  'same entity of the story',
  'same entity of the document',
  'same lemma',
  'same stem',
  'nearness of the heads',
  'relation of the heads',
  'words in common',
  'words in common: of the fewer',
  'rarest word in common',
  'documents: lead',
  'documents: whole',
  'documents: one story',
  'sentences between',
  'same kind',
  'kind of the fuller',
  'kind of the other',
  'forms',
  'same number',
  'same numeral',
  'same time',
  'sentences: least cover',
  'sentences: weight in common',
  'before',
  'after',
  'frequency of the head',
  'spread of the head',
  'names in common',
  'head among the names',
  'own words of the fuller',
  'own words of the other',
  'head among the names of the story',
  'nearness to the heads of the story',
  'salience',
  'gender',
];

const STEM = 4;
const STEM_DIFFERENCE = 4;
/** More weight in common than this says no more. */
const MOST_WEIGHT = 2.5;
/** Sentences between two mentions of one document; more say no more. */
const MOST_SENTENCES = 10;
const OTHER_DOCUMENT = 2 * MOST_SENTENCES;
const KINDS = ['person', 'group', 'organisation', 'government', 'place', 'product', 'time'];
const FORM = { pronoun: 0, nominal: 1, name: 2 };
const RELATION: Readonly<Record<WordRelation, number>> = {
  synonym: 3,
  derived: 2,
  kind: 1.5,
  sibling: 0.5,
  antonym: -1,
};

/** What the documents and the story of a pair know. */
export interface PairContext {
  readonly documents: DocumentLikeness;
  readonly callings: EntityCallings;
  /** Share of the documents in which the commoner of the two heads is a mention's head. */
  readonly spread: number;
}

/** What speaks for and against two mentions standing for one and the same; alike for (a, b) and (b, a). */
export function mentionFeatures(
  one: EntityMention,
  other: EntityMention,
  { documents, callings, spread }: PairContext,
): Float32Array {
  const [a, b] = isFuller(other, one) ? [other, one] : [one, other];
  const sentences = alignTerms(a.around, b.around);
  const isOneDocument = a.documentIndex === b.documentIndex;
  const relation = wordNet().relate(a.entry, b.entry);
  const common = [...a.words].filter((word) => b.words.has(word));
  const called = [...a.called].filter((word) => b.called.has(word)).length;
  return Float32Array.of(
    agreement(a.entity, b.entity),
    isOneDocument ? localAgreement(a.local, b.local) : 0,
    Number(a.lemma === b.lemma),
    Number(haveOneStem(a, b)),
    wordVectors().similarity(a.row, b.row),
    relation === null ? 0 : RELATION[relation],
    common.length / Math.max(1, a.words.size + b.words.size - common.length),
    common.length / Math.max(1, Math.min(a.words.size, b.words.size)),
    common.reduce((most, word) => Math.max(most, rarity(word)), 0),
    documents.lead,
    documents.whole,
    documents.story,
    isOneDocument ? Math.min(MOST_SENTENCES, Math.abs(a.sentence - b.sentence)) : OTHER_DOCUMENT,
    agreement(a.kind, b.kind),
    a.kind === undefined ? -1 : KINDS.indexOf(a.kind),
    b.kind === undefined ? -1 : KINDS.indexOf(b.kind),
    FORM[a.form] * 3 + FORM[b.form],
    Number(a.isPlural === b.isPlural),
    agreement(a.number, b.number),
    agreement(a.time, b.time),
    Math.min(sentences.coverA, sentences.coverB),
    Math.min(MOST_WEIGHT, sentences.weight),
    likest(a.before, b.before),
    likest(a.after, b.after),
    Math.log(Math.min(a.rank, b.rank) + 1),
    spread,
    called / Math.max(1, Math.min(a.called.size, b.called.size)),
    Number(a.called.has(b.key)) + Number(b.called.has(a.key)),
    a.words.size - common.length,
    b.words.size - common.length,
    Number(callings.words(a).has(b.key)) + Number(callings.words(b).has(a.key)),
    Math.max(callings.nearness(a, b.row), callings.nearness(b, a.row)),
    Math.max(callings.salience(a), callings.salience(b)),
    callings.gender(a) * callings.gender(b),
  );
}

/** A name before a description, that before a pronoun; of two alike the one with more words, then the earlier one. */
function isFuller(a: EntityMention, b: EntityMention): boolean {
  const order =
    FORM[a.form] - FORM[b.form] ||
    a.words.size - b.words.size ||
    b.documentIndex - a.documentIndex ||
    b.token - a.token;
  return order > 0;
}

/** 1 for two that are the same, -1 for two that differ, 0 where one has none. */
function agreement(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a === b ? 1 : -1;
}

/** Within a document: 1 for one entity, -2 for two, -1 where coreference has none for either of them. */
function localAgreement(a: number, b: number): number {
  if (a < 0 || b < 0) return -1;
  return a === b ? 1 : -2;
}

function haveOneStem(a: EntityMention, b: EntityMention): boolean {
  return (
    a.key === b.key ||
    (a.key.length >= STEM &&
      b.key.length >= STEM &&
      a.key.startsWith(b.key.slice(0, STEM)) &&
      Math.abs(a.key.length - b.key.length) <= STEM_DIFFERENCE)
  );
}

/** Logarithm of a folded word's place by frequency; that of an unlisted word is the greatest. */
function rarity(word: string): number {
  const vectors = wordVectors();
  return Math.log(vectors.rankOf(vectors.rowOf(word)) + 2);
}
