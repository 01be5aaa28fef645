import type { PageIndex } from '../page-index.ts';
import { periodCovered, summaryFigures } from '../summary-figures.ts';
import { Name, Siglum } from '../words.tsx';

/** Above so many characters a title is set smaller, or it would fill a small window. */
const LONG_TITLE = 60;

/** Title, period, the line of figures, and the warnings that bear on how far the dossier can be trusted. */
export function Masthead({ index }: { index: PageIndex }) {
  const { dossier } = index;
  const period = periodCovered(dossier);
  return (
    <header class="masthead">
      <p class="kicker">Stemma dossier</p>
      <h1 dir="auto" class={dossier.title.length > LONG_TITLE ? 'long' : undefined}>
        <Name text={dossier.title} />
      </h1>
      {period ? <p class="period">{period}</p> : <p class="period">No date is known</p>}
      <p class="figures">{summaryFigures(dossier).join(' · ')}</p>
      {dossier.warnings.length > 0 ? (
        <section class="warnings" aria-label="Warnings">
          <h2>Before you rely on this</h2>
          <ul>
            {dossier.warnings.map((warning) => {
              const document = warning.document === undefined ? undefined : index.document(warning.document);
              return (
                <li>
                  {document ? <Siglum document={document} /> : null} <Name text={warning.message} />
                  {warning.file === undefined ? null : (
                    <span class="quiet">
                      {' '}
                      · <Name text={warning.file} />
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </header>
  );
}
