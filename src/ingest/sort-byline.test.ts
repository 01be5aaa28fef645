import { describe, expect, it } from 'vitest';

import { documentFromText } from './document-from-text.ts';
import { readPage } from './read-page.ts';
import { sortByline } from './sort-byline.ts';

/** `people | agencies` */
function sorted(line: string): string {
  const { people, agencies } = sortByline(line);
  return `${people.join(', ')} | ${agencies.join(', ')}`;
}

describe('sortByline', () => {
  it.each([
    ['By Jane Roe and AFP', 'Jane Roe | AFP'],
    ['By Jane Roe and John Doe', 'Jane Roe, John Doe | '],
    ['Reuters Staff', ' | Reuters'],
    ['By The Associated Press', ' | The Associated Press'],
    ['By Ann Lee, with agencies', 'Ann Lee | agencies'],
    ['By Jane Roe in Oster and John Doe in Kessel', 'Jane Roe, John Doe | '],
    ['Jane Roe (AFP)', 'Jane Roe | AFP'],
    ['By Jane Roe, for Reuters', 'Jane Roe | Reuters'],
    ['By John Doe of The Associated Press', 'John Doe | The Associated Press'],
    ['AFP/The Local', ' | AFP, The Local'],
    ['By Olga Venn, Political Editor', 'Olga Venn | '],
    ['Von Anna Berg und dpa', 'Anna Berg | dpa'],
    ['By Jane Roe, Oster Post', 'Jane Roe | Oster Post'],
    ['By our correspondent', ' | '],
    ['Redaktion', ' | Redaktion'],
    ['Posted by lupa42', 'lupa42 | '],
  ])('reads “%s”', (line, expected) => {
    expect(sorted(line)).toBe(expected);
  });
});

const STORY =
  'Dockers in Oster have laid down their work, the port authority said on Tuesday morning. Nine ships are waiting outside.';

it('keeps people and agencies of a text apart', () => {
  const read = (line: string): unknown => {
    const { byline, agencies } = documentFromText({
      text: `Strike in the port of Oster\n${line}\n\n${STORY}\n`,
    });
    return { byline, agencies };
  };
  expect(read('By Jane Roe and Reuters')).toEqual({ byline: ['Jane Roe'], agencies: ['Reuters'] });
  expect(read('Reuters Staff')).toEqual({ byline: undefined, agencies: ['Reuters'] });
  expect(read('By Tuesday morning nine ships were waiting')).toEqual({
    byline: undefined,
    agencies: undefined,
  });
});

it('goes by what a page states of its authors, and keeps the line that names an agency', () => {
  const author = [
    { '@type': 'Person', name: 'Jane Roe' },
    { '@type': 'Organization', name: 'Coast Watch' },
  ];
  const data = { '@type': 'NewsArticle', headline: 'Strike in the port of Oster', author };
  const page = readPage(
    `<html lang="en"><head><title>Strike in the port of Oster</title><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><h1>Strike in the port of Oster</h1><div class="meta">By Jane Roe and Reuters</div><article><p>${STORY}</p><p>${STORY} The union calls for talks.</p></article></main></body></html>`,
  );
  expect(page.ok && page.parts).toMatchObject({ byline: ['Jane Roe'], agencies: ['Coast Watch', 'Reuters'] });
  expect(page.ok && page.parts.text).toMatch(
    /^Strike in the port of Oster\n\nBy Jane Roe and Reuters\n\nDockers/,
  );
});
