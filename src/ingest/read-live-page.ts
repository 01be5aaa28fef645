import type { OmissionReason } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { normalizeText } from '../text/normalize-text.ts';
import { readEntryTime, type EntryTime } from './entry-time.ts';
import { isFrame, isProse, whyOmitted } from './extract-main-text.ts';
import type { FoundOmission } from './find-omissions.ts';
import type { LiveBlog, LiveEntry } from './live-blog.ts';
import {
  classOf,
  elementsOf,
  namesOf,
  textWithin,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';
import type { ArticleData } from './read-json-ld.ts';
import { serializeBlocks, type Block, type TreeNode } from './serialize-blocks.ts';
import { LIVE } from './split-live-text.ts';

export interface LivePage {
  readonly document: PageDocument;
  readonly article: ArticleData | null;
  readonly title: string | null;
  readonly url: string | null;
  /** All of the page's text. */
  readonly blocks: readonly Block[];
  /** Makes text of a piece of HTML. */
  readonly textOfHtml: (html: string) => string;
}

/** Entries of a live blog that says what it is, and of a page of which only its build shows it. */
const LEAST_ENTRIES = 2;
const LEAST_ENTRIES_UNSAID = 3;
/** Share of the page's prose that stands in entries, where nothing but the build of the page speaks for a live blog. */
const LEAST_SHARE = 0.6;
/** JSON-LD counts when its entries hold this much of what the visible ones hold, or more. */
const STATED_SHARE = 0.6;

/**
 * Takes a live blog apart: by its visible entries (blocks beside one another, each with a time), or by the `liveBlogUpdate`s of its JSON-LD where
 * those say more.
 *
 * Reads the tree and leaves it as it is.
 *
 * @returns `null` for every other page.
 */
export function readLivePage(page: LivePage): LiveBlog | null {
  const said = page.article?.isLive === true || LIVE.test(page.title ?? '') || LIVE.test(page.url ?? '');
  const elements = page.document.body === null ? [] : entryElements(page.document.body, said, page.blocks);
  const visible = elements.map((element) => visibleEntry(element, page.url));
  const stated = (page.article?.updates ?? [])
    .map((update) => statedEntry(update, page))
    .filter(({ text }) => text !== '');
  const summary = (): ReturnType<typeof summaryOf> => summaryOf(page, new Set<TreeNode>(elements));
  if (
    stated.length >= LEAST_ENTRIES &&
    stated.length >= visible.length * STATED_SHARE &&
    lengthOf(stated) >= lengthOf(visible) * STATED_SHARE
  )
    return { ...(elements.length > 0 ? summary() : { summary: '' }), entries: stated };
  return visible.length < LEAST_ENTRIES ? null : { ...summary(), entries: visible };
}

function lengthOf(entries: readonly LiveEntry[]): number {
  return entries.reduce((sum, { text }) => sum + text.length, 0);
}

const NO_ENTRY =
  /(?:^|[-_\s])(?:comments?|repl(?:y|ies)|respond|threads?|messages?|forum|teasers?|cards?|related|recommended|sidebar|most-read|headlines?|nav|menu|footer|key-?(?:events|points|moments)|summary|timeline-nav|pinned)(?:[-_\s]|$)/i;
const TIME_NAME = /time|date|stamp/i;
const ENTRY_NAME = /live-?(?:blog|ticker|updates?|feed|entr(?:y|ies)|posts?|reports?)|liveblog|newsblog/i;
const STEPS_UP = 8;
const MOST_TIMES = 3000;

/** Blocks beside one another that hold a time each, and most of which hold prose: the largest such group of the page. */
function entryElements(body: PageElement, said: boolean, blocks: readonly Block[]): PageElement[] {
  const groups = new Map<TreeNode, Set<PageElement>>();
  let times = 0;
  for (const element of elementsOf(body)) {
    if (!isTime(element) || ++times > MOST_TIMES) continue;
    let child = element;
    for (let steps = 0; steps < STEPS_UP && child !== body; steps++) {
      const parent = child.parentNode as PageElement | null;
      if (parent === null || parent.nodeType !== 1) break;
      if (NO_ENTRY.test(namesOf(child))) break;
      const group = groups.get(parent);
      if (group === undefined) groups.set(parent, new Set([child]));
      else group.add(child);
      child = parent;
    }
  }
  let best: PageElement | null = null;
  let most = 1;
  for (const [parent, children] of groups) {
    if (isFrame(parent)) continue;
    const full = [...children].filter(hasWords).length;
    if (full > most || (full === most && best !== null && isInside(parent, best))) {
      most = full;
      best = parent as PageElement;
    }
  }
  if (best === null) return [];
  const kind = kindOf(best);
  // A page may part its entries by days.
  const alike = [...groups.keys()].filter(
    (parent) => kindOf(parent as PageElement) === kind && !isFrame(parent),
  );
  const entries = alike.flatMap((parent) => [...(groups.get(parent) ?? [])]);
  const isNamed =
    said || ENTRY_NAME.test(namesOf(best)) || entries.some((entry) => ENTRY_NAME.test(namesOf(entry)));
  if (isNamed) return entries.length >= LEAST_ENTRIES ? entries : [];
  return entries.length >= LEAST_ENTRIES_UNSAID && isBuiltAsLiveBlog(entries, blocks) ? entries : [];
}

const ENTRY_TAGS = new Set(['article', 'section', 'li', 'div']);

/** Without a word for it: every entry can be linked to and has a time of day, none is a teaser, and together they are the page. */
function isBuiltAsLiveBlog(entries: readonly PageElement[], blocks: readonly Block[]): boolean {
  if (!entries.every((entry) => ENTRY_TAGS.has(entry.localName) && anchorOf(entry) !== null)) return false;
  if (!entries.every((entry) => statedTime(entry) !== null)) return false;
  const days = new Set(entries.map((entry) => statedTime(entry)?.slice(0, 10)));
  const prose = blocks.filter((block) => isProse(block) && !isFrame(block.element));
  const inside = new Set<TreeNode>(entries);
  const own = prose.filter(({ element }) => isWithin(element, inside));
  const length = (list: readonly Block[]): number => list.reduce((sum, { text }) => sum + text.length, 0);
  return days.size <= 3 && length(own) >= LEAST_SHARE * length(prose);
}

function kindOf(element: PageElement): string {
  return `${element.localName} ${classOf(element)}`;
}

function isTime(element: PageElement): boolean {
  if (element.localName === 'time') return true;
  if (!TIME_NAME.test(classOf(element))) return false;
  const shown = textWithin(element, 40);
  return shown.length < 40 && readEntryTime(shown)?.rest === '';
}

/** More than its time. */
const LEAST_WORDS = 30;

function hasWords(element: PageElement): boolean {
  return textWithin(element, 200).length > LEAST_WORDS;
}

function isInside(node: TreeNode, outer: TreeNode): boolean {
  for (let up = node.parentNode; up !== null; up = up.parentNode) if (up === outer) return true;
  return false;
}

function isWithin(node: TreeNode, any: ReadonlySet<TreeNode>): boolean {
  for (let up: TreeNode | null = node; up !== null; up = up.parentNode) if (any.has(up)) return true;
  return false;
}

/** The anchor by which an entry is linked to: its own id, or that of a link to it. */
function anchorOf(entry: PageElement): string | null {
  let named: string | null = null;
  for (const element of elementsOf(entry)) {
    if (element.localName === 'a') {
      const href = element.getAttribute('href') ?? '';
      const anchor = /#([\w:.-]{2,100})$/.exec(href)?.[1];
      if (anchor !== undefined) return anchor;
    }
    named ??= element.getAttribute('id');
  }
  return named === '' ? null : named;
}

/** The date with its time of day that an entry states for programs. */
function statedTime(entry: PageElement): string | null {
  for (const element of elementsOf(entry)) {
    const stated = element.getAttribute('datetime') ?? element.getAttribute('data-datetime');
    if (stated !== null && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(stated)) return stated;
  }
  return null;
}

/** A post of somebody else that is shown whole. */
const EMBED =
  /(?:^|[-_\s])(?:embed(?:ded)?|twitter|tweet|x-post|instagram|tiktok|facebook|bluesky|telegram|youtube|social)(?:[-_\s]|$)/i;

function isEmbedded(block: Block, entry: PageElement): boolean {
  for (let up: TreeNode | null = block.element; up !== null && up !== entry; up = up.parentNode)
    if (EMBED.test(namesOf(up as PageElement))) return true;
  return false;
}

/** An entry's title is a heading that stands above its text. */
const TITLE_BLOCKS = 4;

function visibleEntry(entry: PageElement, pageUrl: string | null): LiveEntry {
  const blocks = serializeBlocks(entry);
  const shown = timeShown(entry);
  const stated = statedTime(entry);
  const heading = blocks.slice(0, TITLE_BLOCKS).find(({ tag }) => /^h[1-6]$/.test(tag) && tag !== 'h1');
  const anchor = anchorOf(entry);
  const lines: { text: string; why: OmissionReason | null }[] = [];
  let time: EntryTime | null = null;
  let timeLine = -1;
  for (const block of blocks) {
    const isTimeLine = time === null && shown !== null && block.text === shown;
    if (isTimeLine) {
      time = readEntryTime(block.text);
      timeLine = lines.length;
    }
    const why = isTimeLine
      ? 'byline'
      : block === heading
        ? null
        : isEmbedded(block, entry)
          ? 'other'
          : whyOmitted(block);
    lines.push({ text: block.text, why });
  }
  const { text, omitted, spans } = joinedLines(lines);
  const title = heading?.text.replace(/\s+/g, ' ');
  const at = heading === undefined ? -1 : blocks.indexOf(heading);
  return {
    text: text === '' ? (shown ?? stated ?? '') : text,
    title,
    titleSpan: at < 0 || heading?.text !== title ? undefined : spans[at],
    time: time ?? (shown === null ? null : readEntryTime(shown)),
    timeSpan: timeLine < 0 ? undefined : spans[timeLine],
    stated: stated ?? undefined,
    url: anchor === null || pageUrl === null ? undefined : `${pageUrl.replace(/#.*$/, '')}#${anchor}`,
    omitted: text === '' ? [{ span: [0, (shown ?? stated ?? ' ').length], why: 'other' }] : omitted,
  };
}

/** What readers see as an entry's time. */
function timeShown(entry: PageElement): string | null {
  for (const element of elementsOf(entry))
    if (isTime(element)) {
      const shown = textWithin(element, 80);
      if (shown !== '') return shown;
    }
  return null;
}

function statedEntry(update: ArticleData['updates'][number], { textOfHtml, url }: LivePage): LiveEntry {
  const body = normalizeText(textOfHtml(update.body)).text.trim();
  const title = update.headline?.trim();
  const own = update.url !== undefined && /^https?:/.test(update.url) ? update.url : undefined;
  const begins = title !== undefined && title !== '' && body.startsWith(title);
  return {
    text: title === undefined || title === '' || begins ? body : `${title}\n\n${body}`.trim(),
    title: title === '' ? undefined : title,
    time: null,
    stated: update.published,
    url: own ?? (update.url?.startsWith('#') && url !== null ? `${url}${update.url}` : undefined),
    byline: update.authors,
  };
}

/** What stands in the article beside its entries: an introduction, a list of key events. */
function summaryOf(
  { blocks, title }: LivePage,
  entries: ReadonlySet<TreeNode>,
): { summary: string; summaryOmitted: readonly FoundOmission[] } {
  const own = blocks.filter(
    (block) => !isWithin(block.element, entries) && !isFrame(block.element) && isInArticle(block.element),
  );
  const kept = own.filter((block) => isProse(block) || /^(?:h[1-6]|li|p)$/.test(block.tag));
  const items = kept.filter(({ tag }) => tag === 'li').length;
  if (items < 2 && !kept.some((block) => block.text !== title && block.text.split(/\s+/).length > 4))
    return { summary: '', summaryOmitted: [] };
  const { text, omitted } = joinedLines(kept.map((block) => ({ text: block.text, why: whyOmitted(block) })));
  return { summary: text, summaryOmitted: omitted };
}

function isInArticle(node: TreeNode): boolean {
  for (let up: TreeNode | null = node; up !== null && up.nodeType === 1; up = up.parentNode) {
    const { localName } = up as PageElement;
    if (localName === 'article' || localName === 'main') return true;
    if (localName === 'header' || localName === 'footer' || localName === 'nav') return false;
  }
  return false;
}

/** Blocks as one text, and where each of them stands in it. */
export function joinedLines(lines: readonly { text: string; why: OmissionReason | null }[]): {
  text: string;
  omitted: FoundOmission[];
  spans: (Span | undefined)[];
} {
  const omitted: FoundOmission[] = [];
  const spans: (Span | undefined)[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const line of lines) {
    // Normalised before offsets are counted, so that none of them moves later.
    const words = normalizeText(line.text).text.trim();
    if (words === '') {
      spans.push(undefined);
      continue;
    }
    const start = pieces.length === 0 ? 0 : length + 2;
    pieces.push(words);
    length = start + words.length;
    spans.push([start, length]);
    if (line.why !== null) omitted.push({ span: [start, length], why: line.why });
  }
  return { text: pieces.join('\n\n'), omitted, spans };
}
