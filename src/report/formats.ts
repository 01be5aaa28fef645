import type { Dossier } from '../model/dossier.ts';
import { jsonPieces } from './json-pieces.ts';
import { renderAnnotations } from './render-annotations.ts';
import { renderCsv } from './render-csv.ts';
import { htmlPages, htmlPieces } from './render-html.tsx';
import { renderJsonLd } from './render-json-ld.ts';
import { renderMarkdown } from './render-markdown.ts';
import { tellsSeveral } from './story-dossiers.ts';

/** One file of an export. */
export interface OutputFile {
  /** What is put after the name that the user gave: `.html`, `-attributions.csv`. */
  readonly suffix: string;
  /** Whole, or in pieces where no string might hold it; those can be gone through more than once. */
  readonly text: string | Iterable<string>;
  /** Whether the first file of the format leads to it, so that it need not be named beside it. */
  readonly inner?: true;
}

/** A way to write a dossier down. */
export interface Format {
  /** What the user types after `--format`. */
  readonly name: string;
  /** One line for the help. */
  readonly title: string;
  render(dossier: Dossier): readonly OutputFile[];
}

/** Every format, in the order in which the help lists them. */
export const FORMATS: readonly Format[] = [
  {
    name: 'html',
    title: 'the page that people read: one file, offline',
    render: renderPages,
  },
  {
    name: 'json',
    title: 'the dossier itself, as docs/dossier.md describes it',
    render: (dossier) => [{ suffix: '.json', text: dossierPieces(dossier) }],
  },
  {
    name: 'md',
    title: 'Markdown for notes',
    render: (dossier) => [{ suffix: '.md', text: renderMarkdown(dossier) }],
  },
  {
    name: 'csv',
    title: 'a table a section, for spreadsheets',
    render: (dossier) => renderCsv(dossier).map(({ table, text }) => ({ suffix: `-${table}.csv`, text })),
  },
  {
    name: 'jsonld',
    title: 'schema.org: NewsArticle, Quotation, Claim; no rating',
    render: (dossier) => [{ suffix: '.jsonld', text: renderJsonLd(dossier) }],
  },
  {
    name: 'annotations',
    title: 'W3C Web Annotation, for annotation tools',
    render: (dossier) => [{ suffix: '.annotations.jsonld', text: renderAnnotations(dossier) }],
  },
];

/**
 * With more documents than this several stories are a folder of pages: one page of 400 articles has 13 MB, of which nobody reads
 * more than one story at a time.
 */
const MOST_ON_ONE_PAGE = 200;

function renderPages(dossier: Dossier): OutputFile[] {
  if (dossier.documents.length <= MOST_ON_ONE_PAGE || !tellsSeveral(dossier))
    return [{ suffix: '.html', text: htmlPieces(dossier) }];
  return htmlPages(dossier).map(({ name, pieces }, at) => ({
    suffix: `-stories/${name}`,
    text: pieces,
    ...(at > 0 ? { inner: true as const } : {}),
  }));
}

/** The dossier as JSON, in pieces, with a line break at the end. */
export function dossierPieces(dossier: Dossier): Iterable<string> {
  const pieces = jsonPieces(dossier);
  return {
    *[Symbol.iterator]() {
      yield* pieces;
      yield '\n';
    },
  };
}
