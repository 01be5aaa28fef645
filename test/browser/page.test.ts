import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPageScript } from '../../scripts/build-page-script.mjs';
import type { Dossier } from '../../src/model/dossier.ts';
import { renderHtml } from '../../src/report/render-html.tsx';
import { ATTACKS, hostileDossier } from '../hostile-dossier.ts';
import { emptyDossier, sampleDossier } from '../sample-dossier.ts';
import { severalStories } from '../several-stories.ts';
import { launchBrowser } from './launch.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dossier = sampleDossier();
const pages = new Map<string, string>();
let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-pages-'));
  const assets = await buildPageScript({ write: false });
  const write = (name: string, of: Dossier): void => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, renderHtml(of, assets));
    pages.set(name, pathToFileURL(path).href);
  };
  write('sample', dossier);
  write('hostile', hostileDossier());
  write('stories', severalStories());
  write(
    'empty',
    emptyDossier(['attributions', 'claims', 'utterances', 'discrepancies', 'lineage', 'timeline']),
  );
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and collects what went wrong in it and what it asked for. */
async function open(
  name: string,
  options: BrowserContextOptions & { hash?: string } = {},
): Promise<{ page: Page; problems: string[]; requests: string[] }> {
  const { hash = '', ...rest } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...rest,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${pages.get(name)}${hash}`);
  return { page, problems, requests };
}

/** Checks WCAG 2.2 AA with everything laid out that `content-visibility` would leave for later. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const sheet = document.styleSheets[0];
    sheet?.insertRule(
      '.card,.speaker,.document{content-visibility:visible !important}',
      sheet.cssRules.length,
    );
  });
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    );
  });
}

describe('the page in a browser', () => {
  it.each(['light', 'dark'] as const)('is legible where contents nest, %s', async (colorScheme) => {
    const { page } = await open('sample', { colorScheme, bypassCSP: true });
    await page.evaluate(() => {
      const nested = (inner: string): string => `<span class="content">words ${inner}</span>`;
      const left = '<span class="omitted">left out</span>';
      const paragraph = nested(
        `${left} ${nested(`${left} ${nested(`${left} <a class="n" href="#main">7</a>`)}`)}`,
      );
      document.querySelector('.text')?.insertAdjacentHTML('beforeend', `<div><p>${paragraph}</p></div>`);
    });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['sample', 'light', 1280],
    ['sample', 'dark', 1280],
    ['sample', 'light', 360],
    ['sample', 'dark', 360],
    ['empty', 'light', 1280],
    ['hostile', 'light', 1280],
    ['hostile', 'dark', 360],
    ['stories', 'light', 1280],
    ['stories', 'dark', 360],
  ] as const)('passes WCAG 2.2 AA: %s, %s, %i pixels', async (name, colorScheme, width) => {
    const { page } = await open(name, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it.each([360, 768, 1024, 1920, 2560])('does not scroll sideways at %i pixels', async (width) => {
    for (const name of ['sample', 'hostile', 'stories']) {
      const { page } = await open(name, { viewport: { width, height: 900 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('asks for nothing and breaks no rule of its policy', async () => {
    for (const name of ['sample', 'hostile', 'empty', 'stories']) {
      const { page, problems, requests } = await open(name);
      expect(problems).toEqual([]);
      expect(requests.filter((url) => !url.startsWith('data:') && url !== pages.get(name))).toEqual([]);
      await page.context().close();
    }
  });

  it('runs nothing of a hostile story and shows its words', async () => {
    const { page } = await open('hostile');
    expect(await page.title()).toContain('<script>');
    expect(await page.evaluate(() => document.querySelectorAll('script').length)).toBe(1);
    expect(
      await page.evaluate(
        () => document.querySelectorAll('img, svg[onload], [onmouseover], [onerror]').length,
      ),
    ).toBe(0);
    expect(
      await page.evaluate(
        () => [...document.querySelectorAll('a')].filter((a) => a.protocol === 'javascript:').length,
      ),
    ).toBe(0);
    const shown = await page.evaluate(() => document.querySelector('#documents')?.textContent ?? '');
    for (const attack of ATTACKS.filter((each) => !/[\0-\x1f\ud800-\udfff]/.test(each)))
      expect(shown).toContain(attack);
    expect(await page.locator('.hidden[data-u="202E"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe('without scripts', () => {
  it('leads from a row to its words and back, by links alone', async () => {
    const { page } = await open('sample', { javaScriptEnabled: false });
    const attribution = dossier.attributions[1];
    if (!attribution) throw new Error('the sample has attributions');
    await page.locator(`#${attribution.id} .ref`).click();
    expect(page.url()).toContain(`#in-${attribution.id}`);
    await expect.poll(() => page.locator(`#in-${attribution.id}`).isVisible()).toBe(true);
    await page.locator(`.text ul a[href="#${attribution.id}"]`).click();
    expect(page.url()).toContain(`#${attribution.id}`);
    await page.context().close();
  });

  it('shows every section, and nothing that only scripts could use', async () => {
    const { page } = await open('sample', { javaScriptEnabled: false });
    for (const id of [
      'discrepancies',
      'claims',
      'utterances',
      'timeline',
      'lineage',
      'speakers',
      'documents',
      'method',
    ]) {
      expect(await page.locator(`#${id} > h2`).isVisible()).toBe(true);
    }
    expect(await page.locator('input, select, button').count()).toBe(0);
    await page.context().close();
  });
});

describe('with the keyboard alone', () => {
  it('walks the rows with j and k, goes to the words with Enter, and back', async () => {
    const { page } = await open('sample');
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
    const rows = await page.evaluate(() => [...document.querySelectorAll('.row')].map((row) => row.id));
    await page.keyboard.press('j');
    expect(await focused()).toBe(rows[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused()).toBe(rows[1]);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toMatch(/^#(in-a-|d-)/);
    await page.context().close();
  });

  it('searches with /, counts, and shows everything again with Esc', async () => {
    const { page } = await open('sample');
    await page.keyboard.press('/');
    await page.keyboard.type('siren');
    await expect
      .poll(() => page.locator('.found').textContent())
      .toMatch(/^1 of \d+ rows; drawings show all$/);
    expect(await page.locator('.rows > .row:visible').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.found').textContent()).toBe('');
    expect(await page.locator('.rows > .row:visible').count()).toBe(dossier.attributions.length);
    await page.context().close();
  });

  it('searches in all stories of a page, and lists each speaker once', async () => {
    const { page } = await open('stories');
    const speakers = await page.locator('select[aria-label="Speaker"] option').allTextContents();
    expect(speakers).toContain('Petra Lind');
    expect(new Set(speakers).size).toBe(speakers.length);
    const stories = page.locator('main > .story:not(.nothing)');
    expect(await stories.count()).toBe(3);
    await page.keyboard.press('/');
    await page.keyboard.type('Velm');
    await expect.poll(() => stories.count()).toBe(1);
    expect(await page.locator('#stories li:not([hidden])').count()).toBe(1);
    await page.context().close();
  });

  it('shows the keys with ?, and lets them be turned off', async () => {
    const { page } = await open('sample');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.locator('#keys-on').press('Space');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('row'))).toBe(false);
    await page.context().close();
  });

  it('reaches every section from the first Tab on', async () => {
    const { page } = await open('sample');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });
});

describe('with scripts', () => {
  it('filters by speaker, document and kind at once', async () => {
    const { page } = await open('sample');
    await page.locator('select[aria-label="Speaker"]').selectOption({ label: 'Jonas Reiff' });
    expect(await page.locator('.rows > .row:visible').count()).toBe(5);
    await page.locator('select[aria-label="Kind"]').selectOption('deny');
    expect(await page.locator('.rows > .row:visible').count()).toBe(3);
    await page.locator('select[aria-label="Document"]').selectOption({ index: 2 });
    expect(await page.locator('.rows > .row:visible').count()).toBe(1);
    expect(await page.locator('.document:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await page.locator('.document:visible').count()).toBe(dossier.documents.length);
    await page.context().close();
  });

  it('goes to the heading of a section, however long the section is', async () => {
    const { page } = await open('sample');
    for (const section of ['claims', 'documents']) {
      await page.locator(`nav.contents a[href="#${section}"]`).click();
      await expect
        .poll(() => page.locator(`#${section} > h2`).evaluate((h2) => h2.getBoundingClientRect().top))
        .toSatisfy((top: number) => top >= 0 && top < 200);
    }
    await page.context().close();
  });

  it('opens what a deep link points into, even when it was closed or filtered out', async () => {
    const attribution = dossier.attributions.at(-1);
    if (!attribution) throw new Error('the sample has attributions');
    const { page } = await open('sample');
    await page.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = false)));
    await page.keyboard.press('/');
    await page.keyboard.type('siren');
    await expect.poll(() => page.locator('.found').textContent()).toMatch(/^1 of/);
    await page.evaluate((id) => (location.hash = id), `in-${attribution.id}`);
    await expect.poll(() => page.locator(`#in-${attribution.id}`).isVisible()).toBe(true);
    await page.context().close();
  });

  it('shows the shared passages when an edge of the drawing is followed', async () => {
    const { page } = await open('sample');
    await page.locator('.stemma a.edge', { hasText: 'same origin' }).click();
    await expect.poll(() => page.locator('.edges details[open] .same-passage').count()).toBe(2);
    await page.context().close();
  });

  it('copies a citation: the words, who said them, per whom, when', async () => {
    const { page } = await open('sample', { permissions: ['clipboard-read', 'clipboard-write'] });
    const row = page.locator('.rows > .row', { hasText: 'We have not opened the gates' });
    await row.hover();
    await row.getByRole('button', { name: 'Copy citation' }).click();
    await expect
      .poll(() => page.locator('.copied').textContent())
      .toBe(
        'Copied: “We have not opened the gates, and no one in this firm has given the order for it,”, said Jonas Reiff, per Vestbladet, “Director: “we have not opened the gates””, no date (C1)',
      );
    await page.context().close();
  });

  it('copies the citation of a reading: a discrepancy’s, an utterance’s, and all of a card at once', async () => {
    const { page } = await open('sample', { permissions: ['clipboard-read', 'clipboard-write'] });
    const said = () => page.locator('.copied').textContent();
    const reading = page.locator('#discrepancies .reading li').first();
    await reading.hover();
    await reading.getByRole('button', { name: 'Copy citation' }).click();
    await expect.poll(said).toMatch(/^Copied: .*[“"].+[”"].*, (?:no date|\d+ \w+ 2031)/s);
    const witness = page.locator('#utterances .card .witness').first();
    await witness.hover();
    await witness.getByRole('button', { name: 'Copy citation' }).click();
    await expect.poll(said).toMatch(/^Copied: .+\([A-Z]+\d+\)$/s);
    const card = page.locator('#utterances .card').first();
    const readings = await card.locator('.witness').count();
    await card.evaluate((element) => {
      element.tabIndex = -1;
      element.focus();
    });
    await page.keyboard.press('c');
    await expect.poll(async () => (await said())?.split('\n').length).toBe(readings);
    await page.context().close();
  });

  it('filters the matrix with the claims', async () => {
    const { page } = await open('sample');
    const lines = page.locator('.matrix tbody tr:visible');
    expect(await lines.count()).toBe(await page.locator('#claims article.row').count());
    await page.locator('select[aria-label="Speaker"]').selectOption({ label: 'Jonas Reiff' });
    const left = await page.locator('#claims article.row:visible').count();
    expect(left).toBeLessThan(await page.locator('#claims article.row').count());
    expect(await lines.count()).toBe(left);
    await page.context().close();
  });

  it('keeps nothing', async () => {
    const { page } = await open('sample');
    await page.keyboard.press('/');
    await page.keyboard.type('siren');
    await expect.poll(() => page.locator('.found').textContent()).toMatch(/^1 of/);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.reload();
    expect(await page.locator('.found').textContent()).toBe('');
    await page.context().close();
  });

  it('prints with everything open', async () => {
    const { page } = await open('sample');
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((each) => (each.open = false));
      dispatchEvent(new Event('beforeprint'));
    });
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.context().close();
  });
});
