import type { PageIndex } from '../page-index.ts';
import { Name } from '../words.tsx';

/** The steps of the analysis in words that say what a reader misses. */
const STEPS: Readonly<Record<string, string>> = {
  attributions: 'attributions: who is said to have said what',
  utterances: 'utterances: the same act of speaking in several documents',
  claims: 'claims: propositions, and who holds or denies them',
  discrepancies: 'discrepancies: where readings cannot all be right',
  lineage: 'lineage: which documents share text or an origin',
  timeline: 'timeline: the story in order of time',
};

/** As many digits of a digest tell models apart; the rest opens. */
const DIGITS = 12;

/** How the dossier was made and what it cannot show. */
export function Method({ index }: { index: PageIndex }) {
  const { method, documents } = index.dossier;
  const models = Object.entries(method.models);
  const undated = documents.filter((document) => !document.published).length;
  return (
    <section id="method" aria-labelledby="method-h">
      <h2 id="method-h">Method and limits</h2>
      <p>
        This dossier shows who is said to have said what, and where. It does not say who is right: that takes
        knowledge from outside these documents, and nothing here was looked up elsewhere. A discrepancy means
        that readings cannot all be right as worded, and not that somebody lied.
      </p>
      <p>
        Words of the documents are set in <span class="words">this type</span> and are cut from the text,
        letter by letter; words of the program are set in the type of this line.
      </p>
      <h3>What this dossier cannot know</h3>
      <ul class="plain">
        <li>Whether a speaker really said the words: only that a document says so.</li>
        <li>Whether an account left out what others hold.</li>
        <li>Whether two documents share an origin that neither names and no common passage betrays.</li>
        {undated > 0 ? (
          <li>
            On which day a weekday fell in {undated === 1 ? 'the document' : `the ${undated} documents`}{' '}
            without a date.
          </li>
        ) : null}
      </ul>
      {method.errorRates.length > 0 ? (
        <>
          <h3>How often it is wrong</h3>
          <ul class="plain">
            {method.errorRates.map((line) => (
              <li>
                <Name text={line} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {method.notAnalysed.length > 0 ? (
        <>
          <h3>What nothing looked for in this version</h3>
          <ul class="plain">
            {method.notAnalysed.map((step) => (
              <li>
                <Name text={STEPS[step] ?? step} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>Made with</h3>
      <dl class="facts made">
        <div>
          <dt>Stemma</dt>
          <dd>{method.stemma}</dd>
        </div>
        {models.map(([name, digest]) => (
          <div>
            <dt>
              <Name text={name} />
            </dt>
            <dd class="digest">
              <Digest digest={digest} />
            </dd>
          </div>
        ))}
      </dl>
      {models.length === 0 ? <p>No trained model was used: rules alone.</p> : null}
    </section>
  );
}

function Digest({ digest }: { digest: string }) {
  return digest.length <= DIGITS ? (
    <Name text={digest} />
  ) : (
    <details>
      <summary aria-label={`SHA-256 beginning with ${digest.slice(0, DIGITS)}`}>
        {digest.slice(0, DIGITS)}…
      </summary>
      <Name text={digest} />
    </details>
  );
}
