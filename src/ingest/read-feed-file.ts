import type { Warning } from '../model/errors.ts';
import { inferredFrom, publishedFrom, type DocumentParts } from './document-from-text.ts';
import { refused, shortened, type FileContents } from './file-contents.ts';
import { readFeed } from './read-feed.ts';
import { sortByline } from './sort-byline.ts';

/** Every entry of a feed as a document of its own. */
export async function readFeedFile(name: string, xml: string): Promise<FileContents> {
  const feed = readFeed(xml);
  if (feed === null)
    return refused('unsupported-format', name, `${name} was left out: it is XML, but no RSS or Atom feed.`);
  const { textOfHtml } = await import('./read-page.ts');
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  feed.entries.forEach((entry, at) => {
    const text = textOfHtml(entry.html);
    if (text.trim() === '')
      warnings.push({
        code: 'no-text',
        message: `${name}, entry ${at + 1} was left out: it holds no text.`,
        file: name,
      });
    else
      parts.push({
        text,
        file: name,
        place: { unit: 'entry', number: at + 1 },
        title: entry.title,
        url: URL.canParse(entry.url) ? entry.url : undefined,
        published: publishedFrom(entry.date, 'metadata'),
        publisher: inferredFrom(feed.title, 'metadata'),
        byline: sortByline(entry.author).people,
        agencies: sortByline(entry.author).agencies,
      });
  });
  if (feed.entries.length === 0)
    return refused('no-text', name, `${name} was left out: the feed has no entries.`);
  return { parts, warnings: shortened(warnings, name) };
}
