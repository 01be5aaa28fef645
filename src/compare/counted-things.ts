import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

const [NOUN, ADJ] = (['NOUN', 'ADJ'] as const).map((tag) => UPOS.indexOf(tag));

/**
 * What a number counts: its own words, and those behind a closing quotation mark that cuts through the phrase (“about 300
 * Larks” light aircraft).
 */
export function thingsOf(index: TermIndex, quantity: Quantity): readonly Term[] {
  if (!quantity.counted) return [];
  const { text } = index.annotated.document;
  const beyond = /^[”"’'»]\s+(?:\p{Ll}+\s+){0,2}\p{Ll}+/u.exec(
    text.slice(quantity.counted[1], quantity.counted[1] + QUOTE_BREAK),
  );
  const things = readTerms(index, [quantity.counted], true);
  if (!beyond) return things;
  const { tokens } = index.annotated.language;
  let end = quantity.counted[1];
  for (
    let t = firstTokenAt(index.annotated, quantity.counted[1] + 1);
    t < tokens.count && (tokens.end[t] as number) <= quantity.counted[1] + beyond[0].length;
    t++
  ) {
    if (tokens.upos[t] !== NOUN && tokens.upos[t] !== ADJ) break;
    if (tokens.upos[t] === NOUN) end = tokens.end[t] as number;
  }
  return end > quantity.counted[1] ? readTerms(index, [[quantity.counted[0], end]], true) : things;
}

/** Characters that are looked at behind a quotation mark. */
const QUOTE_BREAK = 60;

/** The noun right behind a day or a length of time: "the Sunday flight". */
export function nounAfter(index: TermIndex, span: Span): readonly Term[] {
  const { text } = index.annotated.document;
  const after = /^[’']?s?\s+\p{L}+/u.exec(text.slice(span[1], span[1] + 40));
  if (!after) return [];
  return readTerms(index, [[span[1], span[1] + after[0].length]]).filter(({ kind }) => kind === 'noun');
}
