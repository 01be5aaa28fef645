import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { TimeMention } from '../model/time-mention.ts';

/** A sentence in which the document itself, and nobody it reports, tells what happened when. */
export interface NarratedEvent {
  readonly document: AnnotatedDocument;
  readonly sentence: number;
  readonly span: Span;
  readonly time: TimeMention;
}

/** A day, week or month, with or without its year: years and seasons tell of backgrounds, not of the story's events. */
const NEAR = /^(?:\d{4}|XXXX)-(?:W(?:\d\d|XX)(?:-[1-7])?|(?:\d\d)(?:-\d\d)?|XX-XX)(?:T.*)?$/;

/**
 * The events that a document narrates with their time.
 *
 * Kept precise rather than complete: the time stands outside quotation marks and outside what anybody is said to say, it is
 * not the time of an utterance, and the sentence has a verb in the past or a past participle. One event a sentence, the first time told.
 */
export function narratedEvents(
  annotated: AnnotatedDocument,
  attributions: readonly Attribution[],
): NarratedEvent[] {
  const { language, times } = annotated;
  const { sentences, tokens } = language;
  const taken = reportedSpans(attributions);
  const found: NarratedEvent[] = [];
  let sentence = 0;
  let blocked = 0;
  let last = -1;
  for (const time of times) {
    if ((time.type !== 'DATE' && time.type !== 'TIME') || time.value === null || !NEAR.test(time.value))
      continue;
    while (sentence < sentences.length && (sentences[sentence]?.span[1] ?? 0) <= time.span[0]) sentence++;
    const holder = sentences[sentence];
    if (!holder) break;
    if (sentence === last || holder.kind !== 'sentence' || holder.span[0] > time.span[0]) continue;
    while (blocked < taken.length && (taken[blocked]?.[1] ?? 0) <= holder.span[0]) blocked++;
    let reported = false;
    for (let at = blocked; at < taken.length && (taken[at]?.[0] ?? 0) < time.span[1]; at++) {
      const span = taken[at];
      if (span && overlaps(span, time.span)) reported = true;
    }
    if (reported) continue;
    let past = false;
    let quoted = false;
    for (let token = holder.firstToken; token < holder.endToken; token++) {
      const start = tokens.start[token] ?? 0;
      if (start >= time.span[0] && start < time.span[1] && (tokens.quoted[token] ?? 0) > 0) quoted = true;
      // A participle counts too: "the tanker seized on Friday" tells of the seizure as well.
      const tag = tokens.penn[token];
      if ((tag === 'VBD' || tag === 'VBN') && (tokens.quoted[token] ?? 0) === 0) past = true;
    }
    if (quoted || !past) continue;
    found.push({ document: annotated, sentence, span: holder.span, time });
    last = sentence;
  }
  return found;
}

/** Contents of the attributions and the times of their utterances, merged and sorted, so that one pass goes through them. */
function reportedSpans(attributions: readonly Attribution[]): Span[] {
  const spans: Span[] = [];
  for (const attribution of attributions) {
    spans.push(...attribution.content.spans);
    if (attribution.when?.evidence) spans.push(...attribution.when.evidence.spans);
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: Span[] = [];
  for (const span of spans) {
    const previous = merged[merged.length - 1];
    if (previous && span[0] <= previous[1]) {
      merged[merged.length - 1] = [previous[0], Math.max(previous[1], span[1])];
    } else {
      merged.push(span);
    }
  }
  return merged;
}
