import type { Warning } from '../../model/errors.ts';
import type { PageIndex } from '../page-index.ts';
import { periodCovered, summaryFigures } from '../summary-figures.ts';
import { Name, Siglum, count } from '../words.tsx';

/** Above so many characters a title is set smaller, or it would fill a small window. */
const LONG_TITLE = 60;

/** Warnings that are shown at once. */
const SHOWN = 6;

/** Title, period, the line of figures, and the warnings that bear on how far the dossier can be trusted. */
export function Masthead({ index }: { index: PageIndex }) {
  const { dossier } = index;
  const warnings = dossier.warnings.map((warning) => <WarningLine index={index} warning={warning} />);
  return (
    <header class="masthead">
      <p class="kicker">Stemma dossier</p>
      <h1 dir="auto" class={dossier.title.length > LONG_TITLE ? 'long' : undefined}>
        <Name text={dossier.title} />
      </h1>
      <p class="period">{periodCovered(dossier) ?? 'No date is known'}</p>
      <p class="figures">{summaryFigures(dossier).join(' · ')}</p>
      <p class="limits">
        Who is said to have said what, and where; never who is right.{' '}
        <a href="#method">What this dossier cannot know</a>
      </p>
      {warnings.length > 0 ? (
        <section class="warnings" aria-label="Warnings">
          <h2>Before you rely on this</h2>
          <ul>{warnings.slice(0, SHOWN)}</ul>
          {warnings.length > SHOWN ? (
            <details class="more">
              <summary>{count(warnings.length - SHOWN, 'more warning')}</summary>
              <ul>{warnings.slice(SHOWN)}</ul>
            </details>
          ) : null}
        </section>
      ) : null}
    </header>
  );
}

function WarningLine({ index, warning }: { index: PageIndex; warning: Warning }) {
  const document = warning.document === undefined ? undefined : index.document(warning.document);
  // A message that names its file already does not need it twice.
  const file =
    warning.file !== undefined && !warning.message.includes(warning.file) ? warning.file : undefined;
  return (
    <li>
      {document ? <Siglum document={document} /> : null} <Name text={warning.message} />
      {file === undefined ? null : (
        <span class="quiet">
          {' '}
          · <Name text={file} />
        </span>
      )}
    </li>
  );
}
