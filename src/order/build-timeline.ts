import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import { publicationId, type Moment } from '../model/moment.ts';
import { compareSpans, type Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';
import { compareValues } from './compare-values.ts';
import { inferOrder, rankDocuments, type WeekInference } from './infer-order.ts';
import { datelineTime, narratedEvents } from './narrated-events.ts';

/** A moment with what it is sorted by when its value is open. */
interface Ordered {
  readonly moment: Moment;
  /** See {@link rankDocuments}. */
  readonly rank: number;
}

/** Longest stretch that is shown as it stands; longer ones are cut to source, cue and content. */
const LONGEST_TEXT = 400;

/**
 * The timeline of a story: when documents were published, when people spoke and when what the documents narrate happened.
 *
 * The three are kept apart by `kind`. Open forms (`XXXX-WXX-5`) stay open: they stand behind what is dated, in the order of
 * the documents where the texts give one, and what gives it is a moment of its own with `inferred` saying from what.
 *
 * @param attributions - of all documents, with their `when` resolved.
 * @returns moments in the order of time; ids and order do not depend on the order of the documents.
 */
export function buildTimeline(
  documents: readonly AnnotatedDocument[],
  attributions: readonly Attribution[],
): Moment[] {
  const sorted = [...documents].sort((a, b) => compareIds(a.document.id, b.document.id));
  const byDocument = new Map<string, Attribution[]>(sorted.map(({ document }) => [document.id, []]));
  for (const attribution of attributions) byDocument.get(attribution.document)?.push(attribution);
  const inferences = inferOrder(sorted, byDocument);
  const ranks = rankDocuments(sorted.length, inferences);
  const ordered: Ordered[] = [];
  sorted.forEach((annotated, index) => {
    const rank = ranks[index] ?? 0;
    const own = byDocument.get(annotated.document.id) ?? [];
    const publication = publicationOf(annotated);
    if (publication) ordered.push({ moment: publication, rank });
    for (const moment of utterancesOf(annotated.document, own)) ordered.push({ moment, rank });
    for (const moment of eventsOf(annotated, own)) ordered.push({ moment, rank });
  });
  for (const inference of inferences) {
    const moment = inferredMoment(sorted, inference);
    if (!moment) continue;
    const same = ordered.findIndex((other) => tellsSame(other.moment, moment));
    const known = ordered[same]?.moment;
    const rank = ranks[inference.earlier] ?? 0;
    if (known === undefined) ordered.push({ moment, rank });
    // What stands in the timeline already keeps its words and gains the second account.
    else
      ordered[same] = {
        moment: { ...moment, ...known, evidence: [...known.evidence, ...moment.evidence.slice(1)] },
        rank,
      };
  }
  ordered.sort(
    (a, b) =>
      Number(isOpen(a.moment)) - Number(isOpen(b.moment)) ||
      (isOpen(a.moment) ? a.rank - b.rank : 0) ||
      compareValues(a.moment.when.value, b.moment.when.value) ||
      KIND_ORDER.indexOf(a.moment.kind) - KIND_ORDER.indexOf(b.moment.kind) ||
      compareIds(a.moment.id, b.moment.id),
  );
  return ordered.map(({ moment }) => moment);
}

/** Whether both moments rest on the same words for their time. */
function tellsSame(a: Moment, b: Moment): boolean {
  const [one, other] = [a.when.evidence, b.when.evidence];
  return one !== undefined && one.document === other?.document && one.spans[0]?.[0] === other.spans[0]?.[0];
}

const KIND_ORDER: readonly Moment['kind'][] = ['event', 'utterance', 'publication'];

function compareIds(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function isOpen({ when }: Moment): boolean {
  return when.value === null || !/^\d/.test(when.value);
}

/** The date that was given or found, else that of the dateline. */
function publicationOf(annotated: AnnotatedDocument): Moment | null {
  const { document } = annotated;
  if (!document.published) {
    const time = datelineTime(annotated);
    if (!time) return null;
    return {
      id: publicationId(document.id),
      when: expressionOf(document, time),
      kind: 'publication',
      text: document.title ?? document.file ?? document.id,
      evidence: [evidenceAt(document, [time.span])],
    };
  }
  const evidence = document.published.evidence ?? document.published.value.evidence ?? document.titleEvidence;
  return {
    id: publicationId(document.id),
    when: document.published.value,
    kind: 'publication',
    text: document.title ?? document.file ?? document.id,
    evidence: evidence ? [evidence] : [],
  };
}

/** What was said when: contents that one time and one speaker go with are one moment. */
function utterancesOf(document: Document, attributions: readonly Attribution[]): Moment[] {
  const groups = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    if (!isPlace(attribution.when?.value)) continue;
    const at = attribution.when?.evidence?.spans[0]?.join('-') ?? attribution.id;
    const key = `${at} ${attribution.speaker ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(attribution);
    else groups.set(key, [attribution]);
  }
  const moments: Moment[] = [];
  for (const group of groups.values()) {
    group.sort(
      (a, b) => (a.content.spans[0]?.[0] ?? 0) - (b.content.spans[0]?.[0] ?? 0) || compareIds(a.id, b.id),
    );
    const [first] = group;
    if (!first?.when) continue;
    moments.push({
      id: contentId('m', 'utterance', ...group.map((attribution) => attribution.id)),
      when: first.when,
      kind: 'utterance',
      text: wordsOf(document, first),
      evidence: group.map((attribution) => attribution.content),
    });
  }
  return moments;
}

/** Whether a value names a place in time, open or not: "recently" and "for two hours" name none. */
function isPlace(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && /^[\dX]/.test(value);
}

/** Source, cue and content as they stand, from the first of them to the last. */
function wordsOf(document: Document, attribution: Attribution): string {
  const spans: Span[] = [attribution.source, attribution.cue, attribution.content]
    .flatMap((role) => role?.spans ?? [])
    .sort(compareSpans);
  const start = spans[0]?.[0] ?? 0;
  const end = Math.max(start, ...spans.map((span) => span[1]));
  if (end - start <= LONGEST_TEXT) return document.text.slice(start, end);
  return attribution.content.text.slice(0, LONGEST_TEXT);
}

function eventsOf(annotated: AnnotatedDocument, attributions: readonly Attribution[]): Moment[] {
  const { document } = annotated;
  return narratedEvents(annotated, attributions).map(({ span, time }) => ({
    id: contentId('m', 'event', document.id, ...span, ...time.span),
    when: expressionOf(document, time),
    kind: 'event',
    text: document.text.slice(span[0], span[1]),
    evidence: [evidenceAt(document, [span])],
  }));
}

function expressionOf(document: Document, time: TimeMention): Moment['when'] {
  return {
    text: document.text.slice(time.span[0], time.span[1]),
    value: time.value,
    evidence: evidenceAt(document, [time.span]),
  };
}

function inferredMoment(documents: readonly AnnotatedDocument[], inference: WeekInference): Moment | null {
  const earlier = documents[inference.earlier]?.document;
  const later = documents[inference.later]?.document;
  if (!earlier || !later) return null;
  const near = expressionOf(earlier, inference.near.time);
  const far = expressionOf(later, inference.far.time);
  return {
    id: contentId(
      'm',
      'inferred',
      earlier.id,
      later.id,
      ...inference.near.time.span,
      ...inference.far.time.span,
    ),
    when: near,
    kind: inference.near.utterance ? 'utterance' : 'event',
    text: earlier.text.slice(inference.near.sentence[0], inference.near.sentence[1]),
    evidence: [evidenceAt(earlier, [inference.near.sentence]), evidenceAt(later, [inference.far.sentence])],
    inferred:
      `One document tells it as “${near.text}”, another as “${far.text}”. If both mean one event, the second was ` +
      'written in the week after it and the first within seven days of it, so the first is probably the earlier document.',
  };
}
