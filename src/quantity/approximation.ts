import type { Approximator } from '../model/quantity.ts';
import type { Lexemes } from '../text/scan-lexemes.ts';
import type { Amount } from './read-vague.ts';

/** How far "about" reaches on both sides; "nearly" reaches as far below. A tenth: rounder figures are hardly told. */
const ABOUT_REACH = 0.1;

/** What stands before a number and says how exact it is. */
export interface Approximation {
  /** After its words. */
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

/** Words that can begin what stands before a number. */
export const APPROXIMATING_STARTERS: readonly string[] = [...LEADING_BY_FIRST.keys(), ...NEARLY];

/** "About", "at least some", "nearly" before a number; `null` where none stands at lexeme `at`. */
export function readApproximation(lexemes: Lexemes, at: number, nested = false): Approximation | null {
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

/** From where to where an amount reaches, as its approximator has it. */
export function boundsOf(
  amount: Amount,
  approximator: Approximator,
  nearly: boolean,
): { low: number; high: number } {
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
export function readTrailing(
  lexemes: Lexemes,
  at: number,
): { end: number; approximator: Approximator } | null {
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
