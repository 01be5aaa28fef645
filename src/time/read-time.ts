import { MARK } from '../text/scan-lexemes.ts';
import { durationValue } from './read-duration.ts';
import type { TimeReading } from './time-form.ts';
import {
  DAY_PARTS,
  FREQUENCIES,
  LONG_UNITS,
  NEAR_DAYS,
  REFERENCES,
  SEASONS,
  UNITS,
  WEEKDAYS,
} from './time-lexicon.ts';
import { withTail } from './day-grammar.ts';
import { DECADES } from './year-grammar.ts';
import { RelativeGrammar } from './relative-grammar.ts';
import { PARTS } from './relative-words.ts';

const EDGES: ReadonlyMap<string, string> = new Map([
  ['end', 'END'],
  ['close', 'END'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['middle', 'MID'],
]);

/** Reads time expressions at a place in a run of lexemes. Holds no state: the same place gives the same reading. */
export class TimeGrammar extends RelativeGrammar {
  /** The longest expression that begins at `at`, or `null`. */
  read(at: number): TimeReading | null {
    return this.readApproximated(at) ?? this.readParted(at) ?? this.readCore(at);
  }

  /** "about two years ago", "more than four hours", "around Nov. 1". */
  private readApproximated(at: number): TimeReading | null {
    const approximator = this.readApproximator(at);
    if (!approximator) return null;
    const inner = this.readDurationPhrase(approximator.end);
    if (inner) return { ...inner, start: at, mod: approximator.mod };
    if (approximator.mod !== 'APPROX' || this.form(at) === 'some') return null;
    // "Ways to get around Friday's ruling": weekdays are not told roughly.
    if (WEEKDAYS.has(this.form(approximator.end))) return null;
    const point = this.readCore(approximator.end);
    if (!point || (point.type !== 'DATE' && point.type !== 'TIME') || point.form.is === 'fixed') return null;
    return { ...point, start: at, mod: 'APPROX' };
  }

  private readApproximator(at: number): { end: number; mod: string } | null {
    switch (this.form(at)) {
      case 'about':
      case 'around':
      case 'approximately':
      case 'roughly':
      case 'some':
        return { end: at + 1, mod: 'APPROX' };
      case 'nearly':
      case 'almost':
        return { end: at + 1, mod: 'LESS_THAN' };
      case 'over':
        return { end: at + 1, mod: 'MORE_THAN' };
      case 'more':
        return this.form(at + 1) === 'than' ? { end: at + 2, mod: 'MORE_THAN' } : null;
      case 'less':
      case 'fewer':
        return this.form(at + 1) === 'than' ? { end: at + 2, mod: 'LESS_THAN' } : null;
      case 'at':
        if (this.form(at + 1) === 'least') return { end: at + 2, mod: 'EQUAL_OR_MORE' };
        return this.form(at + 1) === 'most' ? { end: at + 2, mod: 'EQUAL_OR_LESS' } : null;
      case 'up':
        return this.form(at + 1) === 'to' ? { end: at + 2, mod: 'EQUAL_OR_LESS' } : null;
      case 'no':
        if (this.form(at + 2) !== 'than') return null;
        if (this.form(at + 1) === 'more') return { end: at + 3, mod: 'EQUAL_OR_LESS' };
        return this.form(at + 1) === 'less' ? { end: at + 3, mod: 'EQUAL_OR_MORE' } : null;
      default:
        return null;
    }
  }

  /** "late Thursday", "early next year", "the end of 1994", "earlier this month", "mid-November". */
  private readParted(at: number): TimeReading | null {
    const word = this.form(at);
    if (word === 'earlier' || word === 'later') {
      const from = this.form(at + 1) === 'in' || this.form(at + 1) === 'on' ? at + 2 : at + 1;
      if (!this.opensPeriod(from)) return null;
      const inner = this.readCore(from);
      if (!inner || inner.type === 'DURATION' || inner.type === 'SET' || inner.form.is === 'fixed')
        return null;
      return { ...inner, start: at, mod: word === 'earlier' ? 'START' : 'END' };
    }
    const determiner = word === 'the' ? at + 1 : at;
    const part = PARTS.get(this.form(determiner));
    if (part !== undefined) {
      let from = determiner + 1;
      if (this.form(from) === '-') from++;
      else if (this.form(from) === 'on' || this.form(from) === 'in') {
        from++;
        if (!WEEKDAYS.has(this.form(from)) && !NEAR_DAYS.has(this.form(from)) && !this.opensPeriod(from))
          return null;
      }
      const decade = DECADES.get(this.form(from));
      if (decade !== undefined) return this.fixed(at, from + 1, 'DATE', String(decade), part);
      const dayPart = DAY_PARTS.get(this.form(from));
      if (dayPart !== undefined) {
        const day = this.readDayReference(from + 1);
        if (day)
          return { start: at, end: day.end, type: 'TIME', mod: part, form: withTail(day.form, dayPart) };
        return null;
      }
      const inner = this.readCore(from);
      if (!inner || inner.type === 'DURATION' || inner.type === 'SET') return null;
      if (inner.form.is === 'fixed' && inner.form.value?.endsWith('_REF')) return null;
      return { ...inner, start: at, mod: part };
    }
    const edge = EDGES.get(this.form(determiner));
    if (edge !== undefined && word === 'the' && this.form(determiner + 1) === 'of') {
      const inner = this.readCore(determiner + 2) ?? this.readPlainPeriod(determiner + 2);
      if (!inner || inner.type === 'SET') return null;
      if (inner.form.is === 'fixed' && inner.form.value?.endsWith('_REF')) return null;
      if (inner.type === 'DURATION') return null;
      return { ...inner, start: at, mod: edge };
    }
    return null;
  }

  /** Whether what stands at `at` names a stretch of the calendar, so that "earlier" or "later in" goes with it. */
  private opensPeriod(at: number): boolean {
    const word = this.form(at);
    const next = this.form(at + 1);
    if (WEEKDAYS.has(word) || NEAR_DAYS.has(word)) return true;
    if (word === 'this' || word === 'that' || word === 'last' || word === 'next' || word === 'the') {
      return UNITS.has(next) || DAY_PARTS.has(next) || SEASONS.has(next);
    }
    return false;
  }

  /** "the month" in "the end of the month". */
  private readPlainPeriod(at: number): TimeReading | null {
    if (this.form(at) !== 'the') return null;
    const unit = UNITS.get(this.form(at + 1));
    if (unit === undefined || unit.startsWith('T')) return null;
    return this.reading(at, at + 2, 'DATE', { is: 'shift', unit, amount: 0, from: 'document' });
  }

  private readCore(at: number): TimeReading | null {
    if (this.lexemes.kind[at] === MARK) {
      return this.form(at) === "'" ? this.readApostropheYear(at) : null;
    }
    return (
      this.readClockPhrase(at) ??
      this.readNumberedPart(at) ??
      this.readCalendarDate(at) ??
      this.readWeekdayPhrase(at) ??
      this.readNearDay(at) ??
      this.readDurationPhrase(at) ??
      this.readRepeated(at) ??
      this.readRelative(at) ??
      this.readSeason(at) ??
      this.readDecadeOrCentury(at) ??
      this.readOrdinalUnit(at) ??
      this.readBareYear(at) ??
      this.readHoliday(at) ??
      this.readReference(at)
    );
  }

  /** "now", "currently", "daily" and what else needs no date. */
  private readReference(at: number): TimeReading | null {
    const word = this.form(at);
    const frequency = FREQUENCIES.get(word);
    if (frequency !== undefined && (this.isPartOfName(at) || this.isNewspaper(at))) return null;
    if (frequency !== undefined) return this.fixed(at, at + 1, 'SET', frequency);
    const long = LONG_UNITS.get(word);
    if (long !== undefined) return this.fixed(at, at + 1, 'DURATION', durationValue(1, long));
    // "as soon as" compares, "then current" is another time's.
    if (word === 'soon' && this.form(at - 1) === 'as') return null;
    if (word === 'current' && this.form(at - 1) === 'then') return null;
    const reference = REFERENCES.get(word);
    if (reference !== undefined) return this.fixed(at, at + 1, 'DATE', reference);
    return this.readBareUnit(at);
  }

  /** "The party daily Granite Post": a noun, and the name of the paper behind it. */
  private isNewspaper(at: number): boolean {
    return this.tagAt(at).startsWith('NN') && this.tagAt(at + 1).startsWith('NNP');
  }
}
