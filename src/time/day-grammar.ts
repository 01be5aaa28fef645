import { NUMBER } from '../text/scan-lexemes.ts';
import { readClock } from './read-clock.ts';
import { dateValue, isCapital, readDate } from './read-date.ts';
import type { TimeReading, ValueForm } from './time-form.ts';
import {
  DAY_PARTS,
  DAY_PART_PLURALS,
  MONTHS,
  NEAR_DAYS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  WEEKDAYS,
} from './time-lexicon.ts';
import { PeriodGrammar } from './period-grammar.ts';
import { CHOICES } from './relative-words.ts';

const TOLD_YEARS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** The part of the grammar that reads days and times of day. */
export class DayGrammar extends PeriodGrammar {
  /** "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon". */
  protected readClockPhrase(at: number): TimeReading | null {
    const clock = readClock(this.lexemes, at);
    if (!clock) return null;
    let next = this.behindOtherZone(clock.end);
    if (this.form(next) === ',') next++;
    if (this.form(next) === 'on') next++;
    const day = this.readDayReference(next);
    if (day) return this.reading(at, day.end, 'TIME', withTail(day.form, clock.tail));
    return this.reading(at, clock.end, 'TIME', { is: 'clock', tail: clock.tail });
  }

  /** Behind the "(0735 GMT)" of "10:35 a.m. (0735 GMT) Friday": the same time of day elsewhere. */
  private behindOtherZone(at: number): number {
    if (this.form(at) !== '(') return at;
    const other = readClock(this.lexemes, at + 1);
    return other && this.form(other.end) === ')' ? other.end + 1 : at;
  }

  /** A day, however told, without a part of it: what a time of day can be added to. */
  protected readDayReference(at: number): TimeReading | null {
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

  protected dateReading(
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

  protected readCalendarDate(at: number): TimeReading | null {
    const date = readDate(this.lexemes, this.text, at);
    if (!date) return null;
    if (date.day === null && date.year === null && date.month !== 0 && !this.isMonthAlone(at)) return null;
    const told = date.year === null && date.month !== 0 ? this.readToldYear(date.end) : null;
    if (told)
      return this.reading(at, told.end, 'DATE', {
        is: 'date',
        year: { shift: told.shift },
        month: date.month,
        day: date.day,
      });
    return this.dateReading(at, date);
  }

  /** The "this year" of "in February this year", "of last year" behind a month or a day of one. */
  private readToldYear(at: number): { end: number; shift: number } | null {
    const from = this.form(at) === 'of' ? at + 1 : at;
    const shift = TOLD_YEARS.get(this.form(from));
    return shift === undefined || this.form(from + 1) !== 'year' || this.form(from + 2) === "'"
      ? null
      : { end: from + 2, shift };
  }

  /** "May" is a verb, "March" too, "April" a woman: a bare month needs its capital and a place where months stand. */
  protected isMonthAlone(at: number): boolean {
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
  protected readWeekdayPhrase(at: number): TimeReading | null {
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
  protected isPartOfName(at: number): boolean {
    const { kind, start } = this.lexemes;
    if (!isCapital(this.text, start[at] ?? 0) || at === 0 || kind[at - 1] !== 0) return false;
    const before = this.form(at - 1) === 's' && this.form(at - 2) === "'" ? at - 3 : at - 1;
    return before >= 0 && isCapital(this.text, start[before] ?? 0);
  }

  /** "today", "yesterday afternoon", "tonight". */
  protected readNearDay(at: number): TimeReading | null {
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
}

/** Adds a time of day to a form that names a day. */
export function withTail(form: ValueForm, tail: string): ValueForm {
  if (form.is === 'date' || form.is === 'weekday' || form.is === 'shift') return { ...form, tail };
  return form;
}
