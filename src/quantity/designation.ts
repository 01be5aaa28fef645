import type { LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { MARK, NUMBER, WORD, type Lexemes } from '../text/scan-lexemes.ts';
import type { QuantityReading } from './read-quantity.ts';

/** Nouns before a number that it names rather than counts: "Resolution 2231", "page 4". */
const NAMING: ReadonlySet<string> = new Set([
  'no',
  'number',
  'nos',
  'resolution',
  'article',
  'section',
  'chapter',
  'page',
  'flight',
  'route',
  'highway',
  'room',
  'channel',
  'grade',
  'level',
  'phase',
  'round',
  'group',
  'unit',
  'district',
  'version',
  'type',
  'model',
  'line',
  'day',
  'week',
  'stage',
  'paragraph',
  'clause',
  'volume',
  'part',
  'step',
  'figure',
  'table',
  'box',
  'gate',
  'platform',
  'aged',
  'magnitude',
  'aisle',
  'category',
  'age',
]);

/** Behind a number: "10 Downing Street". */
const STREETS: ReadonlySet<string> = new Set([
  'street',
  'avenue',
  'road',
  'lane',
  'boulevard',
  'st',
  'ave',
  'rd',
]);

/** Whether the figures name something, or are a score, a telephone number, an age or the number of a list. */
export function isDesignation(
  layer: LanguageLayer,
  lexemes: Lexemes,
  reading: QuantityReading,
  token: number,
  counted: Span | null,
): boolean {
  const { form, kind, glued } = lexemes;
  const first = reading.numberStart;
  const end = reading.numberEnd;
  const approximated = reading.start < first && reading.approximator !== 'exact';
  const previous = form[first - 1] ?? '';
  const next = form[end] ?? '';
  const figures = kind[first] === NUMBER;

  // "one of them", "no one", "one another": the pronoun.
  if (form[first] === 'one' && end === first + 1 && reading.unit === null) {
    if (
      counted === null ||
      next === 'of' ||
      previous === 'no' ||
      /^(?:PRP|NN$)/.test(layer.tokens.penn[token] ?? '')
    )
      return true;
  }
  if (!figures) return isWordPart(lexemes, reading);

  // Figures tied to letters: "G7", "B52s", "Korvath-136", "3rd", "Covid-19".
  if (glued[first] === 1 && kind[first - 1] === WORD) return true;
  if (glued[end] === 1 && kind[end] === WORD && reading.unit === null) return true;
  if (previous === '-' && glued[first] === 1 && glued[first - 1] === 1 && reading.start === first)
    return true;
  // "24/7", "9/11", "10:30", "1.2.3", "192.168.0.1"
  if (
    glued[end] === 1 &&
    (next === '/' || next === ':' || next === '.') &&
    kind[end + 1] === NUMBER &&
    glued[end + 1] === 1
  )
    return true;
  if (
    glued[first] === 1 &&
    (previous === '/' || previous === ':' || previous === '.') &&
    kind[first - 2] === NUMBER
  )
    return true;
  if (previous === '#' || previous === '@' || previous === '+') return true;
  // "3-2", "555-1234", "51-48": only a rising pair with something counted is a range, and that was read as one.
  if (next === '-' && glued[end] === 1 && glued[end + 1] === 1 && kind[end + 1] === NUMBER) return true;
  if (next === '-' && glued[end] === 1 && form[end + 1] === 'year') return true;
  if (
    reading.approximator === 'range' &&
    reading.unit === null &&
    counted === null &&
    isDashed(lexemes, first, end)
  )
    return true;
  if (reading.unit !== null || approximated) return false;
  // "7 to 2 against": a falling pair is a vote or a score.
  if (
    next === 'to' &&
    previous !== 'from' &&
    kind[end + 1] === NUMBER &&
    Number(form[end + 1]) < reading.low &&
    counted === null
  )
    return true;
  if (
    previous === 'to' &&
    form[first - 3] !== 'from' &&
    kind[first - 2] === NUMBER &&
    Number(form[first - 2]) > reading.low &&
    counted === null
  )
    return true;

  const listed = first === 0 || (first === 1 && previous === '(');
  if (listed && kind[end] === MARK && (next === '.' || next === ')')) return true;
  if (previous === '(' && next === ')') return true;
  if (NAMING.has(previous) || (previous === '.' && NAMING.has(form[first - 2] ?? '')))
    return counted === null || previous !== 'day';
  if (!reading.plain) return false;
  // "The Group of 7", "the number is 112".
  if (previous === 'of' && layer.text.slice(lexemes.start[first - 2], lexemes.end[first - 2]) === 'Group')
    return true;
  for (let at = first - 1; at >= first - 3; at--)
    if (form[at] === 'number' && form[at + 1] !== 'of') return true;
  // "0207 782 4368", "0044": figures in groups, or with a zero in front, are dialled and not counted.
  if (/^0\d/.test(form[first] ?? '') || isRow(lexemes, first, end)) return true;
  // "as young as 6"
  if (previous === 'as' && (form[first - 2] === 'young' || form[first - 2] === 'old')) return true;
  // "Jones, 42, said": an age.
  if (previous === ',' && (next === ',' || next === '.' || next === ')') && Number(form[first]) < 120) {
    const before = layer.tokens.penn[token - 2] ?? '';
    if (before.startsWith('NNP')) return true;
  }
  for (let at = end; at < end + 3; at++) if (STREETS.has(form[at] ?? '') && kind[end] === WORD) return true;
  // "Boeing 737 landed", "Apollo 11": a name in front and nothing counted behind.
  const before = layer.tokens.penn[token - 1] ?? '';
  if (
    /^NNP|^NNS$/.test(before) &&
    isCapitalToken(layer, token - 1) &&
    layer.tokens.sentence[token - 1] === layer.tokens.sentence[token]
  ) {
    const plural = counted !== null && pluralAt(layer, counted);
    if (!plural) return true;
  }
  return false;
}

function isCapitalToken(layer: LanguageLayer, token: number): boolean {
  const code = layer.text.charCodeAt(layer.tokens.start[token] ?? 0);
  return code >= 65 && code <= 90;
}

function pluralAt(layer: LanguageLayer, counted: Span): boolean {
  const { tokens } = layer;
  let low = 0;
  let high = tokens.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) < counted[1]) low = middle + 1;
    else high = middle;
  }
  return /^NNP?S$/.test(tokens.penn[low] ?? '') || tokens.word[low] === 'people';
}

/** Whether other plain figures stand right before or behind, with a space between and nothing else. */
function isRow({ kind, end, start }: Lexemes, first: number, after: number): boolean {
  const before = kind[first - 1] === NUMBER && (start[first] ?? 0) === (end[first - 1] ?? 0) + 1;
  return before || (kind[after] === NUMBER && (start[after] ?? 0) === (end[after - 1] ?? 0) + 1);
}

function isDashed(lexemes: Lexemes, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (lexemes.form[at] === '-') return true;
  return false;
}

/** "two-thirds", "one-time", "first-half": a number word tied to another word that is no unit. */
function isWordPart(lexemes: Lexemes, reading: QuantityReading): boolean {
  const { form, glued, kind } = lexemes;
  const end = reading.numberEnd;
  if (reading.unit !== null) return false;
  if (form[end] === '-' && glued[end] === 1 && glued[end + 1] === 1 && kind[end + 1] === WORD) {
    const tied = form[end + 1] ?? '';
    return /^(?:time|thirds?|quarters?|fifths?|half|year|day|off|sided|on|way|fold|dimensional)$/.test(tied);
  }
  return false;
}
