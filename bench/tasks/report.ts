import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { root } from '../../eval/provenance.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { analyseStory } from '../../src/pipeline/analyse-story.ts';
import { htmlPages, renderHtml } from '../../src/report/render-html.tsx';
import { tellsSeveral } from '../../src/report/story-dossiers.ts';
import { launchBrowser } from '../../test/browser/launch.ts';
import type { BenchTask } from '../task.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const FEW = 5;
const MANY = 400;
const JUMPS = 60;
/** A turn of a wheel, in CSS pixels, and how often it turns in each section. */
const TURN = 120;
const TURNS = 40;

export const task: BenchTask = {
  name: 'report',
  title: 'The page: size, rendering, and what a browser makes of it',
  needs: [ARTICLES],
  async run({ data, examples, say }): Promise<Record<string, number>> {
    const built = join(root, 'dist', 'report');
    if (!existsSync(join(built, 'page-script.js'))) {
      say('There is no built page script to measure; npm run build makes it.');
      return {};
    }
    const texts = data === undefined ? exampleTexts(examples) : articleTexts(join(data, ARTICLES));
    const assets = {
      script: readFileSync(join(built, 'page-script.js'), 'utf8'),
      css: readFileSync(join(built, 'page.css'), 'utf8'),
    };
    const browser = await launchBrowser();
    const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
    try {
      const figures: Record<string, number> = { scriptBytes: Buffer.byteLength(assets.script) };
      for (const [name, documents] of [
        ['five', texts.slice(0, FEW)],
        ['many', resampled(texts, MANY)],
      ] as const) {
        say(`${documents.length} documents: analysing`);
        const dossier = analyseStory(documents.map((text) => documentFromText({ text, language: 'en' })));
        say(`${dossier.attributions.length} attributions: rendering`);
        figures[`${name}Attributions`] = dossier.attributions.length;
        const measure = async (page: string, html: string): Promise<void> => {
          figures[`${page}Kilobytes`] = Buffer.byteLength(html) / 1000;
          const path = join(folder, `${page}.html`);
          writeFileSync(path, html);
          for (const [figure, value] of Object.entries(await inBrowser(browser, path)))
            figures[page + figure] = value;
        };
        const started = performance.now();
        const html = renderHtml(dossier, assets);
        figures[`${name}RenderMs`] = performance.now() - started;
        await measure(name, html);
        if (!tellsSeveral(dossier)) continue;
        // Of many documents the command writes a page for each story; the largest is what a reader waits for.
        const pages = htmlPages(dossier, assets).map(({ pieces }) => [...pieces].join(''));
        const [largest = ''] = pages.toSorted((a, b) => b.length - a.length);
        figures[`${name}Pages`] = pages.length;
        await measure(`${name}Largest`, largest);
      }
      return figures;
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Opens the page, turns the wheel in every section, jumps through it from end to end, and filters it once. */
async function inBrowser(browser: Browser, path: string): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(pathToFileURL(path).href);
    // As text, since this project does not know the browser's types.
    return (await page.evaluate(`(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
      await frame();
      const [load] = performance.getEntriesByType('navigation');
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      document.documentElement.style.scrollBehavior = 'auto';
      const timed = async (steps, move) => {
        const frames = [];
        let last = await frame();
        for (let step = 1; step <= steps; step++) {
          move(step);
          const now = await frame();
          frames.push(now - last);
          last = now;
        }
        return frames;
      };
      const scrolled = [];
      for (const section of document.querySelectorAll('main > section')) {
        section.scrollIntoView();
        await frame();
        await frame();
        scrolled.push(...(await timed(${TURNS}, () => scrollBy(0, ${TURN}))));
      }
      const jumped = await timed(${JUMPS}, (step) => {
        scrollTo(0, (document.documentElement.scrollHeight * step) / ${JUMPS});
      });
      const at = (frames, share) => frames.sort((a, b) => a - b)[Math.floor(frames.length * share)];
      const search = document.querySelector('input[type=search]');
      search.value = 'according';
      const started = performance.now();
      search.dispatchEvent(new Event('input'));
      while (document.querySelector('.found').textContent === '') await frame();
      await frame();
      return {
        FirstPaintMs: paint,
        LoadMs: load.domContentLoadedEventEnd,
        ScrollFrameMedianMs: at(scrolled, 0.5),
        ScrollFrameP95Ms: at(scrolled, 0.95),
        JumpFrameMedianMs: at(jumped, 0.5),
        JumpFrameP95Ms: at(jumped, 0.95),
        FilterMs: performance.now() - started,
      };
    })()`)) as Record<string, number>;
  } finally {
    await page.close();
  }
}

function articleTexts(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function exampleTexts(examples: string): string[] {
  return readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(examples, name), 'utf8'));
}

/** As many documents as asked for: the articles again and again, their paragraphs in another order, one left out. */
function resampled(texts: readonly string[], many: number): string[] {
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: many }, (_, i) => {
    const text = texts[i % texts.length] ?? '';
    if (i < texts.length) return text;
    const paragraphs = text.split(/\n+/);
    for (let at = paragraphs.length - 1; at > 0; at--) {
      const other = random(at + 1);
      [paragraphs[at], paragraphs[other]] = [paragraphs[other] ?? '', paragraphs[at] ?? ''];
    }
    return paragraphs.slice(paragraphs.length > 2 ? 1 : 0).join('\n\n');
  });
}
