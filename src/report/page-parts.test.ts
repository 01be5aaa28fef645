import { describe, expect, it } from 'vitest';
import { parseHTML } from 'linkedom';
import { severalStories } from '../../test/several-stories.ts';
import { htmlPages, htmlPieces, renderHtml } from './render-html.tsx';

const dossier = severalStories();
const html = renderHtml(dossier, { script: '' });
const { document } = parseHTML(html);
const pages = new Map(
  htmlPages(dossier, { script: '' }).map(({ name, pieces }) => [
    name,
    parseHTML([...pieces].join('')).document,
  ]),
);

/** Links that land nowhere: on the page itself, or at a page that is not among those that were written. */
function broken(page: typeof document): string[] {
  return [...page.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) =>
      href.startsWith('#') ? !page.getElementById(href.slice(1)) : !/^https?:/.test(href) && !pages.has(href),
    );
}

function twice(page: typeof document): string[] {
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

describe('one page of several stories', () => {
  const stories = [...document.querySelectorAll('main > .story')];

  it('lists the stories, those of one document behind the others', () => {
    const lines = [...document.querySelectorAll('#stories li')].map((line) => line.textContent);
    expect(lines).toHaveLength(3);
    expect(lines.slice(0, 2).sort()).toEqual([
      expect.stringMatching(/: flood at Velm2 documents · /),
      expect.stringMatching(/: refinery fire in Karsk2 documents · /),
    ]);
    expect(document.querySelector('#stories details')?.textContent).toMatch(
      /^1 story told by one document alone.*Regatta on the Tamse/,
    );
  });

  it('gives each story a section with all that concerns it and nothing else', () => {
    expect(stories).toHaveLength(3);
    const flood = stories.find((story) => story.querySelector('h2')?.textContent.includes('flood'));
    expect([...(flood?.querySelectorAll('.part > h3') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'Where the accounts part',
      'Who holds what',
      'Same words, other wording',
      'When',
      ...(flood?.querySelector('[id^=lineage]') ? ['Who copied whom'] : []),
      'Who speaks',
      'The documents',
    ]);
    expect(flood?.querySelectorAll('.document')).toHaveLength(2);
    expect(flood?.textContent).toMatch(/1,200.*1,700/s);
    expect(flood?.textContent).not.toContain('Karsk');
  });

  it('shows the documents that belong to no story behind the stories', () => {
    expect(document.querySelector('#documents h2')?.textContent).toBe('In no story');
    expect(document.querySelector('#documents')?.textContent).toContain('Fähre');
  });

  it('uses no id twice, gives every link a place to land, and keeps the order of headings', () => {
    expect(twice(document)).toEqual([]);
    expect(broken(document)).toEqual([]);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('is the same page each time that it is gone through', () => {
    const pieces = htmlPieces(dossier, { script: '' });
    expect([...pieces].join('')).toBe(html);
    expect([...pieces].join('')).toBe(html);
  });
});

describe('a page for each story', () => {
  it('is listed on the first page, which leads to all and has what belongs to none', () => {
    expect([...pages.keys()]).toEqual(['index.html', 'story-1.html', 'story-2.html', 'story-3.html']);
    const index = pages.get('index.html');
    expect(
      [...(index?.querySelectorAll('#stories a') ?? [])].map((link) => link.getAttribute('href')),
    ).toEqual(['story-1.html', 'story-2.html', 'story-3.html']);
    expect(index?.querySelector('.figures')?.textContent).toContain('6 documents');
    expect(index?.querySelector('#documents')?.textContent).toContain('Fähre');
  });

  it('is the whole dossier of its story and leads back', () => {
    const story = pages.get('story-1.html');
    expect(story?.querySelector('h1')?.textContent).toBe(dossier.stories?.[0]?.title);
    expect(story?.querySelector('.contents a')?.getAttribute('href')).toBe('index.html');
    expect(story?.querySelectorAll('.document')).toHaveLength(2);
  });

  it.each([...pages])('uses no id twice and gives every link a place to land: %s', (_, page) => {
    expect(twice(page)).toEqual([]);
    expect(broken(page)).toEqual([]);
  });
});
