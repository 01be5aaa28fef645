import type { Span } from '../model/span.ts';
import { scanLexemes } from '../text/scan-lexemes.ts';
import { dateValue, readDate } from './read-date.ts';

/** "KYIV, Oct 24 (Reuters) -": place, day and agency at the head of a report. */
export interface Dateline {
  /** From the place to the dash. */
  readonly span: Span;
  readonly place: Span;
  /** The words of the date and its TIMEX3 value: `XXXX-10-24` without a year; `null` when no date stands there. */
  readonly date: { readonly span: Span; readonly value: string } | null;
  readonly agency: Span | null;
}

/** A dateline stands in the first lines; further in, a capitalised place and a dash are a sentence. */
const SEARCHED = 600;
/** The longest dateline with two places, a date and an agency. */
const LONGEST = 120;

/**
 * Reads the dateline at the head of `text`, or of a paragraph among its first ones.
 *
 * Needs a place that begins with a capital and, behind it, an agency in brackets or a date, then a dash: "KYIV, Oct 24
 * (Reuters) -", "PARIS (AP) _", "WASHINGTON, Feb. 3 —". "Kyiv - the capital" has neither and is none.
 *
 * @returns `null` when none stands there.
 */
export function readDateline(text: string): Dateline | null {
  const head = text.slice(0, SEARCHED);
  for (let at = 0; at < head.length;) {
    const lineEnd = nextBreak(head, at);
    const found = readDatelineAt(text, at + leading(head, at), lineEnd);
    if (found) return found;
    at = lineEnd + 1;
  }
  return null;
}

function nextBreak(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function leading(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at - from;
}

const DASHES: ReadonlySet<string> = new Set(['-', '_', '\u2013', '\u2014', '\u2012', '\u2015']);

function readDatelineAt(text: string, from: number, lineEnd: number): Dateline | null {
  const first = text.charAt(from);
  if (first === '' || first.toLowerCase() === first) return null;
  const to = Math.min(lineEnd, from + LONGEST);
  let dash = -1;
  for (let at = from + 1; at < to; at++) {
    const character = text.charAt(at);
    if (!DASHES.has(character)) continue;
    const before = text.charAt(at - 1);
    // "Port-au-Prince" has dashes of its own: the one that ends a dateline stands behind a space or a bracket.
    if (before !== ' ' && before !== ')' && before !== '-') continue;
    dash = at;
    break;
  }
  if (dash < 0) return null;
  let end = dash + 1;
  while (end < lineEnd && DASHES.has(text.charAt(end))) end++;
  const body = text.slice(from, dash);
  const bracket = body.lastIndexOf('(');
  const closing = body.indexOf(')', bracket);
  const agency: Span | null =
    bracket > 0 && closing > bracket + 1 ? [from + bracket + 1, from + closing] : null;
  const placePart = agency ? body.slice(0, bracket) : body;
  const lexemes = scanLexemes(text, from, from + placePart.length);
  let date: Dateline['date'] = null;
  let placeEnd = from + placePart.trimEnd().length;
  for (let at = 0; at < lexemes.count; at++) {
    const reading = readDate(lexemes, text, at);
    if (!reading || reading.day === null) continue;
    const start = lexemes.start[at] ?? 0;
    date = {
      span: [start, lexemes.end[reading.end - 1] ?? start],
      value: dateValue(reading.year, reading.month, reading.day),
    };
    placeEnd = start;
    break;
  }
  if (!agency && !date) return null;
  while (placeEnd > from && /[\s,]/.test(text.charAt(placeEnd - 1))) placeEnd--;
  if (placeEnd <= from || !looksLikePlace(text.slice(from, placeEnd))) return null;
  return { span: [from, end], place: [from, placeEnd], date, agency };
}

/** Capitalised words with little between them: "NAIROBI, Kenya", "Port-au-Prince", "The Hague". */
function looksLikePlace(place: string): boolean {
  const words = place.split(/[\s,]+/).filter((word) => word.length > 0);
  if (words.length === 0 || words.length > 6) return false;
  const small = words.filter(
    (word) => /^[a-z]/.test(word) && !/^(?:and|of|de|la|le|on|the|al|el)$/.test(word),
  );
  return small.length === 0 && /[\p{Lu}]/u.test(place);
}
