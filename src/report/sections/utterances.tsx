import { raw } from 'hono/html';
import type { Difference, Reading, Utterance } from '../../model/utterance.ts';
import { collate, type CollationRow, type Piece } from '../collate.ts';
import { wordsHtml } from '../escape-html.ts';
import { MOST_MARKED } from '../marked-words.tsx';
import { anchorId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { Heading, Section } from '../section.tsx';
import { timexWords } from '../timex-range.ts';
import { Empty, Name, Siglum, Words, count } from '../words.tsx';

const ORDER: readonly Difference[] = ['altered', 'cut', 'translation', 'paraphrase', 'same'];

const DIFFERENCE: Readonly<Record<Difference, string>> = {
  altered: 'altered: the readings do not mean the same',
  cut: 'cut: one reading leaves words out',
  translation: 'translation: other words for the same',
  paraphrase: 'paraphrase: told, not quoted',
  same: 'the same words',
};

/** With more word-for-word utterances than this their list is closed until somebody opens it. */
const OPEN_UP_TO = 12;

/** Columns of a collation table; further wordings are listed below it. */
const MOST_COLUMNS = 6;

interface Wording {
  readonly text: string;
  readonly readings: readonly Reading[];
}

/** The same act of speaking in other wording: one column a witness, variants marked, cuts shown, altered first. */
export function Utterances({ index }: { index: PageIndex }) {
  const sorted = [...index.dossier.utterances].sort(
    (a, b) => ORDER.indexOf(a.difference) - ORDER.indexOf(b.difference),
  );
  const same = sorted.filter(isOneWording);
  return (
    <Section index={index} name="utterances" title="Same words, other wording">
      {sorted.length === 0 ? (
        <Empty
          looked={!index.missing('utterances')}
          found="No utterance was found in more than one wording or document."
          missing="Nothing compared the wordings of utterances in this version."
        />
      ) : (
        <>
          <p class="lead">
            One column a wording, with the documents that have it. <mark>Marked</mark> words stand apart from
            the others; <span class="no-words">cut</span> shows where a reading has no words.
          </p>
          {sorted
            .filter((utterance) => !isOneWording(utterance))
            .map((utterance) => (
              <Collation index={index} utterance={utterance} />
            ))}
          {same.length > 0 ? (
            <details class="more" open={same.length <= OPEN_UP_TO}>
              <summary>{count(same.length, 'utterance')} word for word in several documents</summary>
              <ul class="single-claims">
                {same.map((utterance) => (
                  <OneWording index={index} utterance={utterance} />
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
    </Section>
  );
}

function isOneWording(utterance: Utterance): boolean {
  return utterance.readings.every(
    (reading) => reading.evidence.text === utterance.readings[0]?.evidence.text,
  );
}

/** An utterance that has one wording needs no table: the words, who said them, and the documents that have them. */
function OneWording({ index, utterance }: { index: PageIndex; utterance: Utterance }) {
  const documents = utterance.readings.map((each) => index.document(each.evidence.document)?.number);
  return (
    <li
      class="row"
      id={anchorId(utterance.id)}
      data-s={index.speakerNumber(utterance.speaker)}
      data-d={documents.join(' ')}
      data-k={utterance.difference}
    >
      <Words text={utterance.readings[0]?.evidence.text ?? ''} />{' '}
      <span class="about">
        <b>
          <Name text={index.speakerName(utterance.speaker)} />
        </b>{' '}
        {utterance.readings.map((reading) => (
          <>
            <a href={hrefOf(index, reading)}>{index.document(reading.evidence.document)?.siglum}</a>{' '}
          </>
        ))}
      </span>
    </li>
  );
}

function Collation({ index, utterance }: { index: PageIndex; utterance: Utterance }) {
  const wordings = wordingsOf(utterance.readings);
  const columns = wordings.slice(0, MOST_COLUMNS);
  const rows = alignable(collate(columns.map((wording) => wording.text)));
  const documents = new Set(utterance.readings.map((each) => index.document(each.evidence.document)?.number));
  const day = timexWords(utterance.when?.value);
  return (
    <article
      class="card row"
      id={anchorId(utterance.id)}
      data-s={index.speakerNumber(utterance.speaker)}
      data-d={[...documents].join(' ')}
      data-k={utterance.difference}
    >
      <header>
        <p class="tags">
          <span class={`difference ${utterance.difference}`}>{DIFFERENCE[utterance.difference]}</span>{' '}
          <span>
            {count(documents.size, 'document')}, {count(utterance.origins, 'origin')}
          </span>
        </p>
        <Heading index={index} level={3}>
          <Name text={index.speakerName(utterance.speaker)} />
          {utterance.when ? (
            <span class="quiet">
              , <Words text={utterance.when.text} />
              {day ? ` (${day})` : ''}
            </span>
          ) : null}
        </Heading>
      </header>
      {utterance.note ? <p class="note">{utterance.note}</p> : null}
      {rows === null ? (
        <ul class="plain-readings">
          {columns.map((wording) => (
            <li>
              <Sigla index={index} readings={wording.readings} /> <Words text={wording.text} />
            </li>
          ))}
        </ul>
      ) : (
        <CollationTable index={index} columns={columns} rows={rows} />
      )}
      {wordings.length > MOST_COLUMNS ? (
        <details class="more">
          <summary>{count(wordings.length - MOST_COLUMNS, 'further wording')}</summary>
          <ul class="plain-readings">
            {wordings.slice(MOST_COLUMNS).map((wording) => (
              <li>
                <Sigla index={index} readings={wording.readings} /> <Words text={wording.text} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}

/** Rows in which something agrees; where nearly all would be marked, the wordings are better read one after another. */
function alignable(rows: CollationRow[] | null): CollationRow[] | null {
  let letters = 0;
  let marked = 0;
  for (const { text, variant } of (rows ?? []).flatMap((row) => row.cells.flat())) {
    letters += text.length;
    if (variant) marked += text.length;
  }
  return marked > letters * MOST_MARKED ? null : rows;
}

function CollationTable(props: {
  index: PageIndex;
  columns: readonly Wording[];
  rows: readonly CollationRow[];
}) {
  const { index, columns, rows } = props;
  return (
    <div class="scroll" tabindex={0} role="group" aria-label="Readings aligned word by word">
      <table class="collation">
        <thead>
          <tr>
            {columns.map((wording) => (
              <th scope="col">
                <Sigla index={index} readings={wording.readings} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class={row.agree ? 'agree' : 'part'}>
              {row.cells.map((pieces) => (
                <td dir="auto">
                  {pieces.some((piece) => piece.text !== '') ? (
                    <span class="words">{pieces.map(piece)}</span>
                  ) : (
                    <span class="no-words">cut</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function piece({ text, variant }: Piece) {
  if (text === '') {
    return (
      <span class="no-words" title="others have words here">
        {' '}
      </span>
    );
  }
  return raw(variant ? `<mark>${wordsHtml(text.trim())}</mark> ` : wordsHtml(text));
}

/** The documents that have a wording, each with the link to its words. */
function Sigla({ index, readings }: { index: PageIndex; readings: readonly Reading[] }) {
  return (
    <span class="sigla">
      {readings.map((reading) => {
        const document = index.document(reading.evidence.document);
        if (!document) return null;
        return (
          <span class="witness">
            <Siglum document={document} named={true} />{' '}
            <a class="to-text" href={hrefOf(index, reading)}>
              <Name text={document.short} />
            </a>
          </span>
        );
      })}
    </span>
  );
}

/** Where a reading stands: at its attribution, of whose words it may be a part. */
function hrefOf(index: PageIndex, { attribution, evidence }: Reading): string {
  return index.attribution(attribution) ? `#${index.inTextId(attribution)}` : index.href(evidence);
}

/** Readings with the same words share a column; the wording that most have comes first. */
function wordingsOf(readings: readonly Reading[]): Wording[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const group = groups.get(reading.evidence.text);
    if (group) group.push(reading);
    else groups.set(reading.evidence.text, [reading]);
  }
  return [...groups]
    .map(([text, same]) => ({ text, readings: same }))
    .sort((a, b) => b.readings.length - a.readings.length);
}
