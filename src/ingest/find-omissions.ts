import type { OmissionReason } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { classifyLine } from './classify-line.ts';
import { markEndMatter } from './end-matter.ts';
import type { Header } from './read-header.ts';
import { markNeighbours } from './mark-neighbours.ts';
import { scoreAppeal } from './score-appeal.ts';
import type { Line } from './split-lines.ts';

/** A stretch that is no part of the account. */
export interface FoundOmission {
  readonly span: Span;
  readonly why: OmissionReason;
}

/** The least that a block's lines must sum to: one certain line, or several faint ones. */
const APPEAL_BLOCK = 3;
/** A single paragraph amid the account must be clearer than a block at its end. */
const APPEAL_LINE = 3.5;
/** A text that is for the most part an appeal is somebody's own account, and is left as it is, unless a heading says what it is. */
const LARGEST_SHARE = 0.6;
const LARGEST_SHARE_HEADED = 0.9;
/** An appeal's own paragraphs that show no sign of it are short. */
const LONGEST_PLAIN = 150;
/** A run that sank so low has left the appeal: two lines of prose at the outer end, or one that reports what was said. */
const LOWEST_SUM = -2;
const REPORTED = -3;
/** An appeal before the account is short. */
const LEADING_LINES = 6;
/** Links to other articles that follow one label. */
const MOST_LINKS = 15;
const LONGEST_LINK = 200;
/** At the end of a text so few lines after a label are links, even where their titles are sentences. */
const LAST_LINKS = 6;
const PROSE = /[“”"«»]|\b(?:said|says|told|added|according to)\b/i;

/**
 * Finds what publishers and their systems put around and into an account: appeals, links to other articles, advertisements, buttons,
 * photo credits, copyright lines, comments. Works on lines, for text that people paste has no other structure left.
 *
 * @param header - Which lines are known to be byline, date and address.
 * @param titleLine - Index of the headline's line; it is never left out.
 * @param known - What the structure of a page shows, in the order of the text.
 * @param mayBeEmpty - Nothing may be left: an entry of a live blog that is only an embedded post.
 */
export function findOmissions(
  lines: readonly Line[],
  header: Pick<Header, 'lines' | 'addresses'>,
  titleLine: number | null,
  known: readonly FoundOmission[] = [],
  mayBeEmpty = false,
): FoundOmission[] {
  const why: (OmissionReason | null)[] = lines.map((line) =>
    line.index === titleLine ? null : classifyLine(line.text, line.length),
  );
  for (const index of header.lines) why[index] = 'byline';
  for (const index of header.addresses) why[index] = 'other';
  const within = markKnown(lines, why, known, titleLine);
  markNeighbours(lines, why, titleLine);
  markLinkLists(lines, why);
  markComments(lines, why);
  markEndMatter(lines, why);
  markAppeals(lines, why, titleLine);
  if (!mayBeEmpty) keepSomething(why, titleLine);
  return [...toSpans(lines, why), ...linksWithin(lines, why), ...within].sort(
    (a, b) => a.span[0] - b.span[0],
  );
}

/** @returns the stretches that are a part of one line, which stays the account's. */
function markKnown(
  lines: readonly Line[],
  why: (OmissionReason | null)[],
  known: readonly FoundOmission[],
  titleLine: number | null,
): FoundOmission[] {
  const within: FoundOmission[] = [];
  let at = 0;
  for (const line of lines) {
    while ((known[at]?.span[1] ?? Infinity) <= line.start) at++;
    const stretch = known[at];
    if (stretch === undefined || stretch.span[0] >= line.end) continue;
    if (stretch.span[0] >= line.start && stretch.span[1] < line.end) within.push(stretch);
    else if (stretch.span[0] <= line.start && line.index !== titleLine) why[line.index] ??= stretch.why;
  }
  return within;
}

const LABEL_ALONE = /[:…>»→]$|^[\p{L}'’ ]{3,40}$/u;
const ENDS_AS_PROSE = /[.!?…][”"'’)\]]*$/;

/** Stands below a teaser as often as above a list: prose that follows it is the account's. */
const BUTTON = /^\W*(?:read (?:more|on)|watch(?: (?:now|live))?|listen(?: now)?)\W*$/i;

/** What follows “Related stories” is titles, up to the first paragraph. */
function markLinkLists(lines: readonly Line[], why: (OmissionReason | null)[]): void {
  for (const label of lines) {
    if (why[label.index] !== 'related-links' || !LABEL_ALONE.test(label.text)) continue;
    const following = lines.slice(label.index + 1, label.index + 1 + MOST_LINKS);
    const last =
      !BUTTON.test(label.text) &&
      lines.length - 1 - label.index <= LAST_LINKS &&
      following.every(({ text, length }) => length <= LONGEST_LINK && !PROSE.test(text));
    for (const line of following) {
      if (line.length > LONGEST_LINK || (!last && ENDS_AS_PROSE.test(line.text))) break;
      why[line.index] ??= 'related-links';
    }
  }
}

const COMMENTS =
  /^(?:\d{1,6} comments?|comments? ?(?:\(\d{1,6}\)|:|section)?|\d{1,6} thoughts on\b.{0,200}|share what you think|have your say|what do you think\?|the comments below have (?:not )?been (?:pre-)?moderated|join the (?:conversation|discussion)|leave a (?:comment|reply)|readers['’] comments|post a comment)[.:]?$/i;

/** Nothing that comes after the comments begin is the account. */
function markComments(lines: readonly Line[], why: (OmissionReason | null)[]): void {
  const start = lines.find((line) => line.index >= lines.length / 2 && COMMENTS.test(line.text));
  if (start === undefined) return;
  why[start.index] = 'navigation';
  for (let at = start.index + 1; at < lines.length; at++) why[at] ??= 'other';
}

function markAppeals(lines: readonly Line[], why: (OmissionReason | null)[], titleLine: number | null): void {
  const scores = lines.map((line) =>
    line.index === titleLine ? { score: -10, certain: false, opening: false } : scoreAppeal(line.text),
  );
  // Lines that are left out anyway neither speak for a block nor against it.
  const value = (at: number): number => {
    if (why[at] != null) return 0;
    const score = scores[at]?.score ?? 0;
    // A long paragraph without any sign is the account: no run goes beyond it.
    return score < 0 && (lines[at]?.length ?? 0) > LONGEST_PLAIN ? REPORTED : score;
  };
  const certain = (at: number): boolean => scores[at]?.certain ?? false;

  const tail = bestRun(lines.length - 1, 0, -1, value, certain);
  const largest =
    lines.length * (tail !== null && scores[tail]?.opening ? LARGEST_SHARE_HEADED : LARGEST_SHARE);
  if (tail !== null && lines.length - tail <= Math.max(1, largest))
    for (let at = tail; at < lines.length; at++) why[at] ??= 'appeal';
  const head = bestRun(0, Math.min(LEADING_LINES, lines.length) - 1, 1, value, certain);
  if (head !== null && head + 1 <= lines.length * LARGEST_SHARE) {
    // What stands before the first sign of an appeal is a headline or the account's own first words.
    const first = lines.findIndex((_, at) => value(at) > 0);
    for (let at = first; at <= head; at++) why[at] ??= 'appeal';
  }
  for (let at = 0; at < lines.length; at++) if (value(at) >= APPEAL_LINE && certain(at)) why[at] ??= 'appeal';
}

/**
 * The run of lines from `from` towards `to` whose scores sum to most: how a block without a heading is found.
 *
 * @returns the index of its far end; `null` when no run sums to enough or none of its lines is certain.
 */
function bestRun(
  from: number,
  to: number,
  step: 1 | -1,
  value: (at: number) => number,
  certain: (at: number) => boolean,
): number | null {
  let sum = 0;
  let best = APPEAL_BLOCK;
  let end: number | null = null;
  let sure = false;
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    sum += value(at);
    sure ||= certain(at);
    if (sure && sum >= best && value(at) > 0) {
      best = sum;
      end = at;
    }
    if (sum < LOWEST_SUM || value(at) <= REPORTED) break;
  }
  return end;
}

/** A text of nothing but omissions was misread: short notices are accounts too. */
function keepSomething(why: (OmissionReason | null)[], titleLine: number | null): void {
  if (why.some((reason, at) => reason === null && at !== titleLine)) return;
  why.fill(null);
}

/** A link to another article in brackets, amid a paragraph. */
const LINK_WITHIN =
  /[([](?:(?:read|see|watch) (?:also|more|next)|also read|related):? [^()[\]]{3,200}[)\]]/giu;

function linksWithin(lines: readonly Line[], why: readonly (OmissionReason | null)[]): FoundOmission[] {
  return lines.flatMap((line) =>
    why[line.index] != null
      ? []
      : [...line.text.matchAll(LINK_WITHIN)].map((match): FoundOmission => {
          const start = line.start + match.index;
          return { span: [start, start + match[0].length], why: 'related-links' };
        }),
  );
}

/** Neighbouring lines with one reason are one stretch. */
function toSpans(lines: readonly Line[], why: readonly (OmissionReason | null)[]): FoundOmission[] {
  const found: { span: [number, number]; why: OmissionReason; last: number }[] = [];
  for (const line of lines) {
    const reason = why[line.index];
    if (reason == null) continue;
    const before = found.at(-1);
    if (before !== undefined && before.why === reason && before.last === line.index - 1) {
      before.span[1] = line.end;
      before.last = line.index;
    } else found.push({ span: [line.start, line.end], why: reason, last: line.index });
  }
  return found.map(({ span, why: reason }) => ({ span, why: reason }));
}
