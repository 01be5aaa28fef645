import type { PdfLine, PdfPage, PdfRun } from './page.ts';

/** All in heights of the type. Baselines of one line differ by this at most: an exponent stands higher. */
const SAME_LINE = 0.5;
/** A gap from which on a space is meant, where none is written. */
const SPACE = 0.15;
/** A gap from which on two lines stand side by side; the gutter between columns is wider, words in justified lines are nearer. */
const APART = 2.2;
/** Runs may overlap by this: letters are drawn closer (kerning), and accents over letters. */
const OVERLAP = 0.6;

/** Lines of one page beyond this are no text to read. */
const MOST_LINES = 3000;

/** Puts the runs of a page together to lines, in reading order. */
export function findLines(page: PdfPage, number: number): PdfLine[] {
  const lines: Draft[] = [];
  let draft: Draft | null = null;
  let space = false;
  for (const run of page.runs) {
    if (run.text.trim() === '') {
      space = true;
      continue;
    }
    if (draft === null || !continues(draft, run)) {
      if (lines.length >= MOST_LINES) break;
      draft = { runs: [], pieces: [], left: run.x, right: run.x, y: run.y, size: run.size };
      lines.push(draft);
      space = false;
    }
    const apart = space || run.x - draft.right > SPACE * run.size;
    if (apart && draft.pieces.length > 0) draft.pieces.push(' ');
    draft.pieces.push(run.text);
    draft.right = Math.max(draft.right, run.x + run.width);
    draft.runs.push(run);
    draft.size = Math.max(draft.size, run.size);
    space = false;
  }
  const found = lines.map(({ runs, pieces, left, right }) => ({
    text: pieces.join('').replace(/\s+/g, ' ').trim(),
    page: number,
    left,
    right,
    ...mainType(runs),
  }));
  return inReadingOrder(withInitials(found));
}

interface Draft {
  readonly runs: PdfRun[];
  /** Joined once: a line may have a million runs. */
  readonly pieces: string[];
  readonly left: number;
  right: number;
  readonly y: number;
  size: number;
}

function continues(draft: Draft, run: PdfRun): boolean {
  const size = Math.max(draft.size, run.size);
  const gap = run.x - draft.right;
  return Math.abs(run.y - draft.y) <= SAME_LINE * size && gap <= APART * size && gap >= -OVERLAP * size;
}

/** Height and baseline that most letters of a line have: of the words, not of the footnote's number. */
function mainType(runs: readonly PdfRun[]): { size: number; y: number } {
  const letters = new Map<number, number>();
  for (const { size, text } of runs) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const [size = 0] = [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return { size, y: runs.find((run) => run.size === size)?.y ?? 0 };
}

/** A large letter at the beginning of an account is put before the line that it begins. */
function withInitials(lines: readonly PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = [];
  for (const line of lines) {
    const initial = joined.at(-1);
    const belongs =
      initial !== undefined &&
      /^["“‘]?\p{Lu}$/u.test(initial.text) &&
      initial.size >= 1.8 * line.size &&
      /^[\p{Ll}\p{Lu}]/u.test(line.text) &&
      line.left - initial.right < 1.5 * line.size &&
      line.left >= initial.right - line.size;
    if (belongs) joined.splice(-1, 1, { ...line, text: initial.text + line.text });
    else joined.push(line);
  }
  return joined;
}

/** A step to a line above that does not begin a column to the right is against the order of reading. */
const MOST_BACKWARDS = 0.1;
/** Lines of prose side by side, one placed after the other: rows drawn over columns. The cells of a table are shorter. */
const MOST_SIDE_BY_SIDE = 0.2;
const PROSE_LETTERS = 20;

/**
 * Most files place their text in the order of reading, columns one after the other, and that order is kept. Where it goes backwards too often, or to and fro, the page is cut
 * into columns and rows by the white space between them (XY-cut: Nagy & Seth 1984).
 */
function inReadingOrder(lines: PdfLine[]): PdfLine[] {
  let backwards = 0;
  let sideBySide = 0;
  for (let at = 1; at < lines.length; at++) {
    const before = lines[at - 1];
    const line = lines[at];
    if (before === undefined || line === undefined) continue;
    if (line.y > before.y + line.size && line.left < before.right) backwards++;
    if (
      Math.abs(line.y - before.y) < SAME_LINE * line.size &&
      Math.min(line.text.length, before.text.length) >= PROSE_LETTERS
    )
      sideBySide++;
  }
  const inOrder =
    backwards <= Math.max(2, MOST_BACKWARDS * lines.length) &&
    sideBySide <= Math.max(2, MOST_SIDE_BY_SIDE * lines.length);
  if (inOrder) return lines;
  const ordered: PdfLine[] = [];
  cut(lines, ordered, 0);
  return ordered;
}

const DEEPEST_CUT = 30;

function cut(lines: readonly PdfLine[], ordered: PdfLine[], depth: number): void {
  const parts =
    depth > DEEPEST_CUT || lines.length < 2
      ? [lines]
      : (split(
          lines,
          ({ left }) => left,
          ({ right }) => right,
        ) ??
        split(
          lines,
          ({ y, size }) => -(y + 0.8 * size),
          ({ y, size }) => 0.2 * size - y,
        ) ?? [lines]);
  if (parts.length > 1) for (const part of parts) cut(part, ordered, depth + 1);
  else for (const line of [...lines].sort((a, b) => b.y - a.y || a.left - b.left)) ordered.push(line);
}

/** Parts between which white space of a line's height lies; `null` where there is none. */
function split(
  lines: readonly PdfLine[],
  start: (line: PdfLine) => number,
  end: (line: PdfLine) => number,
): (readonly PdfLine[])[] | null {
  const sorted = [...lines].sort((a, b) => start(a) - start(b));
  const parts: PdfLine[][] = [];
  let reach = -Infinity;
  for (const line of sorted) {
    if (start(line) > reach + line.size) parts.push([]);
    parts.at(-1)?.push(line);
    reach = Math.max(reach, end(line));
  }
  return parts.length > 1 ? parts : null;
}
