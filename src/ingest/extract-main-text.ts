import { Readability } from '@mozilla/readability';

import type { OmissionReason } from '../model/document.ts';
import { textWithin, type PageDocument, type PageElement } from './page-tree.ts';
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
  const readable = cost.elements <= MOST_ELEMENTS && cost.text <= MOST_COST ? readableBlocks(document) : [];
  const shareOf = (blocks: readonly Block[]): number =>
    total < LEAST_PROSE ? 1 : Math.min(1, lengthOf(blocks.filter(isProse)) / total);
  const chosen =
    readable.length > 0 && shareOf(readable) >= LEAST_SHARE
      ? readable
      : shareOf(own) > shareOf(readable) || readable.length === 0
        ? own
        : readable;
  const linked = chosen.map(
    (block) => block.text.length <= LONGEST_LINKED && block.linked / block.text.length > LINKED,
  );
  const blocks: TextBlock[] = chosen.map((block, at) => ({
    text: block.text,
    // One linked line may be the account's own; lines of links in a row are a list of other articles.
    why: whyOmitted(block) ?? (linked[at] && (linked[at - 1] || linked[at + 1]) ? 'related-links' : null),
  }));
  if (title !== '' && !blocks.slice(0, 4).some(({ text }) => text.includes(title) || title.includes(text)))
    blocks.unshift({ text: title, why: null });
  return { blocks, share: shareOf(chosen) };
}

function readableBlocks(document: PageDocument): Block[] {
  try {
    const article = new Readability<TreeNode>(document as never, {
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

function namesOf(element: PageElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
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
      for (const [why, pattern] of REASON_BY_NAME) if (pattern.test(names)) return why;
    }
  }
  return null;
}
