import { joinBrokenWord, wordsIn } from './broken-words.ts';
import type { PdfLine } from './page.ts';

/** A paragraph, a heading, an item of a list. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
}

/** Type of other heights is another paragraph: a heading, a caption. */
const OTHER_SIZE = 0.08;
/** White space of this many usual line steps parts paragraphs. */
const WIDE_STEP = 1.22;
/** White space of this many ends a column or a stretch of it. */
const BLOCK_STEP = 2.5;
/** An indent, in heights of the type. */
const INDENT = 0.8;
const MOST_INDENT = 6;
/** Type this much higher than the text's is a heading, whose lines are broken where they please. */
const HEADING = 1.15;

const LIST_ITEM = /^(?:[•◦▪■–—*·]|\(?(?:\d{1,2}|[a-z])[.)])\s/;
const ENDS_SENTENCE = /[.!?…:][”’"')\]]*$/;

/** The height of type that most letters of a document have. */
export function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/**
 * Puts lines together to paragraphs. A line ends a paragraph when the first word of the next one would have had room in it: lines are filled as far as
 * words go, so a line that was ended early was ended on purpose. Indents, white space and other sizes of type say the same.
 */
export function joinLines(lines: readonly PdfLine[]): PdfParagraph[] {
  const body = bodySize(lines);
  const vocabulary = wordsIn(lines.map(({ text }) => text));
  const paragraphs: { pieces: string[]; page: number; size: number }[] = [];
  let previous: PdfLine | null = null;
  let previousBlock: Block | null = null;
  for (const block of blocksOf(lines)) {
    for (const [at, line] of block.lines.entries()) {
      const open = paragraphs.at(-1);
      const goesOn =
        open !== undefined &&
        previous !== null &&
        (block === previousBlock
          ? goesOnInBlock(previous, line, block, at, body)
          : previousBlock !== null && goesOnElsewhere(previous, line, previousBlock, block));
      if (goesOn) append(open.pieces, line.text, vocabulary);
      else paragraphs.push({ pieces: [line.text], page: line.page, size: line.size });
      previous = line;
      previousBlock = block;
    }
  }
  return paragraphs.map(({ pieces, page, size }) => ({ text: pieces.join(''), page, size }));
}

/** Adds a line to the pieces of a paragraph. Only the last piece is looked at: a paragraph may go on for a million lines. */
function append(pieces: string[], line: string, vocabulary: ReadonlySet<string>): void {
  const joined = joinBrokenWord(pieces.pop() ?? '', line, vocabulary);
  pieces.push(joined.slice(0, joined.length - line.length), line);
}

/** Lines one under the other. */
interface Block {
  readonly lines: PdfLine[];
  left: number;
  right: number;
  /** From line to line, as most of its lines have it. */
  step: number;
}

function blocksOf(lines: readonly PdfLine[]): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const line of lines) {
    const last = block?.lines.at(-1);
    const under =
      block !== undefined &&
      last !== undefined &&
      line.page === last.page &&
      !isOtherSize(last, line) &&
      line.y < last.y + 0.3 * line.size &&
      last.y - line.y < BLOCK_STEP * Math.max(last.size, line.size) * 1.2 &&
      line.left < block.right &&
      line.right > block.left;
    if (block !== undefined && under) {
      block.lines.push(line);
      block.left = Math.min(block.left, line.left);
      block.right = Math.max(block.right, line.right);
    } else {
      block = { lines: [line], left: line.left, right: line.right, step: 0 };
      blocks.push(block);
    }
  }
  for (const each of blocks) each.step = usualStep(each.lines);
  return blocks;
}

function usualStep(lines: readonly PdfLine[]): number {
  const steps: number[] = [];
  for (let at = 1; at < lines.length; at++) steps.push((lines[at - 1]?.y ?? 0) - (lines[at]?.y ?? 0));
  steps.sort((a, b) => a - b);
  // Below the middle, for white space between paragraphs makes steps larger and nothing makes them smaller.
  return steps[Math.floor(steps.length * 0.4)] ?? (lines[0]?.size ?? 0) * 1.2;
}

/** How many lines show how far lines reach. */
const EDGE_LINES = 5;

/** From where to where lines reach there: those that follow show it, and at the end of a block those before. */
function edgesAt({ lines }: Block, at: number): { left: number; right: number } {
  const first = Math.max(0, Math.min(at, lines.length - EDGE_LINES));
  const edges = { left: Infinity, right: 0 };
  for (const { left, right } of lines.slice(first, first + EDGE_LINES)) {
    edges.left = Math.min(edges.left, left);
    edges.right = Math.max(edges.right, right);
  }
  return edges;
}

function goesOnInBlock(before: PdfLine, line: PdfLine, block: Block, at: number, body: number): boolean {
  if (isOtherSize(before, line) || LIST_ITEM.test(line.text)) return false;
  const step = before.y - line.y;
  if (step > WIDE_STEP * Math.max(block.step, line.size)) return false;
  if (line.size > HEADING * body) return true;
  if (step < 0.3 * line.size) return false;
  const edges = edgesAt(block, at);
  // From the edge: the line before may be a paragraph of one line, and indented, too.
  const indent = line.left - edges.left;
  if (indent > INDENT * line.size && indent < MOST_INDENT * line.size && ENDS_SENTENCE.test(before.text))
    return false;
  return !hadRoom(before, line, edges.right);
}

/** Over the end of a column or a page, or over a picture. */
function goesOnElsewhere(before: PdfLine, line: PdfLine, from: Block, to: Block): boolean {
  if (isOtherSize(before, line) || LIST_ITEM.test(line.text)) return false;
  if (ENDS_SENTENCE.test(before.text)) return false;
  if (from.lines.length > 1 && hadRoom(before, line, edgesAt(from, from.lines.length).right)) return false;
  const sameColumn =
    before.page === line.page && line.y < before.y && line.left < from.right && line.right > from.left;
  return (!sameColumn && line.left - to.left < INDENT * line.size) || /^\p{Ll}/u.test(line.text);
}

function isOtherSize(before: PdfLine, line: PdfLine): boolean {
  return Math.abs(before.size - line.size) > OTHER_SIZE * before.size;
}

/** Whether the first word of `line` would have had room at the end of the line before. */
function hadRoom(before: PdfLine, line: PdfLine, right: number): boolean {
  const word = line.text.indexOf(' ') < 0 ? line.text.length : line.text.indexOf(' ');
  const width = ((line.right - line.left) / Math.max(1, line.text.length)) * (word + 1);
  return right - before.right > width + 0.5 * line.size;
}
