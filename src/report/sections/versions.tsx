import type { Document, VersionChange } from '../../model/document.ts';
import { changeWords, noticeWords, sideOf, versionWords } from '../document-words.ts';
import { differingSpans, MarkedWords } from '../marked-words.tsx';
import { Name } from '../words.tsx';

/** Earlier captures of a document's address and what became of them. */
export function Versions({ document }: { document: Document }) {
  if (document.versions === undefined) return null;
  return (
    <div class="versions">
      {document.versions.map((version) => (
        <details class="version" open={(version.changes?.length ?? 0) > 0}>
          <summary>
            Earlier version: <Name text={versionWords(version)} />.{' '}
            <span class="quiet">{noticeWords(version)}.</span>
          </summary>
          {version.notice === undefined ? null : (
            <p>
              Note: <MarkedWords text={version.notice.text} spans={[]} />
            </p>
          )}
          {version.changes === undefined || version.changes.length === 0 ? null : (
            <ul>
              {version.changes.map((change) => (
                <Change change={change} />
              ))}
            </ul>
          )}
        </details>
      ))}
    </div>
  );
}

function Change({ change }: { change: VersionChange }) {
  const before = sideOf(change.before);
  const after = sideOf(change.after);
  const [old = [], now = []] =
    before === undefined || after === undefined ? [] : differingSpans([before, after]);
  return (
    <li>
      <span class="why">{changeWords(change)}</span>
      {before === undefined ? null : (
        <div>
          <span class="quiet">before:</span> <MarkedWords text={before} spans={old} />
        </div>
      )}
      {after === undefined ? null : (
        <div>
          <span class="quiet">now:</span> <MarkedWords text={after} spans={now} />
        </div>
      )}
    </li>
  );
}
