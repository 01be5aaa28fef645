import { describe, expect, it } from 'vitest';

import { composeDocument } from './document-from-text.ts';
import { readPage } from './read-page.ts';
import type { Document } from '../model/document.ts';

const PARAGRAPHS = [
  'The ferry Halmar left the port of Oster at six in the evening, the harbour office said on Friday, with forty people on board.',
  'It was found on its side two hours later. The coast guard, which had called the ship in vain since seven, took all of them off.',
  'The owner denied that the ship had been overloaded. “We have nothing to hide,” she told reporters in front of her office in Oster.',
  'An inquiry will open next week, according to the ministry of transport, which had warned of the state of the line a year ago.',
];

function pageOf(parts: { head?: string; above?: string; within?: string; below?: string }): string {
  const [first, second, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  return `<!doctype html><html lang="en-GB"><head><title>Forty saved from ferry off Oster | The Lantern</title>${parts.head ?? ''}</head>
    <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/coast">Coast</a></li></ul></nav></header>
    <main><article><h1>Forty saved from ferry off Oster</h1>${parts.above ?? ''}
    <div class="article-body">${first}${parts.within ?? ''}${second}${rest.join('')}</div></article>${parts.below ?? ''}</main>
    <footer><p>The Lantern, Harbour Street 1, Oster. All rights reserved.</p></footer></body></html>`;
}

function read(html: string): Document {
  const page = readPage(html);
  if (!page.ok) throw new Error(page.problem);
  return composeDocument(page.parts);
}

const TEXT = ['Forty saved from ferry off Oster', ...PARAGRAPHS].join('\n\n');

describe('readPage: text', () => {
  it('keeps heading and paragraphs, and nothing of the frame', () => {
    const document = read(pageOf({}));
    expect(document.text).toBe(TEXT);
    expect(document.title).toBe('Forty saved from ferry off Oster');
    expect(document.titleEvidence?.spans).toEqual([[0, document.title?.length]]);
  });

  it('leaves out captions, boxes and links within the article, and says why', () => {
    const within = `<figure><img src="a.jpg"><figcaption>The Halmar on its side. Ansa Merrin</figcaption></figure>
      <div class="newsletter-box"><p>The coast in your inbox every morning: sign up for our newsletter.</p></div>
      <p>Advertisement</p>`;
    const { omitted, text } = read(pageOf({ within }));
    expect(omitted.map(({ why, evidence }) => [why, evidence.text])).toEqual([
      ['other', 'The Halmar on its side. Ansa Merrin'],
      ['appeal', 'The coast in your inbox every morning: sign up for our newsletter.'],
      ['advertisement', 'Advertisement'],
    ]);
    expect(text).toContain(PARAGRAPHS[3]);
  });

  it('joins what inline elements part, and breaks at line breaks', () => {
    const within =
      '<p>The <b>Hal</b>mar was<br>built in <a href="/o">Oster</a>, as the register of ships says,<br><br>in 1971, with a hull of steel.</p>';
    expect(read(pageOf({ within })).text).toContain(
      'The Halmar was\nbuilt in Oster, as the register of ships says,\n\nin 1971, with a hull of steel.',
    );
  });

  it('takes the text that a page states when scripts would have put it in', () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Forty saved from ferry off Oster',
      articleBody: PARAGRAPHS.join('\n\n'),
    };
    const html = `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><div id="app"><p>Please enable scripts to read this page on your device.</p></div></body></html>`;
    expect(read(html).text).toBe(TEXT);
  });

  it('says when there is no text', () => {
    expect(readPage('<html><body><script>var text = "hidden";</script></body></html>')).toMatchObject({
      ok: false,
    });
    expect(readPage('')).toMatchObject({ ok: false });
  });
});

describe('readPage: what a page says about itself', () => {
  const jsonLd = (data: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

  it('believes JSON-LD first, through graphs and references', () => {
    const head = jsonLd({
      '@graph': [
        { '@type': 'Organization', '@id': '#us', name: 'The Lantern' },
        { '@type': 'Person', '@id': '#ansa', name: 'Ansa Merrin' },
        {
          '@type': ['NewsArticle'],
          headline: 'Forty saved from ferry off Oster',
          datePublished: '2022-10-21T18:40:00+02:00',
          dateModified: '2022-10-23T08:00:00+02:00',
          author: [{ '@id': '#ansa' }, { '@type': 'Person', name: 'Jol Vetter' }],
          publisher: { '@id': '#us' },
        },
      ],
    });
    expect(read(pageOf({ head }))).toMatchObject({
      byline: ['Ansa Merrin', 'Jol Vetter'],
      publisher: { value: 'The Lantern', from: 'metadata' },
      published: { value: { text: '2022-10-21T18:40:00+02:00', value: '2022-10-21' }, from: 'metadata' },
    });
  });

  it('reads the start of a live blog', () => {
    const head = jsonLd({
      '@type': 'LiveBlogPosting',
      coverageStartTime: '2022-10-21T06:00:00+02:00',
      author: 'Ansa Merrin',
    });
    expect(read(pageOf({ head })).published?.value.value).toBe('2022-10-21');
  });

  it('reads meta elements, the canonical address and the address that a browser noted', () => {
    const head = `<meta property="og:site_name" content="The Lantern"><meta name="author" content="By Ansa Merrin, political editor">
      <meta property="article:published_time" content="2022-10-21"><link rel="canonical" href="https://lantern.example/ferry">`;
    expect(read(pageOf({ head }))).toMatchObject({
      byline: ['Ansa Merrin'],
      publisher: { value: 'The Lantern' },
      published: { value: { value: '2022-10-21' }, from: 'metadata' },
      url: 'https://lantern.example/ferry',
    });
    const saved = `<!-- saved from url=(0035)https://lantern.example/2022/10/21/ferry -->${pageOf({})}`;
    expect(read(saved)).toMatchObject({
      url: 'https://lantern.example/2022/10/21/ferry',
      publisher: { value: 'lantern.example', from: 'url' },
      published: { value: { text: '2022/10/21', value: '2022-10-21' }, from: 'url' },
    });
  });

  it('reads what is printed below the heading', () => {
    const above = '<p class="meta">By Ansa Merrin and Jol Vetter | 21 October 2022</p>';
    expect(read(pageOf({ above }))).toMatchObject({
      byline: ['Ansa Merrin', 'Jol Vetter'],
      published: { value: { value: '2022-10-21' }, from: 'text' },
    });
  });

  it('prefers the day of publication to the day of change, and dates nothing by another article', () => {
    const above = '<p>Last updated: 23 October 2022</p><p>Published: 21 October 2022</p>';
    const below = '<aside class="related"><time datetime="2022-10-30">30 October 2022</time></aside>';
    expect(read(pageOf({ above, below })).published?.value.value).toBe('2022-10-21');
    expect(read(pageOf({ below })).published).toBeUndefined();
  });

  it('takes the day that readers saw where the time is stated in UTC', () => {
    const head = '<meta property="article:published_time" content="2022-10-22T02:40:00Z">';
    expect(read(pageOf({ head })).published?.value.value).toBe('2022-10-22');
    expect(read(pageOf({ head, above: '<p>October 21, 2022 at 8:40 PM</p>' })).published?.value.value).toBe(
      '2022-10-21',
    );
    expect(read(pageOf({ head, above: '<p>October 1, 2022</p>' })).published?.value.value).toBe('2022-10-22');
  });

  it('leaves open what the page does not say', () => {
    const document = read(pageOf({}));
    for (const field of ['published', 'byline', 'url']) expect(document).not.toHaveProperty(field);
  });
});

describe('readPage: pages that mean harm', () => {
  it.each<[string, string]>([
    ['10,000 nested blocks', `${'<div>'.repeat(10_000)}<p>${PARAGRAPHS[0]}`],
    ['100,000 nested inline elements', `<p>${'<b>'.repeat(100_000)}${PARAGRAPHS[0]}`],
    ['nested tables', `${'<table><tr><td>'.repeat(4000)}${PARAGRAPHS[0]}`],
    [
      '50,000 attributes',
      `<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}=1`).join(' ')}>${PARAGRAPHS[0]}</p>`,
    ],
    ['an attribute of a megabyte', `<p title="${'x'.repeat(1_000_000)}">${PARAGRAPHS[0]}</p>`],
    ['attributes that never end', `<p>${PARAGRAPHS[0]}</p>${'<a href="'.repeat(20_000)}`],
    ['100,000 opening brackets', `<p>${PARAGRAPHS[0]}</p>${'<'.repeat(100_000)}`],
    [
      'JSON-LD that is nested without end',
      `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>${PARAGRAPHS[0]}</p>`,
    ],
    ['20,000 paragraphs', `<p>${PARAGRAPHS[0]}</p>`.repeat(20_000)],
    ['closing tags alone', `<p>${PARAGRAPHS[0]}</p>${'</div>'.repeat(100_000)}`],
  ])('reads the text below or beside %s', (_, html) => {
    expect(read(html).text).toContain('The ferry Halmar left the port of Oster');
  });

  it('runs and keeps no script', () => {
    const within =
      '<script>globalThis.ran = true; document.write("<p>written</p>")</script><p onclick="globalThis.ran = true">Nobody was hurt, the coast guard said late on Friday evening.</p><svg onload="globalThis.ran = true"></svg>';
    const { text } = read(pageOf({ within }));
    expect(text).not.toContain('written');
    expect(globalThis).not.toHaveProperty('ran');
  });
});
