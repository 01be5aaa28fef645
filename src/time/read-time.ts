import { MARK, NUMBER } from '../text/scan-lexemes.ts';
import { readNumber } from '../text/read-number.ts';
import { dateValue, readDate, readMonth, readYear } from './read-date.ts';
import { durationValue, readDuration } from './read-duration.ts';
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
import { DayGrammar, withTail } from './day-grammar.ts';
import { DECADES } from './period-grammar.ts';
import { CHOICES, PARTS } from './relative-words.ts';

const EDGES: ReadonlyMap<string, string> = new Map([
  ['end', 'END'],
  ['close', 'END'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['middle', 'MID'],
]);

/** Reads time expressions at a place in a run of lexemes. Holds no state: the same place gives the same reading. */
export class TimeGrammar extends DayGrammar {
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

  /** "ten years", "eight-year", "ten years ago", "two days later", "a year earlier". */
  private readDurationPhrase(at: number): TimeReading | null {
    const duration = readDuration(this.lexemes, at);
    if (!duration) return null;
    const after = this.form(duration.end);
    const mod = duration.mod;
    const article = this.form(at) === 'a' || this.form(at) === 'an';
    const shift = (sign: 1 | -1, from: 'document' | 'text', end: number): TimeReading => {
      if (duration.amount === null) {
        // "a few days later" has no value of its own but the length of the wait.
        if (from === 'text') return this.fixed(at, duration.end, 'DURATION', duration.value);
        return this.fixed(at, end, 'DATE', sign < 0 ? 'PAST_REF' : 'FUTURE_REF');
      }
      if (sign < 0 && duration.unit === 'Y' && duration.amount === 1 && !mod)
        return this.reading(at, end, 'DATE', { is: 'year-before' });
      const form = { is: 'shift', unit: duration.unit, amount: sign * duration.amount, from } as const;
      const reading = this.reading(at, end, duration.unit.startsWith('T') ? 'TIME' : 'DATE', form);
      return mod ? { ...reading, mod } : reading;
    };
    if (after === 'ago') return shift(-1, 'document', duration.end + 1);
    if (after === 'from' && this.form(duration.end + 1) === 'now')
      return shift(1, 'document', duration.end + 2);
    if (after === 'hence') return shift(1, 'document', duration.end + 1);
    if (after === 'earlier' && !duration.hyphenated) return shift(-1, 'text', duration.end + 1);
    if (after === 'later' && !duration.hyphenated) return shift(1, 'text', duration.end + 1);
    if (article && this.isRate(at, duration.unit)) return this.fixed(at, duration.end, 'SET', duration.value);
    const reading = this.fixed(at, duration.end, 'DURATION', duration.value);
    return mod ? { ...reading, mod } : reading;
  }

  /** "90,000 copies a year", "$5 a day", "twice a week". */
  private isRate(at: number, unit: string): boolean {
    if (unit === 'CE') return false;
    const previous = this.form(at - 1);
    if (this.lexemes.kind[at - 1] === NUMBER) return true;
    if (previous === 'once' || previous === 'twice' || previous === 'times' || previous === 'percent')
      return true;
    const tag = this.tagAt(at - 1);
    return tag === 'NNS' || tag === 'CD';
  }

  /** "each year", "every Monday", "every two weeks". */
  private readRepeated(at: number): TimeReading | null {
    const word = this.form(at);
    if (word !== 'each' && word !== 'every') return null;
    const next = at + 1;
    const weekday = WEEKDAYS.get(this.form(next));
    if (weekday !== undefined) return this.fixed(at, next + 1, 'SET', `XXXX-WXX-${weekday}`);
    const month = readMonth(this.lexemes, this.text, next);
    if (month) return this.fixed(at, month.end, 'SET', dateValue(null, month.month, null));
    const season = SEASONS.get(this.form(next));
    if (season !== undefined) return this.fixed(at, next + 1, 'SET', `XXXX-${season}`);
    const part = DAY_PARTS.get(this.form(next));
    if (part !== undefined) return this.fixed(at, next + 1, 'SET', `XXXX-XX-XX${part}`);
    if (this.form(next) === 'other') {
      const unit = UNITS.get(this.form(next + 1));
      return unit === undefined ? null : this.fixed(at, next + 2, 'SET', durationValue(2, unit));
    }
    const number = readNumber(this.lexemes, next);
    const unit = UNITS.get(this.form(number?.end ?? next));
    if (unit === undefined) return null;
    return this.fixed(at, (number?.end ?? next) + 1, 'SET', durationValue(number?.value ?? 1, unit));
  }

  /** What begins with "the", "this", "last", "next", "past", "that" … */
  private readRelative(at: number): TimeReading | null {
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
  private readChosen(at: number, from: number, definite: boolean): TimeReading | null {
    const word = this.form(from);
    const choice = CHOICES.get(word);
    // "It will last 22 days": the verb.
    if (choice === undefined || this.tagAt(from).startsWith('V')) return null;
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

  private readCouple(at: number): { end: number; value: string; mod: string } | null {
    if (this.form(at) !== 'couple') return null;
    const of = this.form(at + 1) === 'of' ? at + 2 : at + 1;
    const unit = UNITS.get(this.form(of));
    return unit === undefined ? null : { end: of + 1, value: durationValue(2, unit), mod: 'APPROX' };
  }

  private readAfterThe(at: number): TimeReading | null {
    const next = at + 1;
    const word = this.form(next);
    const chosen = this.readChosen(at, next, true);
    if (chosen) return chosen;
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

  /** "now", "currently", "daily" and what else needs no date. */
  private readReference(at: number): TimeReading | null {
    const word = this.form(at);
    const frequency = FREQUENCIES.get(word);
    if (frequency !== undefined && this.isPartOfName(at)) return null;
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
}
