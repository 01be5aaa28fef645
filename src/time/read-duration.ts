import { NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import { readNumber } from '../text/read-number.ts';
import { UNITS, type Unit } from './time-lexicon.ts';

/** An amount of time: `two and a half years`, `several weeks`, `eight-year`. */
export interface DurationReading {
  readonly end: number;
  readonly unit: Unit;
  /** `null` when it is not told: "several weeks". */
  readonly amount: number | null;
  readonly mod?: string;
  /** Tied with a hyphen to what follows or precedes: "eight-year", "day-long". */
  readonly hyphenated: boolean;
  /** The whole TIMEX3 value; differs from amount and unit in "two years and three months". */
  readonly value: string;
}

/** Words between a number and its unit: "20 more years", "eight trading days". */
const BETWEEN: ReadonlySet<string> = new Set([
  'more',
  'additional',
  'extra',
  'further',
  'straight',
  'consecutive',
  'successive',
  'full',
  'long',
  'short',
  'whole',
  'entire',
  'other',
  'trading',
  'working',
  'business',
  'calendar',
  'solid',
]);

/** Those whose age is told in months or weeks: "their six-month-old son"; a strike may be six months old too. */
const YOUNG: ReadonlySet<string> = new Set('son daughter baby boy girl infant child twin twins'.split(' '));

const AFTER_HYPHEN: ReadonlySet<string> = new Set(['old', 'long']);

/** What half a unit is in the next smaller one: the corpora write two and a half years as `P2Y6M`. */
const HALVES: ReadonlyMap<Unit, readonly [amount: number, unit: Unit]> = new Map([
  ['Y', [6, 'M']],
  ['D', [12, 'TH']],
  ['TH', [30, 'TM']],
  ['TM', [30, 'TS']],
]);

/** `P8Y`, `PT2H`, `P2Y6M`, `PXW` for an amount that is not told. */
export function durationValue(amount: number | null, unit: Unit): string {
  // TIMEX3 has no letter of its own for decades in wide use: ten years each.
  if (unit === 'DE') return amount === null ? 'PXDE' : `P${amount * 10}Y`;
  const halves = amount !== null && amount % 1 === 0.5 ? HALVES.get(unit) : undefined;
  if (amount !== null && halves) {
    const rest = durationValue(...halves);
    return amount < 1 ? rest : joinValues(durationValue(Math.floor(amount), unit), rest);
  }
  const count = amount === null ? 'X' : String(amount);
  if (unit === 'TH' || unit === 'TM' || unit === 'TS') return `PT${count}${unit.charAt(1)}`;
  return `P${count}${unit}`;
}

/** Reads an amount and its unit at lexeme `at`; `null` where none begins. */
export function readDuration(lexemes: Lexemes, at: number): DurationReading | null {
  const { form, kind, glued } = lexemes;
  const amount = readAmount(lexemes, at);
  if (!amount) return null;
  let next = amount.end;
  let tied = false;
  if (form[next] === '-' && glued[next] === 1) {
    if (!UNITS.has(form[next + 1] ?? '')) return null;
    next++;
    tied = true;
  } else if (BETWEEN.has(form[next] ?? '')) {
    next++;
    if (form[next] === '-') next++;
  } else if (glued[next] === 1 && kind[next] === WORD && kind[next - 1] === NUMBER) {
    return null;
  }
  const unit = UNITS.get(form[next] ?? '');
  if (unit === undefined) return null;
  // "second" is a unit only as "one second" or "30-second"; else an ordinal ("a second quarter").
  if (form[next] === 'second' && amount.amount !== 1 && !tied) return null;
  if (form[next] === 'second' && (form[at] === 'a' || form[at] === 'an')) return null;
  // "three-quarters" and "a quarter" are fractions.
  if (unit === 'Q' && (tied || form[at] === 'a')) return null;
  let end = next + 1;
  let mod = amount.mod;
  let value = amount.amount;
  let hyphenated = tied;
  // "a year-earlier loss" is read as one word with its hyphen.
  if (form[end] === '-' && (form[end + 1] === 'earlier' || form[end + 1] === 'ago')) return null;
  // Ages are no times: "a 44-year-old baker", "55 years old".
  if (unit === 'Y' && (form[end] === 'old' || (form[end] === '-' && form[end + 1] === 'old'))) return null;
  if (form[end] === '-' && form[end + 1] === 'old' && YOUNG.has(form[end + 2] ?? '')) return null;
  if (form[end] === '-' && glued[end] === 1 && AFTER_HYPHEN.has(form[end + 1] ?? '')) {
    end += 2;
    hyphenated = true;
  } else if (form[end] === 'and' && form[end + 1] === 'a' && form[end + 2] === 'half' && value !== null) {
    value += 0.5;
    end += 3;
  }
  if (form[end] === 'or' && form[end + 1] === 'so') {
    end += 2;
    mod = 'APPROX';
  } else if (form[end] === 'or' && (form[end + 1] === 'more' || form[end + 1] === 'longer')) {
    end += 2;
    mod = 'EQUAL_OR_MORE';
  } else if (form[end] === 'or' && form[end + 1] === 'less') {
    end += 2;
    mod = 'EQUAL_OR_LESS';
  }
  const whole = { end, unit, amount: value, hyphenated, value: durationValue(value, unit) };
  const more = readSmallerPart(lexemes, end, unit);
  if (more && value !== null && Number.isInteger(value)) {
    return { ...whole, end: more.end, value: joinValues(whole.value, more.value), ...(mod ? { mod } : {}) };
  }
  return mod ? { ...whole, mod } : whole;
}

/** "and three months" behind "two years"; the unit must be the smaller one. */
function readSmallerPart(lexemes: Lexemes, at: number, unit: Unit): { end: number; value: string } | null {
  const { form } = lexemes;
  const from = form[at] === 'and' || form[at] === ',' ? at + 1 : -1;
  if (from < 0) return null;
  const number = readNumber(lexemes, from);
  if (!number) return null;
  const smaller = UNITS.get(form[number.end] ?? '');
  if (smaller === undefined) return null;
  const order: readonly Unit[] = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'];
  const outer = order.indexOf(unit);
  if (outer < 0 || order.indexOf(smaller) <= outer) return null;
  return { end: number.end + 1, value: durationValue(number.value, smaller) };
}

function joinValues(outer: string, inner: string): string {
  const time = inner.startsWith('PT');
  if (!time) return outer + inner.slice(1);
  return outer.startsWith('PT') ? outer + inner.slice(2) : `${outer}T${inner.slice(2)}`;
}

/** How many: a number, a range, "a", "several", "a couple of", "half a". */
function readAmount(
  lexemes: Lexemes,
  at: number,
): { end: number; amount: number | null; mod?: string } | null {
  const { form, glued } = lexemes;
  const word = form[at] ?? '';
  const number = readNumber(lexemes, at);
  if (number) {
    if (form[number.end] === 'and' && form[number.end + 1] === 'a' && form[number.end + 2] === 'half') {
      return { end: number.end + 3, amount: number.value + 0.5 };
    }
    if (form[number.end] === '1' && form[number.end + 1] === '/' && form[number.end + 2] === '2') {
      return { end: number.end + 3, amount: number.value + 0.5 };
    }
    const link = form[number.end];
    if (link === 'to' || link === 'or' || (link === '-' && glued[number.end] === 1)) {
      const upper = readNumber(lexemes, number.end + 1);
      if (upper && upper.value > number.value) return { end: upper.end, amount: null };
    }
    return { end: number.end, amount: number.value };
  }
  if (word === 'a' || word === 'an') {
    const next = form[at + 1];
    if (next === 'few') return { end: at + 2, amount: null };
    if (next === 'couple') {
      const end = form[at + 2] === 'of' ? at + 3 : at + 2;
      return { end: form[end] === 'more' ? end + 1 : end, amount: 2, mod: 'APPROX' };
    }
    if (next === 'half' && form[at + 2] === '-') return { end: at + 3, amount: 0.5 };
    if (next === 'full' || next === 'whole' || next === 'good') return { end: at + 2, amount: 1 };
    return { end: at + 1, amount: 1 };
  }
  // "Some minutes"; "some day" and "some 20 minutes" are none.
  if (word === 'some' && /^(?:seconds|minutes|hours|days|weeks|months|years)$/.test(form[at + 1] ?? ''))
    return { end: at + 1, amount: null };
  if (word === 'several' || word === 'many' || word === 'few') {
    if (form[at + 1] === 'hundred' || form[at + 1] === 'thousand') return null;
    return { end: at + 1, amount: null };
  }
  if (word === 'half') {
    if (form[at + 1] === 'a' || form[at + 1] === 'an') return { end: at + 2, amount: 0.5 };
    if (form[at + 1] === '-' && glued[at + 1] === 1) return { end: at + 1, amount: 0.5 };
  }
  return null;
}
