import type { Document } from '../model/document.ts';
import { compareSpans, type Span } from '../model/span.ts';
import { isCapitalAt, isSmallAt } from './character-class.ts';

/** A line of the text without the white space around it. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Blank lines stand between it and the line before. */
  readonly afterBlank: boolean;
}

/**
 * Cuts a document into paragraphs: exact spans without the white space around them, in order, none of them blank.
 *
 * A blank line always parts two paragraphs. A single line break does so too, unless the text is hard-wrapped: then the
 * break stands for a space wherever the line's length shows that the next word would not have fitted. The edges of the
 * title and of omitted stretches part paragraphs as well; omitted stretches are in none.
 */
export function findParagraphs(document: Pick<Document, 'text' | 'titleEvidence' | 'omitted'>): Span[] {
  const { text } = document;
  const lines = readLines(text);
  const width = wrapWidth(text, lines);
  const cuts = hardEdges(document);
  const paragraphs: Span[] = [];
  let start = -1;
  let end = -1;
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const joins =
      previous !== undefined && start >= 0 && !line.afterBlank && wraps(text, previous, line, width);
    if (!joins) {
      if (start >= 0) cutAtEdges(text, [start, end], cuts, paragraphs);
      start = line.start;
    }
    end = line.end;
  }
  if (start >= 0) cutAtEdges(text, [start, end], cuts, paragraphs);
  return paragraphs;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
  let blank = true;
  let from = 0;
  while (from <= text.length) {
    const found = breaks.exec(text);
    const to = found ? found.index : text.length;
    let start = from;
    let end = to;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start === end) blank = true;
    else {
      lines.push({ start, end, afterBlank: blank });
      blank = false;
    }
    if (!found) break;
    from = found.index + found[0].length;
  }
  return lines;
}

/** White space and the invisible characters that pages leave at the ends of lines. */
function isBlank(unit: number): boolean {
  return (
    unit <= 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    unit === 0x3000
  );
}

/** A wrapped text's breaks fall within sentences this often at least; in one line a paragraph they hardly ever do. */
const MIN_SHARE_WITHIN_SENTENCES = 0.3;
/** No mail program or terminal wraps wider. */
const MAX_WRAP_WIDTH = 140;
const MIN_WRAP_WIDTH = 30;

/** The width that a hard-wrapped text was wrapped to; 0 for a text whose line breaks part paragraphs. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let breaks = 0;
  let within = 0;
  let longest = 0;
  for (const [index, line] of lines.entries()) {
    longest = Math.max(longest, line.end - line.start);
    const previous = lines[index - 1];
    if (previous === undefined || line.afterBlank) continue;
    breaks++;
    if (isSmallAt(text, line.start) && !/[.!?:;”"»]/.test(text.charAt(previous.end - 1))) within++;
  }
  if (breaks === 0 || longest > MAX_WRAP_WIDTH || longest < MIN_WRAP_WIDTH) return 0;
  return within / breaks >= MIN_SHARE_WITHIN_SENTENCES ? longest : 0;
}

/** Whether the break before `line` only wraps: its first word would not have fitted on the line before. */
function wraps(text: string, previous: Line, line: Line, width: number): boolean {
  if (width === 0) return false;
  if (isSmallAt(text, line.start)) return true;
  if (/^(?:[-*•–—]\s|\d{1,3}[.)]\s)/.test(text.slice(line.start, line.start + 5))) return false;
  let firstWord = 0;
  while (line.start + firstWord < line.end && !isBlank(text.charCodeAt(line.start + firstWord))) firstWord++;
  const fits = previous.end - previous.start + 1 + firstWord <= width;
  if (!fits) return true;
  // Ragged text that was wrapped by hand: a line that is nearly full and stops within a sentence goes on.
  const nearlyFull = previous.end - previous.start > width * 0.75;
  return nearlyFull && !/[.!?…:”"»’)]/.test(text.charAt(previous.end - 1)) && isCapitalAt(text, line.start);
}

/** Where paragraphs are cut whatever the lines say; read from left to right, once, as the paragraphs come. */
interface Edges {
  readonly at: readonly number[];
  readonly omitted: readonly Span[];
  /** The first of `at`, and of `omitted`, that a paragraph not yet cut can reach. */
  nextAt: number;
  nextOmitted: number;
}

/** Edges of the title, and stretches to leave out, in the order of the text. */
function hardEdges(document: Pick<Document, 'text' | 'titleEvidence' | 'omitted'>): Edges {
  const at: number[] = [];
  for (const [start, end] of document.titleEvidence?.spans ?? []) at.push(start, end);
  const spans = document.omitted.flatMap((omission) => omission.evidence.spans).sort(compareSpans);
  const omitted: [number, number][] = [];
  for (const [start, end] of spans) {
    const last = omitted.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else omitted.push([start, end]);
  }
  return { at: at.sort((a, b) => a - b), omitted, nextAt: 0, nextOmitted: 0 };
}

/** Appends what is left of `paragraph` once omitted stretches are taken out and edges have cut it. */
function cutAtEdges(text: string, [start, to]: Span, edges: Edges, into: Span[]): void {
  const { omitted } = edges;
  let from = start;
  for (; from < to && edges.nextOmitted < omitted.length; edges.nextOmitted++) {
    const [first, end] = omitted[edges.nextOmitted]!;
    if (end <= from) continue;
    if (first >= to) break;
    if (first > from) pushCut(text, from, first, edges, into);
    from = end;
    // It may reach into the next paragraph.
    if (end > to) break;
  }
  if (from < to) pushCut(text, from, to, edges, into);
}

function pushCut(text: string, start: number, end: number, edges: Edges, into: Span[]): void {
  const { at } = edges;
  for (; edges.nextAt < at.length && at[edges.nextAt]! < end; edges.nextAt++) {
    const edge = at[edges.nextAt]!;
    if (edge <= start) continue;
    pushTrimmed(text, start, edge, into);
    start = edge;
  }
  pushTrimmed(text, start, end, into);
}

function pushTrimmed(text: string, start: number, end: number, into: Span[]): void {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start < end) into.push([start, end]);
}
