import { SCALES, SMALL_NUMBERS } from '../text/read-number.ts';
import type { Lexemes } from '../text/scan-lexemes.ts';
import type { Approximator } from '../model/quantity.ts';
import { UNIT_WORDS } from './unit-lexicon.ts';

/** A number or what stands for one, with the unit that is tied to it. */
export interface Amount {
  readonly end: number;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly unit: string | null;
  readonly approximator?: Approximator;
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly plain: boolean;
}

/** Plural scale words: "hundreds of", "tens of thousands". */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['tens', 10],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

/** "several" is more than two and less than ten; so is a handful. */
const SEVERAL_LOW = 3;
const FEW_LOW = 2;
const SEVERAL_HIGH = 9;

const FRACTION_WORDS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);

/** Units that are measured in halves; "half a percentage point" and half a currency are read elsewhere. */
const MEASURE_WORDS: ReadonlySet<string> = new Set(
  'mile kilometre kilometer km metre meter foot yard inch hectare acre tonne ton kilo kilogram pound ounce litre liter gallon degree'.split(
    ' ',
  ),
);

/** "two-thirds", "a quarter of", "half of", "one in five": a part of a whole, with `fraction` as its unit. */
export function readFraction(lexemes: Lexemes, at: number): Amount | null {
  const { form } = lexemes;
  const word = form[at] ?? '';
  const fraction = (value: number, end: number): Amount => {
    // "a quarter of a percentage point"
    const point = form[end] === 'of' && form[end + 1] === 'a' && form[end + 2] === 'percentage';
    return {
      end: point ? end + 4 : end,
      value,
      low: value,
      high: value,
      unit: point ? 'percentage point' : 'fraction',
      numberStart: at,
      numberEnd: end,
      plain: false,
    };
  };
  if (word === 'half') {
    // "Half a mile" measures; "half an hour" is a length of time.
    if (/^an?$/.test(form[at + 1] ?? '') && MEASURE_WORDS.has(form[at + 2] ?? ''))
      return { ...fraction(0.5, at + 2), unit: null };
    return /^(?:of|the|its|their|his|her|our|all)$/.test(form[at + 1] ?? '') ? fraction(0.5, at + 1) : null;
  }
  const over = word === 'a' ? 1 : (SMALL_NUMBERS.get(word) ?? 0);
  if (over < 1 || over > 9) return null;
  if (form[at + 1] === 'in' && word !== 'a') {
    const whole = SMALL_NUMBERS.get(form[at + 2] ?? '') ?? 0;
    return whole > over && form[at + 3] !== '-' && !SCALES.has(form[at + 3] ?? '')
      ? fraction(over / whole, at + 3)
      : null;
  }
  const next = form[at + 1] === '-' ? at + 2 : at + 1;
  const under = FRACTION_WORDS.get(form[next] ?? '');
  if (under === undefined || under <= over) return null;
  // "a fifth waited" is a fifth man: without "of" only a hyphen or a plural makes a part.
  const sure = next === at + 2 || (form[next] ?? '').endsWith('s') || form[next + 1] === 'of';
  return sure ? fraction(over / under, next + 1) : null;
}

/** "several hundred", "dozens", "tens of thousands", "a few", "a couple of", "a handful of". */
export function readVague(lexemes: Lexemes, at: number): Amount | null {
  const { form } = lexemes;
  const word = form[at] ?? '';
  const amount = (end: number, low: number, high: number): Amount => ({
    end,
    value: null,
    low,
    high,
    unit: null,
    numberStart: at,
    numberEnd: end,
    plain: false,
  });
  if (word === 'several' || (word === 'a' && form[at + 1] === 'few') || word === 'few') {
    const least = word === 'several' ? SEVERAL_LOW : FEW_LOW;
    const next = word === 'a' ? at + 2 : at + 1;
    const scale = SCALES.get(form[next] ?? '');
    if (scale !== undefined) return amount(next + 1, least * scale, (SEVERAL_HIGH + 1) * scale - 1);
    return word === 'few' ? null : amount(next, least, SEVERAL_HIGH);
  }
  if (word === 'a' && form[at + 1] === 'handful' && form[at + 2] === 'of')
    return amount(at + 2, FEW_LOW, SEVERAL_HIGH);
  if (word === 'a' && form[at + 1] === 'couple') {
    const next = form[at + 2] === 'of' ? at + 3 : at + 2;
    const scale = SCALES.get(form[next] ?? '');
    const end = scale === undefined ? at + 2 : next + 1;
    return {
      ...amount(end, 2 * (scale ?? 1), 2 * (scale ?? 1)),
      value: 2 * (scale ?? 1),
      approximator: 'about',
    };
  }
  const scale = PLURAL_SCALES.get(word);
  if (scale === undefined) return null;
  let total = scale;
  let end = at + 1;
  // "tens of thousands of millions" is as long as it gets.
  while (form[end] === 'of' && end < at + 5) {
    const inner = PLURAL_SCALES.get(form[end + 1] ?? '');
    if (inner === undefined) break;
    total *= inner;
    end += 2;
  }
  if (word === 'tens' && end === at + 1) return null;
  // "tens of millions of euros"
  if (form[end] === 'of' && UNIT_WORDS.has(form[end + 1] ?? '')) end++;
  return amount(
    end,
    2 * total,
    word === 'dozens' ? 99 * (total / scale) : word === 'scores' ? 199 : 10 * total - 1,
  );
}
