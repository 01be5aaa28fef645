import { raw } from 'hono/html';
import type { Attribution } from '../../model/attribution.ts';
import type { Entity } from '../../model/entity.ts';
import { wordsHtml } from '../escape-html.ts';
import { anchorId } from '../anchors.ts';
import { OPEN_SPEAKER, type PageIndex } from '../page-index.ts';
import { Heading, Section, sectionId } from '../section.tsx';
import { timexWords } from '../timex-range.ts';
import { Empty, Name, Siglum, Words, count } from '../words.tsx';

/** With more attributions than this, speakers are closed until somebody opens them. */
const OPEN_UP_TO = 150;

/** Who speaks: everybody's attributions in order, with the names and roles that the documents give them. */
export function Speakers({ index }: { index: PageIndex }) {
  const groups = bySpeaker(index);
  return (
    <Section index={index} name="speakers" title="Who speaks">
      {groups.length === 0 ? (
        <Empty
          looked={!index.missing('attributions')}
          found="No words in these documents are attributed to anybody."
          missing="Nothing looked for attributions in this version."
        />
      ) : (
        <>
          <p class="lead">
            What each is said to have said. Below the words: what is done with them (state, deny, demand …),
            whether the document quotes them (direct), tells them (indirect) or both (mixed), the words of
            saying, and when, where and through whom.
          </p>
          {groups.map(([speaker, attributions]) => (
            <Speaker
              index={index}
              speaker={speaker}
              attributions={attributions}
              open={!index.large && index.dossier.attributions.length <= OPEN_UP_TO}
            />
          ))}
        </>
      )}
    </Section>
  );
}

function Speaker(props: {
  index: PageIndex;
  speaker: Entity | null;
  attributions: readonly Attribution[];
  open: boolean;
}) {
  const { index, speaker, attributions, open } = props;
  return (
    <details
      class="speaker"
      open={open}
      id={sectionId(index, speaker ? anchorId(speaker.id) : 'left-open')}
      data-s={index.speakerNumber(speaker?.id ?? null)}
    >
      <summary>
        <Heading index={index} level={3}>
          <Name text={speaker?.name ?? OPEN_SPEAKER} />
        </Heading>{' '}
        <span class="quiet">
          {speaker ? `${speaker.kind} · ` : ''}
          {count(attributions.length, 'attribution')}
        </span>
      </summary>
      {speaker ? <Known index={index} speaker={speaker} /> : null}
      <ol class="rows">
        {(index.large ? bySameRow(index, attributions) : attributions.map((each) => [each])).map((same) => (
          <AttributionRow index={index} same={same} />
        ))}
      </ol>
    </details>
  );
}

/** Other spellings, roles in the documents' words, and in whose name the speaker speaks. */
function Known({ index, speaker }: { index: PageIndex; speaker: Entity }) {
  const others = speaker.aliases
    .map((alias, i) => ({ alias, times: speaker.aliasCounts[i] ?? 0 }))
    .filter(({ alias }) => alias !== speaker.name);
  const principal = speaker.speaksFor === undefined ? undefined : index.entity(speaker.speaksFor);
  if (others.length === 0 && speaker.roles.length === 0 && !principal) return null;
  return (
    <dl class="known">
      {others.length > 0 ? (
        <div>
          <dt>Also named</dt>
          <dd>
            {others.map(({ alias, times }, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <Words text={alias} />
                {times > 1 ? <span class="quiet"> ×{times}</span> : null}
              </>
            ))}
          </dd>
        </div>
      ) : null}
      {speaker.roles.length > 0 ? (
        <div>
          <dt>Called</dt>
          <dd>
            {speaker.roles.map((role, i) => (
              <>
                {i > 0 ? ', ' : ''}
                <Role index={index} speaker={speaker} role={role} />
              </>
            ))}
          </dd>
        </div>
      ) : null}
      {principal ? (
        <div>
          <dt>Speaks for</dt>
          <dd>
            <Name text={principal.name} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Role({ index, speaker, role }: { index: PageIndex; speaker: Entity; role: string }) {
  const documents = new Set(
    speaker.roleEvidence
      .filter((each) => each.text === role)
      .flatMap((each) => each.evidence.map((evidence) => evidence.document)),
  );
  return (
    <>
      <Words text={role} />{' '}
      {[...documents].map((id) => {
        const document = index.document(id);
        return document ? <Siglum document={document} named={index.large} /> : null;
      })}
    </>
  );
}

/**
 * Attributions that a large dossier shows in one row, since document after document has them in the same words; what
 * tells them apart is the reference alone.
 */
function bySameRow(index: PageIndex, attributions: readonly Attribution[]): Attribution[][] {
  const groups = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const { content, cue, act, form, when, channel, chain, parent } = attribution;
    const key = JSON.stringify([
      content.text,
      cue?.text,
      act,
      form,
      when?.text,
      when?.value,
      channel,
      chain,
      // What stands inside something else, or in doubt, says so in its own row.
      parent ?? doubt(attribution),
    ]);
    const group = groups.get(key);
    if (group && group.at(-1)?.document !== attribution.document) group.push(attribution);
    else groups.set(group ? `${key} ${index.reference(attribution)}` : key, [attribution]);
  }
  return [...groups.values()];
}

/** Below this confidence a row says that it is uncertain. */
const CERTAIN = 0.7;

/** ` · uncertain: of 100 such, about 61 are right`; empty where nothing need be said. */
function doubt({ confidence }: Attribution): string {
  return confidence !== undefined && confidence < CERTAIN
    ? ` · uncertain: of 100 such, about ${Math.round(confidence * 100)} are right`
    : '';
}

function AttributionRow({ index, same }: { index: PageIndex; same: readonly Attribution[] }) {
  const [attribution] = same;
  if (!attribution) return null;
  const documents = same.map((each) => index.document(each.document)?.number ?? -1);
  const doubtful = doubt(attribution);
  const document = index.document(attribution.document);
  const relays = attribution.chain.map((id) => index.entity(id)?.name ?? id);
  const day = timexWords(attribution.when?.value);
  return (
    <li
      class="row"
      id={anchorId(attribution.id)}
      data-d={documents.join(' ')}
      data-k={attribution.act}
      data-form={attribution.form === 'direct' ? 'direct' : undefined}
    >
      <a class="ref" href={`#${index.inTextId(attribution.id)}`}>
        {index.reference(attribution)}
      </a>
      <p class="said" dir="auto">
        {raw(wordsHtml(attribution.content.text))}
      </p>
      <p class="about">
        <b>{attribution.act}</b> · {attribution.form}
        {attribution.cue ? (
          <>
            {' '}
            · <Words text={attribution.cue.text} />
          </>
        ) : null}
        {attribution.when ? (
          <>
            {' '}
            · <Words text={attribution.when.text} />
            {day ? ` (${day})` : ''}
          </>
        ) : null}
        {attribution.channel ? ` · ${attribution.channel}` : ''}
        {relays.length > 0 ? (
          <>
            {' '}
            ·{' '}
            <span class="through">
              through <Name text={relays.join(', ')} />
            </span>
          </>
        ) : null}
        {document && !index.large ? (
          <>
            {' '}
            · <Name text={document.short} />
          </>
        ) : null}
        {attribution.parent === undefined ? null : <Inside index={index} id={attribution.parent} />}
        {doubtful === '' ? null : <span class="doubt">{doubtful}</span>}
        {same.length === 1 ? null : (
          <>
            {' '}
            · also{' '}
            {same.slice(1).map((each) => (
              <>
                <a id={anchorId(each.id)} href={`#${index.inTextId(each.id)}`}>
                  {index.reference(each)}
                </a>{' '}
              </>
            ))}
          </>
        )}
      </p>
    </li>
  );
}

function Inside({ index, id }: { index: PageIndex; id: string }) {
  const parent = index.attribution(id);
  return parent ? (
    <>
      {' '}
      · inside <a href={`#${anchorId(parent.id)}`}>{index.reference(parent)}</a>
    </>
  ) : null;
}

/** Speakers by how much is attributed to them; those whom the text leaves open come last. */
function bySpeaker(index: PageIndex): (readonly [Entity | null, readonly Attribution[]])[] {
  const groups = new Map<Entity | null, Attribution[]>();
  for (const document of index.documents) {
    for (const attribution of document.attributions) {
      const speaker = attribution.speaker === null ? null : (index.entity(attribution.speaker) ?? null);
      const group = groups.get(speaker);
      if (group) group.push(attribution);
      else groups.set(speaker, [attribution]);
    }
  }
  return [...groups].sort(
    ([a, ofA], [b, ofB]) =>
      Number(a === null) - Number(b === null) ||
      ofB.length - ofA.length ||
      (a?.name ?? '').localeCompare(b?.name ?? '', 'en'),
  );
}
