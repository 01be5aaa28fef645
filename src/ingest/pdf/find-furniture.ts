import type { PdfLine } from './page.ts';

/** How far from the upper and lower edge a page's furniture stands, as a share of the page's height. */
const MARGIN = 0.12;
/** Lines of one place differ by this many points at most. */
const SAME_PLACE = 4;
/** Furniture stands on at least this share of the pages, or of every other page. */
const OFTEN = 0.5;
const EVERY_OTHER = 0.3;
/** White space, in heights of the type, that sets furniture apart from the text; lines of text are at most one and a half apart. */
const APART = 1.8;
/** Furniture has this many lines at most. */
const MOST_LINES = 4;
/** A heading of the running chapter changes its words but not its place: enough pages must show the place. */
const RUNNING_PAGES = 4;
const RUNNING_OFTEN = 0.6;

/** "Page 3 of 8", "- 3 -", "3/8": what a single page's number looks like. */
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/** Lines of the pages, parted into what is read and what repeats on page after page. */
export interface PartedLines {
  readonly lines: PdfLine[];
  /** Each once, as it stands the first time. */
  readonly furniture: string[];
}

/**
 * Finds headers, footers and page numbers: lines near the edge that stand in the same place on many pages, the digits in them aside; and
 * whatever stands alone in such a place, for the heading of the running chapter changes.
 *
 * @param heights - Of the pages, in points.
 */
export function partFurniture(lines: readonly PdfLine[], heights: readonly number[]): PartedLines {
  const candidates = [...byPage(lines)].flatMap(([page, own]) => candidatesOn(own, heights[page] ?? 0));
  const furniture = new Set<PdfLine>();
  for (const group of grouped(candidates, ({ line }) => line.text.toLowerCase().replace(/\d+/g, '#'))) {
    const pages = pagesOf(group);
    const repeats =
      pages >= Math.max(2, OFTEN * heights.length) || (pages >= 3 && pages >= EVERY_OTHER * heights.length);
    const number = group.every(({ line }) => PAGE_NUMBER.test(line.text));
    // The same words in the same place within the text are chance on two pages, and no chance on three.
    if (number || (repeats && (pages > 2 || group.every(({ apart }) => apart))))
      for (const { line } of group) furniture.add(line);
  }
  for (const group of grouped(
    candidates.filter(({ apart }) => apart),
    () => '',
  )) {
    const pages = pagesOf(group);
    if (pages >= RUNNING_PAGES && pages >= RUNNING_OFTEN * heights.length)
      for (const { line } of group) furniture.add(line);
  }
  const shown = new Map<string, string>();
  for (const { text } of lines.filter((line) => furniture.has(line))) {
    const key = text.replace(/\d+/g, '#');
    if (!shown.has(key)) shown.set(key, text);
  }
  return { lines: lines.filter((line) => !furniture.has(line)), furniture: [...shown.values()] };
}

/** A line near an edge. */
interface Candidate {
  readonly line: PdfLine;
  /** Steps from the edge: positive from above, negative from below. */
  readonly place: number;
  /** White space parts it from the text. */
  readonly apart: boolean;
}

function byPage(lines: readonly PdfLine[]): Map<number, PdfLine[]> {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const own = pages.get(line.page);
    if (own === undefined) pages.set(line.page, [line]);
    else own.push(line);
  }
  return pages;
}

function candidatesOn(lines: readonly PdfLine[], height: number): Candidate[] {
  const downwards = [...lines].sort((a, b) => b.y - a.y);
  const place = (distance: number): number => 1 + Math.round(Math.max(0, distance) / SAME_PLACE);
  const above = downwards.filter(({ y }) => y > height * (1 - MARGIN));
  const below = downwards.filter(({ y }) => y < height * MARGIN).reverse();
  const aboveApart = apartFrom(downwards);
  const belowApart = apartFrom([...downwards].reverse());
  return [
    ...above.map((line) => ({ line, place: place(height - line.y), apart: aboveApart.has(line) })),
    ...below.map((line) => ({ line, place: -place(line.y), apart: belowApart.has(line) })),
  ];
}

/** White space this much wider than what parts paragraphs on the page. */
const WIDER = 1.15;
/** Nine in ten gaps between lines are as wide as this or narrower: the white space between paragraphs. */
const WIDE_GAPS = 0.9;

/** The first lines from the edge inwards, where white space follows them that is wider than between paragraphs. */
function apartFrom(inwards: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const gaps = inwards
    .slice(1)
    .map(({ y }, at) => Math.abs((inwards[at]?.y ?? y) - y))
    .sort((a, b) => a - b)
    // Without the two that part a header and a footer from the text.
    .slice(0, -2);
  const usual = gaps[Math.ceil(gaps.length * WIDE_GAPS) - 1] ?? 0;
  for (let at = 0; at < Math.min(MOST_LINES, inwards.length - 1); at++) {
    const line = inwards[at];
    const next = inwards[at + 1];
    if (line === undefined || next === undefined) break;
    const gap = Math.abs(line.y - next.y);
    if (gap > APART * Math.max(line.size, next.size) && gap > WIDER * usual)
      return new Set(inwards.slice(0, at + 1));
  }
  return new Set();
}

/** Candidates of one place, and of one key; those of the next place belong to it, for a line may stand on the border between two. */
function grouped(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => string,
): Iterable<readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const [here = '', before = '', after = ''] = [0, -1, 1].map(
      (step) => `${candidate.place + step} ${keyOf(candidate)}`,
    );
    const key = [here, before, after].find((each) => groups.has(each)) ?? here;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return groups.values();
}

function pagesOf(group: readonly Candidate[]): number {
  return new Set(group.map(({ line }) => line.page)).size;
}
