import { MARK, NUMBER } from '../text/scan-lexemes.ts';
import { LexemeReader } from './lexeme-reader.ts';
import { expandYear, readSpokenYear, readYear } from './read-date.ts';
import type { TimeReading } from './time-form.ts';
import { ORDINALS, UNITS } from './time-lexicon.ts';

/** Decades by their names, as the first three figures of their years. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 192],
  ['thirties', 193],
  ['forties', 194],
  ['fifties', 195],
  ['sixties', 196],
  ['seventies', 197],
  ['eighties', 198],
  ['nineties', 199],
]);

/** Words before a bare year that make it one: "in 1850". */
const YEAR_OPENERS: ReadonlySet<string> = new Set([
  'in',
  'since',
  'until',
  'till',
  'by',
  'before',
  'after',
  'from',
  'during',
  'circa',
  'year',
  'through',
]);

/** Words before four figures that name something rather than a year. */
const NUMBERED: ReadonlySet<string> = new Set([
  'no',
  'number',
  'flight',
  'route',
  'case',
  'model',
  'room',
  'resolution',
  'windows',
  'dlrs',
]);

/** The part of the grammar that reads years, decades and centuries. */
export class YearGrammar extends LexemeReader {
  /** "1990s", "nineties", "20th century", "nineteenth-century". */
  protected readDecadeOrCentury(at: number): TimeReading | null {
    const { kind, glued } = this.lexemes;
    const word = this.form(at);
    if (kind[at] === NUMBER && word.length === 4) {
      const apostrophe = this.form(at + 1) === "'" && glued[at + 1] === 1 ? at + 2 : at + 1;
      if (word.endsWith('0') && this.form(apostrophe) === 's' && glued[apostrophe] === 1)
        return this.fixed(at, apostrophe + 1, 'DATE', word.slice(0, 3));
    }
    const decade = DECADES.get(word);
    if (decade !== undefined && this.form(at - 1) === 'the')
      return this.fixed(at, at + 1, 'DATE', String(decade));
    let century = ORDINALS.get(word) ?? null;
    let next = at + 1;
    if (
      kind[at] === NUMBER &&
      word.length <= 2 &&
      glued[next] === 1 &&
      /^(?:st|nd|rd|th)$/.test(this.form(next))
    ) {
      century = Number(word);
      next++;
    }
    if (century === null || century < 1) return null;
    if (this.form(next) === '-') next++;
    if (this.form(next) !== 'century') return null;
    return this.fixed(at, next + 1, 'DATE', String(century - 1).padStart(2, '0'));
  }

  /** "'98", "'90s". */
  protected readApostropheYear(at: number): TimeReading | null {
    const { kind, glued } = this.lexemes;
    const digits = this.form(at + 1);
    if (kind[at + 1] !== NUMBER || glued[at + 1] !== 1 || digits.length !== 2) return null;
    if (this.form(at + 2) === 's' && glued[at + 2] === 1) {
      return digits.endsWith('0')
        ? this.fixed(at, at + 3, 'DATE', String(expandYear(Number(digits))).slice(0, 3))
        : null;
    }
    if (!YEAR_OPENERS.has(this.form(at - 1))) return null;
    return this.reading(at, at + 2, 'DATE', { is: 'year', year: { year: expandYear(Number(digits)) } });
  }

  /** "1998", "in 1850", "nineteen ninety-eight", "1989-90". */
  protected readBareYear(at: number): TimeReading | null {
    const { kind, glued } = this.lexemes;
    if (kind[at] !== NUMBER) {
      const spoken = readSpokenYear(this.lexemes, at);
      if (!spoken || spoken.year < 1900 || UNITS.has(this.form(spoken.end))) return null;
      return this.reading(at, spoken.end, 'DATE', { is: 'year', year: { year: spoken.year } });
    }
    const year = readYear(this.lexemes, at);
    if (year === null) return null;
    const previous = this.form(at - 1);
    const tiedBefore = glued[at] === 1 && kind[at - 1] === MARK;
    if (tiedBefore && !/^["'(\-[`/]$/.test(previous)) return null;
    if (glued[at] === 1 && kind[at - 1] !== MARK) return null;
    const tied = previous === '-' && glued[at] === 1 && glued[at - 1] === 1 && kind[at - 2] !== NUMBER;
    const prefixed = tied && /^(?:mid|post|pre)$/.test(this.form(at - 2));
    if (tied && !prefixed) return null;
    if (NUMBERED.has(previous)) return null;
    const opener =
      prefixed || YEAR_OPENERS.has(previous) || (previous === 'of' && this.form(at - 2) !== 'out');
    const next = this.form(at + 1);
    const range = next === '-' && glued[at + 1] === 1;
    if (range && kind[at + 2] === 0 && glued[at + 2] === 1) return null;
    const follows = this.tagAt(at + 1);
    const counts = follows === 'NNS' || UNITS.has(next) || next === 'people' || next === 'percent';
    if (year < 1900 || year > 2039) {
      if (!opener || counts || follows.startsWith('NN') || follows.startsWith('JJ')) return null;
    } else if (counts && !opener && previous !== 'the') {
      return null;
    }
    // "1989-90" is a span of years.
    if (range && kind[at + 2] === NUMBER && this.form(at + 2).length === 2 && glued[at + 2] === 1) {
      return this.reading(at, at + 3, 'DATE', { is: 'year', year: { year } });
    }
    return this.reading(at, at + 1, 'DATE', { is: 'year', year: { year } });
  }
}
