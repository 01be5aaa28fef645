import { MARK, NUMBER, type Lexemes } from '../text/scan-lexemes.ts';
import type { Amount } from './read-vague.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, UNIT_WORDS } from './unit-lexicon.ts';

/** Takes in the unit behind an amount: `40 km`, `5 percent`, `20-foot`, `3 square miles`, `2 million dollars`. */
export function withUnit(lexemes: Lexemes, amount: Amount): Amount {
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
