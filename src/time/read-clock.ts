import { NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import { SMALL_NUMBERS } from '../text/read-number.ts';
import { pad } from './calendar.ts';
import { ZONES } from './time-lexicon.ts';

/** A time of day: `T22:00`. */
export interface ClockReading {
  readonly end: number;
  readonly tail: string;
}

const NAMED_CLOCKS: ReadonlyMap<string, string> = new Map([
  ['noon', 'T12:00'],
  ['midday', 'T12:00'],
  ['midnight', 'T24:00'],
]);

const DAY_HALVES: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening']);

/** Reads `10 p.m.`, `10:30`, `0900 GMT`, `three o'clock`, `noon` at lexeme `at`, with the time zone behind it. */
export function readClock(lexemes: Lexemes, at: number): ClockReading | null {
  const { form, kind, glued } = lexemes;
  const named = NAMED_CLOCKS.get(form[at] ?? '');
  if (named !== undefined && form[at - 1] !== 'high') return { end: at + 1, tail: named };
  let hour: number;
  let minute: number | null = null;
  let second: number | null = null;
  let end = at + 1;
  if (kind[at] === WORD) {
    hour = SMALL_NUMBERS.get(form[at] ?? '') ?? -1;
    if (hour < 1 || hour > 12) return null;
  } else if (kind[at] === NUMBER) {
    const digits = form[at] ?? '';
    if (digits.length === 4 && ZONES.has(form[at + 1] ?? '')) {
      hour = Number(digits.slice(0, 2));
      minute = Number(digits.slice(2));
      if (hour > 24 || minute > 59) return null;
      return { end: skipZone(lexemes, at + 1), tail: `T${pad(hour, 2)}:${pad(minute, 2)}` };
    }
    if (digits.length > 2) return null;
    hour = Number(digits);
    const separator = form[end];
    if (
      (separator === ':' || separator === '.') &&
      glued[end] === 1 &&
      kind[end + 1] === NUMBER &&
      glued[end + 1] === 1 &&
      form[end + 1]?.length === 2
    ) {
      minute = Number(form[end + 1]);
      end += 2;
      if (form[end] === ':' && kind[end + 1] === NUMBER && form[end + 1]?.length === 2 && glued[end] === 1) {
        second = Number(form[end + 1]);
        end += 2;
      }
      // "7.30" without "p.m." is a number, and so is a score such as "3:15" with a single digit behind.
      if (separator === '.' && readMeridiem(lexemes, end) === null) return null;
    }
  } else {
    return null;
  }
  const meridiem = readMeridiem(lexemes, end);
  if (meridiem) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (meridiem.afternoon ? 12 : 0);
    end = meridiem.end;
  } else if (form[end] === 'in' && form[end + 1] === 'the' && DAY_HALVES.has(form[end + 2] ?? '')) {
    if (hour < 1 || hour > 12) return null;
    if (form[end + 2] !== 'morning') hour = (hour % 12) + 12;
    end += 3;
  } else if (form[end] === 'o' && form[end + 1] === "'" && form[end + 2] === 'clock') {
    end += 3;
  } else if (minute === null) {
    return null;
  }
  if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const tail = `T${pad(hour, 2)}:${pad(minute ?? 0, 2)}` + (second === null ? '' : `:${pad(second, 2)}`);
  return { end: skipZone(lexemes, end), tail };
}

function readMeridiem(lexemes: Lexemes, at: number): { end: number; afternoon: boolean } | null {
  const { form, glued } = lexemes;
  const word = form[at];
  if (word === 'am' || word === 'pm') return { end: at + 1, afternoon: word === 'pm' };
  if (word !== 'a' && word !== 'p') return null;
  if (form[at + 1] === '.' && form[at + 2] === 'm' && glued[at + 1] === 1 && glued[at + 2] === 1) {
    const end = form[at + 3] === '.' && glued[at + 3] === 1 ? at + 4 : at + 3;
    return { end, afternoon: word === 'p' };
  }
  return null;
}

function skipZone(lexemes: Lexemes, at: number): number {
  const { form } = lexemes;
  if (ZONES.has(form[at] ?? '')) return at + 1;
  if (form[at] === 'local' && form[at + 1] === 'time') return at + 2;
  if (form[at + 1] === 'time' && (form[at] === 'eastern' || form[at] === 'pacific')) return at + 2;
  return at;
}
