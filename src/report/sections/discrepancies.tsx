import { TOLD_DIFFERENTLY_NOTE, type Discrepancy } from '../../model/discrepancy.ts';
import type { Span } from '../../model/span.ts';
import {
  IMPORTANCE_WORDS,
  kindWords,
  partByImportance,
  TOLD_DIFFERENTLY,
  TOLD_DIFFERENTLY_LEAD,
} from '../discrepancy-words.ts';
import { MarkedWords, differingSpans } from '../marked-words.tsx';
import { anchorId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { Heading, Section, sectionId } from '../section.tsx';
import { Context, Empty, Name, Quoted, Witness, Words, count } from '../words.tsx';

/** Readings of one value that are shown at once; the rest wait behind a line that counts them. */
const SHOWN = 4;

/** Evidence shorter than this is a number or a name, and is shown with the words around it. */
const BARE = 32;

/** Up to so many readings are aligned with one another to find the words that differ. */
const MOST_ALIGNED = 8;

/** A value longer than this is a sentence: it is read as one and not set as a heading. */
const LONG_VALUE = 40;

/** From this share of its evidence on, a value says nothing that the evidence below it does not. */
const NEARLY_ALL = 0.8;

type Reading = Discrepancy['readings'][number];

/**
 * Where the accounts part: readings side by side, in the dossier's order: the weightiest first. What is only told differently waits
 * behind them, closed, so that nobody takes it for a finding.
 */
export function Discrepancies({ index }: { index: PageIndex }) {
  const { firm, open } = partByImportance(index.dossier.discrepancies);
  return (
    <Section index={index} name="discrepancies" title="Where the accounts part">
      {firm.length === 0 ? (
        <Empty
          looked={!index.missing('discrepancies')}
          found="The readings were compared, and none were found that cannot all be right as worded."
          missing="Nothing looked for discrepancies in this version."
        />
      ) : (
        <>
          <p class="lead">
            Readings that cannot all be right as worded. Which of them is right, this dossier does not say.
          </p>
          {firm.map((discrepancy) => (
            <Card index={index} discrepancy={discrepancy} />
          ))}
        </>
      )}
      {open.length === 0 ? null : (
        <details class="more" id={sectionId(index, 'told-differently')}>
          <summary>
            {TOLD_DIFFERENTLY}: {count(open.length, 'matter')} on which a reader must decide
          </summary>
          <p class="lead">{TOLD_DIFFERENTLY_LEAD}</p>
          {open.map((discrepancy) => (
            <Card index={index} discrepancy={discrepancy} />
          ))}
        </details>
      )}
    </Section>
  );
}

function Card({ index, discrepancy }: { index: PageIndex; discrepancy: Discrepancy }) {
  const { readings } = discrepancy;
  const documents = new Set(readings.map((reading) => index.document(reading.evidence.document)?.number));
  const speakers = new Set(readings.map((reading) => index.speakerNumber(reading.heldBy)));
  const marks = marksOf(discrepancy);
  const values = new Map<string, Held[]>();
  readings.forEach((reading, i) => {
    const held = { reading, marks: marks[i] ?? [] };
    const group = values.get(reading.value);
    if (group) group.push(held);
    else values.set(reading.value, [held]);
  });
  return (
    <article
      class="card row"
      id={anchorId(discrepancy.id)}
      data-s={[...speakers].join(' ')}
      data-d={[...documents].join(' ')}
      data-k={discrepancy.kind}
    >
      <header>
        <p class="tags">
          <span class={`importance ${discrepancy.importance}`}>
            {IMPORTANCE_WORDS[discrepancy.importance]}
          </span>{' '}
          <span>{kindWords(discrepancy)}</span>
        </p>
        <Heading index={index} level={3}>
          {/* A claim set as a heading is easily read as a finding. */}
          {discrepancy.kind === 'polarity' && discrepancy.importance !== 'low' ? (
            <span class="quiet">In dispute: </span>
          ) : null}
          <Quoted
            index={index}
            text={discrepancy.about}
            evidence={readings.map((reading) => reading.evidence)}
          />
        </Heading>
      </header>
      <div class="readings">
        {[...values].map(([value, held]) => (
          <Value index={index} value={value} held={held} />
        ))}
      </div>
      {/* The lead of what is told differently says it of them all. */}
      {discrepancy.note && discrepancy.note !== TOLD_DIFFERENTLY_NOTE ? (
        <p class="note">
          <b>May be reconciled:</b> {discrepancy.note}
        </p>
      ) : null}
    </article>
  );
}

/** A reading with what is marked in its words. */
interface Held {
  readonly reading: Reading;
  readonly marks: readonly Span[];
}

function Value(props: { index: PageIndex; value: string; held: readonly Held[] }) {
  const { index, value, held } = props;
  const inWords = held.some(({ reading }) => reading.evidence.text.includes(value));
  const rows = (index.large ? bySameWords(held) : held.map((one) => [one])).map((same) => (
    <ReadingRow index={index} same={same} />
  ));
  return (
    <div class="reading">
      {held.every(({ reading }) => repeats(reading)) ? null : (
        <p class={value.length > LONG_VALUE ? 'value long' : 'value'}>
          {inWords ? <Words text={value} /> : <Name text={value} />}
        </p>
      )}
      <ul>{rows.slice(0, SHOWN)}</ul>
      {rows.length > SHOWN ? (
        <details class="more">
          <summary>{count(rows.length - SHOWN, 'more reading')}</summary>
          <ul>{rows.slice(SHOWN)}</ul>
        </details>
      ) : null}
    </div>
  );
}

/** What one holds in the same words in several documents; words that are too short to stand alone are shown with those around each. */
function bySameWords(held: readonly Held[]): Held[][] {
  const groups = new Map<string, Held[]>();
  held.forEach((one, at) => {
    const { evidence, heldBy } = one.reading;
    const key = evidence.text.length < BARE ? String(at) : `${heldBy ?? ''} ${evidence.text}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  });
  return [...groups.values()];
}

/** Words of a reading, who holds it, and the documents in which they stand. */
function ReadingRow({ index, same }: { index: PageIndex; same: readonly Held[] }) {
  const [first] = same;
  if (!first) return null;
  const { evidence, heldBy } = first.reading;
  const documents = same.map(({ reading }) => index.document(reading.evidence.document)?.number);
  return (
    <li data-d={documents.join(' ')}>
      {evidence.text.length < BARE ? (
        <Context index={index} evidence={evidence} short={true} />
      ) : (
        <p>
          <MarkedWords text={evidence.text} spans={first.marks} />
        </p>
      )}
      <p class="about">
        {heldBy === null ? (
          <span class="quiet">not said who</span>
        ) : (
          <b>
            <Name text={index.speakerName(heldBy)} />
          </b>
        )}
        {' ·'}
        {same.map(({ reading }) => (
          <>
            {' '}
            <Witness index={index} id={reading.evidence.document} evidence={reading.evidence} />
          </>
        ))}
      </p>
      {index.large ? null : (
        <details class="around">
          <summary>words around</summary>
          <Context index={index} evidence={evidence} />
        </details>
      )}
    </li>
  );
}

/** Whether the value is the evidence over again, quotation marks and the like aside, so that one of the two will do. */
function repeats({ value, evidence }: Reading): boolean {
  if (evidence.text.length < BARE) return false;
  const said = bare(evidence.text);
  const valued = bare(value);
  return said.includes(valued) && valued.length >= said.length * NEARLY_ALL;
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words to mark in each reading: its value where that stands in it, else the words in which the readings differ. */
function marksOf({ kind, readings }: Discrepancy): Span[][] {
  const aligned =
    readings.length <= MOST_ALIGNED ? differingSpans(readings.map((reading) => reading.evidence.text)) : [];
  return readings.map(({ value, evidence }, i) => {
    const at = evidence.text.toLowerCase().indexOf(value.toLowerCase());
    // Who asserts and who denies stands above the readings; how they word it is beside the point.
    if (kind === 'polarity') return [];
    // Where the wording itself is at issue the whole difference matters, not only the words that name it.
    if (kind === 'wording' && (aligned[i]?.length ?? 0) > 0) return aligned[i] ?? [];
    return at >= 0 && value.length < evidence.text.length * NEARLY_ALL
      ? [[at, at + value.length]]
      : (aligned[i] ?? []);
  });
}
