import { readNumber } from '../text/read-number.ts';
import { readDate, readMonth, readYear } from './read-date.ts';
import { durationValue, readDuration } from './read-duration.ts';
import { CHOICES } from './relative-words.ts';
import { SpanGrammar } from './span-grammar.ts';
import type { TimeReading } from './time-form.ts';
import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS } from './time-lexicon.ts';

/** The part of the grammar that reads what is told from another time: "last week", "the following year", "the future". */
export class RelativeGrammar extends SpanGrammar {
  /** What begins with "the", "this", "last", "next", "past", "that" … */
  protected readRelative(at: number): TimeReading | null {
    const word = this.form(at);
    if (word === 'the') {
      return this.readAfterThe(at);
    }
    if (word === 'that' || word === 'same') {
      const unit = UNITS.get(this.form(at + 1));
      if (unit === undefined || unit.startsWith('T')) return null;
      if (word === 'that' && this.form(at + 1).endsWith('s')) return null;
      return this.reading(at, at + 2, 'DATE', { is: 'shift', unit, amount: 0, from: 'text' });
    }
    if (word === 'these' && (this.form(at + 1) === 'days' || this.form(at + 1) === 'weeks')) {
      return this.fixed(at, at + 2, 'DATE', 'PRESENT_REF');
    }
    if (word === 'recent' || word === 'coming') {
      const unit = UNITS.get(this.form(at + 1));
      if (unit !== undefined && this.form(at + 1).endsWith('s'))
        return this.fixed(at, at + 2, 'DURATION', durationValue(null, unit));
      if (word === 'recent') return null;
    }
    return this.readChosen(at, at, false);
  }

  /** `from` is the lexeme of "last", "next", "this"; `at` where the expression begins. */
  protected readChosen(at: number, from: number, definite: boolean): TimeReading | null {
    const word = this.form(from);
    const choice = CHOICES.get(word);
    // "It will last 22 days": the verb.
    if (choice === undefined || (word === 'last' && this.tagAt(from).startsWith('V'))) return null;
    let next = from + 1;
    if (this.form(next) === 'fiscal') next++;
    const head = this.form(next);
    // "the last several weeks", "the next 14 months", "the past few years".
    const counted =
      head === 'few' || head === 'several' || readNumber(this.lexemes, next) !== null || head === 'couple';
    if (counted) {
      const duration =
        readDuration(this.lexemes, head === 'couple' ? next - 1 : next) ?? this.readCouple(next);
      if (
        duration &&
        (choice === 'last' || choice === 'next' || choice === 'preceding' || choice === 'following')
      )
        return this.fixed(at, duration.end, 'DURATION', duration.value, duration.mod);
    }
    const weekday = WEEKDAYS.get(head);
    if (weekday !== undefined) {
      const part = DAY_PARTS.get(this.form(next + 1));
      const form = { is: 'weekday', weekday, choice } as const;
      if (part !== undefined) return this.reading(at, next + 2, 'TIME', { ...form, tail: part });
      return this.reading(at, next + 1, 'DATE', form);
    }
    const month = readMonth(this.lexemes, this.text, next);
    if (month && choice !== 'following' && choice !== 'preceding') {
      const date = readDate(this.lexemes, this.text, next);
      if (date && date.day !== null && date.year !== null) return null;
      if (date)
        return this.reading(at, date.end, 'DATE', {
          is: 'date',
          year: date.year === null ? null : { year: date.year },
          month: date.month,
          day: date.day,
          choice,
        });
    }
    const season = SEASONS.get(head);
    if (season !== undefined)
      return this.reading(at, next + 1, 'DATE', { is: 'season', season, year: null, choice });
    const part = DAY_PARTS.get(head);
    if (part !== undefined) {
      const amount =
        choice === 'last' || choice === 'preceding'
          ? -1
          : choice === 'next' || choice === 'following'
            ? 1
            : 0;
      const base = choice === 'this' || choice === 'last' ? 'document' : 'text';
      return this.reading(at, next + 1, 'TIME', { is: 'shift', unit: 'D', amount, from: base, tail: part });
    }
    const unit = UNITS.get(head);
    if (unit === undefined) return null;
    if (unit === 'WE') return this.reading(at, next + 1, 'DATE', { is: 'weekend', choice });
    if (unit.startsWith('T')) {
      return choice === 'last' || choice === 'next'
        ? this.fixed(at, next + 1, 'DURATION', durationValue(1, unit))
        : null;
    }
    if (head.endsWith('s') && unit !== 'CE') {
      return choice === 'last' || choice === 'next'
        ? this.fixed(at, next + 1, 'DURATION', durationValue(null, unit))
        : null;
    }
    const amount = choice === 'last' || choice === 'preceding' ? -1 : choice === 'this' ? 0 : 1;
    if (definite && (word === 'past' || word === 'last' || word === 'coming')) {
      return this.fixed(at, next + 1, 'DURATION', durationValue(1, unit));
    }
    const fromText = choice === 'following' || choice === 'preceding' || (definite && choice === 'next');
    const end = next + 1;
    const shift = { is: 'shift', unit, amount, from: fromText ? 'text' : 'document' } as const;
    if (unit === 'Y' && !fromText) {
      const quarter = this.readPartAfterYear(at, end, { shift: amount });
      if (quarter) return quarter;
    }
    if (unit === 'Q') {
      return this.reading(at, end, 'DATE', { is: 'part-of-year', part: 'Q', year: null, choice });
    }
    return this.reading(at, end, 'DATE', shift);
  }

  protected readCouple(at: number): { end: number; value: string; mod: string } | null {
    if (this.form(at) !== 'couple') return null;
    const of = this.form(at + 1) === 'of' ? at + 2 : at + 1;
    const unit = UNITS.get(this.form(of));
    return unit === undefined ? null : { end: of + 1, value: durationValue(2, unit), mod: 'APPROX' };
  }

  protected readAfterThe(at: number): TimeReading | null {
    const next = at + 1;
    const word = this.form(next);
    const chosen = this.readChosen(at, next, true);
    if (chosen) return chosen;
    if (word === 'day' || word === 'week') {
      const near = this.readNextTo(at, next);
      if (near) return near;
    }
    if (word === 'same') {
      const same = this.readRelative(next);
      return same ? { ...same, start: at } : null;
    }
    const after = this.form(next + 1);
    if (word === 'past' || word === 'future' || word === 'present') {
      if (this.lexemes.kind[next + 1] === 0 && /^NN|^JJ/.test(this.tagAt(next + 1))) return null;
      const value = word === 'past' ? 'PAST_REF' : word === 'future' ? 'FUTURE_REF' : 'PRESENT_REF';
      return this.fixed(at, next + 1, 'DATE', value);
    }
    if (
      after === 'future' &&
      (word === 'near' || word === 'foreseeable' || word === 'distant' || word === 'immediate')
    )
      return this.fixed(at, next + 2, 'DATE', 'FUTURE_REF');
    if (word === 'moment' || word === 'time') return null;
    if (word === 'year') {
      const year = readYear(this.lexemes, next + 1);
      if (year !== null) return this.reading(at, next + 2, 'DATE', { is: 'year', year: { year } });
      const spoken = readNumber(this.lexemes, next + 1);
      if (spoken && spoken.value >= 1900 && spoken.value <= 2100)
        return this.reading(at, spoken.end, 'DATE', { is: 'year', year: { year: spoken.value } });
    }
    if (word === 'first' || word === 'last' || word === 'final') {
      const duration = readDuration(this.lexemes, next + 1);
      if (duration) return this.fixed(at, duration.end, 'DURATION', duration.value);
    }
    const year = this.readYearPart(next);
    if (year) return { ...year, start: at };
    const duration = readNumber(this.lexemes, next) ? readDuration(this.lexemes, next) : null;
    if (duration && !duration.hyphenated)
      return this.fixed(at, duration.end, 'DURATION', duration.value, duration.mod);
    const inner = this.readNumberedPart(next) ?? this.readDecadeOrCentury(next) ?? this.readSeason(next);
    if (inner) return { ...inner, start: at };
    const before = word === 'year' ? this.readYearBefore(next) : null;
    if (before) return { ...before, start: at };
    const period = this.readBusinessPeriod(at, next);
    if (period) return period;
    const season = SEASONS.get(word);
    if (season !== undefined && word !== 'fall')
      return this.reading(at, next + 1, 'DATE', { is: 'season', season, year: null });
    if (word === 'weekend') return this.reading(at, next + 1, 'DATE', { is: 'weekend' });
    const part = DAY_PARTS.get(word);
    if (part !== undefined && (this.form(at - 1) === 'in' || this.form(at - 1) === 'during'))
      return this.reading(at, next + 1, 'TIME', { is: 'clock', tail: part });
    return null;
  }

  /** "the week of March 6", "the day before Christmas". */
  private readNextTo(at: number, unit: number): TimeReading | null {
    const link = this.form(unit + 1);
    const isWeek = this.form(unit) === 'week';
    if (isWeek ? link !== 'of' : link !== 'before' && link !== 'after') return null;
    const day = this.readDayReference(unit + 2) ?? this.readHoliday(unit + 2);
    if (!day || day.form.is === 'fixed') return null;
    const shift = isWeek ? 'week' : link === 'before' ? -1 : 1;
    return this.reading(at, day.end, 'DATE', { is: 'next-to', day: day.form, shift });
  }
}
