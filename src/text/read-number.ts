import { MARK, NUMBER, WORD, type Lexemes } from './scan-lexemes.ts';

/** A number in figures or words. */
export interface NumberReading {
  readonly value: number;
  /** Index of the lexeme after the number. */
  readonly end: number;
  /** Whether it is written in figures only, without a scale word: such a number may be a year or a day. */
  readonly plain: boolean;
}

const ONES: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS: readonly string[] = [
  'twenty',
  'thirty',
  'forty',
  'fifty',
  'sixty',
  'seventy',
  'eighty',
  'ninety',
];

/** `seven` → 7, `forty` → 40. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map<string, number>([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

/** `million` → 1e6; `hundred` and `dozen` multiply what stands before them only. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/**
 * Reads the cardinal number that begins at lexeme `at`: `1,200`, `1.5 million`, `twenty-five`, `two hundred and six`,
 * `a hundred`, `two dozen`, `half a million`.
 *
 * @returns `null` where no number begins.
 */
export function readNumber(lexemes: Lexemes, at: number): NumberReading | null {
  if (at >= lexemes.count) return null;
  if (lexemes.kind[at] === NUMBER) return readFigures(lexemes, at);
  if (lexemes.kind[at] === WORD) return readWords(lexemes, at);
  return null;
}

/** Longest number in figures, in groups of three: beyond it stands no count but a row of digits. */
const MOST_GROUPS = 8;
/** "5 million million" is as far as scales go. */
const MOST_SCALES = 2;
/** What number words add up to at most. */
const LARGEST = 1e15;

/** Figures with their thousands separators and decimals, without a scale word: `1,200`, `3.5`. */
export function readBareFigures(lexemes: Lexemes, at: number): NumberReading | null {
  const { kind, form, glued, start } = lexemes;
  if (kind[at] !== NUMBER) return null;
  let digits = form[at] ?? '';
  let end = at + 1;
  while (
    end < at + 2 * MOST_GROUPS &&
    (end > at + 1 || digits.length <= 3) &&
    kind[end] === MARK &&
    form[end] === ',' &&
    glued[end] === 1 &&
    kind[end + 1] === NUMBER &&
    glued[end + 1] === 1 &&
    form[end + 1]?.length === 3
  ) {
    digits += form[end + 1] ?? '';
    end += 2;
  }
  // "1 700" as French and Russian texts group it: one space, three figures behind.
  while (
    end < at + MOST_GROUPS &&
    form[at] !== '0' &&
    (form[at]?.length ?? 0) <= 3 &&
    kind[end] === NUMBER &&
    form[end]?.length === 3 &&
    start[end] === (lexemes.end[end - 1] ?? 0) + 1 &&
    glued[end] === 0
  ) {
    digits += form[end] ?? '';
    end++;
  }
  let plain = end === at + 1;
  if (form[end] === '.' && glued[end] === 1 && kind[end + 1] === NUMBER && glued[end + 1] === 1) {
    // 1.2.3 is a version or a date, not a number with decimals.
    const chained =
      form[end + 2] === '.' && glued[end + 2] === 1 && kind[end + 3] === NUMBER && glued[end + 3] === 1;
    if (!chained) {
      digits += '.' + (form[end + 1] ?? '');
      end += 2;
      plain = false;
    }
  }
  const value = Number(digits);
  return Number.isFinite(value) ? { value, end, plain } : null;
}

function readFigures(lexemes: Lexemes, at: number): NumberReading | null {
  const figures = readBareFigures(lexemes, at);
  if (!figures) return null;
  let { value, end } = figures;
  let plain = figures.plain;
  for (let scales = 0; scales < MOST_SCALES; scales++) {
    const next = skipHyphen(lexemes, end);
    const scale = SCALES.get(lexemes.form[next] ?? '');
    if (scale === undefined) break;
    value *= scale;
    end = next + 1;
    plain = false;
  }
  return { value, end, plain };
}

function readWords(lexemes: Lexemes, at: number): NumberReading | null {
  const { form } = lexemes;
  let end = at;
  let total = 0;
  let current = 0;
  let seen = false;
  const first = form[at] ?? '';
  if (first === 'half' && (form[at + 1] === 'a' || form[at + 1] === 'an')) {
    const scale = SCALES.get(form[at + 2] ?? '');
    return scale === undefined ? null : { value: scale / 2, end: at + 3, plain: false };
  }
  if (first === 'a' || first === 'an') {
    const word = form[at + 1] ?? '';
    if (!SCALES.has(word)) return null;
    current = 1;
    end = at + 1;
    seen = true;
  } else if (!SMALL_NUMBERS.has(first)) {
    return null;
  }
  let lastSmall = Infinity;
  for (;;) {
    let next = skipHyphen(lexemes, end);
    if (form[next] === 'and' && total + current >= 100 && SMALL_NUMBERS.has(form[next + 1] ?? '')) {
      // "two hundred and six", but not "two hundred and six hundred".
      if (SCALES.has(form[next + 2] ?? '') || current % 100 !== 0) return finish();
      next++;
    }
    const word = form[next] ?? '';
    const small = SMALL_NUMBERS.get(word);
    if (small !== undefined) {
      // After a small number only "twenty" + "five" goes on; "twenty thirty" is two numbers.
      const fits =
        lastSmall === Infinity || (lastSmall >= 20 && lastSmall % 10 === 0 && small < 10 && small > 0);
      if (!fits) return finish();
      current += small;
      lastSmall = small;
      seen = true;
    } else {
      const scale = SCALES.get(word);
      // "hundred hundred" and the like are no numbers.
      if (scale === undefined || !seen || (scale <= 100 && current >= 100)) return finish();
      if (scale > 100 && total >= LARGEST) return finish();
      if (scale <= 100) {
        current = (current === 0 ? 1 : current) * scale;
      } else {
        total += (current === 0 ? 1 : current) * scale;
        current = 0;
      }
      lastSmall = Infinity;
    }
    end = next + 1;
  }

  function finish(): NumberReading | null {
    return seen && end > at ? { value: total + current, end, plain: false } : null;
  }
}

/** The lexeme after a hyphen that ties two words (`twenty-five`), or `at` itself. */
function skipHyphen(lexemes: Lexemes, at: number): number {
  return lexemes.form[at] === '-' && lexemes.glued[at] === 1 && lexemes.glued[at + 1] === 1 ? at + 1 : at;
}
