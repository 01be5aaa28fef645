import { MARK, NUMBER, WORD } from '../text/scan-lexemes.ts';
import { readNumber } from '../text/read-number.ts';
import { DayGrammar } from './day-grammar.ts';
import { dateValue, isCapital, readMonth } from './read-date.ts';
import { durationValue, readDuration, type DurationReading } from './read-duration.ts';
import type { TimeReading } from './time-form.ts';
import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS } from './time-lexicon.ts';

/** The part of the grammar that reads stretches of time and what repeats. */
export class SpanGrammar extends DayGrammar {
  /** "ten years", "eight-year", "ten years ago", "two days later", "a year earlier". */
  protected readDurationPhrase(at: number): TimeReading | null {
    const duration = readDuration(this.lexemes, at);
    if (!duration || this.isTitle(at) || this.isAlways(at, duration)) return null;
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

  /** "60 Minutes" where the words around are small: what something is called. */
  private isTitle(at: number): boolean {
    const { kind, start } = this.lexemes;
    const unit = start[at + 1] ?? 0;
    if (
      kind[at] !== NUMBER ||
      kind[at + 1] !== WORD ||
      !/^\p{Lu}\p{Ll}/u.test(this.text.slice(unit, unit + 4))
    )
      return false;
    return kind[at - 1] === MARK || !isCapital(this.text, start[at - 1] ?? 0);
  }

  /** "24 hours a day", "seven days a week": always. */
  private isAlways(at: number, { amount, unit, end }: DurationReading): boolean {
    if (this.form(end) === 'a')
      return (
        (amount === 24 && unit === 'TH' && this.form(end + 1) === 'day') ||
        (amount === 7 && unit === 'D' && this.form(end + 1) === 'week')
      );
    return this.form(at) === 'a' && /^(?:day|week)$/.test(this.form(at + 1)) && this.isAlwaysBefore(at);
  }

  private isAlwaysBefore(at: number): boolean {
    const often = this.form(at - 2);
    return (
      (this.form(at - 1) === 'hours' && /^(?:24|twenty|four)$/.test(often)) ||
      (this.form(at - 1) === 'days' && /^(?:7|seven)$/.test(often))
    );
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
  protected readRepeated(at: number): TimeReading | null {
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
}
