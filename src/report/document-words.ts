import type {
  ChangeOf,
  Document,
  EarlierVersion,
  LiveBlogPart,
  Place,
  VersionChange,
} from '../model/document.ts';
import { timexWords } from './timex-range.ts';

const OF: Readonly<Record<ChangeOf, string>> = {
  number: 'a number',
  quotation: 'a quotation',
  negation: 'a negation',
  name: 'a name',
  wording: 'wording',
  headline: 'the headline',
  published: 'the date',
  byline: 'the byline',
};

const EARLIER_BY: Readonly<Record<EarlierVersion['earlierBy'], string>> = {
  captured: 'by the time of capture',
  modified: 'by the time of change that the page states',
  published: 'by the time of publication',
  order: 'by the order of the files alone: nothing shows which was first',
};

/** What a change is, in words that stand before the wordings. */
export function changeWords({ kind, of }: VersionChange): string {
  const metadata = of === 'headline' || of === 'byline' || of === 'published';
  if (metadata || kind === 'changed') return `${OF[of]} ${metadata && kind !== 'changed' ? kind : 'changed'}`;
  return of === 'wording' ? `sentence ${kind}` : `sentence with ${OF[of]} ${kind}`;
}

/** Where a version came from, when, and what makes it the earlier one. */
export function versionWords(version: EarlierVersion): string {
  const { captured, address } = version.provenance ?? {};
  const published = version.published?.value;
  const when =
    captured !== undefined
      ? `captured ${captured}`
      : published !== undefined
        ? `published ${timexWords(published.value) ?? published.text}`
        : 'no date';
  return `${version.file ?? address ?? version.url ?? version.id}, ${when}, earlier ${EARLIER_BY[version.earlierBy]}`;
}

/** How many changes there are, and whether the later version says that there are any. */
export function noticeWords(version: EarlierVersion): string {
  const { changes, notice } = version;
  if (changes === undefined) return 'not compared';
  if (changes.length === 0) return 'the same words';
  return `${changes.length === 1 ? '1 change' : `${changes.length} changes`}, ${notice === undefined ? 'and the later version has no note that says so' : 'and the later version has a note'}`;
}

/** The words of one side of a change. */
export function sideOf(side: VersionChange['before'] | VersionChange['after']): string | undefined {
  return typeof side === 'object' ? side.text : side;
}

/** `Title of the live blog, entry 3 of 12 (“14.32 GMT”)`. */
export function liveBlogWords({ title, url, id, part, number, entries, time }: LiveBlogPart): string {
  const place = part === 'summary' ? 'its summary' : `entry ${number ?? '?'} of ${entries}`;
  return `${title ?? url ?? id}, ${place}${time === undefined ? '' : ` (“${time}”)`}`;
}

/** `story.zip/a.csv, row 3`. */
export function placeWords({ member, unit, number }: Place): string {
  const where = unit === undefined ? [] : [`${unit}${number === undefined ? '' : ` ${number}`}`];
  return [...(member === undefined ? [] : [member]), ...where].join(', ');
}

/** The headline; without one what else tells a document from the others. */
export function nameOfDocument({ title, liveBlog, file, id }: Document): string {
  return title ?? (liveBlog === undefined ? undefined : liveBlogWords(liveBlog)) ?? file ?? id;
}
