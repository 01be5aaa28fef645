import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { hostileDossier } from '../../test/hostile-dossier.ts';
import { emptyDossier, sampleDossier } from '../../test/sample-dossier.ts';
import { inTextId } from './page-index.ts';
import { renderHtml } from './render-html.tsx';

const dossier = sampleDossier();
const html = renderHtml(dossier, { script: '' });
const { document } = parseHTML(html);

describe('renderHtml', () => {
  it('gives every link within the page a place to land', () => {
    const broken = [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((id) => !document.getElementById(id));
    expect(broken).toEqual([]);
  });

  it.each([
    ['the sample', sampleDossier()],
    ['a hostile story', hostileDossier()],
    ['an empty dossier', emptyDossier(['claims'])],
  ])('is valid HTML: %s', async (_, of) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: {
        // What these ask for is a matter of taste: void tags with a slash are valid, and length of titles is a stranger's.
        'void-style': 'off',
        'long-title': 'off',
        // Table cells and list items of text that comes from documents are trimmed by nobody.
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'prefer-native-element': 'off',
        'no-raw-characters': 'off',
      },
    });
    const report = await validator.validateString(renderHtml(of, { script: '' }));
    expect(
      report.results.flatMap((result) =>
        result.messages.map((message) => `${message.ruleId} ${message.message} ${message.selector ?? ''}`),
      ),
    ).toEqual([]);
  });

  it('uses no id twice', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('shows each document letter for letter', () => {
    for (const each of dossier.documents) {
      const shown = [...document.querySelectorAll(`#${each.id} .p > p`)].map((paragraph) => {
        for (const number of paragraph.querySelectorAll('a.n')) number.remove();
        return paragraph.textContent;
      });
      expect(shown.join('')).toBe(each.text.replaceAll(/\n+/g, ''));
    }
  });

  it('links each attribution to its words and back', () => {
    const fresh = parseHTML(html).document;
    for (const attribution of dossier.attributions) {
      const row = fresh.getElementById(attribution.id);
      expect(row?.querySelector('.ref')?.getAttribute('href')).toBe(`#${inTextId(attribution.id)}`);
      expect(fresh.querySelector(`.notes a[href="#${attribution.id}"]`)).not.toBeNull();
    }
  });

  it('allows its own style by its digest and nothing from anywhere', () => {
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('says of what nothing looked for that nothing looked', () => {
    const page = parseHTML(renderHtml(emptyDossier(['attributions', 'claims']), { script: '' })).document;
    expect(page.querySelector('#speakers .empty')?.textContent).toMatch(/nothing looked/i);
    expect(page.querySelector('.figures')?.textContent).not.toMatch(/claim|attribution/);
    const looked = parseHTML(renderHtml(emptyDossier([]), { script: '' })).document;
    expect(looked.querySelector('#speakers .empty')?.textContent).not.toMatch(/nothing looked/i);
  });

  it('keeps every link whole when a dossier is so large that words are no longer repeated', () => {
    const more = Array.from({ length: 60 }, (_, i) => ({
      id: `d-more${i}`,
      language: 'en',
      analysed: true,
      credits: [],
      omitted: [],
      oddities: [],
      text: `Nobody is quoted in account ${i}.`,
    }));
    const large = renderHtml({ ...dossier, documents: [...dossier.documents, ...more] }, { script: '' });
    const page = parseHTML(large).document;
    const broken = [...page.querySelectorAll('a[href^="#"]')].filter(
      (link) => !page.getElementById(link.getAttribute('href')?.slice(1) ?? ''),
    );
    expect(broken.map((link) => link.outerHTML)).toEqual([]);
    expect(page.querySelector('.same-passage')?.textContent).toMatch(/^Word for word/);
    for (const claim of dossier.claims) {
      const held = page.getElementById(claim.id)?.querySelectorAll('.positions a.to-text').length;
      const places = claim.positions.flatMap((each) => [...each.attributions, ...(each.evidence ?? [])]);
      expect(held).toBe(places.length);
    }
  });
});
