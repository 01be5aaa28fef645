import { alignTerms } from '../learn/align-terms.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import type { DocumentLikeness } from './document-likeness.ts';
import type { EventMention } from './event-mention.ts';
import { likest } from './nearest-terms.ts';

/** Names of the features, in their order; docs/models/events.md says more of each. */
export const EVENT_FEATURES: readonly string[] = [
  'same lemma',
  'same stem',
  'same class',
  'nearness of the heads',
  'two nouns',
  'words in common',
  'documents: lead',
  'documents: whole',
  'documents: one story',
  'sentences: least cover',
  'sentences: weight in common',
  'before',
  'after',
  'frequency of the head',
  'reporting',
  'one document',
  'spread of the head',
  'one negated',
];

/** Cosine of two heads from which they may name one event; four in five pairs of one event in ECB+ pass. */
const LEAST_NEARNESS = 0.3;
const STEM = 4;
const STEM_DIFFERENCE = 4;
/** Verbs and nouns of saying are used of many acts of saying, and the words around them decide. */
const REPORTING = new Set(
  'say tell report announce state claim add confirm accord note explain comment statement announcement'.split(
    ' ',
  ),
);
/** More weight in common than this says no more. */
const MOST_WEIGHT = 2.5;

/** Whether two mentions can be of one event by their heads alone; a cheap question before {@link eventFeatures}. */
export function headsRelate(a: EventMention, b: EventMention): boolean {
  if (a.key === b.key || haveOneStem(a, b)) return true;
  for (const one of a.classes) if (b.classes.includes(one)) return true;
  for (const word of a.words) if (b.words.has(word)) return true;
  return nearness(a, b) >= LEAST_NEARNESS;
}

/**
 * What speaks for and against two mentions being of one event.
 *
 * @param documents - how like the two documents are.
 * @param spread - share of the documents in which the commoner of the two heads is a mention's head.
 */
export function eventFeatures(
  a: EventMention,
  b: EventMention,
  documents: DocumentLikeness,
  spread: number,
): Float32Array {
  const sentences = alignTerms(a.around, b.around);
  let inCommon = 0;
  for (const word of a.words) if (b.words.has(word)) inCommon++;
  return Float32Array.of(
    Number(a.lemma === b.lemma),
    Number(a.key === b.key || haveOneStem(a, b)),
    Number(a.classes.some((one) => b.classes.includes(one))),
    nearness(a, b),
    Number(!a.isVerb && !b.isVerb),
    inCommon / Math.max(a.words.size, b.words.size, 1),
    documents.lead,
    documents.whole,
    documents.story,
    Math.min(sentences.coverA, sentences.coverB),
    Math.min(MOST_WEIGHT, sentences.weight),
    likest(a.before, b.before),
    likest(a.after, b.after),
    Math.log(Math.min(a.rank, b.rank) + 1),
    Number(REPORTING.has(a.lemma) || REPORTING.has(b.lemma)),
    Number(a.documentIndex === b.documentIndex),
    spread,
    Number(a.negated !== b.negated),
  );
}

function haveOneStem(a: EventMention, b: EventMention): boolean {
  return (
    a.key.length >= STEM &&
    b.key.length >= STEM &&
    a.key.startsWith(b.key.slice(0, STEM)) &&
    Math.abs(a.key.length - b.key.length) <= STEM_DIFFERENCE
  );
}

function nearness(a: EventMention, b: EventMention): number {
  return wordVectors().similarity(a.row, b.row);
}
