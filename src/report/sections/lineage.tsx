import { raw } from 'hono/html';
import type { Evidence } from '../../model/evidence.ts';
import type { DescentSignKind, LineageEdge } from '../../model/lineage.ts';
import { wordsHtml } from '../escape-html.ts';
import { differingSpans, markedHtml } from '../marked-words.tsx';
import { edgeId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { Heading, Section } from '../section.tsx';
import { KIND_WORDS, StemmaDrawing } from '../stemma-drawing.tsx';
import { layOutStemma } from '../stemma-layout.ts';
import { Context, Empty, Name, Siglum, Witness, count } from '../words.tsx';
import { SharedReadings } from './shared-readings.tsx';

/** A family larger than this is drawn behind a line that says how large it is. */
const DRAWN_UP_TO = 24;

/** Who copied whom: the origins, the family tree drawn, and the shared passages side by side. */
export function LineageSection({ index }: { index: PageIndex }) {
  const { edges, origins } = index.dossier.lineage;
  const trees = layOutStemma(edges);
  return (
    <Section index={index} name="lineage" title="Who copied whom">
      {edges.length === 0 && origins.length === 0 ? (
        <Empty
          looked={!index.missing('lineage')}
          found="No document was found to share text or to name another as its source."
          missing="Nothing compared the documents’ texts with one another in this version."
        />
      ) : (
        <>
          <p class="lead">
            {count(index.documents.length, 'document')}, {count(origins.length, 'origin')} as far as texts and
            credits show: documents of one origin share text or an agency’s copy, and confirm one another no
            more than one document confirms itself. Documents of two origins may still rest on one source that
            neither names.
          </p>
          <div class="trees">
            {trees.map((tree) =>
              tree.nodes.length > DRAWN_UP_TO ? (
                <details class="more">
                  <summary>Drawing of {count(tree.nodes.length, 'text')}</summary>
                  <StemmaDrawing index={index} tree={tree} />
                </details>
              ) : (
                <StemmaDrawing index={index} tree={tree} />
              ),
            )}
          </div>
          <Origins index={index} />
          {edges.length > 0 ? (
            <Heading index={index} level={3}>
              Shared passages and credits
            </Heading>
          ) : null}
          <ul class="edges">
            {edges.map((edge) => (
              <EdgeRow index={index} edge={edge} />
            ))}
          </ul>
          <SharedReadings index={index} />
        </>
      )}
    </Section>
  );
}

function Origins({ index }: { index: PageIndex }) {
  return (
    <ol class="origins">
      {index.dossier.lineage.origins.map(({ origin, documents }) => (
        <li>
          <span>
            {origin === null ? (
              documents.length === 1 ? (
                'shares no text with another'
              ) : (
                'one origin, its source not named'
              )
            ) : (
              <b>
                <Name text={originName(index, origin)} />
              </b>
            )}
            :{' '}
            {documents.map((id) => {
              const document = index.document(id);
              return document ? (
                <span class="witness">
                  <Siglum document={document} named={true} /> <Name text={document.short} />{' '}
                </span>
              ) : null;
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** An origin is named in words, or by the id of the entity or document that it is. */
function originName(index: PageIndex, origin: string): string {
  return index.entity(origin)?.name ?? index.document(origin)?.label ?? origin;
}

function EdgeRow({ index, edge }: { index: PageIndex; edge: LineageEdge }) {
  const documents = [edge.from, edge.to].flatMap((id) => index.document(id)?.number ?? []);
  if (edge.passages.length === 0) {
    return (
      <li class="row" id={edgeId(edge)} data-d={documents.join(' ')} data-k={edge.kind}>
        <End index={index} id={edge.from} /> <span class="to">{edge.directed ? '→' : '↔'}</span>{' '}
        <End index={index} id={edge.to} /> <span class="edge-kind">{KIND_WORDS[edge.kind]}</span>{' '}
        <span class="quiet">{edge.reason}</span>
      </li>
    );
  }
  return (
    <li class="row" id={edgeId(edge)} data-d={documents.join(' ')} data-k={edge.kind}>
      <details>
        <summary>
          <End index={index} id={edge.from} plain={true} />{' '}
          <span class="to">{edge.directed ? '→' : '↔'}</span> <End index={index} id={edge.to} plain={true} />{' '}
          <span class="edge-kind">{KIND_WORDS[edge.kind]}</span>{' '}
          <span class="quiet">{count(edge.passages.length, 'shared passage')}</span>
        </summary>
        {edge.reason ? <p class="note">{edge.reason}</p> : null}
        <Signs index={index} edge={edge} />
        {edge.passages.map(({ a, b }) =>
          !sameWords(a.text, b.text) ? (
            <Passage index={index} a={a} b={b} />
          ) : index.large ? null : (
            <SamePassage index={index} a={a} b={b} />
          ),
        )}
        {index.large ? <SamePassages index={index} edge={edge} /> : null}
      </details>
    </li>
  );
}

const SIGN_HEADINGS: Readonly<Record<DescentSignKind, string>> = {
  'name-not-introduced': 'Named here, introduced there:',
  'quotation-not-opened': 'Ends here, begins there:',
  'typeset-otherwise': 'Typeset in two ways here, in one there:',
};

/** What the direction was inferred from: the words in the later text, and what the other has. */
function Signs({ index, edge }: { index: PageIndex; edge: LineageEdge }) {
  return (
    <>
      {edge.signs?.map(({ kind, evidence, source }) => (
        <div class="passage sign">
          <p class="quiet">{SIGN_HEADINGS[kind]}</p>
          <Place index={index} evidence={evidence} />
          <Context index={index} evidence={evidence} short={true} />
          <Place index={index} evidence={source} />
          <Context index={index} evidence={source} short={true} />
        </div>
      ))}
    </>
  );
}

/** In a large dossier so many letters that both have are kept beside what differs; the rest is a link away. */
const AROUND_DIFFERENCE = 40;

/** Two passages side by side, what differs marked. */
function Passage({ index, a, b }: { index: PageIndex; a: Evidence; b: Evidence }) {
  const [ofA, ofB] = differingSpans([a.text, b.text]);
  const around = index.large ? AROUND_DIFFERENCE : undefined;
  return (
    <div class="passage">
      <p dir="auto">
        <Place index={index} evidence={a} /> {raw(markedHtml(a.text, ofA ?? [], around))}
      </p>
      <p dir="auto">
        <Place index={index} evidence={b} /> {raw(markedHtml(b.text, ofB ?? [], around))}
      </p>
    </div>
  );
}

/** Letters of a word-for-word passage that are shown; the whole stands in both documents, a link away. */
const SHOWN_OF_SAME = 240;

function sameWords(a: string, b: string): boolean {
  return a === b || a.replaceAll(/\s+/g, ' ') === b.replaceAll(/\s+/g, ' ');
}

/** A passage that both have word for word, shown once. */
function SamePassage({ index, a, b }: { index: PageIndex; a: Evidence; b: Evidence }) {
  const cut = a.text.length > SHOWN_OF_SAME ? a.text.lastIndexOf(' ', SHOWN_OF_SAME) : -1;
  return (
    <p class="same-passage words" dir="auto">
      <Place index={index} evidence={a} /> = <Place index={index} evidence={b} />{' '}
      {raw(wordsHtml(cut > 0 ? a.text.slice(0, cut) : a.text))}
      {cut > 0 ? <span class="quiet"> … ({count(a.text.length, 'letter')})</span> : null}
    </p>
  );
}

/** In a large dossier: where the word-for-word passages stand, each in both documents, with its length in letters. */
function SamePassages({ index, edge }: { index: PageIndex; edge: LineageEdge }) {
  const same = edge.passages.filter(({ a, b }) => sameWords(a.text, b.text));
  if (same.length === 0) return null;
  return (
    <p class="same-passage">
      Word for word, with letters counted:{' '}
      {same.map(({ a, b }) => (
        <>
          <a href={index.href(a)}>{index.document(a.document)?.siglum}</a>=
          <a href={index.href(b)}>{index.document(b.document)?.siglum}</a> {a.text.length}
          {'; '}
        </>
      ))}
    </p>
  );
}

/** The letter of a document, leading to the words there. */
function Place({ index, evidence }: { index: PageIndex; evidence: Evidence }) {
  const document = index.document(evidence.document);
  return <a href={index.href(evidence)}>{document?.siglum}</a>;
}

function End({ index, id, plain = false }: { index: PageIndex; id: string; plain?: boolean }) {
  const document = index.document(id);
  if (!document) return <Name text={index.entity(id)?.name ?? id} />;
  return plain ? (
    <>
      <span class="siglum">{document.siglum}</span> <Name text={document.short} />
    </>
  ) : (
    <Witness index={index} id={id} />
  );
}
