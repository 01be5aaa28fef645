import type { Warning } from '../model/errors.ts';
import type { DocumentParts } from './document-from-text.ts';
import { entriesOf } from './documents-within.ts';
import { refused, type FileContents } from './file-contents.ts';
import { splitLiveText } from './split-live-text.ts';

/** The article of a saved page, or the entries of a live blog. */
export async function readPageFile(name: string, html: string): Promise<FileContents> {
  // Loaded for the first page only: a folder of text files starts without a page reader.
  const { readPage } = await import('./read-page.ts');
  const page = readPage(html);
  if (!page.ok) return refused('no-text', name, `${name} was left out: ${page.problem}.`);
  const warnings: Warning[] = [];
  if (page.mostlyLost)
    warnings.push({
      code: 'text-mostly-lost',
      message: `Most of the text of ${name} was not recognised as the article; look at what was kept, or save the article as text.`,
      file: name,
    });
  const whole = { ...page.parts, file: name };
  const live = page.live ?? splitLiveText(whole, { mustSay: true });
  if (live === null) return { parts: [whole], warnings };
  return { parts: entriesOf(live, name), warnings: [...warnings, ...embedsIn(live, name)] };
}

/** Names entries of which nothing is analysed: posts of others that are shown whole. */
function embedsIn(live: readonly DocumentParts[], file: string): Warning[] {
  const empty = live.filter(({ text, omitted = [] }) => {
    const left = omitted.reduce((sum, { span: [start, end] }) => sum + end - start, 0);
    return text.replace(/\n\n/g, '').length <= left;
  });
  if (empty.length === 0) return [];
  const times = empty.slice(0, 10).map(({ liveBlog }) => liveBlog?.time ?? 'without a time');
  return [
    {
      code: 'live-blog',
      message: `${file}: ${empty.length} of ${live.length} parts of the live blog hold nothing but embedded posts (${times.join(', ')}); they are listed, and nothing in them is analysed.`,
      file,
    },
  ];
}

/** A record that holds a page, or a piece of one, instead of a text; what the record says comes before what the page says. */
export async function partsWithPage(parts: DocumentParts, html: string): Promise<DocumentParts | null> {
  const { readPage, textOfHtml } = await import('./read-page.ts');
  if (!/<(?:html|body|head)[\s>]/i.test(html.slice(0, 20_000))) {
    const text = textOfHtml(html);
    return text.trim() === '' ? null : { ...parts, text };
  }
  const page = readPage(html);
  if (!page.ok) return null;
  const said = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { ...page.parts, ...said, text: page.parts.text };
}
