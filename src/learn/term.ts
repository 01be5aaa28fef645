import { UPOS } from '../model/language-layer.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Span } from '../model/span.ts';
import type { Term } from '../model/term.ts';
import { foldWord } from '../text/fold-word.ts';
import { LIGHT, NEGATORS, wordFacts } from './word-facts.ts';

export type { Term } from '../model/term.ts';

/** A document prepared for reading terms out of any of its stretches. */
export interface TermIndex {
  readonly annotated: AnnotatedDocument;
  /** Index of the token's innermost mention, -1 for none. */
  readonly mentionAt: Int32Array;
  readonly quantityAt: Int32Array;
  readonly timeAt: Int32Array;
  readonly negated: Uint8Array;
  /** Id of the story's entity for each local entity. */
  readonly entityOf: readonly string[];
}

const [NOUN, VERB, PUNCT] = (['NOUN', 'VERB', 'PUNCT'] as const).map((tag) => UPOS.indexOf(tag));

/** A negator reaches this far to the right, unless its clause ends before. Set by hand on invented sentences. */
const NEGATION_REACH = 5;
/** Prepares a document; one pass over its tokens and mentions. */
export function indexTerms(annotated: AnnotatedDocument, entityOf: readonly string[]): TermIndex {
  const { tokens } = annotated.language;
  const mentionAt = new Int32Array(tokens.count).fill(-1);
  const { mentions } = annotated.coreference;
  // Longer mentions first, so that the innermost one stays.
  const order = mentions
    .map((_, index) => index)
    .sort((a, b) => lengthOf(mentions[b]?.span) - lengthOf(mentions[a]?.span) || a - b);
  for (const index of order) {
    const span = mentions[index]?.span;
    if (!span) continue;
    const first = firstTokenAt(annotated, span[0]);
    const form = mentions[index]?.form;
    for (let t = first; t < tokens.count && (tokens.start[t] as number) < span[1]; t++) {
      // Descriptions say more by their own words than by whom they mean.
      if (form !== 'nominal') mentionAt[t] = index;
    }
  }
  return {
    annotated,
    mentionAt,
    quantityAt: mark(
      annotated,
      annotated.quantities.map(({ span }) => span),
    ),
    timeAt: mark(
      annotated,
      annotated.times.map(({ span }) => span),
    ),
    negated: markNegated(annotated),
    entityOf,
  };
}

function mark(annotated: AnnotatedDocument, spans: readonly Span[]): Int32Array {
  const { tokens } = annotated.language;
  const at = new Int32Array(tokens.count).fill(-1);
  spans.forEach((span, index) => {
    for (
      let t = firstTokenAt(annotated, span[0]);
      t < tokens.count && (tokens.start[t] as number) < span[1];
      t++
    )
      at[t] = index;
  });
  return at;
}

function markNegated(annotated: AnnotatedDocument): Uint8Array {
  const { tokens } = annotated.language;
  const negated = new Uint8Array(tokens.count);
  for (let t = 0; t < tokens.count; t++) {
    const word = (tokens.word[t] ?? '').toLowerCase();
    if (!NEGATORS.has(word)) continue;
    for (let i = t + 1, reach = 0; i < tokens.count && reach < NEGATION_REACH; i++, reach++) {
      const tag = tokens.upos[i];
      if (tag === PUNCT || tokens.sentence[i] !== tokens.sentence[t] || (tokens.word[i] ?? '') === 'but')
        break;
      negated[i] = 1;
      // The first verb or, after "no", the first noun takes it up; what follows is its object.
      const light = LIGHT.has((tokens.lemma[i] ?? '').toLowerCase());
      if ((tag === VERB && !light) || (tag === NOUN && word !== 'not')) break;
    }
  }
  return negated;
}

/** First token that ends after `offset`. */
export function firstTokenAt(annotated: AnnotatedDocument, offset: number): number {
  const { tokens } = annotated.language;
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lengthOf(span: Span | undefined): number {
  return span ? span[1] - span[0] : 0;
}

/** Longest content that is read whole: hostile documents have sentences without end. */
const MOST_TERMS = 80;

/**
 * The terms of some stretches of a document, in the order of the text.
 *
 * @param wordsOnly - read what stands within a number's or a time's words as words: what is counted.
 */
export function readTerms(index: TermIndex, spans: readonly Span[], wordsOnly = false): Term[] {
  const { annotated, mentionAt, quantityAt, timeAt, negated, entityOf } = index;
  const { tokens } = annotated.language;
  const { mentions } = annotated.coreference;
  const terms: Term[] = [];
  for (const [start, end] of spans) {
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end;) {
      if (terms.length >= MOST_TERMS) return terms;
      const from = t;
      const time = wordsOnly ? -1 : (timeAt[t] as number);
      const quantity = wordsOnly ? -1 : (quantityAt[t] as number);
      const mention = mentionAt[t] as number;
      const base = { token: from, negated: negated[from] === 1, classes: NO_CLASSES, row: -1, entry: -1 };
      if (time >= 0) {
        while (t < tokens.count && timeAt[t] === time) t++;
        const found = annotated.times[time];
        if (found) {
          const key = found.value ?? foldWord(annotated.document.text.slice(...found.span));
          terms.push({ ...base, kind: 'time', endToken: t, key, weight: TIME_WEIGHT, time: found });
        }
        continue;
      }
      if (quantity >= 0) {
        while (t < tokens.count && quantityAt[t] === quantity) t++;
        const found = annotated.quantities[quantity];
        if (found) {
          terms.push({
            ...base,
            kind: 'quantity',
            endToken: t,
            key: String(found.value),
            weight: QUANTITY_WEIGHT,
            quantity: found,
          });
        }
        continue;
      }
      if (mention >= 0) {
        while (t < tokens.count && mentionAt[t] === mention) t++;
        const id = entityOf[mentions[mention]?.entity ?? -1];
        if (id) {
          const weight = mentions[mention]?.form === 'pronoun' ? PRONOUN_WEIGHT : ENTITY_WEIGHT;
          terms.push({ ...base, kind: 'entity', endToken: t, key: id, weight });
        }
        continue;
      }
      t++;
      const word = tokens.word[from] ?? '';
      const facts = wordFacts(word, tokens.lemma[from] ?? word, tokens.upos[from] as number);
      if (facts === null) continue;
      const { kind, key, row, entry, weight, classes } = facts;
      terms.push({ kind, token: from, endToken: t, key, row, entry, weight, classes, negated: base.negated });
    }
  }
  return terms;
}

const NO_CLASSES: readonly number[] = [];
/** Weights by kind, chosen by hand on invented stories; those of words come from their frequency. */
const TIME_WEIGHT = 0.3;
const QUANTITY_WEIGHT = 0.7;
const ENTITY_WEIGHT = 0.6;
const PRONOUN_WEIGHT = 0.15;
