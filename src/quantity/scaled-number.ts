import { readBareFigures, readNumber } from '../text/read-number.ts';
import { NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, DOLLAR_PREFIXES, SCALE_LETTERS } from './unit-lexicon.ts';

/** A sign or code of money before a number: `$`, `A$`, `EUR 5`. */
export function readMoneySign(lexemes: Lexemes, at: number): { end: number; unit: string } | null {
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
export function readScaled(
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
