import { MARK, NUMBER, type Lexemes } from '../text/scan-lexemes.ts';
import { readNumber } from '../text/read-number.ts';
import { readClock } from './read-clock.ts';
import {
  dateValue,
  expandYear,
  isCapital,
  readDate,
  readMonth,
  readSpokenYear,
  readYear,
} from './read-date.ts';
import { durationValue, readDuration } from './read-duration.ts';
import { HOLIDAY_STARTERS, holidayAt } from './holidays.ts';
import type { Choice, TimeReading, ValueForm, YearForm } from './time-form.ts';
import {
  DAY_PARTS,
  DAY_PART_PLURALS,
  FREQUENCIES,
  LONG_UNITS,
  MONTHS,
  NEAR_DAYS,
  ORDINALS,
  REFERENCES,
  SEASONS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  UNITS,
  WEEKDAYS,
} from './time-lexicon.ts';
import { SMALL_NUMBERS } from '../text/read-number.ts';

/** Penn tag of the token at a lexeme; the empty string where nothing tagged the text. */
export type TagAt = (lexeme: number) => string;

const CHOICES: ReadonlyMap<string, Choice> = new Map<string, Choice>([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['this', 'this'],
  ['current', 'this'],
  ['following', 'following'],
  ['previous', 'preceding'],
  ['preceding', 'preceding'],
  ['prior', 'preceding'],
]);

const PARTS: ReadonlyMap<string, string> = new Map([
  ['early', 'START'],
  ['late', 'END'],
  ['mid', 'MID'],
]);

const EDGES: ReadonlyMap<string, string> = new Map([
  ['end', 'END'],
  ['close', 'END'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['middle', 'MID'],
]);

const DECADES: ReadonlyMap<string, number> = new Map([
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

/** Reads time expressions at a place in a run of lexemes. Holds no state: the same place gives the same reading. */
export class TimeGrammar {
  private readonly lexemes: Lexemes;
  private readonly text: string;
  private readonly tagAt: TagAt;

  constructor(lexemes: Lexemes, text: string, tagAt: TagAt) {
    this.lexemes = lexemes;
    this.text = text;
    this.tagAt = tagAt;
  }

  /** The longest expression that begins at `at`, or `null`. */
  read(at: number): TimeReading | null {
    return this.readApproximated(at) ?? this.readParted(at) ?? this.readCore(at);
  }

  private form(at: number): string {
    return this.lexemes.form[at] ?? '';
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

  private reading(start: number, end: number, type: TimeReading['type'], form: ValueForm): TimeReading {
    return { start, end, type, form };
  }

  private fixed(
    start: number,
    end: number,
    type: TimeReading['type'],
    value: string | null,
    mod?: string,
  ): TimeReading {
    const reading = { start, end, type, form: { is: 'fixed', value } as const };
    return mod ? { ...reading, mod } : reading;
  }

  /** "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon". */
  private readClockPhrase(at: number): TimeReading | null {
    const clock = readClock(this.lexemes, at);
    if (!clock) return null;
    let next = clock.end;
    if (this.form(next) === ',') next++;
    if (this.form(next) === 'on') next++;
    const day = this.readDayReference(next);
    if (day) return this.reading(at, day.end, 'TIME', withTail(day.form, clock.tail));
    return this.reading(at, clock.end, 'TIME', { is: 'clock', tail: clock.tail });
  }

  /** A day, however told, without a part of it: what a time of day can be added to. */
  private readDayReference(at: number): TimeReading | null {
    const weekday = this.readWeekdayPhrase(at);
    if (weekday && weekday.type === 'DATE') return weekday;
    const near = NEAR_DAYS.get(this.form(at));
    if (near !== undefined)
      return this.reading(at, at + 1, 'DATE', { is: 'shift', unit: 'D', amount: near, from: 'document' });
    const date = readDate(this.lexemes, this.text, at);
    if (date && date.day !== null) return this.dateReading(at, date);
    const choice = CHOICES.get(this.form(at));
    const chosen = WEEKDAYS.get(this.form(at + 1));
    if (choice && chosen !== undefined)
      return this.reading(at, at + 2, 'DATE', { is: 'weekday', weekday: chosen, choice });
    return null;
  }

  private dateReading(
    at: number,
    date: { end: number; year: number | null; month: number; day: number | null },
  ): TimeReading {
    if (date.month === 0) return this.fixed(at, date.end, 'DATE', dateValue(date.year, 0, null));
    const year = date.year === null ? null : { year: date.year };
    return this.reading(at, date.end, 'DATE', { is: 'date', year, month: date.month, day: date.day });
  }

  /** A further day of the same month behind a date: the "25" of "April 24 and 25", the "23" of "Oct. 21-23". */
  readFurtherDay(after: TimeReading): TimeReading | null {
    const { form } = after;
    if (form.is !== 'date' || form.day === null || form.tail !== undefined || form.month === 0) return null;
    if (this.lexemes.kind[after.end - 1] !== NUMBER || this.form(after.end - 1).length > 2) return null;
    const link = this.form(after.end);
    if (link !== 'and' && link !== '-' && link !== 'to' && link !== 'or') return null;
    const at = after.end + 1;
    const digits = this.form(at);
    if (this.lexemes.kind[at] !== NUMBER || digits.length > 2) return null;
    const day = Number(digits);
    if (day <= form.day || day > 31) return null;
    const next = this.form(at + 1);
    if (next === '%' || next === 'percent' || (this.lexemes.glued[at + 1] === 1 && /^[-/:a-z]/.test(next)))
      return null;
    const tag = this.tagAt(at + 1);
    if (tag.startsWith('NN') || tag.startsWith('JJ') || tag === 'CD') return null;
    return this.reading(at, at + 1, 'DATE', { ...form, day });
  }

  private readCalendarDate(at: number): TimeReading | null {
    const date = readDate(this.lexemes, this.text, at);
    if (!date) return null;
    if (date.day === null && date.year === null && date.month !== 0 && !this.isMonthAlone(at)) return null;
    const reading = this.dateReading(at, date);
    return reading;
  }

  /** "May" is a verb, "March" too, "April" a woman: a bare month needs its capital and a place where months stand. */
  private isMonthAlone(at: number): boolean {
    const word = this.form(at);
    const tag = this.tagAt(at);
    const previous = this.form(at - 1);
    const opener =
      /^(?:in|since|until|by|of|from|to|during|through|for|before|after|this|last|next|each|every|and|or|late|early|mid|-|on|between)$/.test(
        previous,
      );
    if (SHORT_MONTHS.has(word) && !MONTHS.has(word)) {
      return opener && this.form(at + 1) === '.';
    }
    if (opener && !(word === 'may' && /^(?:and|or|that|this|each|for|of)$/.test(previous))) return true;
    if (tag === 'MD' || tag === 'VB' || tag === 'VBP') return false;
    if (word === 'may' || word === 'march') return this.form(at + 1) === "'";
    // "April Jones": a capital behind without a comma between makes a name.
    const next = at + 1;
    if (this.lexemes.kind[next] === 0 && isCapital(this.text, this.lexemes.start[next] ?? 0)) return false;
    return true;
  }

  /** "Friday", "Friday, Oct. 23", "Friday night", "Fridays". */
  private readWeekdayPhrase(at: number): TimeReading | null {
    const word = this.form(at);
    const start = this.lexemes.start[at] ?? 0;
    let weekday = WEEKDAYS.get(word);
    let end = at + 1;
    if (weekday === undefined) {
      if (word.endsWith('days') && WEEKDAYS.has(word.slice(0, -1))) {
        const every = WEEKDAYS.get(word.slice(0, -1)) ?? 1;
        return this.fixed(at, at + 1, 'SET', `XXXX-WXX-${every}`);
      }
      weekday = SHORT_WEEKDAYS.get(word);
      if (weekday === undefined || !isCapital(this.text, start)) return null;
      if (this.form(end) === '.') end++;
      // "Sun" and "Wed" are weekdays only next to a date or a time of day.
      const next = this.form(end) === ',' ? end + 1 : end;
      const date = readDate(this.lexemes, this.text, next);
      if (!date || date.day === null) return null;
      return this.dateReading(at, date);
    }
    const comma = this.form(end) === ',' ? end + 1 : end;
    const date = readDate(this.lexemes, this.text, comma);
    if (date && date.day !== null) return this.dateReading(at, date);
    const repeated = DAY_PART_PLURALS.get(this.form(end));
    if (repeated !== undefined) return this.fixed(at, end + 1, 'SET', `XXXX-WXX-${weekday}${repeated}`);
    const part = DAY_PARTS.get(this.form(end));
    if (part !== undefined) {
      return this.reading(at, end + 1, 'TIME', { is: 'weekday', weekday, tail: part });
    }
    return this.reading(at, end, 'DATE', { is: 'weekday', weekday });
  }

  /** "USA TODAY", "the People's Daily": a capital within a sentence, right behind a word. */
  private isPartOfName(at: number): boolean {
    const { kind, start } = this.lexemes;
    if (!isCapital(this.text, start[at] ?? 0) || at === 0 || kind[at - 1] !== 0) return false;
    const before = this.form(at - 1) === 's' && this.form(at - 2) === "'" ? at - 3 : at - 1;
    return before >= 0 && isCapital(this.text, start[before] ?? 0);
  }

  /** "today", "yesterday afternoon", "tonight". */
  private readNearDay(at: number): TimeReading | null {
    const word = this.form(at);
    if (word === 'tonight')
      return this.reading(at, at + 1, 'TIME', {
        is: 'shift',
        unit: 'D',
        amount: 0,
        from: 'document',
        tail: 'TNI',
      });
    if (word === 'overnight') return this.reading(at, at + 1, 'TIME', { is: 'clock', tail: 'TNI' });
    const amount = NEAR_DAYS.get(word);
    if (amount === undefined || this.isPartOfName(at)) return null;
    const part = DAY_PARTS.get(this.form(at + 1));
    const form = { is: 'shift', unit: 'D', amount, from: 'document' } as const;
    if (part !== undefined) return this.reading(at, at + 2, 'TIME', { ...form, tail: part });
    return this.reading(at, at + 1, 'DATE', form);
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
    if (word !== 'each' && word !== 'every') {
      if (word === 'once' || word === 'twice') return null;
      return null;
    }
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

  /** "'s third quarter" behind "this year", "last year". */
  private readPartAfterYear(at: number, end: number, year: YearForm): TimeReading | null {
    if (this.form(end) !== "'" || this.form(end + 1) !== 's') return null;
    const part = this.readPartOfYear(end + 2);
    return part ? this.reading(at, part.end, 'DATE', { is: 'part-of-year', part: part.part, year }) : null;
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

  /** "the quarter", "the latest period", "for the year", "the fiscal year ended March 31". */
  private readBusinessPeriod(at: number, next: number): TimeReading | null {
    const qualified = /^(?:latest|full|fiscal|whole|entire)$/.test(this.form(next));
    const head = qualified ? this.form(next + 1) : this.form(next);
    const end = qualified ? next + 2 : next + 1;
    if (head === 'quarter' || (head === 'period' && this.form(next) === 'latest')) {
      const told = this.form(end) === 'of' ? readYear(this.lexemes, end + 1) : null;
      const year = told === null ? null : { year: told };
      return this.reading(at, told === null ? end : end + 2, 'DATE', { is: 'part-of-year', part: 'Q', year });
    }
    const unit = UNITS.get(head);
    if (unit !== 'Y' && unit !== 'M' && unit !== 'W') return null;
    if (head.endsWith('s') || !/^(?:in|for|during|throughout|of)$/.test(this.form(at - 1))) return null;
    const after = this.form(end);
    if (after === 'ended' || after === 'ending' || after === 'to')
      return this.fixed(at, end, 'DURATION', durationValue(1, unit));
    if (after === 'of' || after === 'that' || after === 'before' || after === 'after' || after === 'since')
      return null;
    if (this.tagAt(end).startsWith('NN') || after === '-') return null;
    return this.reading(at, end, 'DATE', { is: 'shift', unit, amount: 0, from: 'document' });
  }

  /** "1988 second quarter", "1988 quarter". */
  private readYearPart(at: number): TimeReading | null {
    const year = readYear(this.lexemes, at);
    if (year === null) return null;
    const part = this.readPartOfYear(at + 1);
    const end = part?.end ?? (this.form(at + 1) === 'period' ? at + 2 : null);
    if (end === null) return null;
    return this.reading(at, end, 'DATE', { is: 'part-of-year', part: part?.part ?? 'Q', year: { year } });
  }

  /** `third quarter`, `third-quarter`, `Q3`, `first half`. */
  private readPartOfYear(at: number): { end: number; part: string } | null {
    const word = this.form(at);
    if (word === 'q' && this.lexemes.kind[at + 1] === NUMBER && this.lexemes.glued[at + 1] === 1) {
      const quarter = Number(this.form(at + 1));
      return quarter >= 1 && quarter <= 4 ? { end: at + 2, part: `Q${quarter}` } : null;
    }
    if (word === 'quarter') return { end: at + 1, part: 'Q' };
    const ordinal = word === 'last' && this.form(at + 1) === 'half' ? 2 : ORDINALS.get(word);
    if (ordinal === undefined || ordinal > 4) return null;
    const next = this.form(at + 1) === '-' ? at + 2 : at + 1;
    const unit = this.form(next);
    if (unit === 'quarter') return { end: next + 1, part: `Q${ordinal}` };
    if (unit === 'half' && ordinal <= 2) return { end: next + 1, part: `H${ordinal}` };
    return null;
  }

  /** "third-quarter", "fiscal third quarter", "second half of 1998", "third quarter of last year". */
  private readNumberedPart(at: number): TimeReading | null {
    const fiscal = this.form(at) === 'fiscal';
    const from = fiscal ? (this.form(at + 1) === '-' ? at + 2 : at + 1) : at;
    if (fiscal) {
      const offset = this.form(from) === 'year' ? from + 1 : from;
      const year = readYear(this.lexemes, offset);
      if (year !== null) return this.reading(at, offset + 1, 'DATE', { is: 'year', year: { year } });
    }
    const part = this.readPartOfYear(from);
    if (!part || part.part === 'Q') return null;
    // Halves are halves of a match, a book or a page as often as of a year: those need the year.
    const half = part.part.startsWith('H');
    let end = part.end;
    if (this.form(end) === 'of' || this.form(end) === ',') end++;
    if (this.form(end) === 'fiscal') end++;
    const year = readYear(this.lexemes, end);
    if (year !== null)
      return this.reading(at, end + 1, 'DATE', { is: 'part-of-year', part: part.part, year: { year } });
    const told = this.form(end);
    if (
      this.form(end + 1) === 'year' &&
      (told === 'last' || told === 'next' || told === 'this' || told === 'the')
    ) {
      const shift = told === 'last' ? -1 : told === 'next' ? 1 : 0;
      return this.reading(at, end + 2, 'DATE', { is: 'part-of-year', part: part.part, year: { shift } });
    }
    if (half) return null;
    const form = { is: 'part-of-year', part: part.part, year: null } as const;
    return this.reading(at, part.end, 'DATE', fiscal ? { ...form, fiscal } : form);
  }

  private readSeason(at: number): TimeReading | null {
    const season = SEASONS.get(this.form(at));
    if (season === undefined) return null;
    const of = this.form(at + 1) === 'of' || this.form(at + 1) === ',' ? at + 2 : at + 1;
    const year = readYear(this.lexemes, of);
    if (year !== null) return this.reading(at, of + 1, 'DATE', { is: 'season', season, year: { year } });
    const spoken = readSpokenYear(this.lexemes, of);
    if (spoken)
      return this.reading(at, spoken.end, 'DATE', { is: 'season', season, year: { year: spoken.year } });
    const told = this.form(of);
    if (this.form(of + 1) === 'year' && (told === 'last' || told === 'next' || told === 'this')) {
      const shift = told === 'last' ? -1 : told === 'next' ? 1 : 0;
      return this.reading(at, of + 2, 'DATE', { is: 'season', season, year: { shift } });
    }
    const previous = this.form(at - 1);
    if ((previous === 'in' || previous === 'since' || previous === 'by') && this.form(at) !== 'fall')
      return this.reading(at, at + 1, 'DATE', { is: 'season', season, year: null });
    return null;
  }

  /** "1990s", "nineties", "20th century", "nineteenth-century". */
  private readDecadeOrCentury(at: number): TimeReading | null {
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

  /** "in its ninth month", "on the eighth day": a place in a row that the words alone do not date. */
  private readOrdinalUnit(at: number): TimeReading | null {
    if (!ORDINALS.has(this.form(at))) return null;
    if (
      !/^(?:the|its|his|her|their)$/.test(this.form(at - 1)) ||
      !/^(?:in|into|on|during|enters?|entered|entering)$/.test(this.form(at - 2))
    )
      return null;
    const next = /^(?:straight|consecutive|successive|full)$/.test(this.form(at + 1)) ? at + 2 : at + 1;
    const unit = UNITS.get(this.form(next));
    if (unit !== 'D' && unit !== 'W' && unit !== 'M' && unit !== 'Y') return null;
    if (this.form(next).endsWith('s') || this.form(next + 1) === '-') return null;
    return this.fixed(at, next + 1, 'DATE', null);
  }

  /** "'98", "'90s". */
  private readApostropheYear(at: number): TimeReading | null {
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

  private readBareYear(at: number): TimeReading | null {
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
    if (previous === '-' && glued[at] === 1 && glued[at - 1] === 1 && kind[at - 2] !== NUMBER) return null;
    if (NUMBERED.has(previous)) return null;
    const opener = YEAR_OPENERS.has(previous) || (previous === 'of' && this.form(at - 2) !== 'out');
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

  private readHoliday(at: number): TimeReading | null {
    if (!isCapital(this.text, this.lexemes.start[at] ?? 0)) return null;
    const holiday = holidayAt(this.lexemes.form, at);
    if (!holiday) return null;
    const next = this.form(holiday.end) === ',' ? holiday.end + 1 : holiday.end;
    const year = readYear(this.lexemes, next);
    return this.reading(at, year === null ? holiday.end : next + 1, 'DATE', {
      is: 'holiday',
      day: holiday.day,
      year: year === null ? null : { year },
    });
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

  /** "for weeks", "months of talks", "day-long", "year-end", "year-earlier". */
  private readBareUnit(at: number): TimeReading | null {
    const { glued } = this.lexemes;
    const word = this.form(at);
    const unit = UNITS.get(word);
    if (unit === undefined) return null;
    const next = this.form(at + 1);
    const tied = next === '-' && glued[at + 1] === 1 && glued[at + 2] === 1;
    if (tied && this.form(at + 2) === 'long')
      return this.fixed(at, at + 3, 'DURATION', durationValue(1, unit));
    if (word === 'year') {
      const end = tied ? at + 2 : next === "'" && this.form(at + 2) === 's' ? at + 3 : at + 1;
      if (this.form(end) === 'end' && this.lexemes.kind[end + 1] !== 0)
        return {
          ...this.reading(at, end + 1, 'DATE', { is: 'shift', unit: 'Y', amount: 0, from: 'document' }),
          mod: 'END',
        };
      const before = this.readYearBefore(at);
      if (before) return before;
    }
    if (!word.endsWith('s') || unit.startsWith('T')) return null;
    const opened = SPANNING.has(this.form(at - 1));
    if (next === 'of' && this.form(at + 2) !== 'the' && (opened || this.form(at - 1) !== 'the'))
      return this.fixed(at, at + 1, 'DURATION', durationValue(null, unit));
    if (!opened || next === '-') return null;
    return this.fixed(at, at + 1, 'DURATION', durationValue(null, unit));
  }

  /** "year-earlier", "year-ago quarter": a period told before, a year back. */
  private readYearBefore(at: number): TimeReading | null {
    if (this.form(at + 1) !== '-' || (this.form(at + 2) !== 'ago' && this.form(at + 2) !== 'earlier'))
      return null;
    let end = at + 3;
    const part = this.readPartOfYear(end);
    if (part) end = part.end;
    else if (this.form(end) === 'period') end++;
    return this.reading(at, end, 'DATE', { is: 'year-before' });
  }
}

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

/** Prepositions before "weeks", "months": "for weeks", "within days". */
const SPANNING: ReadonlySet<string> = new Set([
  'for',
  'within',
  'after',
  'over',
  'in',
  'took',
  'take',
  'takes',
  'follows',
]);

function withTail(form: ValueForm, tail: string): ValueForm {
  if (form.is === 'date' || form.is === 'weekday' || form.is === 'shift') return { ...form, tail };
  return form;
}

/** Words that can begin an expression: everything else is passed over with one look-up. */
export const STARTERS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...SHORT_MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...[...WEEKDAYS.keys()].map((day) => day + 's'),
  ...SHORT_WEEKDAYS.keys(),
  ...NEAR_DAYS.keys(),
  ...SEASONS.keys(),
  ...DECADES.keys(),
  ...ORDINALS.keys(),
  ...REFERENCES.keys(),
  ...FREQUENCIES.keys(),
  ...HOLIDAY_STARTERS,
  ...LONG_UNITS.keys(),
  'year',
  'day',
  'week',
  'month',
  'decades',
  'centuries',
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  ...SMALL_NUMBERS.keys(),
  ...CHOICES.keys(),
  ...PARTS.keys(),
  ...DAY_PART_PLURALS.keys(),
  'tonight',
  'overnight',
  'noon',
  'midday',
  'midnight',
  'fiscal',
  'the',
  'a',
  'an',
  'half',
  'several',
  'many',
  'few',
  'some',
  'that',
  'same',
  'these',
  'each',
  'every',
  'about',
  'around',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'over',
  'more',
  'less',
  'fewer',
  'at',
  'up',
  'no',
  'earlier',
  'later',
  'q',
]);
