import { raw } from 'hono/html';
import type { Document, Inferred, OmissionReason, Oddity } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { liveBlogWords, nameOfDocument, placeWords } from '../document-words.ts';
import { escapeHtml, plainWords } from '../escape-html.ts';
import type { LinkList } from '../link-list.tsx';
import { markText, type Insert, type Mark } from '../mark-text.ts';
import { anchorId, type BackLink, type IndexedDocument, type PageIndex } from '../page-index.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { timexWords } from '../timex-range.ts';
import { Empty, Name, Words, count } from '../words.tsx';
import { Versions } from './versions.tsx';

/** With more documents than this, each is closed until somebody opens it or follows a link into it. */
const OPEN_UP_TO = 12;

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

const FROM: Readonly<Record<Inferred<unknown>['from'], string>> = {
  given: 'as given',
  metadata: 'from the page’s metadata',
  text: 'from the text',
  url: 'from the address',
};

/** The documents in full: source, cue and content told apart, what was left out greyed, everything linked back. */
export function Documents({ index, links }: { index: PageIndex; links: LinkList }) {
  const open = index.documents.length <= OPEN_UP_TO;
  return (
    <section id="documents" aria-labelledby="documents-h">
      <h2 id="documents-h">The documents</h2>
      {index.documents.length === 0 ? (
        <Empty looked={true} found="No document could be read." missing="" />
      ) : (
        <>
          <p class="key">
            In the texts: <span class="source">source</span>, <span class="cue">cue</span>,{' '}
            <span class="content">content</span>; <span class="omitted">left out of the analysis</span>;{' '}
            <span class="oddity">odd</span>. The numbers lead to the row of each attribution.
          </p>
          {index.documents.map((document) => (
            <DocumentInFull index={index} indexed={document} open={open} links={links} />
          ))}
        </>
      )}
    </section>
  );
}

function DocumentInFull(props: {
  index: PageIndex;
  indexed: IndexedDocument;
  open: boolean;
  links: LinkList;
}) {
  const { index, indexed, open, links } = props;
  const { document } = indexed;
  const date = document.published
    ? (timexWords(document.published.value.value) ?? plainWords(document.published.value.text))
    : 'no date';
  return (
    <details
      class="document lazy"
      open={open}
      id={anchorId(document.id)}
      data-d={indexed.number}
      data-label={indexed.label}
      data-date={date}
    >
      <summary>
        <span class="siglum">{indexed.siglum}</span>{' '}
        <h3>
          <Name text={nameOfDocument(document)} />
        </h3>{' '}
        <span class="quiet">
          {document.publisher ? <Name text={document.publisher.value} /> : 'publisher unknown'} · {date}
          {document.analysed ? '' : ` · ${document.language}, not analysed`}
        </span>
      </summary>
      <Facts indexed={indexed} links={links} />
      <Versions document={document} />
      <div class="text" lang={document.language === 'und' ? undefined : document.language}>
        {raw(textHtml(index, indexed))}
      </div>
    </details>
  );
}

function Facts({ indexed, links }: { indexed: IndexedDocument; links: LinkList }) {
  const { document } = indexed;
  const { provenance } = document;
  return (
    <dl class="facts">
      <Fact term="Publisher">
        {document.publisher ? (
          <>
            <Name text={document.publisher.value} />{' '}
            <span class="quiet">{FROM[document.publisher.from]}</span>
          </>
        ) : (
          'unknown'
        )}
      </Fact>
      <Fact term="Published">
        {document.published ? (
          <>
            {timexWords(document.published.value.value) ?? document.published.value.text}{' '}
            <span class="quiet">{FROM[document.published.from]}</span>
          </>
        ) : (
          'unknown; weekdays in the text stay weekdays'
        )}
      </Fact>
      {document.modified ? (
        <Fact term="Changed">
          {timexWords(document.modified.value.value) ?? plainWords(document.modified.value.text)}{' '}
          <span class="quiet">{FROM[document.modified.from]}</span>
        </Fact>
      ) : null}
      {document.byline && document.byline.length > 0 ? (
        <Fact term="Byline">
          <Name text={document.byline.join(', ')} />
        </Fact>
      ) : null}
      {document.agencies && document.agencies.length > 0 ? (
        <Fact term="Agencies in the byline">
          <Name text={document.agencies.join(', ')} />
        </Fact>
      ) : null}
      {document.liveBlog ? (
        <Fact term="Live blog">
          <Name text={liveBlogWords(document.liveBlog)} />
        </Fact>
      ) : null}
      {document.credits.length > 0 ? (
        <Fact term="Credits">
          {document.credits.map((credit, i) => (
            <>
              {i > 0 ? ', ' : ''}
              <Name text={credit.name} />{' '}
              <span class="quiet">
                (<Words text={credit.evidence.text} />)
              </span>
            </>
          ))}
        </Fact>
      ) : null}
      {indexed.origin === null ? null : <Fact term="Origin">{indexed.origin}</Fact>}
      {document.url === undefined ? null : <Fact term="Address">{links.link(document.url)}</Fact>}
      {document.file === undefined ? null : (
        <Fact term="File">
          <Name text={document.file} />
        </Fact>
      )}
      {provenance?.place === undefined ? null : (
        <Fact term="In the file">
          <Name text={placeWords(provenance.place)} />
        </Fact>
      )}
      {provenance?.address === undefined || provenance.address === document.url ? null : (
        <Fact term="Came from">{links.link(provenance.address)}</Fact>
      )}
      {provenance?.requested === undefined ? null : (
        <Fact term="Asked for">{links.link(provenance.requested)}</Fact>
      )}
      {provenance?.captured === undefined ? null : (
        <Fact term="Captured">
          <Name text={provenance.captured.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC')} />
        </Fact>
      )}
      {provenance ? (
        <Fact term="Bytes">
          {count(provenance.bytes, 'byte')}, {provenance.format}
          {provenance.encoding ? `, ${provenance.encoding}` : ''}
          {provenance.extractor ? `; read by ${provenance.extractor}` : ''}
        </Fact>
      ) : null}
      <Fact term="Language">{document.language === 'und' ? 'unknown' : document.language}</Fact>
      {provenance ? (
        <Fact term="SHA-256">
          <span class="digest">{provenance.sha256}</span>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children?: unknown }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Something that stands beside a paragraph: a line of its own, or a link that is gathered with others of its kind. */
interface Note {
  readonly at: number;
  readonly html?: string;
  readonly links?: readonly BackLink[];
}

/** The text, paragraph by paragraph, each with the list of what stands in it and leads back. */
function textHtml(index: PageIndex, indexed: IndexedDocument): string {
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
        ? `<sup class="n">${i + 1}</sup>`
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
      html: `<span class="why">${ODD[oddity.kind]}</span>`,
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
      `<div class="p"><p dir="auto"${isTitle ? ' class="title"' : ''}>${markText(document.text, from, to, open, here)}</p>` +
      (beside.length > 0 ? `<ul class="notes">${beside.join('')}</ul>` : '') +
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
