import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

import { inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { serializeBlocks, type TreeNode } from './serialize-blocks.ts';

/** What a page holds; `problem` when it holds no text. */
export type PageResult =
  { readonly ok: true; readonly parts: DocumentParts } | { readonly ok: false; readonly problem: string };

/** Reads a page: nothing in it is run or fetched. */
export function readPage(html: string): PageResult {
  const { document } = parseHTML(html);
  const language = document.documentElement?.getAttribute('lang') ?? undefined;
  const article = new Readability<TreeNode>(document as never, {
    serializer: (node) => node as unknown as TreeNode,
  }).parse();
  if (article?.content == null) return { ok: false, problem: 'no text was found in it' };
  const text = serializeBlocks(article.content)
    .map((block) => block.text)
    .join('\n\n');
  if (text === '') return { ok: false, problem: 'no text was found in it' };
  return {
    ok: true,
    parts: {
      text,
      title: article.title ?? undefined,
      publisher: inferredFrom(article.siteName ?? undefined, 'metadata'),
      published: publishedFrom(article.publishedTime ?? undefined, 'metadata'),
      language,
    },
  };
}
