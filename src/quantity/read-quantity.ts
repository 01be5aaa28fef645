import type { Approximator } from '../model/quantity.ts';
import { SMALL_NUMBERS } from '../text/read-number.ts';
import type { Lexemes } from '../text/scan-lexemes.ts';
import { APPROXIMATING_STARTERS, boundsOf, readApproximation, readTrailing } from './approximation.ts';
import { withUnit } from './read-unit.ts';
import { readMoneySign, readScaled } from './scaled-number.ts';
import { PLURAL_SCALES, readFraction, readVague, type Amount } from './read-vague.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_PREFIXES } from './unit-lexicon.ts';

/** A quantity in lexeme indices; what is counted is found afterwards, from the tags. */
export interface QuantityReading {
  readonly start: number;
  /** After the unit. */
  readonly end: number;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly approximator: Approximator;
  readonly unit: string | null;
  /** Where the number itself begins and ends, for the checks around it. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** Written in figures without sign, scale or separator: may be a designation rather than a count. */
  readonly plain: boolean;
}

/** Words that can begin a quantity. */
export const QUANTITY_STARTERS: ReadonlySet<string> = new Set([
  ...APPROXIMATING_STARTERS,
  ...SMALL_NUMBERS.keys(),
  ...PLURAL_SCALES.keys(),
  ...CURRENCY_SIGNS.keys(),
  ...CURRENCY_CODES.keys(),
  ...DOLLAR_PREFIXES.keys(),
  'an',
  'half',
  'several',
  'between',
  'few',
  'hundred',
]);

/** Reads the quantity that begins at lexeme `at`; `null` where none does. */
export function readQuantity(lexemes: Lexemes, at: number): QuantityReading | null {
  const { form } = lexemes;
  const word = form[at] ?? '';
  if (word === 'between') return readSpelledRange(lexemes, at);
  const approximation = readApproximation(lexemes, at);
  const amount = readAmount(lexemes, approximation?.end ?? at);
  if (!amount) return null;
  const tail = readTrailing(lexemes, amount.end);
  // "Some 50,000-60,000" is a range whatever stands before it.
  const approximator =
    amount.approximator === 'range'
      ? 'range'
      : (tail?.approximator ?? approximation?.approximator ?? amount.approximator ?? 'exact');
  const { low, high } = boundsOf(amount, approximator, approximation?.nearly === true);
  return {
    start: at,
    end: tail?.end ?? amount.end,
    value: amount.value,
    low,
    high,
    approximator,
    unit: amount.unit,
    numberStart: amount.numberStart,
    numberEnd: amount.numberEnd,
    plain: amount.plain,
  };
}

/** A number or a range of two, with the money sign before and the unit behind. */
function readAmount(lexemes: Lexemes, at: number): Amount | null {
  const { form, glued } = lexemes;
  const vague = readVague(lexemes, at);
  if (vague) return withUnit(lexemes, vague);
  const fraction = readFraction(lexemes, at);
  if (fraction) return fraction.unit === null ? withUnit(lexemes, fraction) : fraction;
  const money = readMoneySign(lexemes, at);
  const first = readScaled(lexemes, money?.end ?? at);
  if (!first) return null;
  const numberStart = money?.end ?? at;
  let end = first.end;
  let low = first.value;
  let high = first.value;
  let range = false;
  const dash = form[end] === '-' && glued[end] === 1;
  // "from six to eleven" is a change and two numbers; "two or three" is a range only of neighbours.
  const spelled = (form[end] === 'to' && form[at - 1] !== 'from') || (form[end] === 'or' && low < 20);
  if ((dash && glued[end + 1] === 1) || spelled) {
    const upperSign = readMoneySign(lexemes, end + 1);
    const upper = readScaled(lexemes, upperSign?.end ?? end + 1);
    if (upper && (dash || isSpelledRange(low, upper.value, (upperSign === null) === (money === null)))) {
      // "$2-3 billion": the scale behind the second number holds for both.
      const scaled =
        first.scale === 1 && upper.scale > 1 && low * upper.scale < upper.value ? low * upper.scale : low;
      if (upper.value > scaled) {
        low = scaled;
        high = upper.value;
        end = upper.end;
        range = true;
      }
    }
  }
  const amount: Amount = {
    end,
    value: range ? null : low,
    low,
    high,
    unit: money?.unit ?? null,
    ...(range ? { approximator: 'range' as const } : {}),
    numberStart,
    numberEnd: end,
    plain: first.plain && !range && money === null,
  };
  return money ? amount : withUnit(lexemes, amount);
}

/** How many times its low end the high end of "40 to 60" may be; more is a change ("rose $2 to $84"). */
const WIDEST_RANGE = 10;

function isSpelledRange(low: number, high: number, sameSign: boolean): boolean {
  return high > low && sameSign && high <= low * WIDEST_RANGE;
}

/** "between 3 and 5". "From 40 to 60" is a change more often than a range and is read as two numbers. */
function readSpelledRange(lexemes: Lexemes, at: number): QuantityReading | null {
  const { form } = lexemes;
  const sign = readMoneySign(lexemes, at + 1);
  const lower = readScaled(lexemes, sign?.end ?? at + 1);
  if (!lower) return null;
  // "between 8% and 9%"
  const joined = form[lower.end] === '%' || form[lower.end] === 'percent' ? lower.end + 1 : lower.end;
  if (form[joined] !== 'and') return null;
  const upperSign = readMoneySign(lexemes, joined + 1);
  const upper = readScaled(lexemes, upperSign?.end ?? joined + 1);
  if (!upper) return null;
  const low =
    lower.scale === 1 && upper.scale > 1 && lower.value * upper.scale < upper.value
      ? lower.value * upper.scale
      : lower.value;
  if (upper.value <= low) return null;
  const amount: Amount = {
    end: upper.end,
    value: null,
    low,
    high: upper.value,
    unit: sign?.unit ?? null,
    numberStart: at + 1,
    numberEnd: upper.end,
    plain: false,
  };
  const whole = sign ? amount : withUnit(lexemes, amount);
  return { ...whole, start: at, approximator: 'range' };
}
