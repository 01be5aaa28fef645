import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { zipOf } from '../../test/zip.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. “We have nothing to hide,” its owner told us.';
const PAGE = `<!doctype html><html lang="en"><head><title>Ferry lost</title></head><body><article><h1>Ferry lost</h1><p>${STORY}</p><p>${STORY} Twice.</p></article></body></html>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>https://gazette.example/</link><item><title>Ferry lost</title><link>/lost</link><description>${STORY}</description></item></channel></rss>`;

async function read(
  name: string,
  content: string | Uint8Array,
): Promise<{ documents: object[]; warnings: object[] }> {
  const { parts, warnings } = await readFileContents(name, Buffer.from(content));
  return { documents: parts.map(composeDocument), warnings: [...warnings] };
}

describe('files that are not what their names say', () => {
  it.each([
    ['saved.txt', PAGE],
    ['saved.php', `\uFEFF<!-- saved from url=(0031)https://gazette.example/lost -->\n${PAGE}`],
    ['saved.doc', `<?xml version="1.0"?>\n${PAGE}`],
    ['saved', PAGE],
    ['saved.xml', PAGE],
    ['feed.json', FEED],
    ['feed.html', FEED],
    ['record.txt', JSON.stringify({ title: 'Ferry lost', text: STORY })],
    ['lines.txt', `${JSON.stringify({ title: 'Ferry lost', text: STORY })}\n`.repeat(2)],
  ])('are read as what their bytes show: %s', async (name, content) => {
    const { documents, warnings } = await read(name, content);
    expect(documents[0]).toMatchObject({
      title: 'Ferry lost',
      text: expect.stringContaining(STORY) as string,
    });
    expect(JSON.stringify(documents)).not.toMatch(/<p>|\\"text\\"/);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['a.md', '<html> is a tag, the harbour office said.'],
    ['a.txt', 'The page begins with <html>, the harbour office said.'],
    ['a.txt', '{Oster} The harbour office said so.'],
  ])('stay what they are where their bytes do not: %s', async (name, content) => {
    expect((await read(name, content)).documents).toMatchObject([
      { text: expect.stringContaining('harbour office') as string },
    ]);
  });

  it.each(['a.zip', 'a.gz', 'a.warc.gz', 'a.pdf', 'a.doc'])('are empty where they are: %s', async (name) => {
    expect(await read(name, '')).toEqual({
      documents: [],
      warnings: [{ code: 'empty-file', message: `${name} is empty.`, file: name }],
    });
  });

  it('keep their own names in messages about what they hold', async () => {
    const { warnings } = await read('a.txt.gz', gzipSync(gzipSync(STORY)));
    expect(warnings).toEqual([
      {
        code: 'binary-file',
        message: 'a.txt.gz was left out: its bytes are a gzip archive, not text.',
        file: 'a.txt.gz',
      },
    ]);
    const nested = zipOf([{ name: 'b.zip', content: zipOf([{ name: 'c.txt', content: STORY }]) }]);
    expect((await read('a.zip', nested)).warnings).toMatchObject([
      { code: 'unsupported-format', file: 'a.zip/b.zip' },
    ]);
  });
});

describe('a page that a browser saved with all it shows (.mhtml)', () => {
  const quoted = PAGE.replaceAll('=', '=3D')
    .replace(/[“”]/g, (sign) => (sign === '“' ? '=E2=80=9C' : '=E2=80=9D'))
    .replace(/.{70}/g, '$&=\r\n');
  const saved = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://gazette.example/lost',
    'Date: Tue, 4 Mar 2031 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B----"',
    '',
    '------B----',
    'Content-Type: text/css',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'p { color: red }',
    '------B----',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quoted,
    '------B------',
    '',
  ].join('\r\n');

  it('is read as the page, with its address and the moment', async () => {
    expect(await read('a.mhtml', saved)).toMatchObject({
      documents: [
        {
          title: 'Ferry lost',
          url: 'https://gazette.example/lost',
          text: expect.stringContaining(STORY) as string,
          provenance: {
            format: 'mhtml',
            bytes: Buffer.byteLength(saved),
            address: 'https://gazette.example/lost',
            captured: '2031-03-04T09:00:00.000Z',
          },
        },
      ],
      warnings: [],
    });
  });

  it.each(['', 'x', saved.slice(0, 200), saved.replace('text/html; charset', 'text/plain; charset')])(
    'that is none gives one warning',
    async (content) => {
      const { documents, warnings } = await read('a.mht', content);
      expect(documents).toEqual([]);
      expect(warnings).toHaveLength(1);
    },
  );
});

describe('what files state wrongly, or in other ways', () => {
  it('is an encoding that is not theirs', async () => {
    const page = PAGE.replace('<head>', '<head><meta charset="utf-8">').replaceAll('harbour', 'harbour café');
    const { documents, warnings } = await read('a.html', Buffer.from(page.replace(/[“”]/g, '"'), 'latin1'));
    expect(documents).toMatchObject([{ text: expect.stringContaining('harbour café office') as string }]);
    expect(warnings).toMatchObject([{ code: 'encoding-guessed' }]);
  });

  it.each([
    [1_930_384_800, '2031-03-04'],
    [1_930_384_800_000, '2031-03-04'],
    [20_310_304, '2031-03-04'],
    [12_345, undefined],
  ])('is a date as a number: %i', async (date, day) => {
    const { documents } = await read('a.json', JSON.stringify({ text: STORY, publish_date: date }));
    expect((documents[0] as { published?: { value: { value: string } } }).published?.value.value).toBe(day);
  });

  it('is an address without its host', async () => {
    expect((await read('a.rss', FEED)).documents).toMatchObject([{ url: 'https://gazette.example/lost' }]);
    const lone = FEED.replace('<link>https://gazette.example/</link>', '');
    expect((await read('a.rss', lone)).documents[0]).not.toHaveProperty('url');
  });
});
