import type { Span } from '../model/span.ts';
import { readCreditLine } from './credit-line.ts';
import { parseDate } from './parse-date.ts';
import { sortByline, type Byline } from './sort-byline.ts';
import type { Line } from './split-lines.ts';
import { agencyNamed } from '../text/name-agency.ts';

/** What the lines around an article say about it. */
export interface Header {
  /** Names of people, in their order. */
  readonly byline: readonly string[];
  /** Agencies, outlets and desks that the byline names. */
  readonly agencies: readonly string[];
  readonly published: { readonly value: string; readonly words: Span } | null;
  /** An address on a line of its own, when there is exactly one. */
  readonly url: string | null;
  /** Indices of the lines that say who wrote it and when, and nothing else. */
  readonly lines: readonly number[];
  /** Indices of the lines that are nothing but an address. */
  readonly addresses: readonly number[];
}

/** How far from either end such lines stand: a headline, a subtitle, a caption and labels may come first. */
const FIRST_LINES = 9;
const LAST_LINES = 3;
const LONGEST = 160;

/**
 * Reads the byline, the publication date and the address where a text shows them on lines of their own. A date without a year is none: the year
 * would have to be invented.
 */
export function readHeader(lines: readonly Line[], titleLine: number | null): Header {
  const found: number[] = [];
  let byline: Byline | null = null;
  let dated: { value: string; words: Span; updated: boolean } | null = null;
  const addresses: { index: number; url: string }[] = [];
  // What stands above a headline is furniture, however much of it there is.
  const first = (titleLine ?? 0) + FIRST_LINES;
  for (const line of lines) {
    const early = line.index < first;
    if (
      (!early && line.index < lines.length - LAST_LINES) ||
      line.index === titleLine ||
      line.length > LONGEST
    )
      continue;
    const address = /^(?:url|link|source url)?:?\s*(https?:\/\/\S+)$/i.exec(line.text)?.[1];
    if (address !== undefined) {
      addresses.push({ index: line.index, url: address });
      continue;
    }
    const below = titleLine !== null && line.index > titleLine;
    const names: Byline | null =
      early && (byline === null || namesNobody(byline))
        ? (namesInByline(line.text) ??
          (below ? (unledByline(lines, line) ?? creditsBelow(lines, line, titleLine, found)) : null))
        : null;
    const date = dateLine(line);
    if (names !== null) byline = names;
    if (date !== null && (dated === null || (dated.updated && !date.updated))) dated = date;
    if (names !== null || date !== null) found.push(line.index);
  }
  return {
    byline: byline?.people ?? [],
    agencies: byline?.agencies ?? [],
    published: dated,
    url: addresses.length === 1 ? (addresses[0]?.url ?? null) : null,
    lines: found,
    addresses: addresses.map(({ index }) => index),
  };
}

const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|der|den|de|da|di|del|la|le|bin|al|el)){1,4}`;
const PERSON = new RegExp(`^${NAME}$`, 'u');
/** “EXCLUSIVE by …”, “Analysis: By …”: what kind of text it is may stand before. */
const KIND =
  /^(?:exclusive|analysis|opinion|comment|report|interview|feature|explainer|special report|news analysis)\s?[:|–—-]?\s+(?=by\s)/iu;
const BYLINE_LEAD = /^(?:by|written by|story by|words by|reported by|author):?\s+(?=[\p{Lu}])/iu;
const LONGEST_BYLINE = 140;
/** “Reuters Staff”, “Agence France-Presse in Oster”: an agency's name on a line of its own. */
const LONGEST_ALONE = 60;

/** “Harbour Gazette with AFP”: whose work it is besides the agency's may be an outlet or a person, and stays open. */
const SHARED = /^\p{Lu}[^.!?:“”"]{1,50}? with (\p{Lu}[^.!?:“”"]{1,40}|agencies)$/u;

/** The people and agencies whom a line names as its writers: “By Jane Doe and AFP, in Oster”; `null` for any other line. */
function namesInByline(words: string): Byline | null {
  const line = words.replace(KIND, '');
  if (line.length > LONGEST_BYLINE || /[!?]$|[^.\p{Lu}]\.$/u.test(line)) return null;
  // The expression ignores case for “BY”; names still have to begin with capitals.
  const lead = BYLINE_LEAD.exec(line);
  if (lead === null || !/\p{Lu}/u.test(line[lead[0].length] ?? '')) {
    const beside = SHARED.exec(line)?.[1];
    if (beside !== undefined && (beside === 'agencies' || agencyNamed(beside) !== null))
      return { people: [], agencies: beside === 'agencies' ? [] : [beside] };
    const bare = line.replace(/\s+(?:staff|in\s+\p{Lu}[\p{L} .'’-]{1,30})$/iu, '');
    return line.length <= LONGEST_ALONE && agencyNamed(bare) !== null
      ? { people: [], agencies: [bare] }
      : null;
  }
  const byline = sortByline(line);
  const people = byline.people.filter((name) => PERSON.test(name));
  // “By Monday evening the water had …” is a sentence, and so is what names nobody.
  if (people.length < byline.people.length && people.length === 0) return null;
  if (people.length + byline.agencies.length === 0) return null;
  const named = [...people, ...byline.agencies].join(' ').split(' ').length;
  return line.split(/\s+/).length > 3 * named + MOST_OTHER_WORDS ? null : { ...byline, people };
}

function namesNobody({ people, agencies }: Byline): boolean {
  return people.length + agencies.length === 0;
}

/** Lines below a headline in which a bare credit may stand, and what follows the header at last: a paragraph. */
const CREDIT_LINES = 2;
const PARAGRAPH = 80;

/** “Ina Wold, political editor”: right below the headline, or below a line that is known to be about the account. */
function creditsBelow(
  lines: readonly Line[],
  line: Line,
  titleLine: number,
  known: readonly number[],
): Byline | null {
  if (line.index !== titleLine + 1 && !known.includes(line.index - 1)) return null;
  const following = lines.slice(line.index + 1, line.index + 2 + CREDIT_LINES);
  return following.some(({ length }) => length >= PARAGRAPH) ? readCreditLine(line.text) : null;
}

const PLACED = String.raw`${NAME}(?: in \p{Lu}[\p{L}.'’ -]{1,30}?)?`;
const UNLED = new RegExp(
  String.raw`^${NAME} in \p{Lu}[\p{L}.'’ -]{1,30}?(?:(?:,| and|, and) (?:${PLACED}|(?:news )?agencies))*$|^${NAME}(?:, ${NAME})* and (?:news )?agencies$`,
  'u',
);

/** “Jane Roe in Oster and agencies”: without “By”, only beside a line with the date, where a headline's words do not stand. */
function unledByline(lines: readonly Line[], line: Line): Byline | null {
  if (line.length > LONGEST_BYLINE || !UNLED.test(line.text)) return null;
  const beside = [lines[line.index - 1], lines[line.index + 1]];
  if (!beside.some((near) => near !== undefined && dateLine(near) !== null)) return null;
  return sortByline(line.text);
}

/** Words beside the names in a byline: a role, a place, a date. */
const MOST_OTHER_WORDS = 6;

/** Whether a line is nothing but a byline. */
export function isByline(line: string): boolean {
  return namesInByline(line) !== null;
}

const LABEL =
  /^(?:first )?(?:published|posted|created|date|dated|publication date|issued)\b|^(?:last )?(?:updated|modified|edited|revised)\b/i;
const UPDATED = /\b(?:updated|modified|edited|revised)\b/i;
const DATE_WORDS =
  /\b(?:first|last|published|posted|created|updated|modified|edited|issued|date|dated|publication|on|at|by|the|of|and|from|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun(?:day)?|monday|tuesday|wednesday|thursday|friday|saturday|am|pm|a\.m|p\.m|noon|hrs?|ist|gmt|utc|bst|est|edt|pst|pdt|cet|cest|et|pt|msk|ago|min|read)\b/gi;

/** A line with a date and nothing that is no date: a label, a day of the week, a time of day. */
export function dateLine(line: Line): { value: string; words: Span; updated: boolean } | null {
  if (!/\d{4}/.test(line.text)) return null;
  const date = parseDate(line.text);
  if (date === null || date.value.length < 10) return null;
  const rest = line.text.replace(date.text, ' ');
  const words = rest.replace(DATE_WORDS, ' ').match(/\p{L}{2,}/gu) ?? [];
  // “Kestrel News | Updated: 2022-10-21 17:52” names the desk or the agency beside the label.
  const allowed = LABEL.test(line.text) ? 4 : /[|•·]/.test(line.text) && UPDATED.test(rest) ? 4 : 0;
  if (words.length > allowed) return null;
  const start = line.start + date.start;
  return { value: date.value, words: [start, start + date.text.length], updated: UPDATED.test(rest) };
}
