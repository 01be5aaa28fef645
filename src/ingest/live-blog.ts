import type { Inferred, LiveBlogPart } from '../model/document.ts';
import { contentId } from '../model/id.ts';
import type { TimeExpression } from '../model/moment.ts';
import type { Span } from '../model/span.ts';
import type { DocumentParts } from './document-from-text.ts';
import type { EntryTime } from './entry-time.ts';
import type { FoundOmission } from './find-omissions.ts';

/** One entry as a page or a text shows it. */
export interface LiveEntry {
  readonly text: string;
  readonly title?: string | undefined;
  /** Where the title stands in `text`, when not at its beginning. */
  readonly titleSpan?: Span | undefined;
  /** What stands as its time, in words. */
  readonly time: EntryTime | null;
  /** Where the words of the time stand in `text`. */
  readonly timeSpan?: Span | undefined;
  /** The same as the page states it for programs: an ISO date, with a time of day where there is one. */
  readonly stated?: string | undefined;
  readonly url?: string | undefined;
  readonly byline?: readonly string[] | undefined;
  readonly omitted?: readonly FoundOmission[] | undefined;
}

/** A live blog taken apart; entries in the order in which they stand. */
export interface LiveBlog {
  /** What stands above or between the entries: an introduction, “Key events”. Empty when there is nothing. */
  readonly summary: string;
  readonly summaryOmitted?: readonly FoundOmission[] | undefined;
  readonly entries: readonly LiveEntry[];
}

/**
 * Every part of a live blog as a document of its own: entries in the order of time, oldest first, then the summary.
 *
 * A clock without a day is placed on the day of publication as long as the entries run on without passing midnight; after it only where the
 * day of the last change confirms it. Else the entry has its time in words and no date.
 *
 * @param whole - what is known of the page or file as a whole.
 */
export function partsOfLiveBlog(whole: Omit<DocumentParts, 'text'>, blog: LiveBlog): DocumentParts[] {
  const ordered = oldestFirst(blog.entries);
  const times = publishedOf(ordered, dayOf(whole.published), dayOf(whole.modified));
  const id = contentId('b', whole.url ?? '', whole.title ?? '', whole.file ?? '');
  const about: Omit<LiveBlogPart, 'part'> = {
    id,
    entries: ordered.length,
    ...(whole.title === undefined ? {} : { title: whole.title }),
    ...(whole.url === undefined ? {} : { url: whole.url }),
  };
  const parts = ordered.map((entry, at): DocumentParts => {
    const words = entry.time?.words ?? entry.stated;
    return {
      ...whole,
      text: entry.text,
      title: entry.title,
      titleSpan: entry.titleSpan,
      untitled: entry.title === undefined,
      byline: entry.byline ?? [],
      agencies: undefined,
      url: entry.url ?? whole.url,
      published: times[at],
      publishedSpan: times[at] === undefined || entry.stated !== undefined ? undefined : entry.timeSpan,
      modified: undefined,
      omitted: entry.omitted,
      liveBlog: {
        ...about,
        part: 'entry',
        number: at + 1,
        ...(words === undefined ? {} : { time: words }),
      },
    };
  });
  if (blog.summary.trim() === '') return parts;
  const summary: DocumentParts = {
    ...whole,
    text: blog.summary,
    omitted: blog.summaryOmitted,
    liveBlog: { ...about, part: 'summary' },
  };
  return [...parts, summary];
}

function dayOf(time: Inferred<TimeExpression> | undefined): string | null {
  const day = time?.value.value?.slice(0, 10);
  return day?.length === 10 ? day : null;
}

/** A number that grows with time, as far as entries can be compared by it; `null` where nothing is known. */
function keyOf({ time, stated }: LiveEntry): { kind: 'instant' | 'clock' | 'ago'; value: number } | null {
  const instant = Date.parse(stated ?? (time?.day == null ? '' : `${time.day}T${time.clock ?? '00:00'}Z`));
  if (!Number.isNaN(instant)) return { kind: 'instant', value: instant };
  if (time === null) return null;
  if (time.clock !== null) return { kind: 'clock', value: minutesOf(time.clock) };
  return time.ago === null ? null : { kind: 'ago', value: -time.ago };
}

/** Minutes from midnight of `14:32`. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** Most live blogs stand on their head: the order of neighbours says whether this one does. */
function oldestFirst(entries: readonly LiveEntry[]): readonly LiveEntry[] {
  const keys = entries.map(keyOf);
  let up = 0;
  let down = 0;
  keys.forEach((key, at) => {
    const next = keys[at + 1];
    if (key == null || next == null || key.kind !== next.kind || key.value === next.value) return;
    if (next.value > key.value) up++;
    else down++;
  });
  const turned = down > up ? entries.toReversed() : entries;
  const sortable = keys.every((key) => key?.kind === 'instant');
  return sortable ? turned.toSorted((a, b) => (keyOf(a)?.value ?? 0) - (keyOf(b)?.value ?? 0)) : turned;
}

/** Entries a little out of order are no midnight. */
const LEAST_FALL = 180;
const DAY_MS = 86_400_000;

function publishedOf(
  entries: readonly LiveEntry[],
  first: string | null,
  last: string | null,
): (Inferred<TimeExpression> | undefined)[] {
  let day = first;
  let before = -1;
  let midnights = 0;
  const placed = entries.map(({ time, stated }) => {
    if (stated !== undefined) {
      const value = statedValue(stated);
      return value === null ? null : { value, midnights: 0, words: stated, from: 'metadata' as const };
    }
    if (time?.clock == null) return null;
    const minutes = minutesOf(time.clock);
    if (time.day !== null) {
      day = time.day;
      midnights = 0;
    } else if (before - minutes >= LEAST_FALL && day !== null) {
      day = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
      midnights++;
    }
    before = minutes;
    const value = day === null ? null : `${day}T${time.clock}${time.utc ? 'Z' : ''}`;
    return { value, midnights, words: time.words, from: 'text' as const };
  });
  const confirmed = last === null || day === last;
  const sure = (passed: number): boolean => passed === 0 || (last !== null && confirmed);
  return placed.map((one) =>
    one === null || one.value === null || !sure(one.midnights)
      ? undefined
      : { value: { text: one.words, value: one.value }, from: one.from },
  );
}

const STATED = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;

function statedValue(stated: string): string | null {
  const [, day, clock, zone = ''] = STATED.exec(stated.trim()) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(day))) return null;
  return clock === undefined ? day : `${day}T${clock}${zone}`;
}
