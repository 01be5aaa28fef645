import { NUMBER } from '../text/scan-lexemes.ts';
import { isCapital, readSpokenYear, readYear } from './read-date.ts';
import { durationValue } from './read-duration.ts';
import { holidayAt } from './holidays.ts';
import type { TimeReading, YearForm } from './time-form.ts';
import { ORDINALS, SEASONS, UNITS } from './time-lexicon.ts';
import { YearGrammar } from './year-grammar.ts';

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

/** The part of the grammar that reads quarters, seasons, holidays and units that stand alone. */
export class PeriodGrammar extends YearGrammar {
  /** "the quarter", "the latest period", "for the year", "the fiscal year ended March 31". */
  protected readBusinessPeriod(at: number, next: number): TimeReading | null {
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

  /** "'s third quarter" behind "this year", "last year". */
  protected readPartAfterYear(at: number, end: number, year: YearForm): TimeReading | null {
    if (this.form(end) !== "'" || this.form(end + 1) !== 's') return null;
    const part = this.readPartOfYear(end + 2);
    return part ? this.reading(at, part.end, 'DATE', { is: 'part-of-year', part: part.part, year }) : null;
  }

  /** "1988 second quarter", "1988 quarter". */
  protected readYearPart(at: number): TimeReading | null {
    const year = readYear(this.lexemes, at);
    if (year === null) return null;
    const part = this.readPartOfYear(at + 1);
    const end = part?.end ?? (this.form(at + 1) === 'period' ? at + 2 : null);
    if (end === null) return null;
    return this.reading(at, end, 'DATE', { is: 'part-of-year', part: part?.part ?? 'Q', year: { year } });
  }

  /** `third quarter`, `third-quarter`, `Q3`, `first half`. */
  protected readPartOfYear(at: number): { end: number; part: string } | null {
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
  protected readNumberedPart(at: number): TimeReading | null {
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

  protected readSeason(at: number): TimeReading | null {
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

  /** "in its ninth month", "on the eighth day": a place in a row that the words alone do not date. */
  protected readOrdinalUnit(at: number): TimeReading | null {
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

  protected readHoliday(at: number): TimeReading | null {
    if (!isCapital(this.text, this.lexemes.start[at] ?? 0)) return null;
    const holiday = holidayAt(this.lexemes.form, at);
    if (!holiday) return null;
    if (this.form(holiday.end) === 'week') {
      const day = { is: 'holiday', day: holiday.day, year: null } as const;
      return this.reading(at, holiday.end + 1, 'DATE', { is: 'next-to', day, shift: 'week' });
    }
    const next = this.form(holiday.end) === ',' ? holiday.end + 1 : holiday.end;
    const year = readYear(this.lexemes, next);
    return this.reading(at, year === null ? holiday.end : next + 1, 'DATE', {
      is: 'holiday',
      day: holiday.day,
      year: year === null ? null : { year },
    });
  }

  /** "for weeks", "months of talks", "day-long", "year-end", "year-earlier". */
  protected readBareUnit(at: number): TimeReading | null {
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
  protected readYearBefore(at: number): TimeReading | null {
    if (this.form(at + 1) !== '-' || (this.form(at + 2) !== 'ago' && this.form(at + 2) !== 'earlier'))
      return null;
    let end = at + 3;
    const part = this.readPartOfYear(end);
    if (part) end = part.end;
    else if (this.form(end) === 'period') end++;
    return this.reading(at, end, 'DATE', { is: 'year-before' });
  }
}
