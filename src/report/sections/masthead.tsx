import type { ErrorCode, Warning } from '../../model/errors.ts';
import type { PageIndex } from '../page-index.ts';
import { periodWords, summaryFigures } from '../summary-figures.ts';
import { Name, Siglum, count } from '../words.tsx';

/** Above so many characters a title is set smaller, or it would fill a small window. */
const LONG_TITLE = 60;

/** Warnings that are shown at once; when more files are named than this, all of those wait behind their number. */
const SHOWN = 5;

/** What bears on how the dossier itself can be read comes first, in this order; the rest concerns single files. */
const FOR_THE_READER: readonly ErrorCode[] = [
  'several-stories',
  'undated-documents',
  'not-analysed-language',
  'text-mostly-lost',
  'encoding-guessed',
  'too-large',
];

/** Title, period, the line of figures, and the warnings that bear on how far the dossier can be trusted. */
export function Masthead({ index }: { index: PageIndex }) {
  const { dossier } = index;
  return (
    <header class="masthead">
      <p class="kicker">Stemma dossier</p>
      <h1 dir="auto" class={dossier.title.length > LONG_TITLE ? 'long' : undefined}>
        <Name text={dossier.title} />
      </h1>
      <p class="period">{periodWords(dossier)}</p>
      <p class="figures">{summaryFigures(dossier).join(' · ')}</p>
      <p class="limits">
        Who is said to have said what, and where; never who is right.{' '}
        <a href="#method">What this dossier cannot know</a>
      </p>
      <Warnings index={index} />
    </header>
  );
}

function Warnings({ index }: { index: PageIndex }) {
  const { warnings } = index.dossier;
  if (warnings.length === 0) return null;
  const rank = (warning: Warning): number => FOR_THE_READER.indexOf(warning.code);
  const first = warnings.filter((each) => rank(each) >= 0).sort((a, b) => rank(a) - rank(b));
  const files = warnings.filter((each) => rank(each) < 0);
  const shown = [...first.slice(0, SHOWN), ...(files.length > SHOWN ? [] : files)];
  return (
    <section class="warnings" aria-label="Warnings">
      <h2>Before you rely on this</h2>
      {shown.length > 0 ? <WarningList index={index} warnings={shown} /> : null}
      <MoreWarnings index={index} warnings={first.slice(SHOWN)} of="more of the same kind" />
      {files.length > SHOWN ? <MoreWarnings index={index} warnings={files} of="about single files" /> : null}
    </section>
  );
}

function MoreWarnings(props: { index: PageIndex; warnings: readonly Warning[]; of: string }) {
  const { index, warnings, of } = props;
  return warnings.length === 0 ? null : (
    <details class="more">
      <summary>
        {count(warnings.length, 'warning')} {of}
      </summary>
      <WarningList index={index} warnings={warnings} />
    </details>
  );
}

function WarningList({ index, warnings }: { index: PageIndex; warnings: readonly Warning[] }) {
  return (
    <ul>
      {warnings.map((warning) => (
        <WarningLine index={index} warning={warning} />
      ))}
    </ul>
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
