import type { Document, Inferred, LiveBlogPart, Oddity, Place, Provenance } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { TimeExpression } from '../model/moment.ts';
import { overlaps, type Span } from '../model/span.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { Repair } from '../text/repair-mojibake.ts';
import { isEnglish } from './detect-language.ts';
import { parseDate } from './parse-date.ts';
import { findOddities } from './find-oddities.ts';
import { findOmissions, type FoundOmission } from './find-omissions.ts';
import { findPublisher } from './find-publisher.ts';
import { readHeader, type Header } from './read-header.ts';
import { splitLines } from './split-lines.ts';
import { findTitle } from './split-title.ts';

/** What is known of a text that came as a string. Values are taken as given by the user. */
export interface TextInput {
  readonly text: string;
  /** Left out where the text begins with its headline; kept apart where the text does not hold it. */
  readonly title?: string | undefined;
  /** Any common way to write a date; one that cannot be read, or may be two days, counts as none. */
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  /** BCP 47; without it the text itself decides between `en` and `und`. */
  readonly language?: string | undefined;
  readonly file?: string | undefined;
  /** Kept as it is; without it the id is made from the text and the title. */
  readonly id?: string | undefined;
}

/**
 * Makes a document of a string. `document.text` is the string itself unless it holds carriage returns, control
 * characters or lone surrogates (see `normalizeText`, whose offset map leads back).
 *
 * Only English is analysed. A text in another language is told from English here; which language it is takes
 * `detectLanguage`, which loads its data first.
 */
export function documentFromText(input: TextInput): Document {
  return composeDocument({
    text: input.text,
    title: input.title,
    published: publishedFrom(input.published, 'given'),
    publisher: inferredFrom(input.publisher, 'given'),
    url: input.url,
    language: input.language,
    file: input.file,
    id: input.id,
  });
}

/** What a reader of one format found; every field but the text may be missing. */
export interface DocumentParts {
  /** As it was read; normalised here and nowhere else. */
  readonly text: string;
  readonly title?: string | undefined;
  readonly published?: Inferred<TimeExpression> | undefined;
  readonly modified?: Inferred<TimeExpression> | undefined;
  readonly publisher?: Inferred<string> | undefined;
  readonly byline?: readonly string[] | undefined;
  readonly agencies?: readonly string[] | undefined;
  readonly liveBlog?: LiveBlogPart | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly file?: string | undefined;
  readonly id?: string | undefined;
  readonly provenance?: Provenance | undefined;
  /** Where in its bytes it stood, when they hold more than this; joined with the provenance. */
  readonly place?: Place | undefined;
  /** What the file's own structure shows to be no part of the account; offsets into `text`, which is then normalised already. */
  readonly omitted?: readonly FoundOmission[] | undefined;
  /** Where the title stands in `text`, when that is not its beginning; for text that is normalised already. */
  readonly titleSpan?: Span | undefined;
  /** The text has no headline, whatever its first line looks like. */
  readonly untitled?: boolean | undefined;
  /** Where the words of `published` stand in `text`; for text that is normalised already. */
  readonly publishedSpan?: Span | undefined;
  /** Headlines of articles that were pasted together with this one; offsets into `text`, which is then normalised already. */
  readonly beginsAt?: readonly Span[] | undefined;
  /** What a wrong encoding had made of words in `text`, which holds them as they were meant; lines in it end in LF. */
  readonly repairs?: readonly Repair[] | undefined;
  /** How many places were repaired where the text stood, found again in `text` or not. */
  readonly repairedPlaces?: number | undefined;
  /** The language that the file states and that the text may refute; `language` is taken as it is. */
  readonly declaredLanguage?: string | undefined;
}

/** Puts a document together from what a reader found and from what the text itself shows. */
export function composeDocument(parts: DocumentParts): Document {
  const { text, replaced } = normalizeText(parts.text);
  const givenTitle = present(parts.title);
  const id = present(parts.id) ?? contentId('d', text, givenTitle ?? '');
  const here = { id, text };
  const titleSpan = parts.titleSpan ?? (parts.untitled === true ? null : titleIn(text, givenTitle));
  const lines = splitLines(text);
  const titleLine = lines.find(
    ({ start, end }) => titleSpan !== null && start < titleSpan[1] && titleSpan[0] < end,
  );
  const header = readHeader(lines, titleLine?.index ?? null);
  const omissions = findOmissions(
    lines,
    header,
    titleLine?.index ?? null,
    parts.omitted,
    parts.liveBlog !== undefined,
  );
  const publisherSpan = findPublisher(text, lines, titleSpan, omissions);
  const suffix = givenTitle === undefined ? publisherSuffix(text, titleSpan, publisherSpan) : null;
  const headline: Span | null = titleSpan === null || suffix === null ? titleSpan : [titleSpan[0], suffix[0]];
  const title = givenTitle ?? (headline === null ? undefined : text.slice(...headline));
  const optional = {
    file: parts.file,
    url: present(parts.url) ?? header.url ?? undefined,
    title,
    titleEvidence: headline === null ? undefined : evidenceAt(here, [headline]),
    publisher: parts.publisher ?? publisherIn(here, publisherSpan),
    byline: nonEmpty(parts.byline) ?? nonEmpty(header.byline),
    agencies: nonEmpty([...new Set([...(parts.agencies ?? []), ...header.agencies])]),
    published: withEvidence(here, parts.published, parts.publishedSpan) ?? publishedIn(here, header),
    modified: parts.modified,
    provenance: provenanceOf(parts),
    liveBlog: parts.liveBlog,
  };
  return {
    id,
    ...withoutAbsent(optional),
    ...languageOf(text, present(parts.language)),
    credits: [],
    omitted: (suffix === null ? omissions : withSuffix(omissions, suffix)).map(({ span, why }) => ({
      evidence: evidenceAt(here, [span]),
      why,
    })),
    oddities: odditiesIn(here, replaced, parts),
    text,
  };
}

function provenanceOf({ provenance, place, repairedPlaces }: DocumentParts): Provenance | undefined {
  if (provenance === undefined) return undefined;
  return {
    ...provenance,
    ...(place === undefined ? {} : { place: { ...place, ...provenance.place } }),
    ...(repairedPlaces === undefined ? {} : { repairedPlaces }),
  };
}

const BEHIND_STROKE = /(?<=\S.{14,})\s+\|\s+\p{Lu}[^|]{1,44}$/u;

/** The publisher's name behind a headline with the sign before it: no part of the headline. */
function publisherSuffix(text: string, title: Span | null, publisher: Span | null): Span | null {
  if (title === null) return null;
  if (publisher === null || publisher[1] !== title[1]) {
    // Behind an upright stroke stands the site or a part of it, whatever its name.
    const behind = BEHIND_STROKE.exec(text.slice(...title));
    return behind === null ? null : [title[0] + behind.index, title[1]];
  }
  const sign = /\s+(?:[|–—-]|::)\s+$/.exec(text.slice(title[0], publisher[0]));
  return sign === null || sign.index === 0 ? null : [title[0] + sign.index, title[1]];
}

function withSuffix(omissions: readonly FoundOmission[], span: Span): FoundOmission[] {
  return [...omissions, { span, why: 'other' as const }].sort((a, b) => a.span[0] - b.span[0]);
}

function nonEmpty<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

function publisherIn(here: { id: string; text: string }, span: Span | null): Inferred<string> | undefined {
  return span === null
    ? undefined
    : { value: here.text.slice(...span), from: 'text', evidence: evidenceAt(here, [span]) };
}

function withEvidence(
  here: { id: string; text: string },
  published: Inferred<TimeExpression> | undefined,
  span: Span | undefined,
): Inferred<TimeExpression> | undefined {
  if (published === undefined || span === undefined) return published;
  const evidence = evidenceAt(here, [span]);
  return { ...published, value: { ...published.value, evidence }, evidence };
}

function publishedIn(
  here: { id: string; text: string },
  { published }: Header,
): Inferred<TimeExpression> | undefined {
  if (published === null) return undefined;
  const evidence = evidenceAt(here, [published.words]);
  return { value: { text: evidence.text, value: published.value, evidence }, from: 'text', evidence };
}

/** Repairs that are shown one by one; a text that was damaged throughout has thousands of one kind, which are counted. */
const MOST_REPAIRS = 50;

function odditiesIn(
  here: { id: string; text: string },
  replaced: readonly number[],
  { beginsAt = [], repairs = [] }: DocumentParts,
): Oddity[] {
  const runs = runsOf(replaced);
  return [
    ...beginsAt.map((span) => ({ kind: 'several-articles' as const, evidence: evidenceAt(here, [span]) })),
    ...(runs.length === 0 ? [] : [{ kind: 'encoding' as const, evidence: evidenceAt(here, runs) }]),
    ...repairs.slice(0, MOST_REPAIRS).map(({ start, end, was }) => ({
      kind: 'encoding' as const,
      evidence: evidenceAt(here, [[start, end]]),
      repairedFrom: normalizeText(was).text,
    })),
    ...findOddities(here.text)
      // What normalising replaced is listed once, as a whole.
      .filter(({ span, kind }) => kind !== 'encoding' || !runs.some((run) => overlaps(run, span)))
      .map(({ span, kind }) => ({ kind, evidence: evidenceAt(here, [span]) })),
  ];
}

/** A value with where it comes from; `undefined` for an absent or empty one. */
export function inferredFrom(
  value: string | undefined,
  from: Inferred<string>['from'],
): Inferred<string> | undefined {
  const found = present(value);
  return found === undefined ? undefined : { value: found, from };
}

/** The publication day that a value states; `undefined` when none can be read in it. The words are kept as they came. */
export function publishedFrom(
  value: string | undefined,
  from: Inferred<string>['from'],
): Inferred<TimeExpression> | undefined {
  const words = present(value);
  const parsed = words === undefined ? null : parseDate(words);
  return words === undefined || parsed === null
    ? undefined
    : { value: { text: words, value: parsed.value }, from };
}

function present(value: string | undefined): string | undefined {
  const trimmed = value === undefined ? '' : normalizeText(value).text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Only a title at the very beginning of the text is its headline there; the same words further down are prose. */
function titleIn(text: string, title: string | undefined): Span | null {
  if (title === undefined) return findTitle(text);
  const start = text.search(/\S/);
  return start >= 0 && text.startsWith(title, start) ? [start, start + title.length] : null;
}

function languageOf(text: string, given: string | undefined): { language: string; analysed: boolean } {
  if (given !== undefined && given !== 'und') return { language: given, analysed: isEnglishTag(given) };
  const english = isEnglish(text);
  // Too short to tell is analysed: a headline or a message of one line is most likely what the rest of the story is.
  return { language: english === true ? 'en' : 'und', analysed: english !== false };
}

function isEnglishTag(tag: string): boolean {
  return /^en(?:g)?(?:[-_]|$)/i.test(tag);
}

/** Neighbouring offsets as one span. */
function runsOf(offsets: readonly number[]): Span[] {
  const runs: [number, number][] = [];
  for (const offset of offsets) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === offset) last[1] = offset + 1;
    else runs.push([offset, offset + 1]);
  }
  return runs;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
