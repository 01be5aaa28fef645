import { describe, expect, it } from 'vitest';

import { warcOf, type ArchivedPage } from '../../test/warc.ts';
import { readWebArchive } from './read-captures.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said. “We have nothing to hide,” its owner told us.';

function page(title: string, text = `<p>${STORY}</p><p>${STORY} ${title}.</p>`): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
}

const ARTICLE: ArchivedPage = { address: 'https://lantern.example/lost', body: page('Ferry lost') };
const FRAME: ArchivedPage = {
  address: 'https://frames.example/f',
  body: page('Buy a boat'),
  recordHeader: 'WARC-Record-ID: <urn:uuid:f>',
};

/** A request as a record beside the response that it led to. */
function request(header: string, recordHeader = 'WARC-Concurrent-To: <urn:uuid:f>'): ArchivedPage {
  return {
    address: FRAME.address,
    type: 'request',
    contentType: 'application/http; msgtype=request',
    body: `GET /f HTTP/1.1\r\nHost: frames.example\r\n${header}\r\n\r\n`,
    recordHeader,
    date: '2031-03-15T09:31:00Z',
  };
}

async function read(pages: readonly ArchivedPage[]): Promise<{ titles: unknown[]; warnings: string[] }> {
  const { parts, warnings } = await readWebArchive('a.warc', warcOf(pages), 1_000_000);
  return { titles: parts.map(({ title }) => title), warnings: warnings.map(({ message }) => message) };
}

const LOADED =
  'Records of a.warc that were passed over: 1 were loaded by pages and are none themselves (https://frames.example/f).';

describe('what a page in a web archive is', () => {
  it.each<[string, ArchivedPage[]]>([
    ['a request after it, for a frame', [FRAME, request('Sec-Fetch-Dest: iframe')]],
    ['a request before it, by a script', [request('X-Requested-With: XMLHttpRequest'), FRAME]],
    [
      'a request of the same moment',
      [{ ...FRAME, recordHeader: '', date: '2031-03-15T09:31:00Z' }, request('Sec-Fetch-Dest: empty', '')],
    ],
    ['the recorder', [{ ...FRAME, recordHeader: 'WARC-Resource-Type: fetch' }]],
    [
      'the path from the seed',
      [
        FRAME,
        {
          address: FRAME.address,
          type: 'metadata',
          contentType: 'application/warc-fields',
          body: 'via: https://lantern.example/lost\r\nhopsFromSeed: LLER\r\n',
          recordHeader: 'WARC-Refers-To: <urn:uuid:f>',
        },
      ],
    ],
  ])('is told by %s: it was loaded by a page', async (_, records) => {
    expect(await read([ARTICLE, ...records])).toEqual({ titles: ['Ferry lost'], warnings: [LOADED] });
  });

  it.each<[string, ArchivedPage[]]>([
    ['a request that shows it alone', [FRAME, request('Sec-Fetch-Dest: document')]],
    [
      'a link from another host',
      [
        { ...FRAME, body: page('Buy a boat', `<p>${STORY}</p>`.repeat(6)) },
        request('Referer: https://lantern.example/lost'),
      ],
    ],
    [
      'a path of links',
      [
        FRAME,
        {
          address: FRAME.address,
          type: 'metadata',
          contentType: 'application/warc-fields',
          body: 'hopsFromSeed: LLR\r\n',
          recordHeader: 'WARC-Refers-To: <urn:uuid:f>',
        },
      ],
    ],
  ])('is told by %s: it is read', async (_, records) => {
    expect(await read([ARTICLE, ...records])).toEqual({ titles: ['Ferry lost', 'Buy a boat'], warnings: [] });
  });

  it('is told by its own words where the records say nothing', async () => {
    const { titles, warnings } = await read([
      ARTICLE,
      {
        address: 'https://lantern.example/gone',
        body: page(
          'Page not found',
          '<p>Sorry, we could not find what you were looking for. Try the search.</p>',
        ),
      },
      {
        address: 'https://lantern.example/more',
        body: page(
          'Before you continue',
          `<p>${'We and our partners store cookies on your device. '.repeat(8)}</p>`,
        ),
      },
      { address: 'https://lantern.example/', body: page('The Lantern') },
      {
        address: 'https://shop.example/box',
        body: '<html><body><p>Boats from 99 crowns. Order today.</p></body></html>',
      },
      { ...FRAME, body: page('Buy a boat', `<p>${STORY}</p>`) },
      request('Referer: https://lantern.example/lost'),
    ]);
    expect(titles).toEqual(['Ferry lost']);
    expect(warnings).toEqual([
      'Records of a.warc that were passed over: 1 were loaded by pages and are none themselves (https://frames.example/f), ' +
        '2 are notices (of an error, a login, a consent) (https://lantern.example/gone, https://lantern.example/more), ' +
        '1 are front pages (https://lantern.example/), 1 hold hardly any text and nothing that marks an article (https://shop.example/box).',
    ]);
  });

  it('is an article where it has a date or an author, however short, and where nothing else is there', async () => {
    const short = '<p>The ferry is lost.</p>';
    const dated = page('Not found: the ferry', short).replace(
      '</head>',
      '<meta property="article:published_time" content="2031-03-15T09:30:00Z"></head>',
    );
    expect(await read([{ ...ARTICLE, body: dated }])).toMatchObject({
      titles: ['Not found: the ferry'],
      warnings: [],
    });
    expect(await read([{ ...ARTICLE, address: 'https://lantern.example/' }])).toMatchObject({
      titles: ['Ferry lost'],
    });
  });
});
