import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Sentence } from '../model/language-layer.ts';
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
 * not the time of an utterance, nobody is cited in the sentence, and the sentence has a verb in the past or a past participle. One event a sentence, the first time told.
 */
export function narratedEvents(
  annotated: AnnotatedDocument,
  attributions: readonly Attribution[],
): NarratedEvent[] {
  const { language, times } = annotated;
  const { sentences } = language;
  const taken = reportedSpans(attributions);
  const cited = citingSentences(sentences, attributions);
  const found: NarratedEvent[] = [];
  let sentence = 0;
  let blocked = 0;
  let last = -1;
  let judged = -1;
  let past = false;
  for (const time of times) {
    if ((time.type !== 'DATE' && time.type !== 'TIME') || time.value === null || !NEAR.test(time.value))
      continue;
    while (sentence < sentences.length && (sentences[sentence]?.span[1] ?? 0) <= time.span[0]) sentence++;
    const holder = sentences[sentence];
    if (!holder) break;
    if (
      sentence === last ||
      cited.has(sentence) ||
      holder.kind !== 'sentence' ||
      holder.span[0] > time.span[0]
    )
      continue;
    while (blocked < taken.length && (taken[blocked]?.[1] ?? 0) <= holder.span[0]) blocked++;
    let reported = false;
    for (let at = blocked; at < taken.length && (taken[at]?.[0] ?? 0) < time.span[1]; at++) {
      const span = taken[at];
      if (span && overlaps(span, time.span)) reported = true;
    }
    if (reported || datelineTime(annotated) === time) continue;
    // Once for each sentence, so that a line of a thousand dates costs no more than its length.
    if (judged !== sentence) {
      judged = sentence;
      past = tellsPast(annotated, holder);
    }
    if (!past || isQuoted(annotated, time.span[0])) continue;
    found.push({ document: annotated, sentence, span: holder.span, time });
    last = sentence;
  }
  return found;
}

/** Indices of the sentences in which a cue stands: a time there may be that of the saying. */
function citingSentences(sentences: readonly Sentence[], attributions: readonly Attribution[]): Set<number> {
  const cues = attributions.flatMap(({ cue }) => cue?.spans ?? []).sort((a, b) => a[0] - b[0]);
  const found = new Set<number>();
  let at = 0;
  for (const [start] of cues) {
    while (at < sentences.length && (sentences[at]?.span[1] ?? 0) <= start) at++;
    found.add(at);
  }
  return found;
}

/** Verbs that make a sentence a report of somebody's words, whether an attribution was found in it or not. */
const REPORTING: ReadonlySet<string> = new Set(['say', 'tell', 'announce', 'according']);

/**
 * Whether the narrator tells of something past. A participle counts: "the tanker seized on Friday" tells of the seizure as
 * well.
 */
function tellsPast({ language }: AnnotatedDocument, sentence: Sentence): boolean {
  const { tokens } = language;
  let past = false;
  for (let token = sentence.firstToken; token < sentence.endToken; token++) {
    const tag = tokens.penn[token];
    if ((tokens.quoted[token] ?? 0) > 0) continue;
    if (REPORTING.has((tokens.lemma[token] ?? '').toLowerCase())) return false;
    if (tag === 'VBD' || tag === 'VBN') past = true;
  }
  return past;
}

function isQuoted({ language }: AnnotatedDocument, offset: number): boolean {
  const { start, end, count, quoted } = language.tokens;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (start[low] ?? 0) <= offset && (quoted[low] ?? 0) > 0;
}

/**
 * The date of a dateline ("OSK, Oct. 16 (Vardan Press) —"): the day of the report, not of an event.
 *
 * It is the first time of the document, stands behind nothing but a place, and a dash follows, with an agency between or not.
 */
export function datelineTime({ document, language, times }: AnnotatedDocument): TimeMention | null {
  const [first] = times;
  if (!first || first.type !== 'DATE' || first.span[0] > LATEST_DATELINE) return null;
  const { text } = document;
  const start = language.paragraphs.find(({ span }) => span[1] > first.span[0])?.span[0] ?? 0;
  const before = text.slice(start, first.span[0]);
  const behind = text.slice(first.span[1], first.span[1] + LONGEST_AGENCY);
  const place =
    /^\s*\p{Lu}[^.!?\n]{1,80},\s*$/u.test(before) && !/(?:^|\s)(?!of|de|la|el|and)\p{Ll}{2,}/u.test(before);
  return place && /^\s*(?:\([^()\n]*\)\s*)?[-–—_]/u.test(behind) ? first : null;
}

/** A dateline stands in the first lines: behind a headline and a standfirst at most. */
const LATEST_DATELINE = 600;
const LONGEST_AGENCY = 60;

/** Contents of the attributions, merged and sorted, so that one pass goes through them. */
function reportedSpans(attributions: readonly Attribution[]): Span[] {
  const spans: Span[] = [];
  for (const attribution of attributions) {
    spans.push(...attribution.content.spans);
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
