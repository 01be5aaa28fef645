import { showSigns } from './hidden-signs.ts';

/** The little of a DOM node that is read here; linkedom's nodes have it, and so would any other tree. */
export interface TreeNode {
  readonly nodeType: number;
  /** Of an element, its name: lower case where a parser made it, not where a script did. */
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

/** A paragraph, heading, list item, caption … of a page. */
export interface Block {
  readonly text: string;
  /** Name of the element that makes it a block, lower case: `p`, `h2`, `li`, `figcaption` … */
  readonly tag: string;
  /** The element itself, for whoever wants to look at its surroundings. */
  readonly element: TreeNode;
  /** Characters of the text that stand in links. */
  readonly linked: number;
}

const ELEMENT = 1;
const TEXT = 3;

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Never read: no words for readers. */
const SILENT = new Set(
  'script style noscript template head title svg math canvas iframe object embed audio video button select input textarea map'.split(
    ' ',
  ),
);

/**
 * The text below `root`, cut where a browser would begin a new line of blocks: words of one block stay together whatever inline
 * elements they stand in, `<br>` is a line break within a block and two of them end it, runs of white space are one space.
 *
 * Walks without recursion, so depth costs nothing but time.
 */
export function serializeBlocks(root: TreeNode): Block[] {
  const blocks: Block[] = [];
  // Pieces, not one growing string: looking at a string's end copies it each time it has grown.
  let pieces: string[] = [];
  let atSpace = true;
  let breaks = 0;
  let linked = 0;
  let links = 0;
  let element = root;

  const finish = (): void => {
    const text = showSigns(pieces.join(''))
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') blocks.push({ text, tag: nameOf(element), element, linked });
    pieces = [];
    atSpace = true;
    breaks = 0;
    linked = 0;
  };

  let node = root;
  for (;;) {
    const name = nameOf(node);
    let inside: TreeNode | null = null;
    if (node.nodeType === TEXT) {
      const words = (node.nodeValue ?? '').replace(/[ \t\n\r\f]+/g, ' ');
      const glued: string = atSpace && words.startsWith(' ') ? words.slice(1) : words;
      if (glued !== '') {
        pieces.push(glued);
        atSpace = glued.endsWith(' ');
        if (glued !== ' ') breaks = 0;
        if (links > 0) linked += glued.length;
      }
    } else if (name === 'br') {
      if (++breaks >= 2) finish();
      else pieces.push('\n');
      atSpace = true;
    } else if (node.nodeType === ELEMENT && !SILENT.has(name)) {
      if (BLOCKS.has(name)) {
        finish();
        element = node;
      }
      inside = node.firstChild;
      if (name === 'a' && inside !== null) links++;
    }
    if (inside !== null) {
      node = inside;
      continue;
    }
    // Leave the node, and each that ends with it: a block's end ends its text, and what follows belongs to the block around it.
    for (;;) {
      const left = nameOf(node);
      if (BLOCKS.has(left)) {
        finish();
        element = blockAround(node, root) ?? root;
      }
      if (node === root) {
        finish();
        return blocks;
      }
      if (node.nextSibling !== null) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode ?? root;
      if (nameOf(node) === 'a') links--;
    }
  }
}

function nameOf(node: TreeNode): string {
  return node.nodeType === ELEMENT ? node.localName.toLowerCase() : '';
}

function blockAround(node: TreeNode, root: TreeNode): TreeNode | null {
  let up = node === root ? null : node.parentNode;
  while (up !== null && !BLOCKS.has(nameOf(up))) up = up === root ? null : up.parentNode;
  return up;
}
