import { UPOS } from '../model/language-layer.ts';
import { CAPITAL, COLON, WORD, type TokenFacts } from './token-facts.ts';
import type { TokenRange } from './token-range.ts';

const MAX_NAME = 6;
const MIN_CONTENT = 3;
const PROPN = UPOS.indexOf('PROPN');
const VERB = UPOS.indexOf('VERB');
const NAMING = new Set(
  ['PROPN', 'NOUN', 'ADJ', 'DET', 'NUM'].map((tag) => UPOS.indexOf(tag as (typeof UPOS)[number])),
);

/** "Quell to Brenn: Stop the ferries" as a headline: who speaks, to whom, and what. */
export interface Headline {
  readonly source: TokenRange;
  readonly cue: TokenRange;
  readonly content: TokenRange;
}

/** Reads a headline of the form "NAME to NAME: …", which running text does not have and the models have not seen. */
export function findHeadline(facts: TokenFacts, first: number, end: number): Headline | null {
  const { word } = facts.layer.tokens;
  const source = nameEnd(facts, first, end);
  if (source === first || word[source]?.toLowerCase() !== 'to') return null;
  const addressee = nameEnd(facts, source + 1, end);
  if (addressee === source + 1 || !(facts.flags[addressee]! & COLON)) return null;
  let words = 0;
  for (let i = addressee + 1; i < end; i++) if (facts.flags[i]! & WORD) words++;
  if (words < MIN_CONTENT) return null;
  return { source: [first, source], cue: [addressee, addressee + 1], content: [addressee + 1, end] };
}

function nameEnd(facts: TokenFacts, from: number, end: number): number {
  let at = from;
  // A name that opens a headline is often taken for a verb: its capital tells nothing there.
  let named = facts.upos[at] === VERB && (facts.flags[at]! & CAPITAL) !== 0;
  if (named) at++;
  while (at < Math.min(end - 1, from + MAX_NAME) && NAMING.has(facts.upos[at]!))
    named = facts.upos[at++] === PROPN || named;
  return named ? at : from;
}

/** No label that says who speaks is longer: "Ada Lunde (recorded):". */
const MAX_LABEL = 10;

/**
 * Reads "NAME: …" and "NAME (recorded): …" at the beginning of a headline or a paragraph, as headlines, transcripts and
 * running accounts have it. A label names a speaker when its last word does so elsewhere in the document, or stands in
 * capitals as in transcripts; "Weather: rain" and "Photo: Lunde" do not.
 *
 * @param speakers - words that name sources in the document, in lower case.
 * @param end - where the headline or the paragraph ends.
 */
export function findLabel(
  facts: TokenFacts,
  first: number,
  end: number,
  speakers: ReadonlySet<string>,
): Headline | null {
  const { word } = facts.layer.tokens;
  const source = nameEnd(facts, first, end);
  let colon = source;
  if (word[colon] === '(') {
    while (colon < end && colon - first < MAX_LABEL && word[colon] !== ')') colon++;
    colon++;
  }
  if (source === first || colon >= end || !(facts.flags[colon]! & COLON)) return null;
  const name = word[source - 1]!;
  const title = facts.layer.sentences[facts.sentence[first]!]!.kind !== 'sentence';
  const shouted =
    !title && name.length >= MIN_SHOUTED && name === name.toUpperCase() && /\p{L}{4}/u.test(name);
  // "AP: …" under a picture is its credit.
  const acronym = !title && name === name.toUpperCase();
  if (!shouted && (acronym || !speakers.has(name.toLowerCase()))) return null;
  let words = 0;
  for (let i = colon + 1; i < end; i++) if (facts.flags[i]! & WORD) words++;
  if (words < MIN_CONTENT) return null;
  return { source: [first, source], cue: [colon, colon + 1], content: [colon + 1, end] };
}
/** Shorter capitals are acronyms as often as names. */
const MIN_SHOUTED = 5;
