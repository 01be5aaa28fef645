import type { Document, OmissionReason, Oddity } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { escapeHtml, plainWords } from '../escape-html.ts';
import { markText, type Insert, type Mark } from '../mark-text.ts';
import { anchorId } from '../anchors.ts';
import type { IndexedDocument, PageIndex } from '../page-index.ts';
import type { BackLink } from '../page-rows.ts';
import { paragraphsOf } from '../paragraphs.ts';

const OMITTED: Readonly<Record<OmissionReason, string>> = {
  appeal: 'appeal to the reader',
  navigation: 'navigation of the page',
  'related-links': 'links to other pieces',
  advertisement: 'advertisement',
  copyright: 'copyright notice',
  byline: 'byline',
  other: 'no part of the account',
};

const ODD: Readonly<Record<Oddity['kind'], string>> = {
  'machine-translation': 'looks translated by a machine',
  garbled: 'garbled',
  encoding: 'damaged by a wrong encoding',
  truncated: 'breaks off',
  'several-articles': 'another article begins here',
};

function oddityWords({ kind, repairedFrom }: Oddity): string {
  return repairedFrom === undefined
    ? ODD[kind]
    : `put right; a wrong encoding had made of it: <bdi>${escapeHtml(plainWords(repairedFrom))}</bdi>`;
}

/** Something that stands beside a paragraph: a line of its own, or a link that is gathered with others of its kind. */
interface Note {
  readonly at: number;
  readonly html?: string;
  readonly links?: readonly BackLink[];
}

/** The text, paragraph by paragraph, each with the list of what stands in it and leads back. */
export function textHtml(index: PageIndex, indexed: IndexedDocument): string {
  const { document } = indexed;
  const marks = marksOf(index, indexed);
  const inserts: Insert[] = [];
  const notes: Note[] = [];
  indexed.attributions.forEach((attribution, i) => {
    const at = attribution.content.spans[0]?.[0] ?? 0;
    const href = `#${anchorId(attribution.id)}`;
    const back = index.backLinks(attribution.id);
    inserts.push({
      at: attribution.content.spans.at(-1)?.[1] ?? 0,
      html: index.large
        ? `<sup>${i + 1}</sup>`
        : `<a class="n" href="${href}" tabindex="-1" aria-hidden="true">${i + 1}</a>`,
    });
    notes.push({
      at,
      html:
        `<a href="${href}"><b>${i + 1}</b> <bdi>${escapeHtml(plainWords(index.speakerName(attribution.speaker)))}</bdi></a>` +
        `${index.large ? '' : ` <i>${attribution.act}</i>`}${back
          .filter((link) => !link.shared)
          .map((link) => ` · ${linkHtml(link)}`)
          .join('')}`,
    });
    const shared = back.filter((link) => link.shared);
    if (shared.length > 0) notes.push({ at, links: shared });
  });
  for (const anchor of indexed.anchors.values()) {
    notes.push({ at: anchor.spans[0]?.[0] ?? 0, links: anchor.back });
  }
  for (const omission of document.omitted) {
    notes.push({
      at: omission.evidence.spans[0]?.[0] ?? 0,
      html: `<span class="why">left out: ${OMITTED[omission.why]}</span>`,
    });
  }
  for (const oddity of document.oddities) {
    notes.push({
      at: oddity.evidence.spans[0]?.[0] ?? 0,
      html: `<span class="why">${oddityWords(oddity)}</span>`,
    });
  }
  inserts.sort((a, b) => a.at - b.at);
  notes.sort((a, b) => a.at - b.at);
  return paragraphsHtml(document, marks, inserts, notes, index.large);
}

function paragraphsHtml(
  document: Document,
  marks: readonly Mark[],
  inserts: readonly Insert[],
  notes: readonly Note[],
  large: boolean,
): string {
  const title = document.titleEvidence?.spans[0];
  let html = '';
  let open: Mark[] = [];
  let nextMark = 0;
  let nextInsert = 0;
  let nextNote = 0;
  let sharedBefore = '';
  const paragraphs = paragraphsOf(document.text);
  paragraphs.forEach(([from, to], number) => {
    const last = number === paragraphs.length - 1;
    const until = last ? Infinity : (paragraphs[number + 1]?.[0] ?? Infinity);
    open = open.filter((mark) => mark.end > from);
    for (let mark = marks[nextMark]; mark && mark.start < to; mark = marks[++nextMark]) {
      if (mark.end > from) open.push(mark);
    }
    const here: Insert[] = [];
    for (let insert = inserts[nextInsert]; insert && insert.at < until; insert = inserts[++nextInsert]) {
      here.push({ at: Math.min(to, Math.max(from, insert.at)), html: insert.html });
    }
    const beside: string[] = [];
    const links = new Map<string, BackLink>();
    for (let note = notes[nextNote]; note && note.at < until; note = notes[++nextNote]) {
      if (note.html !== undefined) beside.push(`<li>${note.html}</li>`);
      for (const link of note.links ?? []) links.set(link.href, link);
    }
    const { rows, shared } = gathered([...links.values()]);
    beside.push(...rows);
    // A large page says it once for a run of paragraphs that have the same companions.
    if (shared !== '')
      beside.push(
        large && shared === sharedBefore ? '<li>shared as above</li>' : `<li>shared with ${shared}</li>`,
      );
    sharedBefore = shared;
    const isTitle = title !== undefined && title[0] < to && from < title[1];
    html +=
      `<div><p dir="auto"${isTitle ? ' class="title"' : ''}>${markText(document.text, from, to, open, here)}</p>` +
      (beside.length > 0 ? `<ul>${beside.join('')}</ul>` : '') +
      '</div>';
  });
  return html;
}

/** Everything that is shown marked in a document, in the order that {@link markText} wants. */
function marksOf(index: PageIndex, indexed: IndexedDocument): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: string, spans: readonly Span[], attributes = ''): void => {
    spans.forEach(([start, end], piece) => {
      const open = kind === '' ? '<span' : `<span class="${kind}"`;
      marks.push({ start, end, first: `${open}${piece === 0 ? attributes : ''}>`, again: `${open}>` });
    });
  };
  const { document } = indexed;
  for (const omission of document.omitted) add('omitted', omission.evidence.spans);
  for (const oddity of document.oddities) add('oddity', oddity.evidence.spans);
  for (const anchor of indexed.anchors.values()) add('', anchor.spans, ` id="${anchor.id}"`);
  for (const attribution of indexed.attributions) {
    add('content', attribution.content.spans, ` id="${index.inTextId(attribution.id)}"`);
    if (attribution.source) add('source', attribution.source.spans);
    if (attribution.cue) add('cue', attribution.cue.spans);
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** One line for the rows that quote from a paragraph, one for the documents that share words with it. */
function gathered(links: readonly BackLink[]): { rows: string[]; shared: string } {
  const rows = links.filter((link) => !link.shared).map(linkHtml);
  const shared = links.filter((link) => link.shared).map(linkHtml);
  return { rows: rows.length > 0 ? [`<li>${rows.join(' · ')}</li>`] : [], shared: shared.join(' ') };
}

function linkHtml({ href, word, about }: BackLink): string {
  const title = about === '' ? '' : ` title="${escapeHtml(plainWords(about))}"`;
  return `<a href="${href}"${title}>${escapeHtml(word)}</a>`;
}
