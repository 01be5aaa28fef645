import type { DocumentParts } from './document-from-text.ts';
import { inferredFrom, publishedFrom } from './document-from-text.ts';
import { sortByline, type Byline } from './sort-byline.ts';

/** A document that a JSON value holds, or why it holds none. */
export type RecordResult =
  | {
      readonly ok: true;
      readonly parts: DocumentParts;
      /** The page itself, where the record holds no text; whoever has a page reader makes the text of it. */
      readonly html?: string;
      readonly unreadDate?: string;
    }
  | { readonly ok: false; readonly problem: string };

/** The names under which crawlers and newsrooms file the same thing; the first that is there wins. */
const FIELDS = {
  text: ['text', 'maintext', 'content', 'body', 'article_text', 'full_text', 'content_text'],
  html: ['html', 'content_html', 'body_html', 'raw_html'],
  title: ['title', 'headline'],
  published: [
    'published',
    'published_at',
    'publishedAt',
    'date_published',
    'publishedat',
    'date_publish',
    'publish_date',
    'publication_date',
    'pub_date',
    'pubDate',
    'date',
  ],
  publisher: ['publisher', 'outlet', 'media_name', 'source_name', 'source_domain', 'source'],
  url: ['url', 'link', 'canonical_url'],
  language: ['language', 'lang'],
  modified: ['modified', 'date_modified', 'date_modify', 'updated', 'updated_at', 'updatedAt', 'lastmod'],
  byline: ['byline', 'authors', 'author', 'creator'],
} as const satisfies Record<string, readonly string[]>;

const MOST_AUTHORS = 30;

/** Columns of a table that hold the text. */
export const TEXT_COLUMNS: ReadonlySet<string> = new Set(FIELDS.text);

/** Where files that hold many documents keep them. */
const LISTS = ['documents', 'articles', 'items', 'results', 'data'] as const;

/**
 * The documents in a parsed JSON value: one object with a text, an array of them, or an object that holds such an array.
 *
 * @returns one result for each object in the array, in its order; a single failure when the value has none of these shapes.
 */
export function recordsIn(value: unknown): RecordResult[] {
  if (Array.isArray(value)) return value.length === 0 ? [failure('the list is empty')] : value.map(recordOf);
  if (!isObject(value)) return [failure('it is not an object with a "text"')];
  if (typeof value['schema'] === 'string' && value['schema'].startsWith('stemma/'))
    return [failure('it is a dossier that Stemma wrote, not an article')];
  if (!holdsText(value)) {
    for (const name of LISTS) {
      const list = value[name];
      if (Array.isArray(list) && list.some((item) => isObject(item) && holdsText(item)))
        return list.map(recordOf);
    }
  }
  return [recordOf(value)];
}

/** One object as a document. */
export function recordOf(value: unknown): RecordResult {
  if (!isObject(value)) return failure('it is not an object with a "text"');
  const text = stringIn(value, FIELDS.text);
  const html = text === undefined ? stringIn(value, FIELDS.html) : undefined;
  if (text === undefined && html === undefined)
    return failure('it has no "text" that is a string, or an empty one');
  const date = stringIn(value, FIELDS.published) ?? instantIn(value, FIELDS.published);
  const published = publishedFrom(date, 'metadata');
  const id = value['id'];
  const byline = bylineIn(value);
  return {
    ok: true,
    parts: {
      text: text ?? '',
      title: stringIn(value, FIELDS.title),
      published,
      publisher: inferredFrom(stringIn(value, FIELDS.publisher) ?? nameIn(value['source']), 'metadata'),
      url: stringIn(value, FIELDS.url),
      language: stringIn(value, FIELDS.language),
      modified: publishedFrom(stringIn(value, FIELDS.modified), 'metadata'),
      byline: byline.people,
      agencies: byline.agencies,
      id: typeof id === 'string' ? id : typeof id === 'number' ? String(id) : undefined,
    },
    ...(html === undefined ? {} : { html }),
    ...(date !== undefined && published === undefined ? { unreadDate: date } : {}),
  };
}

function holdsText(value: Record<string, unknown>): boolean {
  return stringIn(value, FIELDS.text) !== undefined || stringIn(value, FIELDS.html) !== undefined;
}

function failure(problem: string): RecordResult {
  return { ok: false, problem };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringIn(value: Record<string, unknown>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = value[name];
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  return undefined;
}

/** Seconds and milliseconds since 1970 that are a moment from 1990 to 2100; other numbers may be anything. */
const SECONDS = [631_152_000, 4_102_444_800] as const;

function instantIn(value: Record<string, unknown>, names: readonly string[]): string | undefined {
  const number = names.map((name) => value[name]).find((one) => typeof one === 'number');
  if (number === undefined) return undefined;
  const seconds = number > SECONDS[1] ? number / 1000 : number;
  return seconds >= SECONDS[0] && seconds <= SECONDS[1]
    ? new Date(seconds * 1000).toISOString()
    : String(number);
}

/** One string, a list of names, or a list of objects with a name. */
function bylineIn(value: Record<string, unknown>): Byline {
  const field = FIELDS.byline.map((name) => value[name]).find((one) => one != null && one !== '');
  const names = [field]
    .flat()
    .slice(0, MOST_AUTHORS)
    .flatMap((one) => {
      const name = typeof one === 'string' ? one : nameIn(one);
      return name === undefined ? [] : [sortByline(name)];
    });
  return {
    people: [...new Set(names.flatMap(({ people }) => people))],
    agencies: [...new Set(names.flatMap(({ agencies }) => agencies))],
  };
}

/** NewsAPI and others give the source as `{id, name}`. */
function nameIn(value: unknown): string | undefined {
  return isObject(value) ? stringIn(value, ['name', 'title', 'domain']) : undefined;
}
