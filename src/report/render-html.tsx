import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Dossier } from '../model/dossier.ts';
import { plainWords } from './escape-html.ts';
import { LinkList, PrintedLinks } from './link-list.tsx';
import { loadAsset } from './load-asset.ts';
import { indexDossier, type PageIndex } from './page-index.ts';
import { Claims } from './sections/claims.tsx';
import { partByImportance } from './discrepancy-words.ts';
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
  return [...htmlPieces(dossier, options)].join('');
}

/**
 * The same page in pieces, a section each, that make one text: no string holds the page of tens of thousands of documents. May be gone
 * through more than once; each time the sections are made anew and none of them is kept.
 */
export function htmlPieces(dossier: Dossier, options: HtmlOptions = {}): Iterable<string> {
  const css = options.css ?? loadAsset('page.css') ?? '';
  const script = options.script ?? loadAsset('page-script.js') ?? '';
  return {
    *[Symbol.iterator]() {
      const index = indexDossier(dossier);
      const links = new LinkList();
      yield `<!doctype html>\n<html lang="en">${(<Head dossier={dossier} css={css} script={script} />).toString()}<body>`;
      yield (<Contents index={index} />).toString();
      yield `<main id="main"${index.large ? ' class="large"' : ''} tabindex="-1">`;
      yield (<Discrepancies index={index} />).toString();
      yield (<Claims index={index} />).toString();
      yield (<Utterances index={index} />).toString();
      yield (<Timeline index={index} />).toString();
      yield (<LineageSection index={index} />).toString();
      yield (<Speakers index={index} />).toString();
      yield (<Documents index={index} links={links} />).toString();
      yield (<Method index={index} />).toString();
      // The sections before have filled the list.
      yield (<PrintedLinks links={links} />).toString();
      yield `</main>${script === '' ? '' : `<script>${script}</script>`}</body></html>\n`;
    },
  };
}

function Head({ dossier, css, script }: { dossier: Dossier; css: string; script: string }) {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(css)}'`,
    script === '' ? "script-src 'none'" : `script-src '${digest(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content={`stemma ${dossier.method.stemma}`} />
      <title>{plainWords(dossier.title)} – Stemma dossier</title>
      <link rel="icon" href="data:," />
      <style>{raw(css)}</style>
    </head>
  );
}

/** What stands before the sections: the story in figures, and where to find what. */
function Contents({ index }: { index: PageIndex }) {
  return (
    <>
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
    </>
  );
}

/** Each section's anchor, its heading in short, and how many items it has. */
const SECTIONS: readonly (readonly [id: string, title: string, items?: (dossier: Dossier) => number])[] = [
  [
    'discrepancies',
    'Where the accounts part',
    (dossier) => partByImportance(dossier.discrepancies).firm.length,
  ],
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
