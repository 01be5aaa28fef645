import type { Inferred } from '../model/document.ts';
import type { TimeExpression } from '../model/moment.ts';
import type { CleanPage } from './clean-html.ts';
import { namesOf, textWithin, type PageElement } from './page-tree.ts';
import { parseDate, type ParsedDate } from './parse-date.ts';
import type { ArticleData } from './read-json-ld.ts';
import type { Block, TreeNode } from './serialize-blocks.ts';

export interface DateSignals {
  readonly page: CleanPage;
  readonly article: ArticleData | null;
  readonly url: string | null;
  /** Elements whose names say that they may hold a date, in the order of the page. */
  readonly elements: readonly PageElement[];
  /** The article's heading; what stands in an element with it is the article's. */
  readonly heading: PageElement | null;
  /** All of the page's text. */
  readonly blocks: readonly Block[];
  /** Index of the block that is the article's heading; -1 when none is. */
  readonly headingBlock: number;
}

type Candidate = { readonly text: string | undefined; readonly from: Inferred<string>['from'] };

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'sailthru.date',
  'parsely-pub-date',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pubdate',
  'og:pubdate',
  'originalpublicationdate',
  'datecreated',
  'date',
  'dc.date',
  'dcterms.date',
  'og:release_date',
  'uploaddate',
  'created',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'article:modified',
  'dcterms.modified',
  'last-modified',
  'dc.date.modified',
  'lastmod',
  'revised',
];

/** A page's visible date stands in a short line. */
const LONGEST = 120;

export interface PageDates {
  readonly published: Inferred<TimeExpression> | null;
  /** When it was last changed; `null` too where that is all that is known, and stands as the day of publication. */
  readonly modified: Inferred<TimeExpression> | null;
}

/**
 * The day on which a page was published: what it states for programs, then its address, then what it marks as a date, then what it
 * prints; a day of change only where nothing else is known.
 *
 * A time stated in UTC may name the day before or after the one on which people there read it: then the neighbouring day that the
 * address or a visible line gives is taken.
 */
export function findPageDates(signals: DateSignals): PageDates {
  const visible = visibleDates(signals);
  const around = elementsAround(signals.heading);
  const marked = markedDates(signals.elements, around);
  const { page, article } = signals;
  const modified =
    firstDay([{ text: article?.modified, from: 'metadata' }, ...metasOf(page, MODIFIED_METAS)]) ??
    firstDay(marked.modified) ??
    visible.modified[0] ??
    null;
  const published = publishedOf(signals, visible, marked);
  return { published: published ?? modified, modified: published === null ? null : modified };
}

function metasOf(page: CleanPage, names: readonly string[]): Candidate[] {
  return names.map((name) => ({ text: page.metas.get(name)?.[0], from: 'metadata' }));
}

function publishedOf(
  { page, article, url }: DateSignals,
  visible: ReturnType<typeof visibleDates>,
  marked: ReturnType<typeof markedDates>,
): Inferred<TimeExpression> | null {
  const stated = firstDay([
    { text: article?.published, from: 'metadata' },
    ...metasOf(page, PUBLISHED_METAS),
  ]);
  const address = dayInAddress(url);
  if (stated !== null && isUtc(stated.value.text)) {
    const shown = [...visible.published, firstDay(marked.published), firstDay(marked.other), address].filter(
      (near) => near !== null,
    );
    return shown.some((near) => near.value.value === stated.value.value)
      ? stated
      : (shown.find((near) => isLocalDay(near, stated)) ?? stated);
  }
  if (stated !== null) return stated;
  return firstDay(marked.published) ?? address ?? firstDay(marked.other) ?? visible.published[0] ?? null;
}

function isUtc(text: string): boolean {
  return /\d(?:Z|[+-]00:?00)$/i.test(text.trim());
}

/** In the Americas it is still the day before in the first hours of UTC, in Asia and Oceania already the next in its last. */
const FIRST_HOURS = 8;
const LAST_HOURS = 12;

/** Whether `near` is the day on which people saw the page appear that was published at the UTC time `stated`. */
function isLocalDay(near: Inferred<TimeExpression>, stated: Inferred<TimeExpression>): boolean {
  const day = ({ value }: Inferred<TimeExpression>): number => Date.parse(value.value ?? '') / 86_400_000;
  const hour = Number(/T(\d\d)/.exec(stated.value.text)?.[1] ?? Number.NaN);
  const difference = day(near) - day(stated);
  return (difference === -1 && hour < FIRST_HOURS) || (difference === 1 && hour >= LAST_HOURS);
}

/** How far below the heading, and above it, a line with the date stands. */
const BLOCKS_BELOW = 20;
const BLOCKS_ABOVE = 8;
/** Letters beside the date in a line that shows it: a label, a place, a name, a section. */
const MOST_LETTERS = 70;
const PUBLISHED_LABEL =
  /^[\s|·•–-]*(?:(?:first )?published|posted|veröffentlicht|erstellt|erschienen|publié|publicado|pubblicato|datum|date|stand)\b/iu;

/**
 * Short lines that show a day: those just below the heading first, then just above it, then those with a label anywhere. Lines with a label of change
 * are apart.
 */
function visibleDates({ blocks, headingBlock, heading }: DateSignals): {
  published: Inferred<TimeExpression>[];
  modified: Inferred<TimeExpression>[];
} {
  const around = elementsAround(heading);
  const below: Inferred<TimeExpression>[] = [];
  const above: Inferred<TimeExpression>[] = [];
  const labelled: Inferred<TimeExpression>[] = [];
  const modified: Inferred<TimeExpression>[] = [];
  blocks.forEach((block, at) => {
    const isHeading = at === headingBlock;
    if ((block.text.length > LONGEST && !isHeading) || !/\d/.test(block.text)) return;
    const date = dayIn(block.text);
    if (date === null) return;
    const letters = block.text.replace(date.text, '').match(/\p{L}/gu)?.length ?? 0;
    if ((letters > MOST_LETTERS && !isHeading) || isAnother(block.element as PageElement, around)) return;
    const found: Inferred<TimeExpression> = { value: { text: date.text, value: date.value }, from: 'text' };
    const near = headingBlock < 0 || (at >= headingBlock - BLOCKS_ABOVE && at <= headingBlock + BLOCKS_BELOW);
    if (MODIFIED.test(block.text)) modified.push(found);
    else if (near) (at >= headingBlock ? below : above).push(found);
    else if (PUBLISHED_LABEL.test(block.text)) labelled.push(found);
  });
  // The line nearest above the heading is its date; farther up stand dates of the day and of other articles.
  return { published: [...below, ...above.reverse(), ...labelled], modified };
}

function firstDay(candidates: readonly Candidate[]): Inferred<TimeExpression> | null {
  for (const { text, from } of candidates) {
    const date = text === undefined ? null : dayIn(text);
    if (date !== null && text !== undefined) return { value: { text: text.trim(), value: date.value }, from };
  }
  return null;
}

function dayIn(text: string): ParsedDate | null {
  const unix = /^\s*(1\d{9})(?:\d{3})?\s*$/.exec(text)?.[1];
  const date = parseDate(unix === undefined ? text : new Date(Number(unix) * 1000).toISOString());
  return date !== null && date.value.length === 10 ? date : null;
}

const MODIFIED = /modif|updat|aktualis|geändert|changed|edited/i;
const ANOTHER =
  /(?:^|[-_\s])(?:comments?|kommentare?|respond|related|recommended|sidebar|teasers?|recent|popular|copyright|latest)(?:[-_\s]|$)/i;
const FOOTER = /(?:^|\s)(?:(?:site|page|main|global)[-_]?)?footer(?:\s|$)/i;

function markedDates(
  elements: readonly PageElement[],
  around: ReadonlySet<TreeNode>,
): {
  published: Candidate[];
  other: Candidate[];
  modified: Candidate[];
} {
  const found: { published: Candidate[]; other: Candidate[]; modified: Candidate[] } = {
    published: [],
    other: [],
    modified: [],
  };
  for (const element of elements) {
    const names = `${namesOf(element)} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
    if (isAnother(element, around)) continue;
    const shown = textWithin(element, LONGEST + 1);
    const attribute =
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      element.getAttribute('title') ??
      element.getAttribute('data-datetime');
    const texts = [attribute, shown.length <= LONGEST ? shown : null].filter((text) => text !== null);
    for (const text of texts) {
      if (dayIn(text) === null) continue;
      const candidate: Candidate = { text, from: attribute === text ? 'metadata' : 'text' };
      const list =
        MODIFIED.test(names) || /^(?:last )?(?:updated|modified|aktualisiert)/i.test(shown)
          ? found.modified
          : /datepublished|datecreated/i.test(names) ||
              element.getAttribute('pubdate') !== null ||
              /\bpublish|\bentry-date|\bposted/i.test(names)
            ? found.published
            : found.other;
      list.push(candidate);
      break;
    }
  }
  return found;
}

/** Elements that hold the page and say only of which build it is (“main-wrap has-sidebar”). */
const WHOLE = /(?:^|[-_\s])(?:main\w*|page|wrapper|container)(?:[-_\s]|$)/i;
const OWN = /(?:^|[-_\s])(?:article|post|news|entry|story|single)(?:[-_\s]|$)/i;

/**
 * Belongs to another article, a comment or the page's frame. What stands beside the article's heading is its own, whatever the elements around
 * both are called; an article's own footer or aside may hold its date as well.
 */
function isAnother(element: PageElement, around: ReadonlySet<TreeNode>): boolean {
  let inFooter = false;
  let up: PageElement | null = element;
  for (let steps = 0; up !== null && up.nodeType === 1 && steps < 12; steps++) {
    const name = up.localName;
    const names = namesOf(up);
    const isPage = name === 'body' || name === 'html';
    if (around.has(up)) return inFooter && name !== 'article' && !OWN.test(names);
    if (!isPage && ANOTHER.test(names) && !WHOLE.test(names)) return true;
    if (name === 'article' || (inFooter && !isPage && OWN.test(names))) return false;
    if (name === 'footer' || name === 'aside' || FOOTER.test(names)) inFooter = true;
    up = up.parentNode as PageElement | null;
  }
  return inFooter;
}

/** The elements that hold the heading, without those that hold the whole page. */
function elementsAround(heading: PageElement | null): Set<TreeNode> {
  const around = new Set<TreeNode>();
  for (let up = heading?.parentNode ?? null; up !== null && up.nodeType === 1; up = up.parentNode)
    if (!/^(?:body|html)$/.test((up as PageElement).localName)) around.add(up);
  return around;
}

function dayInAddress(url: string | null): Inferred<TimeExpression> | null {
  if (url === null) return null;
  const path = url.slice(0, 500);
  const match =
    /[/_-]((?:19|20)\d{2})([/_-]?)([01]\d)\2([0-3]\d)(?!\d)/.exec(path) ??
    /\/((?:19|20)\d{2})(\/)(\d{1,2})\/(\d{1,2})\//.exec(path);
  const date = match === null ? null : parseDate(`${match[1]}-${match[3]}-${match[4]}`);
  return match === null || date === null
    ? null
    : { value: { text: match[0].replace(/^\W|\W$/g, ''), value: date.value }, from: 'url' };
}
