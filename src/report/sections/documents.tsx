import { raw } from 'hono/html';
import { nameOfDocument } from '../document-words.ts';
import { plainWords } from '../escape-html.ts';
import type { LinkList } from '../link-list.tsx';
import { anchorId } from '../anchors.ts';
import type { IndexedDocument, PageIndex } from '../page-index.ts';
import { Heading, Section } from '../section.tsx';
import { timexWords } from '../timex-range.ts';
import { Empty, Name } from '../words.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { textHtml } from './document-text.ts';
import { Versions } from './versions.tsx';

/** With more documents than this, each is closed until somebody opens it or follows a link into it. */
const OPEN_UP_TO = 12;

/** The documents in full: source, cue and content told apart, what was left out greyed, everything linked back. */
export function Documents(props: { index: PageIndex; links: LinkList; title?: string }) {
  const { index, links, title = 'The documents' } = props;
  const open = !index.large && index.documents.length <= OPEN_UP_TO;
  return (
    <Section index={index} name="documents" title={title}>
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
    </Section>
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
      class="document"
      open={open}
      id={anchorId(document.id)}
      data-d={indexed.number}
      data-label={indexed.label}
      data-date={date}
    >
      <summary>
        <span class="siglum">{indexed.siglum}</span>{' '}
        <Heading index={index} level={3}>
          <Name text={nameOfDocument(document)} />
        </Heading>{' '}
        <span class="quiet">
          {document.publisher ? <Name text={document.publisher.value} /> : 'publisher unknown'} · {date}
          {document.analysed ? '' : ` · ${document.language}, not analysed`}
        </span>
      </summary>
      <DocumentFacts indexed={indexed} links={links} />
      <Versions document={document} />
      <div class="text" lang={document.language === 'und' ? undefined : document.language}>
        {raw(textHtml(index, indexed))}
      </div>
    </details>
  );
}
