import type { OmissionReason } from '../model/document.ts';
import { namesOf, textWithin, type PageDocument, type PageElement } from './page-tree.ts';
import { PageReadability } from './page-readability.ts';
import { serializeBlocks, type Block, type TreeNode } from './serialize-blocks.ts';

/** A block of the main text; `why` when it is none of the account. */
export interface TextBlock {
  readonly text: string;
  readonly why: OmissionReason | null;
}

export interface MainText {
  readonly blocks: readonly TextBlock[];
  /** Share of the page's running prose that the main text holds, 0 to 1; 1 where the page has hardly any. */
  readonly share: number;
}

/**
 * Readability looks through every element's text several times. Above this many elements, or this much text times depth, its time is no longer
 * bounded by what pages need: of the 454 public pages used in development the largest has 6,964 elements and a cost of 3.4 million.
 */
const MOST_ELEMENTS = 12_000;
const MOST_COST = 12_000_000;

/** A block of prose: long enough to be a sentence, and hardly linked. */
const PROSE_LENGTH = 60;
const PROSE_LINKED = 0.35;
/** Readability lost the article when it kept less of the page's prose than this. */
const LEAST_SHARE = 0.4;
/** Less prose than this on a page says nothing about what was lost. */
const LEAST_PROSE = 400;
/** What a container must hold of the prose to be the article's. */
const CONTAINER_SHARE = 0.85;

/**
 * The main text of a page, block by block: what Readability chooses, or, where that lost most of the page's prose or would take too long, the smallest
 * element that holds nearly all of the prose. Blocks that are captions, links, boxes and buttons are kept apart with the reason.
 *
 * Readability changes the tree: read everything else before.
 */
export function extractMainText(
  document: PageDocument,
  all: readonly Block[],
  heading: PageElement | null,
  cost: { elements: number; text: number },
): MainText {
  const prose = all.filter((block) => isProse(block) && !isFrame(block.element));
  const total = lengthOf(prose);
  const body = document.body;
  // The element is found before Readability changes the tree, and read before as well.
  const container = body === null ? null : containerOf(prose, body);
  const own = container === null ? [] : serializeBlocks(container).filter((block) => !isFrame(block.element));
  const title = heading === null ? '' : textWithin(heading, 1000);
  const droppable = articleProse(all, heading, container);
  const readable = cost.elements <= MOST_ELEMENTS && cost.text <= MOST_COST ? readableBlocks(document) : [];
  const shareOf = (blocks: readonly Block[]): number =>
    total < LEAST_PROSE ? 1 : Math.min(1, lengthOf(blocks.filter(isProse)) / total);
  const chosen =
    readable.length > 0 && shareOf(readable) >= LEAST_SHARE
      ? readable
      : shareOf(own) > shareOf(readable) || readable.length === 0
        ? own
        : readable;
  const full = withDropped(chosen, all, droppable);
  const linked = full.map(
    (block) => block.text.length <= LONGEST_LINKED && block.linked / block.text.length > LINKED,
  );
  const named = full.map(whyOmitted);
  // Names that would take most of the prose away are about something else: a live commentary is no comment.
  const taken = lengthOf(full.filter((_, at) => LINKS.has(named[at] ?? 'other')));
  const misnamed = taken > MOST_TAKEN * lengthOf(full);
  const whyOf = (at: number): OmissionReason | null => {
    const why = named[at] ?? null;
    if (why !== null) return misnamed && LINKS.has(why) ? null : why;
    // One linked line may be the account's own; lines of links in a row are a list of other articles.
    return linked[at] && (linked[at - 1] || linked[at + 1]) ? 'related-links' : null;
  };
  const blocks: TextBlock[] = full.map(({ text }, at) => ({ text, why: whyOf(at) }));
  if (title !== '' && !blocks.slice(0, 4).some(({ text }) => text.includes(title) || title.includes(text)))
    blocks.unshift({ text: title, why: null });
  return { blocks, share: shareOf(chosen) };
}

/** Share of the prose that the names of elements may take away. */
const MOST_TAKEN = 0.5;

/**
 * Prose of the article's element, from its heading on, that may be put back where Readability drops it.
 *
 * Asked before Readability takes the tree apart.
 */
function articleProse(
  all: readonly Block[],
  heading: PageElement | null,
  container: PageElement | null,
): ReadonlySet<Block> {
  const home = homeOf(heading, container);
  const first = heading === null ? 0 : all.findIndex(({ element }) => element === heading);
  if (home === null || first < 0) return new Set();
  return new Set(
    all
      .slice(first)
      .filter(
        (block) =>
          isProse(block) &&
          block.linked === 0 &&
          !isFrame(block.element) &&
          whyOmitted(block) === null &&
          isInside(block.element, home),
      ),
  );
}

/**
 * Puts back what was dropped amid the article, up to the last block that was kept: summaries and first paragraphs that stand in an
 * element of their own.
 */
function withDropped(
  chosen: readonly Block[],
  all: readonly Block[],
  prose: ReadonlySet<Block>,
): readonly Block[] {
  // The places of each text, the next one last.
  const kept = new Map<string, number[]>();
  for (let place = chosen.length - 1; place >= 0; place--) {
    const text = chosen[place]?.text ?? '';
    const places = kept.get(text);
    if (places === undefined) kept.set(text, [place]);
    else places.push(place);
  }
  const last = all.findLastIndex(({ text }) => kept.has(text));
  const result: Block[] = [];
  let at = 0;
  for (const block of all.slice(0, last + 1)) {
    const places = kept.get(block.text);
    if (places === undefined) {
      if (prose.has(block)) result.push(block);
      continue;
    }
    let upTo = places.pop();
    while (upTo !== undefined && upTo < at) upTo = places.pop();
    if (upTo === undefined) continue;
    result.push(...chosen.slice(at, upTo + 1));
    at = upTo + 1;
  }
  return [...result, ...chosen.slice(at)];
}

/** The smallest article or main element around the heading, else the element that holds the prose. */
function homeOf(heading: PageElement | null, container: PageElement | null): PageElement | null {
  for (let up: TreeNode | null = heading; up !== null && up.nodeType === 1; up = up.parentNode)
    if (/^(?:article|main)$/.test((up as PageElement).localName)) return up as PageElement;
  return container;
}

function readableBlocks(document: PageDocument): Block[] {
  try {
    const article = new PageReadability(document as never, {
      serializer: (node) => node as unknown as TreeNode,
      keepClasses: true,
      disableJSONLD: true,
    }).parse();
    return article?.content == null ? [] : serializeBlocks(article.content);
  } catch {
    // It fails on a few trees that no browser would build; the container stands in.
    return [];
  }
}

/** Whether a block is running text: long enough to be a sentence, and hardly linked. */
export function isProse(block: Block): boolean {
  return block.text.length >= PROSE_LENGTH && block.linked / block.text.length < PROSE_LINKED;
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

const FRAME_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu']);
const FRAME_NAME =
  /(?:^|[-_\s])(?:comments?|kommentare|respond|footer|sidebar|navbar|menu|cookies?|consent|gdpr|popup|modal|related|newsletter|recommended|teasers?)(?:[-_\s]|$)/i;
const FRAME_STEPS = 15;

/** Whether a node belongs to the page's frame rather than to an article. */
export function isFrame(node: TreeNode): boolean {
  let up: TreeNode | null = node;
  for (let steps = 0; up !== null && up.nodeType === 1 && steps < FRAME_STEPS; steps++, up = up.parentNode) {
    const element = up as PageElement;
    if (element.localName === 'body') return false;
    if (FRAME_TAGS.has(element.localName) || FRAME_NAME.test(namesOf(element))) return true;
  }
  return false;
}

/** The smallest element that holds nearly all of the prose. */
function containerOf(prose: readonly Block[], body: PageElement): PageElement | null {
  const total = lengthOf(prose);
  if (total === 0) return body;
  const held = new Map<TreeNode, number>();
  for (const { element, text } of prose)
    for (let up: TreeNode | null = element; up !== null; up = up === body ? null : up.parentNode)
      held.set(up, (held.get(up) ?? 0) + text.length);
  let best: TreeNode = body;
  // The deepest of those that hold enough: each is inside the one before it.
  for (const [node, length] of held)
    if (length >= CONTAINER_SHARE * total && isInside(node, best)) best = node;
  return best as PageElement;
}

function isInside(node: TreeNode, outer: TreeNode): boolean {
  for (let up: TreeNode | null = node; up !== null; up = up.parentNode) if (up === outer) return true;
  return false;
}

const REASON_BY_NAME: readonly (readonly [why: OmissionReason, pattern: RegExp])[] = [
  ['appeal', /(?:^|[-_\s])(?:newsletters?|subscri\w*|sign-?up|donat\w*|membership|paywall)(?:[-_\s]|$)/i],
  [
    'related-links',
    /(?:^|[-_\s])(?:related|recommend\w*|read-?more|see-?also|more-?on|teasers?|also-?read|inline-?links?)(?:[-_\s]|$)/i,
  ],
  ['advertisement', /(?:^|[-_\s])(?:advert\w*|sponsor\w*|promo\w*|affiliate)(?:[-_\s]|$)/i],
  [
    'navigation',
    /(?:^|[-_\s])(?:share|sharing|social|breadcrumbs?|tags?|tag-?list|pagination|toolbar|print|comments?)(?:[-_\s]|$)/i,
  ],
  ['other', /(?:^|[-_\s])(?:caption|credits?|copyright|figure|author-?(?:bio|box|info))(?:[-_\s]|$)/i],
];
const REASON_STEPS = 4;
/** A block of prose is the account's whatever its class says, unless it is a caption: classes of containers are often about something else. */
const LONGEST_BOX = 400;
const LINKED = 0.75;
const LONGEST_LINKED = 140;

const LINKS: ReadonlySet<OmissionReason> = new Set(['related-links', 'navigation']);
const PASSAGE = 100;

/** Sentences without a link are no list of links, whatever they stand in: some call an article's own summary its teaser. */
function isPassage({ text, linked }: Block): boolean {
  return linked === 0 && text.length >= PASSAGE && /[.!?]["”’'»)\]]*$/.test(text);
}

/** Why a block is none of the account, by the names of the elements around it; `null` when it may be. */
export function whyOmitted(block: Block): OmissionReason | null {
  if (block.tag === 'figcaption') return 'other';
  if (/^h[1-3]$/.test(block.tag) && block.linked === 0) return null;
  if (block.text.length <= LONGEST_BOX) {
    let up: TreeNode | null = block.element;
    for (
      let steps = 0;
      up !== null && up.nodeType === 1 && steps < REASON_STEPS;
      steps++, up = up.parentNode
    ) {
      const element = up as PageElement;
      if (element.localName === 'figcaption') return 'other';
      if (element.localName === 'body' || element.localName === 'article' || element.localName === 'main')
        break;
      const names = namesOf(element);
      for (const [why, pattern] of REASON_BY_NAME)
        if (pattern.test(names)) return LINKS.has(why) && isPassage(block) ? null : why;
    }
  }
  return null;
}
