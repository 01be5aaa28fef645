import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Dossier } from '../model/dossier.ts';
import { plainWords } from './escape-html.ts';
import { LinkList, PrintedLinks } from './link-list.tsx';
import { loadAsset } from './load-asset.ts';
import { indexDossier, type PageIndex } from './page-index.ts';
import { Claims } from './sections/claims.tsx';
import { Discrepancies } from './sections/discrepancies.tsx';
import { Documents } from './sections/documents.tsx';
import { LineageSection } from './sections/lineage.tsx';
import { Masthead } from './sections/masthead.tsx';
import { Method } from './sections/method.tsx';
import { Speakers } from './sections/speakers.tsx';
import { Timeline } from './sections/timeline.tsx';
import { Utterances } from './sections/utterances.tsx';

/** What the page is made with; the defaults are right for everybody but tests. */
export interface HtmlOptions {
  /** The style sheet; by default the one beside this module. */
  readonly css?: string;
  /** The page script, bundled; by default the built one, and none where nothing was built. `''` leaves it out. */
  readonly script?: string;
}

/**
 * Renders a dossier as one HTML file that needs nothing else: no request, no script to be read, style and script inside
 * and allowed by their digests alone.
 */
export function renderHtml(dossier: Dossier, options: HtmlOptions = {}): string {
  const css = options.css ?? loadAsset('page.css') ?? '';
  const script = options.script ?? loadAsset('page-script.js') ?? '';
  const index = indexDossier(dossier);
  const page = <Page index={index} css={css} script={script} />;
  return `<!doctype html>\n${page.toString()}\n`;
}

function Page({ index, css, script }: { index: PageIndex; css: string; script: string }) {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(css)}'`,
    script === '' ? "script-src 'none'" : `script-src '${digest(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const links = new LinkList();
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`stemma ${index.dossier.method.stemma}`} />
        <title>{plainWords(index.dossier.title)} – Stemma dossier</title>
        <link rel="icon" href="data:," />
        <style>{raw(css)}</style>
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the dossier
        </a>
        <Masthead index={index} />
        <nav class="contents" aria-label="Sections">
          <ol>
            {SECTIONS.map(([id, title, items]) => (
              <li>
                <a href={`#${id}`}>
                  {title}
                  {items ? <span class="quiet"> {items(index.dossier)}</span> : null}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <main id="main" class={index.large ? 'large' : undefined} tabindex={-1}>
          <Discrepancies index={index} />
          <Claims index={index} />
          <Utterances index={index} />
          <Timeline index={index} />
          <LineageSection index={index} />
          <Speakers index={index} />
          <Documents index={index} links={links} />
          <Method index={index} />
          <PrintedLinks links={links} />
        </main>
        {script === '' ? null : <script>{raw(script)}</script>}
      </body>
    </html>
  );
}

/** Each section's anchor, its heading in short, and how many items it has. */
const SECTIONS: readonly (readonly [id: string, title: string, items?: (dossier: Dossier) => number])[] = [
  ['discrepancies', 'Where the accounts part', (dossier) => dossier.discrepancies.length],
  ['claims', 'Who holds what', (dossier) => dossier.claims.length],
  ['utterances', 'Same words, other wording', (dossier) => dossier.utterances.length],
  ['timeline', 'When', (dossier) => dossier.timeline.length],
  ['lineage', 'Who copied whom', (dossier) => dossier.lineage.edges.length],
  ['speakers', 'Who speaks', (dossier) => dossier.attributions.length],
  ['documents', 'The documents', (dossier) => dossier.documents.length],
  ['method', 'Method and limits'],
];

/** What a Content-Security-Policy calls an inline block by. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
