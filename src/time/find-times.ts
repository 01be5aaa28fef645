import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { TimeMention } from '../model/time-mention.ts';
import { NUMBER, scanLexemes, type Lexemes } from '../text/scan-lexemes.ts';
import type { DayNumber } from './calendar.ts';
import { readDateline } from './read-dateline.ts';
import { TimeGrammar } from './read-time.ts';
import { STARTERS } from './time-starters.ts';
import type { TimeReading } from './time-form.ts';
import { resolveTime } from './resolve-time.ts';
import { dayOfValue } from './shift-value.ts';
import { verbDirection } from './verb-direction.ts';

/**
 * Finds the TIMEX3 expressions of a document and resolves them against its date.
 *
 * The date is the document's own (`published`), else a dateline that tells the year; with neither, what depends on it
 * keeps its open form (`XXXX-WXX-5`).
 *
 * @returns mentions in the order of the text, none overlapping another.
 * @see TimeML 1.2.1, https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html
 */
export function findTimes(document: Document, layer: LanguageLayer): TimeMention[] {
  const found: TimeMention[] = [];
  const today = dayOfDocument(document);
  const tokenAt = tokenFinder(layer);
  let last: string | null = document.published?.value.value ?? null;
  let period: string | null = null;
  let day: string | null = null;
  for (const paragraph of layer.paragraphs) {
    day = null;
    const lexemes = scanLexemes(layer.text, paragraph.span[0], paragraph.span[1]);
    const grammar = new TimeGrammar(lexemes, layer.text, (at) => tagAt(layer, lexemes, tokenAt, at));
    let at = 0;
    while (at < lexemes.count) {
      if (!mayStart(lexemes, at)) {
        at++;
        continue;
      }
      const reading = grammar.read(at);
      if (!reading || !isAnalysed(document, lexemes.start[reading.start] ?? 0)) {
        at++;
        continue;
      }
      add(lexemes, reading);
      const further = grammar.readFurtherDay(reading);
      if (further) add(lexemes, further);
      at = (further ?? reading).end;
    }
  }
  return found;

  function add(lexemes: Lexemes, reading: TimeReading): void {
    const start = lexemes.start[reading.start] ?? 0;
    const end = lexemes.end[reading.end - 1] ?? start;
    const token = tokenAt(start);
    const direction = token < 0 ? 'past' : verbDirection(layer, token);
    const { value, anchor } = resolveTime(reading.form, { today, direction, last, day, period });
    const mention = { span: [start, end] as const, type: reading.type, value, anchor };
    found.push(reading.mod === undefined ? mention : { ...mention, mod: reading.mod });
    day = (value === null ? undefined : DAY.exec(value)?.[0]) ?? day;
    if (value === null || reading.type === 'SET' || reading.type === 'DURATION' || !/^\d{4}/.test(value))
      return;
    last = value;
    // Only what the document reports on now: "a year ago" is no ground for the next "a year ago".
    if (/-Q[1-4]$/.test(value) && reading.form.is === 'part-of-year') period = value;
  }
}

/** What names one day, as far as it is known: `2022-10-21`, `XXXX-WXX-5`, `XXXX-10-21`. */
const DAY = /^(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d|XXXX-\d\d-\d\d)/;

/** The day that the document's expressions count from. */
function dayOfDocument(document: Document): DayNumber | null {
  const told = document.published?.value.value;
  if (told) {
    const day = dayOfValue(told);
    if (day !== null) return day;
  }
  const dateline = readDateline(document.text);
  return dateline?.date ? dayOfValue(dateline.date.value) : null;
}

function mayStart(lexemes: Lexemes, at: number): boolean {
  return lexemes.kind[at] === NUMBER || STARTERS.has(lexemes.form[at] ?? '') || lexemes.form[at] === "'";
}

function isAnalysed(document: Document, offset: number): boolean {
  for (const omission of document.omitted)
    for (const [start, end] of omission.evidence.spans) if (start <= offset && offset < end) return false;
  return true;
}

/** Index of the token that holds an offset, or -1. */
function tokenFinder(layer: LanguageLayer): (offset: number) => number {
  const { start, end, count } = layer.tokens;
  return (offset) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((end[middle] ?? 0) <= offset) low = middle + 1;
      else if ((start[middle] ?? 0) > offset) high = middle - 1;
      else return middle;
    }
    return -1;
  };
}

function tagAt(
  layer: LanguageLayer,
  lexemes: Lexemes,
  tokenAt: (offset: number) => number,
  at: number,
): string {
  const offset = lexemes.start[at];
  if (offset === undefined) return '';
  const token = tokenAt(offset);
  return token < 0 ? '' : (layer.tokens.penn[token] ?? '');
}
