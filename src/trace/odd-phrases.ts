import { firstAtOrAfter } from './outline-words.ts';
import type { Outline } from './outline.ts';

/** Words with a fault of grammar or the debris of a machine, where they stand. */
interface OddPhrase {
  readonly start: number;
  readonly text: string;
}

/** A phrase in more documents than this is no slip that two of them share. */
const MOST_DOCUMENTS = 4;
const MOST_PHRASES = 3;
/** Debris that runs on for longer is shown no further. */
const LONGEST = 120;

/**
 * Finds odd wording that betrays a common text: a word doubled, the wrong article, or damage that reading found in both, in the
 * same words, and in hardly any other document.
 *
 * Quoted words do not count: two reporters may set down one stammer.
 */
export class OddPhraseFinder {
  readonly #documentsWith = new Map<string, number>();
  readonly #phrases = new Map<Outline, readonly OddPhrase[]>();

  constructor(outlines: readonly Outline[]) {
    for (const outline of outlines) {
      const phrases = oddPhrasesOf(outline);
      if (phrases.length === 0) continue;
      this.#phrases.set(outline, phrases);
      for (const text of new Set(phrases.map((phrase) => phrase.text)))
        this.#documentsWith.set(text, (this.#documentsWith.get(text) ?? 0) + 1);
    }
  }

  /** At most {@link MOST_PHRASES}, in the order of the first document. */
  find(a: Outline, b: Outline): string[] {
    const inB = new Set(this.#phrases.get(b)?.map(({ text }) => text));
    const shared = (this.#phrases.get(a) ?? [])
      .map(({ text }) => text)
      .filter((text) => inB.has(text) && (this.#documentsWith.get(text) ?? 0) <= MOST_DOCUMENTS);
    return [...new Set(shared)].slice(0, MOST_PHRASES);
  }
}

/** Words that are never said twice on purpose (“had had”, “that that” are). */
const NEVER_DOUBLED = /^(?:the|an?|of|and|to|from|for|with|at|by|or|its|their|his)$/i;
/** Sounds and letters differ in “a unit”, “a European”, “an hour”, “an sms”; those beginnings are left alone. */
const VOWEL = /^(?:a[b-z]|e[a-tv-z]|i[a-z]|o[a-mo-tv-z])[a-z]{2}/;
const CONSONANT = /^[bcdfgjklmnpqrstvwz][hlr]?[aeiou][a-z]/;
const THOUGHTLESS = /^(?:a(?:nd|s|t|re)|i[nst]|is|or|of)$/;

function oddPhrasesOf(outline: Outline): OddPhrase[] {
  const { document, start, end, quoted } = outline;
  const { text } = document;
  const phrases: OddPhrase[] = [];
  // The articles are English.
  for (let i = document.language.startsWith('en') ? 0 : outline.wordCount; i + 1 < outline.wordCount; i++) {
    const length = (end[i] ?? 0) - (start[i] ?? 0);
    const next = i + 1;
    // One blank between the two: across a comma or a line nothing is doubled.
    if (length > 5 || quoted[i] === 1 || (start[next] ?? 0) - (end[i] ?? 0) !== 1) continue;
    if (text.charCodeAt(end[i] ?? 0) !== SPACE) continue;
    const doubled = outline.term[i] === outline.term[next];
    if (!doubled && length > 2) continue;
    const word = text.slice(start[i], end[i]);
    const following = text.slice(start[next], end[next]);
    const odd = doubled
      ? NEVER_DOUBLED.test(word) && word.toLowerCase() === following
      : word === 'a'
        ? VOWEL.test(following) && !THOUGHTLESS.test(following)
        : word === 'an' && CONSONANT.test(following);
    if (odd) phrases.push(phraseAt(outline, i, doubled ? i + 2 : next));
  }
  for (const { kind, evidence } of document.oddities) {
    const span = evidence.spans[0];
    if (!span || (kind !== 'machine-translation' && kind !== 'garbled')) continue;
    const first = firstAtOrAfter(end, span[0] + 1);
    const last = firstAtOrAfter(start, span[1]) - 1;
    if (first > last || quoted[first] === 1 || last >= outline.wordCount) continue;
    // A mark is a comma or a dash; the words beside it tell one from another.
    phrases.push(phraseAt(outline, Math.max(0, first - 1), Math.min(outline.wordCount - 1, last + 1)));
  }
  return phrases.toSorted((x, y) => x.start - y.start);
}

const SPACE = 0x20;

/** The words from `first` to `last`, both included, as they stand; to the end of the line at most. */
function phraseAt({ document, start, end, wordCount }: Outline, first: number, last: number): OddPhrase {
  const from = start[first] ?? 0;
  const to = end[Math.min(last, wordCount - 1)] ?? from;
  const text = document.text.slice(from, Math.min(to, from + LONGEST));
  const line = text.indexOf('\n');
  return { start: from, text: line > 0 ? text.slice(0, line).trimEnd() : text };
}
