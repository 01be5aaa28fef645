// Draws the pictures of the README from the example story: `npx tsx scripts/pictures.mjs [folder]`.
// Fonts are those of the machine, as on a reader's; an installed Palatino or Noto Serif gives the pictures in docs/pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { analyseStory, readDocuments } from '../src/index.ts';
import { renderHtml } from '../src/report/render-html.tsx';
import { launchBrowser } from '../test/browser/launch.ts';
import { buildPageScript } from './build-page-script.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const story = process.argv[2] ?? join(root, 'examples', 'ferry-collision');
const pictures = join(root, 'docs', 'pictures');

/** What is shown: a name, where the picture begins, and how high it may be. A section without rows is left out. */
const VIEWS = [
  { name: 'dossier', from: 'body', height: 800 },
  { name: 'discrepancies', from: '#discrepancies', needs: '#discrepancies .card', height: 760 },
  { name: 'claims', from: '#claims', needs: '#claims .matrix', height: 620 },
  { name: 'readings', from: '#utterances', needs: '#utterances .card', height: 700 },
  { name: 'timeline', from: '#timeline', needs: '#timeline .moment', height: 620 },
  { name: 'lineage', from: '#lineage', needs: '#lineage .stemma', height: 520 },
  { name: 'speakers', from: '#speakers', needs: '#speakers .row', height: 620 },
  { name: 'document', from: '#documents .document', needs: '#documents .document', height: 760 },
  {
    name: 'document-dark',
    from: '#documents .document',
    needs: '#documents .document',
    height: 760,
    dark: true,
  },
];
const WIDTH = 1180;
const AIR = 20;

const title = basename(story)
  .replaceAll('-', ' ')
  .replace(/^./, (letter) => letter.toUpperCase());
const table = `${story}.csv`;
const { documents, warnings } = await readDocuments(
  [story],
  existsSync(table) ? { documentsTable: table } : {},
);
const html = renderHtml(
  analyseStory(documents, { title, warnings }),
  await buildPageScript({ write: false }),
);
const folder = mkdtempSync(join(tmpdir(), 'stemma-pictures-'));
const page = join(folder, 'dossier.html');
writeFileSync(page, html);
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const drawn = [];
const browser = await launchBrowser();
try {
  for (const view of VIEWS) {
    const tab = await browser.newPage({
      viewport: { width: WIDTH, height: 900 },
      colorScheme: view.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    await tab.goto(pathToFileURL(page).href);
    if (view.needs && (await tab.locator(view.needs).count()) === 0) {
      await tab.close();
      continue;
    }
    const box = await tab.evaluate((selector) => {
      const sheet = document.styleSheets[0];
      // A picture shows the whole page at rest: everything laid out, the bar in its place.
      for (const rule of [
        '.lazy,.moment,.edges>li{content-visibility:visible!important}',
        '.tools{position:static!important}',
      ]) {
        sheet.insertRule(rule, sheet.cssRules.length);
      }
      const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
      return { x, y: y + scrollY, width, height };
    }, view.from);
    await tab.screenshot({
      path: join(pictures, `${view.name}.png`),
      fullPage: true,
      clip: {
        x: Math.max(0, Math.floor(box.x) - AIR),
        y: Math.floor(box.y),
        width: Math.min(WIDTH, Math.ceil(box.width) + 2 * AIR),
        height: Math.min(view.height, Math.ceil(box.height)),
      },
    });
    drawn.push(join(pictures, `${view.name}.png`));
    console.log(`docs/pictures/${view.name}.png`);
    await tab.close();
  }
} finally {
  await browser.close();
  // Text on a plain ground needs few colours; where pngquant is installed the pictures are a third as large.
  spawnSync('pngquant', ['--force', '--ext', '.png', '--skip-if-larger', '128', ...drawn]);
  rmSync(folder, { recursive: true, force: true });
}
