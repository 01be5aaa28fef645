import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Dossier } from '../model/dossier.ts';
import { plainWords } from './escape-html.ts';
import { LinkList, PrintedLinks } from './link-list.tsx';
import { loadAsset } from './load-asset.ts';
import { indexDossier } from './page-index.ts';
import { indexOfStories, pageOfStories, pageOfStory, type PageParts } from './page-parts.tsx';
import { divideByStory, tellsSeveral } from './story-dossiers.ts';

/** What the page is made with; the defaults are right for everybody but tests. */
export interface HtmlOptions {
  /** The style sheet; by default the one beside this module. */
  readonly css?: string;
  /** The page script, bundled; by default the built one, and none where nothing was built. `''` leaves it out. */
  readonly script?: string;
}

/** A page of several; addresses between them are their names. */
export interface HtmlPage {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/**
 * Renders a dossier as one HTML file that needs nothing else: no request, no script to be read, style and script inside
 * and allowed by their digests alone. Each of several stories has a section of its own.
 */
export function renderHtml(dossier: Dossier, options: HtmlOptions = {}): string {
  return [...htmlPieces(dossier, options)].join('');
}

/**
 * The same page in pieces, a section each, that make one text: no string holds the page of tens of thousands of documents. May be gone
 * through more than once; each time the sections are made anew and none of them is kept.
 */
export function htmlPieces(dossier: Dossier, options: HtmlOptions = {}): Iterable<string> {
  return page(dossier, options, (links) =>
    tellsSeveral(dossier) ? pageOfStories(dossier, links) : pageOfStory(indexDossier(dossier), links),
  );
}

/**
 * A dossier of several stories as a page for each and one that lists them, `index.html`: what no browser opens at once as one page.
 * Each page is made when it is gone through.
 */
export function htmlPages(dossier: Dossier, options: HtmlOptions = {}): HtmlPage[] {
  const divided = divideByStory(dossier);
  const nameOf = (number: number): string => `story-${number}.html`;
  return [
    {
      name: INDEX,
      pieces: page(dossier, options, (links) => indexOfStories(dossier, divided, nameOf, links)),
    },
    ...divided.stories.map(({ dossier: part }, at) => ({
      name: nameOf(at + 1),
      pieces: page(part, options, (links) => pageOfStory(indexDossier(part), links, INDEX)),
    })),
  ];
}

const INDEX = 'index.html';

function page(
  dossier: Dossier,
  options: HtmlOptions,
  parts: (links: LinkList) => PageParts,
): Iterable<string> {
  const css = options.css ?? loadAsset('page.css') ?? '';
  const script = options.script ?? loadAsset('page-script.js') ?? '';
  return {
    *[Symbol.iterator]() {
      const links = new LinkList();
      const { top, large, sections } = parts(links);
      yield `<!doctype html>\n<html lang="en">${(<Head dossier={dossier} css={css} script={script} />).toString()}<body>`;
      yield top;
      yield `<main id="main"${large ? ' class="large"' : ''} tabindex="-1">`;
      yield* sections;
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

/** What a Content-Security-Policy calls an inline block by. */
function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
