import type { PageIndex } from '../page-index.ts';
import { Name } from '../words.tsx';

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
      <ul>
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
          <ul>
            {method.errorRates.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {method.notAnalysed.length > 0 ? (
        <>
          <h3>What nothing looked for in this version</h3>
          <ul>
            {method.notAnalysed.map((step) => (
              <li>{step}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>Made with</h3>
      <dl class="facts">
        <div>
          <dt>stemma</dt>
          <dd>{method.stemma}</dd>
        </div>
        {models.map(([name, digest]) => (
          <div>
            <dt>
              <Name text={name} />
            </dt>
            <dd class="digest">{digest}</dd>
          </div>
        ))}
      </dl>
      {models.length === 0 ? <p>No trained model was used: rules alone.</p> : null}
    </section>
  );
}
