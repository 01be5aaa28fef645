import { showSigns } from './hidden-signs.ts';
import type { TreeNode } from './serialize-blocks.ts';

/** The little of a DOM element that is read here. */
export interface PageElement extends TreeNode {
  getAttribute(name: string): string | null;
  getAttributeNode(name: string): { readonly value: string } | null;
}

/** The little of a DOM document that is read here. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * The classes of an element; empty where it has none. Asked for by `getAttribute`, they would be gathered in a list and joined at
 * every look.
 */
export function classOf(element: PageElement): string {
  return element.getAttributeNode('class')?.value ?? '';
}

/** What an element is called by: its classes and its id. */
export function namesOf(element: PageElement): string {
  return `${classOf(element)} ${element.getAttributeNode('id')?.value ?? ''}`;
}

/** The elements below and including `root`, in the order of the page; without recursion. */
export function* elementsOf(root: TreeNode): Generator<PageElement> {
  let node: TreeNode | null = root;
  while (node !== null) {
    if (node.nodeType === ELEMENT) yield node as PageElement;
    node = following(node, root);
  }
}

/** The text below a node with white space made one, cut at `limit` units: a bounded look at what may be large. */
export function textWithin(root: TreeNode, limit: number): string {
  let text = '';
  let node: TreeNode | null = root;
  while (node !== null && text.length < limit) {
    if (node.nodeType === TEXT) text += node.nodeValue ?? '';
    else if (node.nodeType === ELEMENT && node !== root) text += ' ';
    node = following(node, root);
  }
  return showSigns(text.replace(/\s+/g, ' ').trim().slice(0, limit));
}

function following(node: TreeNode, root: TreeNode): TreeNode | null {
  if (node.firstChild !== null) return node.firstChild;
  let up: TreeNode | null = node;
  while (up !== null && up !== root) {
    if (up.nextSibling !== null) return up.nextSibling;
    up = up.parentNode;
  }
  return null;
}
