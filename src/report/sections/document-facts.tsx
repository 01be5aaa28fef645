import type { Inferred } from '../../model/document.ts';
import { liveBlogWords, placeWords } from '../document-words.ts';
import { plainWords } from '../escape-html.ts';
import type { LinkList } from '../link-list.tsx';
import type { IndexedDocument } from '../page-index.ts';
import { timexWords } from '../timex-range.ts';
import { Name, Words, count } from '../words.tsx';

const FROM: Readonly<Record<Inferred<unknown>['from'], string>> = {
  given: 'as given',
  metadata: 'from the page’s metadata',
  text: 'from the text',
  url: 'from the address',
};

/** What is known of a document besides its text, and where it is known from. */
export function DocumentFacts({ indexed, links }: { indexed: IndexedDocument; links: LinkList }) {
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
