import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { warcOf, warcRecord, type ArchivedPage } from '../../test/warc.ts';
import { zipOf } from '../../test/zip.ts';
import { verifyEvidence } from '../model/evidence.ts';
import type { Capture } from './capture.ts';
import { composeDocument } from './document-from-text.ts';
import { readCapture, readWebArchive } from './read-captures.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. “We have nothing to hide,” its owner told us.';

function page(title: string, extra = ''): string {
  return `<!doctype html><html><head><title>${title}</title>${extra}</head><body><article><h1>${title}</h1><p>${STORY}</p><p>${STORY} ${title}.</p></article></body></html>`;
}

const LOST: ArchivedPage = {
  address: 'https://lantern.example/2031/lost',
  body: page('Ferry lost'),
  date: '2031-03-15T09:30:00.250Z',
};
const FOUND: ArchivedPage = {
  address: 'https://herald.example/found',
  body: page('Ferry found'),
  date: '2031-03-16T10:00:00Z',
};

/** Titles of what an archive holds, and its warnings. */
async function read(
  name: string,
  bytes: Uint8Array,
  maxBytes = 1_000_000,
): Promise<{ titles: unknown[]; warnings: string[] }> {
  const { parts, warnings } = await readWebArchive(name, bytes, maxBytes);
  return { titles: parts.map(({ title }) => title), warnings: warnings.map(({ message }) => message) };
}

describe('readWebArchive', () => {
  it.each([
    ['a.warc', warcOf([LOST, FOUND])],
    ['a.warc.gz', warcOf([LOST, FOUND], { packed: true })],
    ['b.warc.gz', gzipSync(warcOf([LOST, FOUND]))],
  ])('reads pages with address, moment of capture and digest: %s', async (name, bytes) => {
    const { parts, warnings } = await readWebArchive(name, bytes, 1_000_000);
    expect(warnings).toEqual([]);
    expect(parts).toMatchObject([
      {
        file: name,
        title: 'Ferry lost',
        url: 'https://lantern.example/2031/lost',
        provenance: {
          sha256: createHash('sha256').update(page('Ferry lost')).digest('hex'),
          captured: '2031-03-15T09:30:00.250Z',
          address: 'https://lantern.example/2031/lost',
          format: 'html',
        },
      },
      { file: name, title: 'Ferry found', provenance: { captured: '2031-03-16T10:00:00Z' } },
    ]);
  });

  it('reads an archive that another program wrote (warcio.js 2.4)', async () => {
    const { parts, warnings } = await readWebArchive(
      'mill.warc.gz',
      readFileSync(join(import.meta.dirname, '../../test/files/mill.warc.gz')),
      1_000_000,
    );
    expect(warnings).toEqual([]);
    expect(parts.map(({ url, title, provenance }) => [url, title, provenance?.captured])).toEqual([
      ['https://kell.example/mill', 'Mill stands still', '2031-05-02T08:00:00Z'],
      ['https://ostrand.example/weir?x=1', 'Weir opened at night', '2031-05-02T08:00:00Z'],
    ]);
  });

  it('undoes chunks and packing, and reads in the encoding that the server named', async () => {
    const body = page('Fähre verloren “x”');
    const chunks = Buffer.concat([
      Buffer.from(`1f;name=x\r\n${body.slice(0, 31)}\r\n`),
      Buffer.from(`${Buffer.byteLength(body.slice(31)).toString(16).toUpperCase()}\r\n${body.slice(31)}\r\n`),
      Buffer.from('0\r\n\r\n'),
    ]);
    const pages: ArchivedPage[] = [
      { ...LOST, body: chunks, header: 'Transfer-Encoding: chunked\r\n' },
      { ...LOST, body: gzipSync(body), header: 'Content-Encoding: gzip\r\n' },
      { ...LOST, body: brotliCompressSync(body), header: 'Content-Encoding: br\r\n' },
      { ...LOST, body: deflateSync(gzipSync(body)), header: 'Content-Encoding: gzip, deflate\r\n' },
      // Archivers that undo the codings leave the header as it was.
      { ...LOST, body, header: 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n' },
      {
        ...LOST,
        body: Buffer.from(page('Fähre verloren \u0093x\u0094'), 'latin1'),
        contentType: 'text/html;charset="windows-1252"',
      },
    ];
    const { titles, warnings } = await read('a.warc', warcOf(pages));
    expect(titles).toEqual(pages.map(() => 'Fähre verloren “x”'));
    expect(warnings).toEqual([]);
  });

  it('passes over what is no page and says why, in one line', async () => {
    const { titles, warnings } = await read(
      'a.warc',
      warcOf([
        {
          address: 'https://lantern.example/',
          body: 'software: x',
          type: 'warcinfo',
          contentType: 'application/warc-fields',
        },
        LOST,
        {
          ...LOST,
          type: 'request',
          body: 'GET / HTTP/1.1',
          contentType: 'application/http; msgtype=request',
        },
        { ...LOST, type: 'revisit', body: '' },
        { ...LOST, status: 301, header: 'Location: /x\r\n', body: '<html>moved</html>' },
        { ...LOST, status: 404 },
        { ...LOST, contentType: 'image/png', body: 'x' },
        { ...LOST, contentType: 'text/css', body: 'x' },
        { ...LOST, body: '<html><script>x</script></html>' },
        { address: 'https://lantern.example/robots.txt', contentType: 'text/plain', body: 'User-agent: *' },
        { address: 'dns:lantern.example', type: 'resource', contentType: 'text/dns', body: 'x' },
        { ...FOUND, type: 'resource', contentType: 'text/html' },
      ]),
    );
    expect(titles).toEqual(['Ferry lost', 'Ferry found']);
    expect(warnings).toEqual([
      'Records of a.warc that were passed over: 1 say only that a page was found unchanged, 1 are pages that the server did not give, 1 hold no text.',
    ]);
  });

  it('loses a damaged record and nothing else', async () => {
    const packed = [LOST, { ...LOST, address: 'https://lantern.example/b' }, FOUND].map((each) =>
      gzipSync(warcRecord(each)),
    );
    packed[1]?.fill(0x55, 40, 80);
    expect(await read('a.warc.gz', Buffer.concat(packed))).toEqual({
      titles: ['Ferry lost', 'Ferry found'],
      warnings: ['a.warc.gz: a record is damaged and was passed over.'],
    });
    // A packed record whose bytes unpack, to something else than was packed.
    const changed = gzipSync(warcRecord(LOST), { level: 0 });
    changed[changed.indexOf('harbour')] = 0x48;
    expect(await read('a.warc.gz', Buffer.concat([changed, gzipSync(warcRecord(FOUND))]))).toEqual({
      titles: ['Ferry found'],
      warnings: ['a.warc.gz: a record is damaged and was passed over.'],
    });
    expect(await read('a.warc', warcOf([{ ...LOST, length: 60 }, FOUND]))).toEqual({
      titles: ['Ferry found'],
      warnings: ['a.warc: a record is damaged and was passed over.'],
    });
    expect(await read('a.warc', warcOf([{ ...LOST, length: 99_999_999 }, FOUND]))).toMatchObject({
      titles: ['Ferry found'],
    });
    const whole = warcOf([LOST, FOUND]);
    expect(await read('a.warc', whole.subarray(0, whole.length - 200))).toEqual({
      titles: ['Ferry lost'],
      warnings: ['a.warc: it breaks off before its end.'],
    });
    const gzip = gzipSync(whole);
    expect(await read('a.warc.gz', gzip.subarray(0, gzip.length - 14))).toEqual({
      titles: ['Ferry lost'],
      warnings: ['a.warc.gz: it breaks off before its end.'],
    });
    expect(await read('a.warc', Buffer.from('no archive at all'))).toEqual({
      titles: [],
      warnings: ['a.warc: it is no web archive.'],
    });
  });

  it('reads what a truncated record has, and says that it breaks off', async () => {
    const { titles, warnings } = await read(
      'a.warc',
      warcOf([{ ...LOST, recordHeader: 'WARC-Truncated: length' }]),
    );
    expect(titles).toEqual(['Ferry lost']);
    expect(warnings).toEqual([
      'https://lantern.example/2031/lost breaks off: the end of what was captured is missing.',
    ]);
  });

  it('stops at what unpacks to too much', async () => {
    const zeros = gzipSync(Buffer.alloc(3_000_000, 0x20));
    expect(
      await read('a.warc', warcOf([{ ...LOST, body: zeros, header: 'Content-Encoding: gzip\r\n' }, FOUND])),
    ).toEqual({
      titles: ['Ferry found'],
      warnings: [
        'https://lantern.example/2031/lost in a.warc was left out: it unpacks to more than 0.95 MiB.',
      ],
    });
    const onions = gzipSync(gzipSync(gzipSync(gzipSync(page('Onion')))));
    expect(
      (
        await read(
          'a.warc',
          warcOf([{ ...LOST, body: onions, header: 'Content-Encoding: gzip,gzip,gzip,gzip\r\n' }]),
        )
      ).warnings,
    ).toEqual([
      'https://lantern.example/2031/lost in a.warc was left out: it is packed too many times over.',
    ]);
  });

  it('takes a page’s word for its address only where it names the host it came from', async () => {
    const canonical = (href: string): string => page('Ferry lost', `<link rel="canonical" href="${href}">`);
    const urls = (
      await readWebArchive(
        'a.warc',
        warcOf([
          { ...LOST, body: canonical('https://www.lantern.example/2031/lost-ferry') },
          { ...LOST, body: canonical('https://another.example/story') },
        ]),
        1_000_000,
      )
    ).parts.map(({ url }) => url);
    expect(urls).toEqual([
      'https://www.lantern.example/2031/lost-ferry',
      'https://lantern.example/2031/lost',
    ]);
  });

  it.each([
    ['a.warc', false],
    ['a.warc.gz', true],
  ])('is read record by record, and never as a whole: %s', async (name, packed) => {
    const picture = Buffer.alloc(1_500_000);
    for (let at = 0; at < picture.length; at++) picture[at] = (at * at * 31) >> 7;
    const pictures = Array.from({ length: 12 }, (_, i) => ({
      address: `https://lantern.example/${i}.png`,
      body: picture,
      contentType: 'image/png',
    }));
    const bytes = warcOf([LOST, ...pictures, FOUND], { packed });
    let largest = 0;
    const source = {
      length: bytes.length,
      read: (start: number, end: number): Buffer => {
        largest = Math.max(largest, end - start);
        return Buffer.from(bytes.subarray(start, end));
      },
    };
    const { parts, warnings } = await readWebArchive(name, source, 1_000_000);
    expect(parts.map(({ title }) => title)).toEqual(['Ferry lost', 'Ferry found']);
    expect(warnings).toEqual([]);
    expect(largest).toBeLessThanOrEqual(4 * 2 ** 20);
  });

  it('reads the pages that a WACZ lists', async () => {
    const archive = warcOf(
      [LOST, { address: 'https://ads.example/frame', body: page('Advertisement') }, FOUND],
      { packed: true },
    );
    const list = [
      { format: 'json-pages-1.0', id: 'pages', title: 'All pages' },
      { url: `${LOST.address}#top`, ts: '2031-03-15T09:30:00Z', title: 'Ferry lost' },
      { url: FOUND.address },
    ];
    const files = [
      { name: 'datapackage.json', content: '{}' },
      { name: '../archive/data.warc.gz', content: archive },
      {
        name: 'pages/pages.jsonl',
        content: `${list.map((each) => JSON.stringify(each)).join('\n')}\nbroken{\n`,
      },
    ];
    expect(await read('a.wacz', zipOf(files))).toEqual({
      titles: ['Ferry lost', 'Ferry found'],
      warnings: ['Records of a.wacz that were passed over: 1 were loaded by pages and are none themselves.'],
    });
    expect((await read('a.wacz', zipOf(files.slice(0, 2)))).titles).toHaveLength(3);
    const otherList = { name: 'pages/pages.jsonl', content: '{"url":"https://x.example/"}' };
    expect((await read('a.wacz', zipOf([...files.slice(0, 2), otherList]))).titles).toHaveLength(3);
    expect(await read('a.wacz', zipOf(files.slice(0, 1)))).toEqual({
      titles: [],
      warnings: ['a.wacz: it holds no web archive.'],
    });
    expect(await read('a.wacz', Buffer.from('x'))).toEqual({
      titles: [],
      warnings: ['a.wacz was left out: it is no ZIP archive, or a damaged one.'],
    });
  });

  it('takes time in proportion, however an archive is cut into members and records', async () => {
    // One record over 30,000 members, and as many beginnings of records that never come.
    const record = Buffer.concat([warcRecord({ ...LOST, body: page('Ferry lost') + ' '.repeat(30_000) })]);
    const crumbs = Array.from({ length: Math.ceil(record.length / 4) }, (_, i) =>
      gzipSync(record.subarray(4 * i, 4 * i + 4)),
    );
    expect((await read('a.warc.gz', Buffer.concat(crumbs))).titles).toEqual(['Ferry lost']);
    const beginnings = Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n'.repeat(30_000));
    expect((await read('a.warc', beginnings)).warnings.length).toBeLessThanOrEqual(21);
    const members = Buffer.concat(
      Array.from({ length: 30_000 }, () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 7])),
    );
    expect((await read('a.warc.gz', members)).warnings.length).toBeLessThanOrEqual(21);
  });

  const seeds: Readonly<Record<string, Uint8Array>> = {
    'a.warc': warcOf([LOST, FOUND]),
    'a.warc.gz': warcOf(
      [LOST, { ...FOUND, body: gzipSync(page('Ferry found')), header: 'Content-Encoding: gzip\r\n' }],
      { packed: true },
    ),
    'a.wacz': zipOf([
      { name: 'archive/data.warc.gz', content: warcOf([LOST, FOUND], { packed: true }) },
      { name: 'pages/pages.jsonl', content: JSON.stringify({ url: LOST.address }) },
    ]),
  };

  it.each(Object.keys(seeds))('survives mutated bytes of %s with pages or warnings', async (name) => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.integer({ min: 0, max: 40 }),
      inserted: fc.uint8Array({ maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        let bytes: Buffer = Buffer.from(seeds[name] ?? '');
        for (const { at, removed, inserted } of changes) {
          const start = Math.floor(at * bytes.length);
          bytes = Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
        }
        const { parts, warnings } = await readWebArchive(name, bytes, 1_000_000);
        expect(parts.length + warnings.length).toBeGreaterThan(0);
        for (const one of parts) {
          const document = composeDocument(one);
          verifyEvidence(document, [document]);
        }
        for (const { message } of warnings) expect(message).toMatch(/^[^\n]{1,600}[.:”]$/);
      }),
      { seed: 29, numRuns: 120 },
    );
  });
});

describe('readCapture', () => {
  const capture = (contentType: string, body: string | Uint8Array): Capture => ({
    address: 'https://lantern.example/story',
    requested: 'https://lantern.example/s',
    captured: '2031-03-15T09:30:00Z',
    contentType,
    bytes: Buffer.from(body),
    cut: false,
  });

  it.each([
    ['text/html', page('Ferry lost'), 'html'],
    ['', page('Ferry lost'), 'html'],
    ['application/octet-stream', page('Ferry lost'), 'html'],
    ['Text/Plain; Charset=UTF-8', `Ferry lost\n\n${STORY}`, 'txt'],
    [
      'application/rss+xml',
      `<rss><item><title>Ferry lost</title><link>https://other.example/1</link><description>${STORY}</description></item></rss>`,
      'feed',
    ],
  ])('reads what a server calls “%s” by that', async (contentType, body, format) => {
    const { parts, warnings } = await readCapture(capture(contentType, body));
    expect(warnings).toEqual([]);
    expect(composeDocument(parts[0] ?? { text: '' })).toMatchObject({
      title: 'Ferry lost',
      url: format === 'feed' ? 'https://other.example/1' : 'https://lantern.example/story',
      provenance: {
        format,
        address: 'https://lantern.example/story',
        requested: 'https://lantern.example/s',
      },
    });
  });

  it('reads a PDF that a server sends, or an archive holds', async () => {
    const pdf = readFileSync(join(import.meta.dirname, '../../test/files/mill.pdf'));
    const { parts } = await readCapture(capture('application/pdf', pdf));
    const archived = await readWebArchive(
      'a.warc.gz',
      warcOf(
        [{ address: 'https://lantern.example/story', body: pdf, contentType: 'application/octet-stream' }],
        {
          packed: true,
        },
      ),
      1_000_000,
    );
    for (const [part] of [parts, archived.parts])
      expect(part).toMatchObject({
        title: 'Mill stands still after weir opens in the night',
        url: 'https://lantern.example/story',
        provenance: { format: 'pdf', address: 'https://lantern.example/story' },
      });
  });

  it.each([
    ['image/png', 'x', 'unsupported-format'],
    ['', 'neither page nor feed', 'unsupported-format'],
    ['text/html', '\x89PNG\r\n', 'binary-file'],
    ['text/html', '%PDF-1.4 x', 'binary-file'],
    ['text/html', '', 'empty-file'],
  ])('refuses what cannot be read, sent as “%s”', async (contentType, body, code) => {
    const { parts, warnings } = await readCapture(capture(contentType, Buffer.from(body, 'latin1')));
    expect(parts).toEqual([]);
    expect(warnings).toMatchObject([{ code, file: 'https://lantern.example/story' }]);
  });
});
