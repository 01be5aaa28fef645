import { parseDate } from './parse-date.ts';

/** The time that heads an entry of a live blog. */
export interface EntryTime {
  /** The words as they stand: “14.32 GMT”, “10:45 am”, “5h ago”. */
  readonly words: string;
  /** Where they stand in the line. */
  readonly start: number;
  readonly end: number;
  /** `2031-03-02`, where the words name a day with its year. */
  readonly day: string | null;
  /** `14:32`; `null` for “5h ago”. */
  readonly clock: string | null;
  /** The words name Universal Time; other zones are left to the words, for most of their abbreviations are several. */
  readonly utc: boolean;
  /** Minutes before the capture; `null` where a clock is named. */
  readonly ago: number | null;
  /** What follows on the line, without the sign between. */
  readonly rest: string;
}

const CLOCK = String.raw`(?:(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?)`;
const ZONE = String.raw`(?:GMT|UTC|BST|CES?T|EES?T|WES?T|MSK|IST|A?E[SD]?T|[CMP][SD]?T|AE[SD]T|JST|SGT|HKT|WIB|PKT|local time|hrs|Uhr)`;
const AGO = String.raw`(?:(?:\d{1,3}|an?)\s?(?:m|mins?|minutes?|h|hrs?|hours?|d|days?)\s?ago|just now)`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?`;
const WEEKDAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?`;
const DAY = String.raw`(?:${WEEKDAY},?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s${MONTH}(?:,?\s\d{4})?|${MONTH}\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})`;
const HEADER = new RegExp(
  String.raw`^(?<lead>[^\p{L}\p{N}]{0,6}(?:(?:posted|published|updated)(?: at)?:?\s)?)(?<words>(?:(?:${DAY}|${WEEKDAY})\s?(?:,|at|[-–—|·•])?\s?)?(?:${CLOCK}(?:\s?\(?${ZONE}\b\)?)?|${AGO})(?:,?\s(?:on\s)?${DAY})?)(?<rest>$|\s?[-–—|:•·]+(?:\s.*|$)|\s.*)`,
  'iu',
);
/** Looked at for a header; what follows a time may be the whole entry. */
const LONGEST = 400;
const LONGEST_TITLE = 80;

/**
 * Reads the time at the head of a line: “14.32 GMT”, “10:45 am – Minister resigns”, “5h ago”, “Sun 2 Mar 2031 14:32”.
 *
 * @param options - `loose`: in a text that is known to be a live blog, a short title or name may follow the time without a sign.
 * @returns `null` for a line that does not begin with one, and where what follows shows that it is a sentence (“10:45 was when …”).
 */
export function readEntryTime(line: string, options: { readonly loose?: boolean } = {}): EntryTime | null {
  if (!/^\W{0,6}(?:[\d]|an?\s|just|[a-z]{3,10}[\s,.])/i.test(line)) return null;
  const match = HEADER.exec(line.slice(0, LONGEST));
  const { lead = '', words = '', rest = '' } = match?.groups ?? {};
  if (match === null) return null;
  const sign = /^\s?[-–—|:•·]+\s*/.exec(rest)?.[0];
  const following = (sign === undefined ? rest : rest.slice(sign.length)).trim();
  const told = /[ap]\.?m|ago|now|[A-Z]{2,4}\)?$|local time/i.test(words);
  // Without a sign only a time that can be nothing else, and what begins like a sentence or a title.
  const isTitle = options.loose === true && following.length <= LONGEST_TITLE && !/[.,;:]$/.test(following);
  if (sign === undefined && following !== '' && !((told || isTitle) && /^[\p{Lu}“"‘'«]/u.test(following)))
    return null;
  return {
    words,
    start: lead.length,
    end: lead.length + words.length,
    day: dayIn(words),
    clock: clockIn(words),
    utc: /\b(?:GMT|UTC)\b/.test(words),
    ago: agoIn(words),
    rest: following,
  };
}

function dayIn(words: string): string | null {
  const value = parseDate(words)?.value;
  return value?.length === 10 ? value : null;
}

function clockIn(words: string): string | null {
  const match = /(?<![\d./-])(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s?([ap])?\.?(m\b)?/i;
  for (const part of words.match(new RegExp(CLOCK, 'giu')) ?? []) {
    const [, hour = '', minute = '00', half] = match.exec(part) ?? [];
    if (hour === '') continue;
    let h = Number(hour);
    if (half?.toLowerCase() === 'p' && h < 12) h += 12;
    if (half?.toLowerCase() === 'a' && h === 12) h = 0;
    return `${String(h).padStart(2, '0')}:${minute}`;
  }
  return null;
}

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

function agoIn(words: string): number | null {
  if (/just now/i.test(words)) return 0;
  const match = /(\d{1,3}|an?)\s?([mhd])[a-z]*\s?ago/i.exec(words);
  if (match === null) return null;
  return (Number(match[1]) || 1) * (MINUTES[match[2]?.toLowerCase() ?? ''] ?? 1);
}
