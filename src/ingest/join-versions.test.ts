import { describe, expect, it } from 'vitest';

import type { Document, Provenance } from '../model/document.ts';
import { documentFromText, type TextInput } from './document-from-text.ts';
import { addressOf, joinVersions } from './join-versions.ts';

const BRIDGE =
  'The old bridge at Marrow was closed on Sunday after a storm, the council said in the evening.';
const URL = 'https://post.example/2031/bridge';

function capture(file: string, input: Partial<TextInput>, captured?: string): Document {
  const document = documentFromText({ text: BRIDGE, url: URL, ...input, file });
  const provenance: Provenance = { sha256: '0'.repeat(64), bytes: 1, format: 'html' };
  return captured === undefined ? document : { ...document, provenance: { ...provenance, captured } };
}

/** `file < earlier file (why), …`, a line for each document. */
function joined(documents: readonly Document[]): string[] {
  return joinVersions(documents).documents.map(
    ({ file, versions = [] }) =>
      `${file}${versions.length > 0 ? ' < ' : ''}${versions.map((one) => `${one.file} (${one.earlierBy})`).join(', ')}`,
  );
}

describe('joinVersions', () => {
  const first = capture('b.html', {}, '2031-03-02T08:00:00Z');
  const second = capture('a.html', { text: `${BRIDGE} Two are dead.` }, '2031-03-02T12:30:00Z');
  const third = capture('c.html', { text: `${BRIDGE} Three are dead.` }, '2031-03-03T09:00:00Z');

  it('keeps the latest capture, the others as its versions, the latest of them first', () => {
    expect(joined([second, first, third])).toEqual(['c.html < a.html (captured), b.html (captured)']);
  });

  it('goes by publication where no capture is dated, and says so where nothing tells', () => {
    const day = (file: string, published: string | undefined): Document =>
      capture(file, { text: `${BRIDGE} ${file}`, published });
    expect(joined([day('a', '2031-03-04'), day('b', '2031-03-02')])).toEqual(['a < b (published)']);
    const open = [day('a', undefined), day('b', '2031-03-02')];
    expect(joined(open)).toEqual(['b < a (order)']);
    expect(joinVersions(open).warnings[0]?.message).toContain('nothing shows which is the later');
  });

  it('joins nothing but captures of one address', () => {
    expect(joined([first, { ...third, url: `${URL}-2` }])).toHaveLength(2);
    expect(
      joined([
        { ...first, url: 'https://post.example/' },
        { ...third, url: 'https://post.example' },
      ]),
    ).toHaveLength(2);
  });

  it('leaves two articles apart that one address showed on different days', () => {
    const other = capture('d.html', {
      text: 'A tram left its rails in Oster. Nobody was hurt, and the line opens again tomorrow.',
    });
    expect(joined([first, other])).toHaveLength(2);
  });
});

describe('addressOf', () => {
  const address = (url: string): string | null => addressOf(capture('a', { url }));

  it.each([
    'http://www.post.example/2031/bridge',
    'https://post.example/2031/bridge/?utm_source=mail#comments',
    'https://m.post.example/2031/bridge/amp/',
    'https://post.example/2031/bridge?fbclid=abc',
  ])('is one for %s', (url) => {
    expect(address(url)).toBe(address(URL));
  });

  it('keeps parameters that choose the page', () => {
    expect(address('https://post.example/read?id=1')).not.toBe(address('https://post.example/read?id=2'));
  });
});
