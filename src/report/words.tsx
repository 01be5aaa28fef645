import { raw } from 'hono/html';
import type { Evidence } from '../model/evidence.ts';
import { wordsHtml } from './escape-html.ts';
import { anchorId } from './anchors.ts';
import type { IndexedDocument, PageIndex } from './page-index.ts';

/** Words that stand in a document, in the type that is kept for them. */
export function Words({ text }: { text: string }) {
  return <bdi class="words">{raw(wordsHtml(text))}</bdi>;
}

/** Text that may or may not stand in the documents of `evidence`: the type says which. */
export function Quoted(props: { index: PageIndex; text: string; evidence: readonly Evidence[] }) {
  const documents = new Set(props.evidence.map((each) => each.document));
  for (const id of documents) {
    if (props.index.document(id)?.document.text.includes(props.text)) return <Words text={props.text} />;
  }
  return <Name text={props.text} />;
}

/** A name or a short label within a line of ours; its direction governs nothing around it. */
export function Name({ text }: { text: string }) {
  return <bdi>{raw(wordsHtml(text))}</bdi>;
}

/** The letter of a document; leads to it. Where its name does not stand beside, the title gives it. */
export function Siglum({ document, named = false }: { document: IndexedDocument; named?: boolean }) {
  return (
    <a class="siglum" href={`#${anchorId(document.document.id)}`} title={named ? undefined : document.label}>
      {document.siglum}
    </a>
  );
}

/** Letter and publisher of a document, with its origin where lineage was analysed; the name leads to `evidence`. */
export function Witness({ index, id, evidence }: { index: PageIndex; id: string; evidence?: Evidence }) {
  const document = index.document(id);
  if (!document) return <span>a document that is not there</span>;
  // In a large dossier the letter stands for the name everywhere but in the list of documents.
  if (index.large && evidence) {
    return (
      <a class="to-text" href={index.href(evidence)}>
        {document.siglum}
      </a>
    );
  }
  return (
    <span class="witness">
      <Siglum document={document} named={true} />{' '}
      {evidence ? (
        <a class="to-text" href={index.href(evidence)}>
          <Name text={document.short} />
        </a>
      ) : (
        <Name text={document.short} />
      )}
      {document.origin === null ? null : <span class="origin">origin {document.origin}</span>}
    </span>
  );
}

/** UTF-16 units of the account that are shown before and after evidence. */
const AROUND = 240;

/** The same for a few words that say little by themselves. */
const AROUND_SHORT = 70;

/**
 * The words around evidence, cut at blanks and within its paragraph; the evidence itself marked.
 *
 * @param props.short - a line of them, for evidence that is a number or a name.
 */
export function Context(props: { index: PageIndex; evidence: Evidence; short?: boolean }) {
  const { index, evidence } = props;
  const around = props.short ? AROUND_SHORT : AROUND;
  const text = index.document(evidence.document)?.document.text;
  const first = evidence.spans[0];
  const last = evidence.spans.at(-1);
  if (text === undefined || !first || !last) return null;
  let html = wordsHtml(before(text, first[0], around));
  evidence.spans.forEach(([start, end], piece) => {
    const previous = evidence.spans[piece - 1];
    if (previous) html += wordsHtml(between(text, previous[1], start, around));
    html += `<mark>${wordsHtml(text.slice(start, end))}</mark>`;
  });
  html += wordsHtml(after(text, last[1], around));
  return (
    <p class={props.short ? 'words' : 'words context'} dir="auto">
      {raw(html)}
    </p>
  );
}

function before(text: string, end: number, around: number): string {
  const start = Math.max(0, end - around);
  const window = text.slice(start, end);
  const paragraph = window.lastIndexOf('\n\n');
  if (paragraph >= 0) return window.slice(paragraph + 2);
  if (start === 0) return window;
  return `… ${window.slice(window.search(/\s/) + 1)}`;
}

function after(text: string, start: number, around: number): string {
  const end = Math.min(text.length, start + around);
  const window = text.slice(start, end);
  const paragraph = window.indexOf('\n\n');
  if (paragraph >= 0) return window.slice(0, paragraph);
  if (end === text.length) return window;
  const blank = window.lastIndexOf(' ');
  return `${blank < 0 ? window : window.slice(0, blank)} …`;
}

/** The words between two pieces; a long way is cut in its middle. */
function between(text: string, from: number, to: number, around: number): string {
  return to - from <= 2 * around
    ? text.slice(from, to)
    : `${text.slice(from, from + around)} … ${text.slice(to - around, to)}`;
}

/** What a list says when it is empty: that nothing was found, or that nothing looked. */
export function Empty({ looked, found, missing }: { looked: boolean; found: string; missing: string }) {
  return <p class="empty">{looked ? found : missing}</p>;
}

/** `1 document`, `2 documents`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
