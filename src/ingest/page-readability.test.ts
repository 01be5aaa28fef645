import { Readability } from '@mozilla/readability';
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';

import { PageReadability } from './page-readability.ts';
import type { TreeNode } from './serialize-blocks.ts';

const options = { serializer: (node: unknown): TreeNode => node as TreeNode, keepClasses: true };

function readBy(Reader: typeof PageReadability | typeof Readability<TreeNode>, html: string) {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const article = new Reader(document as never, options).parse();
  return article === null
    ? null
    : { html: String(article.content), byline: article.byline, text: article.textContent };
}

const PARAGRAPH =
  '<p>The harbour office of Oster counted nine boats, among them two ferries, and closed the gate at dusk.</p>';

test('the questions that are asked in another order are still asked by Readability', () => {
  const own = Object.getOwnPropertyNames(PageReadability.prototype).filter((name) => name !== 'constructor');
  expect(own).toHaveLength(2);
  for (const name of own) expect(Readability.prototype).toHaveProperty(name);
});

test('answers are those of Readability, whatever elements are called and however they are hidden', () => {
  const attributes = fc.constantFrom(
    '',
    ' class="byline"',
    ' class="fallback-image" aria-hidden="true"',
    ' id="fallback-image" aria-hidden="true"',
    ' aria-hidden="true"',
    ' aria-hidden="false"',
    ' hidden',
    ' style="display:none"',
    ' rel="author"',
    ' itemprop="author name"',
    ' id="p-author"',
  );
  const words = fc.constantFrom('', ' ', 'Ina Wold', 'By Ina Wold, who has written of harbours. '.repeat(4));
  const element = fc
    .tuple(fc.constantFrom('p', 'div', 'span'), attributes, words)
    .map(([tag, attribute, text]) => `<${tag}${attribute}>${text}</${tag}>`);
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
      const html = `<article>${elements.join('')}${PARAGRAPH.repeat(8)}${elements.join('')}</article>`;
      expect(readBy(PageReadability, html)).toEqual(readBy(Readability<TreeNode>, html));
    }),
    { seed: 7, numRuns: 150 },
  );
});
