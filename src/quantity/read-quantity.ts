import type { Approximator } from '../model/quantity.ts';
import { MARK, NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import { readBareFigures, readNumber, SMALL_NUMBERS } from '../text/read-number.ts';
import { PLURAL_SCALES, readFraction, readVague, type Amount } from './read-vague.ts';
import {
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  DOLLAR_PREFIXES,
  SCALE_LETTERS,
  UNIT_WORDS,
} from './unit-lexicon.ts';

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

/** How far "about" reaches on both sides; "nearly" reaches as far below. A tenth: rounder figures are hardly told. */
const ABOUT_REACH = 0.1;

interface Approximation {
  readonly end: number;
  readonly approximator: Approximator;
  readonly nearly?: boolean;
}

const LEADING: readonly (readonly [words: readonly string[], approximator: Approximator])[] = [
  [['about'], 'about'],
  [['around'], 'about'],
  [['approximately'], 'about'],
  [['approx', '.'], 'about'],
  [['roughly'], 'about'],
  [['some'], 'about'],
  [['an', 'estimated'], 'about'],
  [['estimated'], 'about'],
  [['circa'], 'about'],
  [['~'], 'about'],
  [['in', 'the', 'region', 'of'], 'about'],
  [['close', 'to'], 'about'],
  [['at', 'least'], 'at-least'],
  [['no', 'fewer', 'than'], 'at-least'],
  [['no', 'less', 'than'], 'at-least'],
  [['not', 'less', 'than'], 'at-least'],
  [['a', 'minimum', 'of'], 'at-least'],
  [['a', 'total', 'of'], 'exact'],
  [['exactly'], 'exact'],
  [['at', 'most'], 'at-most'],
  [['up', 'to'], 'at-most'],
  [['as', 'many', 'as'], 'at-most'],
  [['as', 'much', 'as'], 'at-most'],
  [['no', 'more', 'than'], 'at-most'],
  [['not', 'more', 'than'], 'at-most'],
  [['a', 'maximum', 'of'], 'at-most'],
  [['more', 'than'], 'more-than'],
  [['greater', 'than'], 'more-than'],
  [['well', 'over'], 'more-than'],
  [['just', 'over'], 'more-than'],
  [['over'], 'more-than'],
  [['above'], 'more-than'],
  [['in', 'excess', 'of'], 'more-than'],
  [['upwards', 'of'], 'more-than'],
  [['upward', 'of'], 'more-than'],
  [['>'], 'more-than'],
  [['less', 'than'], 'less-than'],
  [['fewer', 'than'], 'less-than'],
  [['just', 'under'], 'less-than'],
  [['under'], 'less-than'],
  [['below'], 'less-than'],
  [['<'], 'less-than'],
];

const NEARLY: ReadonlySet<string> = new Set(['nearly', 'almost']);
const LEADING_BY_FIRST = new Map<string, (readonly [readonly string[], Approximator])[]>();
for (const entry of LEADING) {
  const first = entry[0][0] ?? '';
  const list = LEADING_BY_FIRST.get(first);
  if (list) list.push(entry);
  else LEADING_BY_FIRST.set(first, [entry]);
}

/** Words that can begin a quantity. */
export const QUANTITY_STARTERS: ReadonlySet<string> = new Set([
  ...LEADING_BY_FIRST.keys(),
  ...NEARLY,
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
  const { low, high } = bounds(amount, approximator, approximation?.nearly === true);
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

function readApproximation(lexemes: Lexemes, at: number, nested = false): Approximation | null {
  const { form } = lexemes;
  const word = form[at] ?? '';
  if (NEARLY.has(word)) return { end: at + 1, approximator: 'about', nearly: true };
  for (const [words, approximator] of LEADING_BY_FIRST.get(word) ?? []) {
    if (words.every((expected, index) => form[at + index] === expected)) {
      const end = at + words.length;
      // "at least some 40", "more than an estimated 300": the first word rules.
      const inner = approximator === 'exact' || nested ? null : readApproximation(lexemes, end, true);
      return { end: inner?.approximator === 'about' ? inner.end : end, approximator };
    }
  }
  return null;
}

function bounds(amount: Amount, approximator: Approximator, nearly: boolean): { low: number; high: number } {
  const { low, high } = amount;
  switch (approximator) {
    case 'about':
      return amount.value === null
        ? { low, high }
        : { low: low * (1 - ABOUT_REACH), high: nearly ? high : high * (1 + ABOUT_REACH) };
    case 'at-least':
    case 'more-than':
      return { low, high: Infinity };
    case 'at-most':
    case 'less-than':
      return { low: 0, high };
    default:
      return { low, high };
  }
}

/** "or more", "or so", "-plus" behind the number. */
function readTrailing(lexemes: Lexemes, at: number): { end: number; approximator: Approximator } | null {
  const { form, glued } = lexemes;
  if (form[at] === 'or') {
    const next = form[at + 1];
    if (next === 'so') return { end: at + 2, approximator: 'about' };
    if (next === 'more') return { end: at + 2, approximator: 'at-least' };
    if (next === 'less' || next === 'fewer') return { end: at + 2, approximator: 'at-most' };
  }
  if (form[at] === '+' && glued[at] === 1) return { end: at + 1, approximator: 'at-least' };
  if (form[at] === '-' && glued[at] === 1 && glued[at + 1] === 1) {
    if (form[at + 1] === 'plus') return { end: at + 2, approximator: 'at-least' };
    if (form[at + 1] === 'odd') return { end: at + 2, approximator: 'about' };
  }
  return null;
}

/** A number or a range of two, with the money sign before and the unit behind. */
function readAmount(lexemes: Lexemes, at: number): Amount | null {
  const { form, glued } = lexemes;
  const vague = readVague(lexemes, at);
  if (vague) return withUnit(lexemes, vague);
  const fraction = readFraction(lexemes, at);
  if (fraction) return fraction;
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

function readMoneySign(lexemes: Lexemes, at: number): { end: number; unit: string } | null {
  const { form, glued } = lexemes;
  const word = form[at] ?? '';
  const sign = CURRENCY_SIGNS.get(word);
  if (sign !== undefined) return { end: at + 1, unit: sign };
  const dollar = DOLLAR_PREFIXES.get(word);
  if (dollar !== undefined && form[at + 1] === '$' && glued[at + 1] === 1)
    return { end: at + 2, unit: dollar };
  const code = CURRENCY_CODES.get(word);
  return code !== undefined && lexemes.kind[at + 1] === NUMBER ? { end: at + 1, unit: code } : null;
}

/** A number with the scale tied to it: `1.2bn`, `40k`, `1.5 million`, `9 1/2`. */
function readScaled(
  lexemes: Lexemes,
  at: number,
): { value: number; end: number; scale: number; plain: boolean } | null {
  const { form, kind, glued } = lexemes;
  const bare = readBareFigures(lexemes, at);
  if (bare && kind[bare.end] === WORD) {
    const scale = SCALE_LETTERS.get(form[bare.end] ?? '');
    const tied = glued[bare.end] === 1 || (form[bare.end]?.length ?? 0) > 1;
    // "100m" without a sign of money is a length unless a unit or a noun of many follows ("3.2m pounds").
    const length =
      form[bare.end] === 'm' &&
      !CURRENCY_SIGNS.has(form[at - 1] ?? '') &&
      !/[a-z]s$/.test(form[bare.end + 1] ?? '');
    if (scale !== undefined && tied && !length) {
      return { value: bare.value * scale, end: bare.end + 1, scale, plain: false };
    }
  }
  const number = readNumber(lexemes, at);
  if (!number) return null;
  if (form[number.end + 1] === '/' && kind[number.end] === NUMBER && kind[number.end + 2] === NUMBER) {
    const fraction = Number(form[number.end]) / Number(form[number.end + 2]);
    if (fraction > 0 && fraction < 1 && number.plain)
      return { value: number.value + fraction, end: number.end + 3, scale: 1, plain: false };
  }
  const scale = bare && bare.value > 0 ? number.value / bare.value : 1;
  return { value: number.value, end: number.end, scale, plain: number.plain };
}

/** Takes in the unit behind an amount: `40 km`, `5 percent`, `20-foot`, `3 square miles`, `2 million dollars`. */
function withUnit(lexemes: Lexemes, amount: Amount): Amount {
  const { form, kind, glued } = lexemes;
  let at = amount.end;
  if (form[at] === '-' && glued[at] === 1 && UNIT_WORDS.has(form[at + 1] ?? '')) at++;
  const word = form[at] ?? '';
  if (word === '%') return { ...amount, end: at + 1, unit: 'percent' };
  if (kind[at] === MARK && CURRENCY_SIGNS.has(word) && kind[at + 1] !== NUMBER)
    return { ...amount, end: at + 1, unit: CURRENCY_SIGNS.get(word) ?? null };
  if (word === 'per' && form[at + 1] === 'cent') return { ...amount, end: at + 2, unit: 'percent' };
  if (word === 'percentage' && (form[at + 1] === 'points' || form[at + 1] === 'point'))
    return { ...amount, end: at + 2, unit: 'percentage point' };
  if (word === 'nautical' && (form[at + 1] === 'miles' || form[at + 1] === 'mile'))
    return { ...amount, end: at + 2, unit: 'nautical mile' };
  if (word === 'metric' && UNIT_WORDS.get(form[at + 1] ?? '') === 'tonne')
    return { ...amount, end: at + 2, unit: 'tonne' };
  if (word === 'square' || word === 'sq' || word === 'cubic') {
    const next = form[at + 1] === '.' ? at + 2 : at + 1;
    const base = UNIT_WORDS.get(form[next] ?? '');
    if (base !== undefined) {
      return { ...amount, end: next + 1, unit: `${word === 'cubic' ? 'cubic' : 'square'} ${base}` };
    }
  }
  if (word === 'u' && form[at + 1] === '.' && form[at + 2] === 's' && form[at + 4] === 'dollars')
    return { ...amount, end: at + 5, unit: 'USD' };
  if (word === 'us' && form[at + 1] === 'dollars') return { ...amount, end: at + 2, unit: 'USD' };
  if (word === 'swiss' && form[at + 1] === 'francs') return { ...amount, end: at + 2, unit: 'CHF' };
  const code = CURRENCY_CODES.get(word);
  if (code !== undefined && word !== 'try') return { ...amount, end: at + 1, unit: code };
  if (word === 'm' && kind[at - 1] === NUMBER) return { ...amount, end: at + 1, unit: 'metre' };
  const unit = UNIT_WORDS.get(word);
  if (unit === undefined) return amount;
  // "15 degrees", "300 miles per hour", "40 km/h".
  if (unit === 'pound' && form[at + 1] === 'sterling') return { ...amount, end: at + 2, unit: 'GBP' };
  // Millions of pounds are money unless the words say of what.
  if (unit === 'pound' && amount.low >= 1e6 && form[at + 1] !== 'of')
    return { ...amount, end: at + 1, unit: 'GBP' };
  if (form[at + 1] === 'per' && form[at + 2] === 'hour') {
    const speed = unit === 'mile' ? 'miles per hour' : unit === 'kilometre' ? 'kilometres per hour' : null;
    if (speed) return { ...amount, end: at + 3, unit: speed };
  }
  if (form[at + 1] === '/' && form[at + 2] === 'h' && unit === 'kilometre')
    return { ...amount, end: at + 3, unit: 'kilometres per hour' };
  if (unit === 'degree') {
    const scale = form[at + 1];
    if (scale === 'celsius' || scale === 'fahrenheit')
      return { ...amount, end: at + 2, unit: `degree ${scale}` };
  }
  return { ...amount, end: at + 1, unit };
}
