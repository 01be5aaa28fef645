import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { zipOf } from '../../test/zip.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. “We have nothing to hide,” its owner told us.';

const RSS = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>The Lantern</title><image><title>Logo</title></image>
  <item><title>Ferry &amp; port</title><link>https://lantern.example/1</link><pubDate>Fri, 21 Oct 2022 18:40:00 GMT</pubDate><dc:creator>By Ansa Merrin</dc:creator>
    <media:content><title>Picture</title></media:content><description>Short.</description><content:encoded><![CDATA[<p>The <b>ferry</b> left.</p><p>${STORY}</p><script>x</script>]]></content:encoded></item>
  <item><title>Empty</title></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Coast Herald</title><entry><title>Lost</title><link rel="self" href="https://h.example/self"/><link href="https://h.example/2"/>
  <updated>2022-10-22T08:00:00Z</updated><author><name>Jol Vetter</name></author><summary>S</summary><content type="xhtml"><div><p>${STORY}</p></div></content></entry>`;

const DOCX = zipOf([
  {
    name: 'docProps/core.xml',
    content: '<cp:coreProperties><dc:title>Ferry &amp; port</dc:title></cp:coreProperties>',
  },
  {
    name: 'word/document.xml',
    content: `<?xml version="1.0"?><w:document><w:body><w:p><w:pPr><w:tab/></w:pPr><w:r><w:t>The ferry </w:t></w:r><w:r><w:t>Halmar</w:t><w:br/><w:t>left.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom><w:r><w:instrText>FIELD</w:instrText></w:r></w:p><w:p/><w:p><w:r><w:t>${STORY}</w:t></w:r></w:p></w:body></w:document>`,
  },
]);
const ODT = zipOf([
  {
    name: 'content.xml',
    content: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><office:text><text:h>Ferry</text:h><text:p>The ferry<text:s/>Halmar<office:annotation><text:p>note</text:p></office:annotation> left. &a;&b;</text:p><text:p>${STORY}</text:p></office:text>`,
  },
]);

const SEEDS: Readonly<Record<string, string | Uint8Array>> = {
  'a.txt': `Ferry lost\nBy Ansa Merrin\n\n${STORY}\n\nDear readers, support our journalism.\n`,
  'a.md': `---\ntitle: "Lost"\npublished: 2022-10-21\n---\n# Lost\n\n${STORY} [more](https://a.example/) **now**\n`,
  'a.html': `<!doctype html><html><head><meta charset="utf-8"><meta name="date" content="2022-10-21"><script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ansa Merrin"}]}</script></head><body><article><h1>Lost</h1><p>${STORY}</p><ul><li><a href="#">x</a></li></ul></article></body></html>`,
  'a.csv': `title;date;text\nLost;2022-10-21;"${STORY}"\n`,
  'a.rss': RSS,
  'a.docx': DOCX,
  'a.odt': ODT,
  'a.zip': zipOf([
    { name: 'b.txt', content: STORY },
    { name: 'c/d.md', content: `# Lost\n\n${STORY}` },
  ]),
  'a.json': JSON.stringify([{ text: STORY, title: 'Lost', published: '2022-10-21' }]),
  'a.ndjson': `${JSON.stringify({ text: STORY })}\n${JSON.stringify({ text: STORY, id: 'b' })}\n`,
};

/** A change of a file: at a place, so many bytes are put in the place of so many others. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 40 }),
  inserted: fc.uint8Array({ maxLength: 12 }),
  repeated: fc.integer({ min: 1, max: 30 }),
});

/** The texts that a file holds, and the warnings about it as `code: file`. */
async function read(
  name: string,
  bytes: Uint8Array,
  maxBytes?: number,
): Promise<{ texts: string[]; warnings: string[] }> {
  const { parts, warnings } = await readFileContents(name, bytes, maxBytes === undefined ? {} : { maxBytes });
  return {
    texts: parts.map(({ text }) => text),
    warnings: warnings.map(({ code, file }) => `${code}: ${file}`),
  };
}

describe('readFileContents: records with pages', () => {
  it('reads the page of a record that holds no text, and believes the record first', async () => {
    const html = `<html><head><title>From the page</title><meta name="date" content="2022-10-20"></head><body><article><h1>From the page</h1><p>${STORY}</p><p>${STORY}</p></article></body></html>`;
    const lines = [
      { html, title: 'From the record', url: 'https://a.example/1' },
      { content_html: `<p>${STORY}</p>`, date_published: '2022-10-21' },
      { html: '<html><body><script>x</script></body></html>' },
    ];
    const { parts, warnings } = await readFileContents(
      'a.jsonl',
      Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
    );
    expect(parts).toMatchObject([
      { title: 'From the record', url: 'https://a.example/1', published: { value: { value: '2022-10-20' } } },
      { text: STORY, published: { value: { value: '2022-10-21' } } },
    ]);
    expect(parts[0]?.text).toContain(STORY);
    expect(warnings.map(({ message }) => message)).toEqual([
      'a.jsonl, line 3 was left out: no text was found in its page.',
    ]);
  });
});

describe('readFileContents: feeds', () => {
  it('makes a document of every entry', async () => {
    const { parts, warnings } = await readFileContents('a.xml', Buffer.from(RSS));
    expect(parts).toMatchObject([
      {
        text: `The ferry left.\n\n${STORY}`,
        title: 'Ferry & port',
        url: 'https://lantern.example/1',
        publisher: { value: 'The Lantern', from: 'metadata' },
        published: { value: { value: '2022-10-21' }, from: 'metadata' },
        byline: ['Ansa Merrin'],
      },
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'a.xml, entry 2 was left out: it holds no text.',
    ]);
  });

  it('reads Atom with elements in its texts, broken off as it is', async () => {
    expect((await readFileContents('a.atom', Buffer.from(ATOM))).parts).toMatchObject([
      {
        text: STORY,
        title: 'Lost',
        url: 'https://h.example/2',
        published: { value: { value: '2022-10-22' } },
        byline: ['Jol Vetter'],
      },
    ]);
  });

  it('is not stopped by depth, and knows other XML', async () => {
    expect(await read('a.xml', Buffer.from(`<rss>${'<x>'.repeat(200_000)}`))).toEqual({
      texts: [],
      warnings: ['no-text: a.xml'],
    });
    expect(await read('a.xml', Buffer.from('<note>x</note>'))).toEqual({
      texts: [],
      warnings: ['unsupported-format: a.xml'],
    });
  });
});

describe('readFileContents: archives and office texts', () => {
  it('reads every file of an archive as if it lay in a folder', async () => {
    const zip = zipOf([
      { name: '__MACOSX/a.txt', content: 'x' },
      { name: 'coast/a.txt', content: STORY },
      { name: 'coast/.hidden.txt', content: 'x' },
      { name: 'coast/b.md', content: `# Lost\n\n${STORY}` },
      { name: 'c.png', content: 'x' },
      { name: 'd.zip', content: zipOf([{ name: 'e.txt', content: STORY }]) },
    ]);
    const { parts } = await readFileContents('saved.zip', zip);
    expect(parts.map(({ file }) => file)).toEqual(['saved.zip/coast/a.txt', 'saved.zip/coast/b.md']);
    expect(await read('saved.zip', zip)).toEqual({
      texts: [STORY, `Lost\n\n${STORY}`],
      warnings: ['unsupported-format: saved.zip/c.png', 'unsupported-format: saved.zip/d.zip'],
    });
  });

  it('takes names for labels, and stops at what unpacks to too much', async () => {
    const zip = zipOf([
      { name: '../../etc/a.txt', content: STORY },
      { name: 'bomb.txt', content: Buffer.alloc(3_000_000, 0x61) },
      { name: 'secret.txt', content: STORY, flags: 0x801 },
    ]);
    const { parts, warnings } = await readFileContents('x.zip', zip, { maxBytes: 100_000 });
    expect(parts.map(({ file }) => file)).toEqual(['x.zip/etc/a.txt']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'x.zip/bomb.txt was left out: it unpacks to more than 0.1 MiB.',
      'x.zip/secret.txt was left out: it is encrypted.',
    ]);
  });

  it('says what is damaged', async () => {
    const zip = zipOf([{ name: 'a.txt', content: STORY }]);
    expect(await read('a.zip', zip.subarray(0, 60))).toEqual({
      texts: [],
      warnings: ['unreadable-file: a.zip'],
    });
    expect(await read('a.docx', Buffer.from('no archive'))).toEqual({
      texts: [],
      warnings: ['unreadable-file: a.docx'],
    });
    expect(await read('a.docx', zip)).toEqual({ texts: [], warnings: ['unreadable-file: a.docx'] });
    expect(await read('a.txt.gz', Buffer.from('no archive'))).toEqual({
      texts: [],
      warnings: ['unreadable-file: a.txt.gz'],
    });
  });

  it('reads the paragraphs of Word and LibreOffice texts, without deleted words, notes and entities', async () => {
    expect((await read('a.docx', DOCX)).texts).toEqual([`The ferry Halmar\nleft.\n\n${STORY}`]);
    expect((await readFileContents('a.docx', DOCX)).parts[0]?.title).toBe('Ferry & port');
    const [text] = (await read('a.odt', ODT)).texts;
    expect(text).toMatch(/^Ferry\n\nThe ferry Halmar/);
    expect(text).toContain(STORY);
    expect(text).not.toMatch(/aaaa|root:|note/);
  });

  it('unpacks one file', async () => {
    const { parts } = await readFileContents(
      'a.ndjson.gz',
      gzipSync(JSON.stringify({ text: STORY, id: 'x' })),
    );
    expect(parts.map(({ file, id, text }) => [file, id, text])).toEqual([['a.ndjson.gz', 'x', STORY]]);
    expect(await read('a.txt.gz', gzipSync(Buffer.alloc(1_000_000, 0x61)), 1000)).toEqual({
      texts: [],
      warnings: ['unreadable-file: a.txt.gz'],
    });
  });

  it('reads a table with a text in each row', async () => {
    const csv = `Title,Outlet,publish_date,Content\nLost,The Lantern,2022-10-21,"${STORY.replaceAll('"', '""')}\nSecond line."\nEmpty,,,\n`;
    const { parts, warnings } = await readFileContents('a.csv', Buffer.from(csv));
    expect(parts).toMatchObject([
      {
        text: `${STORY}\nSecond line.`,
        title: 'Lost',
        publisher: { value: 'The Lantern' },
        published: { value: { value: '2022-10-21' } },
      },
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'a.csv, line 4 was left out: it has no "text" that is a string, or an empty one.',
    ]);
    expect((await read('b.csv', Buffer.from('file,publisher\na.txt,Post\n'))).warnings).toEqual([
      'unsupported-format: b.csv',
    ]);
  });
});

describe('readFileContents', () => {
  it.each(Object.keys(SEEDS))('survives mutated bytes of %s with documents or warnings', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes: Buffer = Buffer.from(SEEDS[name] ?? '');
        for (const { at, removed, inserted, repeated } of changes) {
          const start = Math.floor(at * bytes.length);
          const filling = Array.from({ length: repeated }, () => inserted);
          bytes = Buffer.concat([bytes.subarray(0, start), ...filling, bytes.subarray(start + removed)]);
        }
        const { parts, warnings } = await readFileContents(name, bytes);
        expect(parts.length + warnings.length).toBeGreaterThan(0);
        for (const one of parts) {
          const document = composeDocument(one);
          verifyEvidence(document, [document]);
        }
        for (const { message } of warnings) expect(message).toMatch(/^[^\n]{1,600}[.:”]$/);
      }),
      { seed: 23, numRuns: 150 },
    );
  });
});
