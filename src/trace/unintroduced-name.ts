import { evidenceAt } from '../model/evidence.ts';
import type { DescentSign } from '../model/lineage.ts';
import type { Outline } from './outline.ts';
import { sentenceOf, sentenceSpan, wordAt } from './outline-words.ts';
import type { SharedText } from './shared-text.ts';
import { TermKind, type Vocabulary } from './vocabulary.ts';

/** Shorter words are initials and particles. */
const SHORTEST = 3;
const CAPITALISED = /^\p{Lu}[\p{L}’'-]*\p{Ll}/u;
const SMALL = /^\p{Ll}/u;
/** The courtesy titles that some papers put before every family name: they introduce nobody. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir)$/;
/** What stands before a place or a thing as well as before a person. */
const BEFORE_ANYTHING = /^(?:the|an?|this|that|these|those|in|at|from|to|near|of|on)$/i;
const SPEECH = /^(?:said|says|told|added|asked)$/i;

/**
 * A family name that a copy uses in words taken over, as of somebody who is known, and that only the other text introduces, in a
 * sentence that the copy has not: the sentence was cut.
 *
 * What grew instead of being cut does not look so: a first report introduces whom it names. Only first mentions count, and no
 * word that stands anywhere in small letters.
 */
export function findUnintroducedName(shared: SharedText, vocabulary: Vocabulary): DescentSign | null {
  const { source, copy, runs, sourceShared } = shared;
  const firstInSource = firstPlaces(source);
  const firstInCopy = firstPlaces(copy);
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      const word = run.copy + i;
      const term = copy.term[word] ?? -1;
      const intro = firstInSource.get(term) ?? 0;
      // The order is by cost: most words fail the first test.
      if (firstInCopy.get(term) !== word || intro >= run.source + i || intro === 0) continue;
      if (vocabulary.kindOf(term) !== TermKind.other || !standsAlone(copy, word, vocabulary)) continue;
      const sentence = sentenceOf(source, intro);
      if (sourceShared[sentence] === 1 || !isFullName(source, intro, vocabulary)) continue;
      const firstName = source.term[intro - 1] ?? -1;
      if (firstInCopy.has(firstName)) continue;
      if ([source, copy].some((outline) => standsSmall(outline, term) || standsSmall(outline, firstName)))
        continue;
      return {
        kind: 'name-not-introduced',
        evidence: evidenceAt(copy.document, [[copy.start[word] ?? 0, copy.end[word] ?? 0]]),
        source: evidenceAt(source.document, [sentenceSpan(source, sentence)]),
      };
    }
  }
  return null;
}

function firstPlaces({ term, wordCount }: Outline): Map<number, number> {
  const first = new Map<number, number>();
  for (let i = wordCount - 1; i >= 0; i--) first.set(term[i] ?? -1, i);
  return first;
}

/** Whether a capitalised word is used as the name of somebody known: no first name, office or apposition beside it. */
function standsAlone(outline: Outline, word: number, vocabulary: Vocabulary): boolean {
  const name = wordAt(outline, word);
  if (name.length < SHORTEST || !CAPITALISED.test(name)) return false;
  const after = between(outline, word);
  if (after.startsWith(',') || (after === ' ' && CAPITALISED.test(wordAt(outline, word + 1)))) return false;
  if (outline.sentenceStart[sentenceOf(outline, word)] === word) return true;
  const before = wordAt(outline, word - 1);
  const gap = between(outline, word - 1);
  if (COURTESY.test(before)) return /^\.? $/.test(gap);
  if (gap !== ' ') return /[“"]$/.test(gap);
  if (SPEECH.test(before)) return true;
  const kind = vocabulary.kindOf(outline.term[word - 1] ?? -1);
  return kind === TermKind.function && SMALL.test(before) && !BEFORE_ANYTHING.test(before);
}

/** Whether a word ends a name of two words or more, in the narration. */
function isFullName(outline: Outline, word: number, vocabulary: Vocabulary): boolean {
  const before = wordAt(outline, word - 1);
  return (
    outline.quoted[word] === 0 &&
    between(outline, word - 1) === ' ' &&
    sentenceOf(outline, word - 1) === sentenceOf(outline, word) &&
    CAPITALISED.test(before) &&
    !COURTESY.test(before) &&
    !/[’']s?$/.test(before) &&
    vocabulary.kindOf(outline.term[word - 1] ?? -1) !== TermKind.function
  );
}

/** What stands between a word and the next. */
const between = ({ document, start, end }: Outline, word: number): string =>
  document.text.slice(end[word], start[word + 1]);

function standsSmall(outline: Outline, term: number): boolean {
  for (let i = outline.term.indexOf(term); i >= 0; i = outline.term.indexOf(term, i + 1))
    if (SMALL.test(wordAt(outline, i))) return true;
  return false;
}
