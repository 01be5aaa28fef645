import type { DocumentParts } from './document-from-text.ts';
import { readEntryTime, type EntryTime } from './entry-time.ts';
import { minutesOf, partsOfLiveBlog, type LiveEntry } from './live-blog.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { readHeader } from './read-header.ts';
import { splitLines, type Line } from './split-lines.ts';
import { findTitle } from './split-title.ts';

/** Words by which a headline, an address or a label says that something is a live blog. */
export const LIVE =
  /\blive[-_ ]?(?:blog(?:ging)?|ticker|updates?|coverage|feed|reporting|text|thread)\b|(?:^|[:|–—-]\s*)live\b(?=\s*[:|–—-]|$)|\bas it happened\b|\bminute[- ]by[- ]minute\b|\bdas newsblog\b|\bliveticker\b|\/live(?:blog)?\//i;

/** Heads what is pinned above the entries. */
const PINNED =
  /^\W{0,4}(?:key (?:events|points|moments|developments)|summary|recap|what we know(?: so far)?|(?:here(?:['’]s| is) )?what (?:has )?happened(?: so far)?|at a glance|the latest|pinned(?: post)?|top (?:lines|points))\W{0,4}$/i;
/** Lists of this kind in one text; more are something else. */
const MOST_PINNED = 10;
/** An item of a pinned list has hardly more words than its time and a title. */
const LONGEST_ITEM = 18;

/** Without a word for it, only a text that is nothing else is a live blog: a report may hold a table of times. */
const LEAST_ENTRIES = 3;
const LEAST_ENTRIES_UNSAID = 4;
const LEAST_SHARE_UNSAID = 0.6;
const LEAST_WORDS_UNSAID = 12;
/** Headers that are in the order of time, one way or the other, among all neighbours. */
const LEAST_ORDERED = 0.75;
const LONGEST_TITLE = 140;
/** Lines in which a live blog says that it is one. */
const FIRST_LINES = 6;

interface Header {
  /** Where the entry begins. */
  readonly line: Line;
  /** The line that holds the time: the same, or the next. */
  readonly timeLine: Line;
  readonly time: EntryTime;
}

/**
 * Takes a pasted live blog apart: lines such as “10:45 am”, “14.32 GMT – Minister resigns” and “5h ago” head its entries.
 *
 * @param options - `mustSay`: only a text whose headline or address says that it is a live blog is one; for pages, which show lists of news beside
 *   an article.
 * @returns `null` for any other text. Every entry's text is cut from the text as it stands, its header line included.
 */
export function splitLiveText(
  given: DocumentParts,
  options: { readonly mustSay?: boolean } = {},
): DocumentParts[] | null {
  const parts = { ...given, text: normalizeText(given.text).text };
  const { text } = parts;
  const lines = splitLines(text);
  const said = saysLive(parts, lines, options.mustSay ?? false);
  if (!said && options.mustSay === true) return null;
  const { pinned, entries: own } = withoutPinned(lines, headersIn(lines, said));
  if (own.length < LEAST_ENTRIES || !isOrdered(own) || !(said || isNothingElse(text, own))) return null;
  const first = own[0]?.line.index ?? 0;
  const title = parts.title ?? titleOf(text, lines, first);
  const header = readHeader(lines.slice(0, first), lines[0]?.text === title ? 0 : null);
  const entries: LiveEntry[] = own.map((each, at) => {
    const next = Math.min(own[at + 1]?.line.index ?? lines.length, pinnedAfter(pinned, each.line.index));
    return entryOf(text, lines, each, next);
  });
  const above = lines.slice(0, first);
  const between = pinned.filter(({ from }) => from >= first).flatMap(({ from, to }) => lines.slice(from, to));
  const summary = [...above, ...between].map((line) => text.slice(line.start, line.end));
  const isMore = summary.some((line) => line !== title && line.split(/\s+/).length >= 5);
  const published = header.published;
  return partsOfLiveBlog(
    {
      ...parts,
      title,
      url: parts.url ?? header.url ?? undefined,
      byline: parts.byline ?? header.byline,
      published:
        parts.published ??
        (published === null
          ? undefined
          : {
              from: 'text',
              value: { text: text.slice(...published.words), value: published.value },
            }),
    },
    { summary: isMore ? summary.join('\n') : '', entries },
  );
}

function headersIn(lines: readonly Line[], loose: boolean): Header[] {
  const found: Header[] = [];
  for (const line of lines) {
    const time = readEntryTime(line.text, { loose });
    if (time === null) continue;
    const before = found.at(-1);
    // “5h ago” above “14.32 GMT” is one time said twice; the clock tells more.
    if (
      before?.timeLine.index === line.index - 1 &&
      before.time.rest === '' &&
      before.line === before.timeLine
    ) {
      found.pop();
      const isBetter = time.clock !== null || before.time.clock === null;
      found.push({
        line: before.line,
        timeLine: line,
        time: isBetter ? time : { ...before.time, rest: time.rest },
      });
    } else found.push({ line, timeLine: line, time });
  }
  return found;
}

function saysLive({ title, url }: DocumentParts, lines: readonly Line[], mustSay: boolean): boolean {
  const first = mustSay ? [] : lines.slice(0, FIRST_LINES).map((line) => line.text.slice(0, 200));
  return [title ?? '', url ?? '', ...first].some((words) => LIVE.test(words));
}

/** A text that does not say what it is: hardly more than entries, each with its time on a line that holds nothing longer than a title. */
function isNothingElse(text: string, headers: readonly Header[]): boolean {
  if (headers.length < LEAST_ENTRIES_UNSAID) return false;
  if (headers.some(({ time }) => time.rest.length > LONGEST_TITLE)) return false;
  const from = headers[0]?.line.start ?? text.length;
  const words = text.slice(from).split(/\s+/).length;
  return (
    text.length - from >= LEAST_SHARE_UNSAID * text.length && words >= LEAST_WORDS_UNSAID * headers.length
  );
}

function isOrdered(headers: readonly Header[]): boolean {
  let up = 0;
  let down = 0;
  headers.forEach(({ time }, at) => {
    const next = headers[at + 1]?.time;
    const step = next === undefined ? null : stepBetween(time, next);
    if (step === null) return;
    if (step >= 0) up++;
    if (step <= 0) down++;
  });
  return Math.max(up, down) >= LEAST_ORDERED * (headers.length - 1);
}

const HALF_DAY = 720;

/** Which way time runs from one header to the next; `null` where nothing tells. More than half a day back is the next morning. */
function stepBetween(a: EntryTime, b: EntryTime): number | null {
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day < b.day ? 1 : -1;
  if (a.day !== b.day) return 0;
  if (a.clock === null || b.clock === null) return a.ago === null || b.ago === null ? null : a.ago - b.ago;
  const step = minutesOf(b.clock) - minutesOf(a.clock);
  return Math.abs(step) > HALF_DAY ? -step : step;
}

interface Pinned {
  /** Indices of lines, half-open. */
  readonly from: number;
  readonly to: number;
}

/** Sets apart what follows “Key events”: a list whose items have times of their own, or paragraphs up to the next time. */
function withoutPinned(
  lines: readonly Line[],
  headers: readonly Header[],
): { pinned: Pinned[]; entries: Header[] } {
  const pinned: Pinned[] = [];
  let entries = [...headers];
  for (const line of lines) {
    if (pinned.length === MOST_PINNED || !PINNED.test(line.text)) continue;
    const after = entries.filter((header) => header.line.index > line.index);
    let to = after[0]?.line.index ?? lines.length;
    for (const [at, header] of after.entries()) {
      to = header.line.index;
      // The list begins with the latest or the earliest, and where its order breaks off the entries begin.
      if (at > 1 && breaksOrder(after[0], after[at - 1], header)) break;
      const end = after[at + 1]?.line.index ?? lines.length;
      if (end === lines.length || wordsIn(lines, header.line.index, end) > LONGEST_ITEM) break;
    }
    pinned.push({ from: line.index, to });
    entries = entries.filter((header) => header.line.index < line.index || header.line.index >= to);
  }
  return { pinned, entries };
}

function breaksOrder(first: Header | undefined, before: Header | undefined, now: Header): boolean {
  if (first === undefined || before === undefined) return false;
  const list = stepBetween(first.time, before.time);
  const step = stepBetween(before.time, now.time);
  return list !== null && step !== null && list * step < 0;
}

function pinnedAfter(pinned: readonly Pinned[], index: number): number {
  return Math.min(...pinned.map(({ from }) => (from > index ? from : Infinity)));
}

function wordsIn(lines: readonly Line[], from: number, to: number): number {
  let words = 0;
  for (const line of lines.slice(from, to)) words += line.text.split(/\s+/).length;
  return words;
}

function titleOf(text: string, lines: readonly Line[], first: number): string | undefined {
  const span = first === 0 ? null : findTitle(text);
  return span === null || span[1] > (lines[first]?.start ?? 0) ? undefined : text.slice(...span);
}

function entryOf(text: string, lines: readonly Line[], header: Header, next: number): LiveEntry {
  const { line, timeLine, time } = header;
  const last = lines[next - 1] ?? timeLine;
  const own = text.slice(line.start, last.end);
  const following = lines[timeLine.index + 1];
  const isTitle = (words: string): boolean =>
    words.length > 2 && words.length <= LONGEST_TITLE && !/[.:;,…]["”'’)]?$/.test(words);
  const timeAt = line === timeLine || timeLine.text.includes(time.words) ? timeLine : line;
  const offset = timeAt.start - line.start;
  // “14.32 GMT – Minister resigns”, or the next line where more follows it.
  const inline = time.rest === '' ? -1 : own.indexOf(time.rest, timeLine.start - line.start);
  const title =
    inline >= 0 && isTitle(time.rest) && next - timeLine.index > 1
      ? time.rest
      : time.rest === '' && following !== undefined && next - following.index > 1 && isTitle(following.text)
        ? following.text
        : undefined;
  const titleStart = title === undefined ? -1 : inline >= 0 ? inline : (following?.start ?? 0) - line.start;
  const until = time.rest === '' ? timeLine.end - line.start : offset + time.end;
  return {
    text: own,
    title,
    titleSpan: title === undefined ? undefined : [titleStart, titleStart + title.length],
    time,
    timeSpan: [offset + time.start, offset + time.end],
    omitted: [{ span: [0, until], why: 'byline' }],
  };
}
