import type { Inferred } from '../model/document.ts';
import type { TimeExpression } from '../model/moment.ts';
import { findAgencyMentions } from '../text/name-agency.ts';
import { cleanByline } from './clean-byline.ts';
import { isByline } from './read-header.ts';
import { sortByline, type Byline } from './sort-byline.ts';
import type { CleanPage } from './clean-html.ts';
import { isFrame } from './extract-main-text.ts';
import { findPageDates } from './find-page-date.ts';
import { isOutlet } from './outlet-name.ts';
import { elementsOf, namesOf, textWithin, type PageDocument, type PageElement } from './page-tree.ts';
import { readJsonLd, type ArticleData } from './read-json-ld.ts';
import type { Block } from './serialize-blocks.ts';

/** What a page says about itself, outside its text. */
export interface PageMetadata {
  readonly title: string | null;
  readonly byline: Byline;
  /** The line near the heading that names an agency as a writer, as it is printed. */
  readonly agencyLine: string | null;
  readonly publisher: Inferred<string> | null;
  readonly published: Inferred<TimeExpression> | null;
  readonly modified: Inferred<TimeExpression> | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The article's text as the page states it for programs. */
  readonly body: string | null;
  /** What the page's JSON-LD says of its article. */
  readonly article: ArticleData | null;
  /** The heading that readers see above the article. */
  readonly heading: PageElement | null;
}

const LONGEST_BYLINE = 250;
const LONGEST_TITLE = 400;

/** Reads title, byline, publisher, date, address and language of a page; what the page does not say is `null` or empty. */
export function readMetadata(
  page: CleanPage,
  document: PageDocument,
  blocks: readonly Block[],
): PageMetadata {
  const article = readJsonLd(page.jsonLd);
  const url = addressOf(page, article);
  const signals = collectSignals(document);
  const publisher = publisherOf(page, article, url);
  const title = titleOf(page, article, signals, publisher?.value ?? null);
  const heading = headingFor(title, signals.headings) ?? signals.headings[0] ?? null;
  const headingBlock = blocks.findIndex(({ element }) => element === heading);
  const near = linesNear(blocks, headingBlock);
  return {
    title,
    byline: bylineOf(page, article, signals, publisher?.value ?? null, near),
    agencyLine: near.find((line) => isByline(line) && findAgencyMentions(line).length > 0) ?? null,
    publisher,
    ...findPageDates({ page, article, url, elements: signals.dated, heading, blocks, headingBlock }),
    url,
    article,
    body: article?.body ?? null,
    language:
      page.language ?? article?.language ?? page.metas.get('og:locale')?.[0]?.replace('_', '-') ?? null,
    heading: headingFor(title, signals.headings),
  };
}

interface Signals {
  readonly headings: PageElement[];
  /** Elements whose names say that they hold an author: the surest first. */
  readonly authors: readonly PageElement[][];
  readonly dated: PageElement[];
}

const AUTHOR_NAME =
  /(?:^|[-_\s])(?:by-?line|authors?|autor(?:en|in|es)?|auteurs?|autore|verfasser|redakteur|writer|reporter|contributor)(?:$|[-_\s]|name|s\b|link|info)/i;
/** Links to what somebody wrote. */
const AUTHOR_LINK =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|writers?|journalists?|reporters?|contributors?|redakteure?|by)\/[\w%.+-]{3,80}\/?(?:[?#].{0,100})?$/i;
const AUTHOR_NOT =
  /(?:avatar|image|img|photo|bio|box|social|follow|comment|related|description|desc|about|widget|sidebar|foot)/i;
const DATE_NAME = /date|time|publish|posted|veröff|datum|fecha|datetime|stand\b|meta|byline|info|header/i;
const MOST_SIGNALS = 400;
const MOST_HEADINGS = 40;

/** One walk through the page for everything that names what it holds. */
function collectSignals(document: PageDocument): Signals {
  const headings: PageElement[] = [];
  const dated: PageElement[] = [];
  const authors: PageElement[][] = [[], [], [], []];
  const root = document.documentElement;
  if (root === null) return { headings, authors, dated };
  for (const element of elementsOf(root)) {
    const name = element.localName;
    if (name === 'h1' && headings.length < MOST_HEADINGS) headings.push(element);
    const itemprop = element.getAttribute('itemprop') ?? '';
    const names = namesOf(element);
    if (/\b(?:author|creator)\b/i.test(itemprop)) authors[0]?.push(element);
    else if (/\bauthor\b/i.test(element.getAttribute('rel') ?? '')) authors[1]?.push(element);
    else if (name !== 'body' && AUTHOR_NAME.test(names) && !AUTHOR_NOT.test(names) && !isFrame(element))
      authors[2]?.push(element);
    else if (name === 'a' && AUTHOR_LINK.test(element.getAttribute('href') ?? '') && !isFrame(element))
      authors[3]?.push(element);
    if (
      dated.length < MOST_SIGNALS &&
      (name === 'time' ||
        /date/i.test(itemprop) ||
        /date(?:published|created|modified)/i.test(element.getAttribute('property') ?? '') ||
        (name !== 'body' && DATE_NAME.test(names)))
    )
      dated.push(element);
  }
  return { headings, authors, dated };
}

function addressOf(page: CleanPage, article: ArticleData | null): string | null {
  const candidates = [page.savedFrom, page.canonical, page.metas.get('og:url')?.[0], article?.url];
  return candidates.find((url) => url != null && /^https?:\/\/[^\s/]+\.[^\s/]+/i.test(url)) ?? null;
}

function publisherOf(
  page: CleanPage,
  article: ArticleData | null,
  url: string | null,
): Inferred<string> | null {
  const named = [
    article?.publisher,
    page.metas.get('og:site_name')?.[0],
    page.metas.get('application-name')?.[0],
    page.metas.get('dc.publisher')?.[0],
  ].find((name) => name !== undefined && name.trim() !== '' && name.length <= 100);
  if (named !== undefined) return { value: named.trim(), from: 'metadata' };
  const host = url === null ? null : hostOf(url);
  return host === null ? null : { value: host, from: 'url' };
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).hostname.replace(/^www\d?\./, '');
  } catch {
    return null;
  }
}

function titleOf(
  page: CleanPage,
  article: ArticleData | null,
  { headings }: Signals,
  publisher: string | null,
): string | null {
  const heading = headings.map((element) => textWithin(element, LONGEST_TITLE));
  const metas = [
    page.metas.get('og:title')?.[0],
    article?.headline,
    page.metas.get('twitter:title')?.[0],
    page.title ?? undefined,
  ];
  const stated = metas.find((title) => title !== undefined && title.trim() !== '');
  const sole = heading.length === 1 ? heading[0] : undefined;
  const title =
    stated === undefined
      ? (sole ?? heading[0])
      : (heading.find((text) => isSameTitle(text, stated)) ?? stated);
  return title === undefined || title.trim() === '' ? null : withoutPublisher(title.trim(), publisher);
}

/** The visible heading of the same words as the title. */
function headingFor(title: string | null, headings: readonly PageElement[]): PageElement | null {
  if (title === null) return null;
  return headings.find((heading) => isSameTitle(textWithin(heading, LONGEST_TITLE), title)) ?? null;
}

/** Most of the shorter one's words stand in the longer one. */
function isSameTitle(a: string, b: string): boolean {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const first = words(a);
  const second = words(b);
  const shared = [...first].filter((word) => second.has(word)).length;
  return (
    shared > 0 &&
    shared >= 0.7 * Math.min(first.size, second.size) &&
    shared >= 0.4 * Math.max(first.size, second.size)
  );
}

/** “Ferry lost – The Post”, “Ferry lost | post.example”: what follows the last sign when it names the publisher or an outlet. */
function withoutPublisher(title: string, publisher: string | null): string {
  const match = /^(.{10,}?)\s+(?:\||[–—-]|::|»)\s+([^|–—]{2,60})$/u.exec(title);
  const [, before, last] = match ?? [];
  if (before === undefined || last === undefined) return title;
  const same =
    publisher !== null &&
    last
      .toLowerCase()
      .replace(/[^\p{L}]/gu, '')
      .includes(publisher.toLowerCase().replace(/^the |\.\p{L}+$|[^\p{L}]/gu, ''));
  return same || isOutlet(last) ? before : title;
}

/** A printed byline begins with a word for “by” and a capital, or has one behind “posted”. */
const BYLINE_LEAD =
  /^(?:By|BY|Von|VON|Par|Por|Di|Door|Text|Autor(?:in)?|Author|Written by|Words by|Story by|Posted by|Published by|Verfasst von|Geschrieben von|Eingestellt von|(?:Blog )?Beitrag von|Publié par|Publicado por)\s*:?\s+\p{Lu}\p{L}+(?:[\s|,/]|$)/u;
const POSTED_BY =
  /^(?:Posted|Published|Veröffentlicht|Erstellt|Publié|Publicado)\b[^.!?]{0,60}\s(?:by|von|par|por)\s+(?=\p{Lu})/u;

function isPrintedByline(line: string): boolean {
  return BYLINE_LEAD.test(line) || POSTED_BY.test(line);
}

const LINES_ABOVE = 3;
const LINES_BELOW = 12;

/** The short lines around the heading. */
function linesNear(blocks: readonly Block[], headingBlock: number): string[] {
  if (headingBlock < 0) return [];
  return blocks
    .slice(Math.max(0, headingBlock - LINES_ABOVE), headingBlock + LINES_BELOW)
    .flatMap(({ text }) => (text.length <= LONGEST_BYLINE ? text.split('\n') : []))
    .filter((line) => line.length <= 120);
}

/** Who wrote it: what the page states for programs, then what it marks, then what it prints. Agencies are gathered from all of these. */
function bylineOf(
  page: CleanPage,
  article: ArticleData | null,
  { authors }: Signals,
  publisher: string | null,
  lines: readonly string[],
): Byline {
  const metas = [
    'author',
    'parsely-author',
    'sailthru.author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'og:article:author',
    'twitter:creator',
    'citation_author',
  ]
    .flatMap((name) => page.metas.get(name) ?? [])
    .filter((value) => !/^https?:|^@/.test(value));
  const texts = (elements: readonly PageElement[] | undefined): string[] =>
    (elements ?? []).slice(0, 6).map((element) => textWithin(element, LONGEST_BYLINE));
  const stated = article?.authors.filter((name) => !/^https?:/.test(name)) ?? [];
  const organisations = new Set(article?.organisations.flatMap(cleanByline));
  const printed = lines.filter(isPrintedByline).map((line) => line.replace(POSTED_BY, 'By '));
  const agencies = new Set<string>();
  let people: string[] = [];
  let outlet: string[] = [];
  for (const candidates of [
    stated,
    metas,
    texts(authors[0]),
    texts(authors[1]),
    texts(authors[2]),
    printed,
    texts(authors[3]),
  ]) {
    const isMarked = candidates !== stated && candidates !== metas && candidates !== printed;
    if (isMarked && people.length > 0) continue;
    const sorted = candidates.map((text) => sortByline(text, organisations));
    for (const name of sorted.flatMap((byline) => byline.agencies)) agencies.add(name);
    if (people.length > 0) continue;
    const names = [...new Set(sorted.flatMap((byline) => byline.people))];
    people = names.filter((name) => !isPublisher(name, publisher));
    if (outlet.length === 0 && people.length === 0) outlet = names;
  }
  // A name that is also the site's may be the one person who writes it; only what is surely no person's is an agency's.
  return { people: people.length > 0 || agencies.size > 0 ? people : outlet, agencies: [...agencies] };
}

function isPublisher(name: string, publisher: string | null): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/^the |[^\p{L}\p{N}]/gu, '');
  return publisher !== null && letters(name) !== '' && letters(publisher).includes(letters(name));
}
