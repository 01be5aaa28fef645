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

/** Words between a length of time and the noun that it is a length of: "a two-hour champagne meeting". */
const NOUN_REACH = 3;

/** The noun behind a day or a length of time with the words before it: "the Sunday flight", "the two-hour sponsors' breakfast". */
export function nounAfter(index: TermIndex, span: Span): readonly Term[] {
  const { tokens } = index.annotated.language;
  let first = firstTokenAt(index.annotated, span[1]);
  if (/^[’']s?$/.test(tokens.word[first] ?? '')) first++;
  let end = -1;
  for (let t = first; t < Math.min(tokens.count, first + NOUN_REACH); t++) {
    if (tokens.upos[t] === NOUN) end = tokens.end[t] as number;
    else if (tokens.upos[t] !== ADJ || end >= 0) break;
  }
  if (end < 0) return [];
  return readTerms(index, [[tokens.start[first] as number, end]]).filter(({ kind }) => kind === 'noun');
}
