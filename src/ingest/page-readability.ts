import { Readability } from '@mozilla/readability';

import { classOf, type PageElement } from './page-tree.ts';
import type { TreeNode } from './serialize-blocks.ts';

/** A byline is shorter, to Readability. */
const LONGEST_BYLINE = 100;
/** Pages name Wikipedia's pictures of formulas so, which are shown though hidden from those who listen. */
const SHOWN_PICTURE = 'fallback-image';

/**
 * Readability with two questions that it asks of every element put in the order of their cost, the answers being the same: by itself it
 * gathers the whole text below an element before it looks whether anything calls it a byline, and reads a style for each, where a cleaned page has
 * one only to hide what it is on.
 */
export class PageReadability extends Readability<TreeNode> {
  declare protected readonly REGEXPS: { readonly byline: RegExp };

  protected _isValidByline(node: PageElement & { readonly textContent: string }, names: string): boolean {
    const isNamed =
      node.getAttribute('rel') === 'author' ||
      node.getAttribute('itemprop')?.includes('author') === true ||
      this.REGEXPS.byline.test(names);
    if (!isNamed) return false;
    const { length } = node.textContent.trim();
    return length > 0 && length < LONGEST_BYLINE;
  }

  protected _isProbablyVisible(node: PageElement): boolean {
    return (
      node.getAttributeNode('style') === null &&
      node.getAttributeNode('hidden') === null &&
      (node.getAttributeNode('aria-hidden')?.value !== 'true' || classOf(node).includes(SHOWN_PICTURE))
    );
  }
}
