import type { Moment } from '../../model/moment.ts';
import { anchorId } from '../anchors.ts';
import type { PageIndex } from '../page-index.ts';
import { Heading, Section, sectionId } from '../section.tsx';
import { TimelineStrip } from '../timeline-strip.tsx';
import { timexRange, timexWords, type TimeRange } from '../timex-range.ts';
import { Empty, Name, Quoted, Witness, Words, count } from '../words.tsx';

/** Documents named on a line before the rest are counted. */
const SHOWN = 3;

const DAY = 86_400_000;

interface Dated {
  readonly moment: Moment;
  readonly range: TimeRange;
}

/** When: what is dated, in order and as exactly as the words allow; what is not, on a track of its own. */
export function Timeline({ index }: { index: PageIndex }) {
  const dated: Dated[] = [];
  const undated: Moment[] = [];
  for (const moment of index.dossier.timeline) {
    const range = timexRange(moment.when.value);
    if (range) dated.push({ moment, range });
    else undated.push(moment);
  }
  dated.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
  return (
    <Section index={index} name="timeline" title="When">
      {dated.length + undated.length === 0 ? (
        <Empty
          looked={!index.missing('timeline')}
          found="No words in these documents say when anything happened or was said."
          missing="Nothing put the story in order of time in this version."
        />
      ) : (
        <>
          <TimelineStrip dated={dated} />
          <ol class="timeline">
            {dated.map((each, i) => (
              <DatedRow index={index} dated={each} before={dated[i - 1]} />
            ))}
          </ol>
          {undated.length > 0 ? (
            <>
              <Heading index={index} level={3} id={sectionId(index, 'undated')}>
                Not dated
              </Heading>
              <p class="quiet">
                Nothing in the documents says on which day. These are not placed in the line above, and their
                order says nothing.
              </p>
              <ul class="timeline undated">
                {undated.map((moment) => (
                  <MomentRow index={index} moment={moment}>
                    <Words text={moment.when.text} />
                  </MomentRow>
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </Section>
  );
}

function DatedRow({ index, dated, before }: { index: PageIndex; dated: Dated; before: Dated | undefined }) {
  const [day = '', part] = (timexWords(dated.moment.when.value) ?? '').split(', ');
  const same = before !== undefined && timexWords(before.moment.when.value)?.split(', ')[0] === day;
  const days = before ? Math.floor(dated.range.from / DAY) - Math.ceil(before.range.to / DAY) + 1 : 0;
  return (
    <MomentRow index={index} moment={dated.moment} repeated={same}>
      {days > 1 ? <span class="later">{days} days later</span> : null}
      <time
        class={same ? 'unseen' : undefined}
        datetime={new Date(dated.range.from).toISOString().slice(0, 10)}
      >
        {day}
      </time>{' '}
      {part === undefined ? null : <span class="precision">{part}</span>}
    </MomentRow>
  );
}

/** Whose words an utterance is, where its own words do not say, lest they be read as ours. */
function Sayer({ index, moment }: { index: PageIndex; moment: Moment }) {
  const [evidence] = moment.evidence;
  const attribution = moment.kind === 'utterance' && evidence ? index.attributionAt(evidence) : undefined;
  if (!attribution || (attribution.source && moment.text.includes(attribution.source.text))) return null;
  return (
    <>
      <b>
        <Name text={index.speakerName(attribution.speaker)} />
      </b>
      :{' '}
    </>
  );
}

function MomentRow(props: { index: PageIndex; moment: Moment; repeated?: boolean; children?: unknown }) {
  const { index, moment } = props;
  const documents = [...new Set(moment.evidence.map((evidence) => evidence.document))];
  return (
    <li
      class={`row moment ${moment.kind}${props.repeated ? ' repeated' : ''}`}
      id={anchorId(moment.id)}
      data-s={moment.evidence.map((evidence) => index.speakerAt(evidence) ?? '').join(' ')}
      data-d={documents.map((id) => index.document(id)?.number).join(' ')}
      data-k={moment.kind}
    >
      <div class="when">{props.children}</div>
      <div class="what">
        <p>
          <span class="moment-kind">{moment.kind}</span> <Sayer index={index} moment={moment} />
          <Quoted index={index} text={moment.text} evidence={moment.evidence} />
        </p>
        <div class="about">
          {moment.when.text === moment.when.value || timexRange(moment.when.value) === null ? null : (
            <>
              <Words text={moment.when.text} />
              {moment.inferred ? ` – ${moment.inferred}` : ''} ·{' '}
            </>
          )}
          {moment.evidence.slice(0, SHOWN).map((evidence, i) => (
            <>
              {i > 0 ? ', ' : ''}
              <Witness index={index} id={evidence.document} evidence={evidence} />
            </>
          ))}
          {moment.evidence.length > SHOWN ? (
            <details class="more">
              <summary>{count(moment.evidence.length - SHOWN, 'more place')}</summary>
              {moment.evidence.slice(SHOWN).map((evidence) => (
                <p>
                  <Witness index={index} id={evidence.document} evidence={evidence} />
                </p>
              ))}
            </details>
          ) : null}
        </div>
      </div>
    </li>
  );
}
