import type { Evidence } from '../../model/evidence.ts';
import type { SharedReading } from '../../model/lineage.ts';
import { anchorId, sharedReadingId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { Heading } from '../section.tsx';
import { Words } from '../words.tsx';

/** Words that accounts share though nothing else joins them, against what the others have. */
export function SharedReadings({ index }: { index: PageIndex }) {
  const readings = index.dossier.lineage.sharedReadings ?? [];
  if (readings.length === 0) return null;
  return (
    <>
      <Heading index={index} level={3}>
        One word against the others
      </Heading>
      <p class="quiet">
        In one place of one statement several accounts that share no text have one word, and several others
        another. So do accounts that go back to one translation, and those of two reporters who heard one
        interpreter. Which word is right is not said, and the count of origins does not change.
      </p>
      <ul class="edges">
        {readings.map((reading) => (
          <Reading index={index} reading={reading} />
        ))}
      </ul>
    </>
  );
}

function Reading({ index, reading }: { index: PageIndex; reading: SharedReading }) {
  const { of, shared, others } = reading;
  const documents = [...shared, ...others].flatMap(({ document }) => index.document(document)?.number ?? []);
  return (
    <li class="row shared-reading" id={sharedReadingId(reading)} data-d={documents.join(' ')}>
      <Side index={index} words={shared} /> <span class="quiet">against</span>{' '}
      <Side index={index} words={others} /> <a href={`#${anchorId(of)}`}>the accounts</a>
    </li>
  );
}

/** The word with the documents that have it, each leading to the place. */
function Side({ index, words }: { index: PageIndex; words: readonly Evidence[] }) {
  return (
    <>
      {words[0] ? <Words text={words[0].text} /> : null}{' '}
      {words.map((evidence) => {
        const document = index.document(evidence.document);
        return document ? (
          <>
            <a href={index.href(evidence)} title={index.large ? undefined : document.label}>
              {document.siglum}
            </a>{' '}
          </>
        ) : null;
      })}
    </>
  );
}
