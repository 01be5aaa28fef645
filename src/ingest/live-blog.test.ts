import { describe, expect, it } from 'vitest';

import type { Document } from '../model/document.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';

async function documentsIn(name: string, content: string): Promise<Document[]> {
  const { parts } = await readFileContents(name, new TextEncoder().encode(content));
  const documents = parts.map(composeDocument);
  for (const document of documents) expect(verifyEvidence(document, [document])).toBeGreaterThanOrEqual(0);
  return documents;
}

/** `3/4 2031-03-02T18:40Z Bridge closed`: place, time and title of every part. */
function outlineOf(documents: readonly Document[]): string[] {
  return documents.map(
    ({ liveBlog, published, title }) =>
      `${liveBlog === undefined ? 'no live blog' : liveBlog.part === 'summary' ? 'summary' : `${liveBlog.number}/${liveBlog.entries}`} ${published?.value.value ?? 'undated'} ${title ?? '–'}`,
  );
}

const POLICE =
  'The police closed the old bridge at Marrow to all traffic on Sunday evening, a spokesman said.';
const WEATHER = 'The weather office warned of gusts of 140 kilometres an hour along the coast until Monday.';
const TRAINS = 'Trains between Oster and Marrow no longer run, the railway said in a short statement.';

describe('pasted live blogs', () => {
  it('reads times on lines of their own, titles below them, and key events apart', async () => {
    const text = `Storm over Marrow – live updates\n\nPublished 2 March 2031\n\nThe storm reached the coast in the afternoon.\n\nKey events\n18.40 GMT\nBridge closed\n16.05 GMT\nFirst warnings\n\n18.40 GMT\nBridge closed\n\n${POLICE}\n\n17.12 GMT\n${TRAINS}\n\n16.05 GMT\nFirst warnings\n\n${WEATHER}\n`;
    const documents = await documentsIn('storm.txt', text);
    expect(outlineOf(documents)).toEqual([
      '1/3 2031-03-02T16:05Z First warnings',
      '2/3 2031-03-02T17:12Z –',
      '3/3 2031-03-02T18:40Z Bridge closed',
      'summary 2031-03-02 Storm over Marrow – live updates',
    ]);
    expect(documents[1]?.text).toBe(`17.12 GMT\n${TRAINS}`);
    expect(documents[1]?.published?.evidence?.text).toBe('17.12 GMT');
    expect(documents[3]?.text).toContain('Key events');
    expect(new Set(documents.map(({ liveBlog }) => liveBlog?.id)).size).toBe(1);
  });

  it('reads time and title on one line', async () => {
    const text = `LIVE: Harbour strike in Oster\n4 March 2031\n\n9:05 am – Strike begins\n${TRAINS}\n\n10:45 am – Talks called\n${POLICE}\n\n1:30 pm – Talks end\n${WEATHER}\n`;
    expect(outlineOf(await documentsIn('strike.md', text))).toEqual([
      '1/3 2031-03-04T09:05 Strike begins',
      '2/3 2031-03-04T10:45 Talks called',
      '3/3 2031-03-04T13:30 Talks end',
    ]);
  });

  it('keeps entries whose text follows the time at once whole', async () => {
    const text = `Flood in Verrin: minute by minute\n\n14:05 – ${WEATHER}\n14:20 – ${TRAINS}\n15:10 – ${POLICE}\n`;
    const documents = await documentsIn('flood.txt', text);
    expect(outlineOf(documents)).toEqual(['1/3 undated –', '2/3 undated –', '3/3 undated –']);
    expect(documents[0]?.liveBlog?.time).toBe('14:05');
    expect(documents[0]?.omitted.map(({ evidence }) => evidence.text)).toEqual(['14:05']);
  });

  it('orders “5h ago” by how long ago it is, and invents no day for it', async () => {
    const text = `Live blog: vote in Kessel\n5 May 2031\n\n2m ago\n${POLICE}\n\n45m ago\n${TRAINS}\n\n5h ago\n${WEATHER}\n`;
    const documents = await documentsIn('vote.txt', text);
    expect(documents.map(({ liveBlog }) => liveBlog?.time)).toEqual(['5h ago', '45m ago', '2m ago']);
    expect(documents.every(({ published }) => published === undefined)).toBe(true);
  });

  it('gives no day to what comes after midnight, unless a line names it', async () => {
    const text = `Night of the storm – live\n2 March 2031\n\n22:40\n${POLICE}\n\n23:55\n${TRAINS}\n\n00:20\n${WEATHER}\n\n4 March, 2031, 08:10\n${POLICE}\n`;
    expect(outlineOf(await documentsIn('night.txt', text))).toEqual([
      '1/4 2031-03-02T22:40 –',
      '2/4 2031-03-02T23:55 –',
      '3/4 undated –',
      '4/4 2031-03-04T08:10 –',
    ]);
  });

  it('takes a time that is said twice for one, and a name behind it for its headline', async () => {
    const text = `Storm over Marrow: live coverage\n2 March 2031\n\n1h ago\n18.40 GMT\nBridge closed\n\n${POLICE}\n\n3h ago\n16.05 GMT\n\n${WEATHER}\n\n15:10 Trains stop\n${TRAINS}\n`;
    const documents = await documentsIn('storm.txt', text);
    expect(outlineOf(documents)).toEqual([
      '1/3 2031-03-02T15:10 Trains stop',
      '2/3 2031-03-02T16:05Z –',
      '3/3 2031-03-02T18:40Z Bridge closed',
    ]);
    expect(documents[1]?.omitted.map(({ evidence }) => evidence.text)).toEqual(['3h ago\n16.05 GMT']);
  });

  it('takes no report with times in it for a live blog', async () => {
    const report = `Bridge at Marrow closed\n\n${POLICE} The closure came after a long evening.\n\nHow the evening went:\n\n16:05 – first warnings\n17:12 – trains stop\n18:40 – bridge closed\n\n${WEATHER} ${TRAINS} The mayor said that the council would meet again on Monday and that nobody had been hurt.\n`;
    expect(outlineOf(await documentsIn('report.txt', report))).toEqual([
      'no live blog undated Bridge at Marrow closed',
    ]);
  });
});

describe('pages of live blogs', () => {
  const head =
    '<meta property="article:published_time" content="2031-03-04T07:00:00Z"><link rel="canonical" href="https://ledger.example/2031/strike">';
  const page = (title: string, body: string, more = ''): string =>
    `<html lang="en"><head><title>${title}</title>${head}${more}</head><body><main><h1>${title}</h1>${body}</main></body></html>`;

  it('reads what JSON-LD states where the page shows nothing', async () => {
    const update = (at: string, headline: string, articleBody: string): object => ({
      '@type': 'BlogPosting',
      datePublished: at,
      headline,
      articleBody,
      url: `https://ledger.example/2031/strike#${at.slice(11, 13)}`,
    });
    const data = {
      '@type': 'LiveBlogPosting',
      headline: 'Strike',
      datePublished: '2031-03-04T07:00:00Z',
      liveBlogUpdate: [
        update('2031-03-04T18:40:00+01:00', 'Bridge closed', `<p>${POLICE}</p>`),
        update('2031-03-04T16:05:00+01:00', 'Warnings', WEATHER),
      ],
    };
    const documents = await documentsIn(
      'a.html',
      page(
        'Strike',
        '<p>Please enable scripts to see this page.</p>',
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
    );
    expect(outlineOf(documents)).toEqual([
      '1/2 2031-03-04T16:05+01:00 Warnings',
      '2/2 2031-03-04T18:40+01:00 Bridge closed',
    ]);
    expect(documents[1]).toMatchObject({
      url: 'https://ledger.example/2031/strike#18',
      text: `Bridge closed\n\n${POLICE}`,
    });
  });

  it.each([
    ['article', 'Strike: live updates', ''],
    ['li', 'Harbour strike as it happened', ''],
    ['section', 'Harbour strike', ''],
    ['div', 'Harbour strike', ' class="liveblog-entry"'],
  ])('reads entries that are <%s> elements', async (tag, title, names) => {
    const entry = (id: string, at: string, heading: string, text: string): string =>
      `<${tag} id="${id}"${names}><time datetime="2031-03-04T${at}:00Z">${at}</time><h2>${heading}</h2><p>${text}</p></${tag}>`;
    const body = `<p>Dockers in Oster have stopped working, and the port expects long queues of ships.</p><div>${entry('e3', '18:40', 'Bridge closed', POLICE)}${entry('e2', '17:12', 'No trains', TRAINS)}${entry('e1', '16:05', 'Warnings', WEATHER)}</div>`;
    const documents = await documentsIn('a.html', page(title, body));
    expect(outlineOf(documents)).toEqual([
      '1/3 2031-03-04T16:05Z Warnings',
      '2/3 2031-03-04T17:12Z No trains',
      '3/3 2031-03-04T18:40Z Bridge closed',
      `summary 2031-03-04 ${title}`,
    ]);
    expect(documents[0]).toMatchObject({
      url: 'https://ledger.example/2031/strike#e1',
      text: `16:05\n\nWarnings\n\n${WEATHER}`,
    });
    expect(documents[0]?.omitted.map(({ evidence }) => evidence.text)).toEqual(['16:05']);
  });

  it('lists an entry that is only somebody’s post, and analyses nothing of it', async () => {
    const body = `<article id="a1"><time datetime="2031-03-04T16:05:00Z">16:05</time><p>${WEATHER}</p></article><article id="a2"><time datetime="2031-03-04T17:00:00Z">17:00</time><blockquote class="twitter-tweet"><p>We stay at the gate, all two hundred of us, until they talk.</p></blockquote></article>`;
    const { parts, warnings } = await readFileContents(
      'a.html',
      new TextEncoder().encode(page('Strike live blog', body)),
    );
    const post = composeDocument(parts.find(({ liveBlog }) => liveBlog?.number === 2) ?? { text: '' });
    expect(post.omitted.map(({ evidence, why }) => `${why}: ${evidence.text}`)).toEqual([
      'byline: 17:00',
      'other: We stay at the gate, all two hundred of us, until they talk.',
    ]);
    expect(warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^live-blog .*\(17:00\)/),
    ]);
  });

  it('leaves threads of a forum and lists of teasers alone', async () => {
    const post = (id: string, at: string): string =>
      `<article id="${id}" class="comment"><time datetime="2031-03-0${at}:00Z">${at}</time><p>${POLICE} ${id}</p></article>`;
    const thread = page(
      'How to repair a pump',
      `<div>${post('p1', '1T08:00')}${post('p2', '2T09:00')}${post('p3', '3T10:00')}</div>`,
    );
    expect((await documentsIn('a.html', thread)).map(({ liveBlog }) => liveBlog)).toEqual([undefined]);
    const teaser = (at: string): string =>
      `<li><time datetime="2031-03-04T${at}:00Z">${at}</time><a href="/x${at}">${TRAINS}</a></li>`;
    const list = page(
      'News from Oster',
      `<ul>${teaser('08:00')}${teaser('09:00')}${teaser('10:00')}</ul><p>${POLICE} ${WEATHER}</p>`,
    );
    expect((await documentsIn('a.html', list)).map(({ liveBlog }) => liveBlog)).toEqual([undefined]);
  });
});
