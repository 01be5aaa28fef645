import { array, assert, asyncProperty, constantFrom, integer, oneof, record, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { zipOf } from '../../test/zip.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { composeDocument } from './document-from-text.ts';
import { readFileContents } from './read-file.ts';
import { readPage } from './read-page.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six, the harbour office said on Friday. “We have nothing to hide,” its owner told reporters.';
const LIVE = `<html lang="en"><head><title>Ferry: live updates</title><link rel="canonical" href="https://post.example/live/ferry"><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry","liveBlogUpdate":[{"headline":"A","articleBody":"${STORY.replaceAll('"', '')}","datePublished":"2031-03-03T18:00:00Z"}]}</script></head><body><main><h1>Ferry: live updates</h1><article id="a"><time datetime="2031-03-03T18:00:00Z">18:00</time><h2>Found</h2><p>${STORY}</p></article><article id="b"><time>17:30</time><p>${STORY}</p></article></main></body></html>`;

/** A small file of each format that is read. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'a.txt': `Ferry Halmar capsizes off Oster\nBy Ina Wold and AFP\n3 March 2031\n\n${STORY}\n\nRead more: Dam opens\n\n${STORY}`,
  'live.txt': `Ferry – live updates\n3 March 2031\n\n18.00 GMT\nFound\n${STORY}\n\n17.30 GMT\n${STORY}\n\n5h ago\n${STORY}`,
  'a.md': `---\ntitle: Ferry\npublished: 2031-03-03\n---\n# Ferry\n\n${STORY} [more](https://post.example)`,
  'a.html': `<html lang="en"><head><title>Ferry</title><meta property="article:published_time" content="2031-03-03T18:00:00Z"></head><body><article><h1>Ferry</h1><p class="byline">By Ina Wold</p><p>${STORY}</p><p>${STORY} Again.</p></article></body></html>`,
  'live.html': LIVE,
  'a.json': JSON.stringify([
    { text: STORY, title: 'Ferry', authors: ['Ina Wold', { name: 'AFP' }], date: '2031-03-03' },
    { html: `<p>${STORY}</p>` },
  ]),
  'a.ndjson': `${JSON.stringify({ text: STORY })}\n${JSON.stringify({ text: `${STORY} 2`, url: 'https://post.example/a' })}\n`,
  'a.csv': `title,text,date\n"Ferry","${STORY.replaceAll('"', '""')}",2031-03-03\n`,
  'a.rss': `<?xml version="1.0"?><rss><channel><title>Post</title><item><title>Ferry</title><link>https://post.example/a</link><pubDate>Mon, 03 Mar 2031 18:00:00 GMT</pubDate><description>${STORY}</description></item></channel></rss>`,
  'a.zip': zipOf([
    { name: 'b.txt', content: STORY },
    { name: 'c.html', content: `<p>${STORY}</p>` },
  ]),
};

const HOSTILE = [
  '<',
  '>',
  '&',
  '"',
  '\0',
  '{',
  '}',
  '[',
  ']',
  '<!--',
  ']]>',
  '<![CDATA[',
  '\uFFFE',
  '\uD800',
  '&#x0;',
  '<script>',
  '</',
  '%00',
  '\u202E',
  '---\n',
  ',"',
  '\n\n',
  '18:00\n',
];

const mutation = record({
  at: integer({ min: 0, max: 4000 }),
  drop: integer({ min: 0, max: 60 }),
  put: oneof(
    constantFrom(...HOSTILE).map((text) => new TextEncoder().encode(text)),
    uint8Array({ maxLength: 12 }),
  ),
});

describe('bytes that somebody damaged', () => {
  it.each(Object.keys(FILES))('cost nothing but a clear warning: %s', async (name) => {
    const file = FILES[name] ?? '';
    const whole = typeof file === 'string' ? new TextEncoder().encode(file) : file;
    await assert(
      asyncProperty(array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        let bytes = whole;
        for (const { at, drop, put } of mutations) {
          const from = at % (bytes.length + 1);
          bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + drop)]);
        }
        const { parts, warnings } = await readFileContents(name, bytes);
        expect(parts.length + warnings.length).toBeGreaterThan(0);
        for (const { message } of warnings) {
          expect(message).not.toMatch(/\n|\bat \S+:\d+:\d+/);
          expect(message.length).toBeLessThan(1000);
        }
        const documents = parts.map(composeDocument);
        for (const document of documents) verifyEvidence(document, [document]);
      }),
      { seed: 11, numRuns: 120 },
    );
  });
});

/** A megabyte of what costs a tree most, each once minutes of work. */
const MEGABYTE = 1 << 20;
const BOMBS: Readonly<Record<string, string>> = {
  'signs that may begin a tag': '<'.repeat(MEGABYTE),
  'declarations that never end': '<!'.repeat(MEGABYTE / 2),
  'character references': '&lt;'.repeat(MEGABYTE / 4),
  'cells of a table': `<table><tr>${'<td>x'.repeat(MEGABYTE / 5)}</table>`,
  'elements within elements': '<div>'.repeat(MEGABYTE / 5),
  'ten thousand attributes': `<p ${Array.from({ length: 10_000 }, (_, at) => `a${at}="v"`).join(' ')}>${STORY}</p>`,
  'pictures within addresses': `<p>${STORY}</p><img src="data:image/png;base64,${'A'.repeat(4 * MEGABYTE)}"><p>${STORY}</p>`,
  headings: '<h1>a</h1>'.repeat(MEGABYTE / 10),
  times: '<article id="a"><time>18:00</time><p>words and words and words</p></article>'.repeat(10_000),
};

describe('pages that are bombs', () => {
  it.each(Object.entries(BOMBS))('are read in bounded time: %s', (_, html) => {
    const page = readPage(html);
    expect(page.ok ? page.parts.text.length : page.problem.length).toBeGreaterThan(0);
  });

  it('lose no words where their elements are too many for a tree', () => {
    const page = readPage(`<p>First words of all.</p>${'<p>x</p>'.repeat(60_000)}<p>Last words of all.</p>`);
    expect(page.ok && page.parts.text).toMatch(/^First words of all\.[^]*\nLast words of all\.$/);
  });

  it('shows signs as they stood', () => {
    const page = readPage(`<p>${STORY} 3 &lt; 4 &amp;amp; &lt;b&gt; AT&T <b>x</b></p>`);
    expect(page.ok && page.parts.text).toBe(`${STORY} 3 < 4 &amp; <b> AT&T x`);
  });
});
