import type { PdfLine } from './page.ts';

/** How far from the upper and lower edge a page's furniture stands, as a share of the page's height. */
const MARGIN = 0.12;
/** Lines of one place differ by this many points at most. */
const SAME_PLACE = 4;
/** Furniture stands on at least this share of the pages, or of every other page. */
const OFTEN = 0.5;
const EVERY_OTHER = 0.3;

/** "Page 3 of 8", "- 3 -", "3/8": what a single page's number looks like. */
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/** Lines of the pages, parted into what is read and what repeats on page after page. */
export interface PartedLines {
  readonly lines: PdfLine[];
  /** Each once, as it stands the first time. */
  readonly furniture: string[];
}

/**
 * Finds headers, footers and page numbers: lines near the edge that stand in the same place on many pages, the digits in them aside.
 *
 * @param heights - Of the pages, in points.
 */
export function partFurniture(lines: readonly PdfLine[], heights: readonly number[]): PartedLines {
  const places = new Map<string, PdfLine[]>();
  for (const line of lines) {
    const edge = edgeOf(line, heights[line.page] ?? 0);
    if (edge === null) continue;
    const key = `${edge} ${line.text.toLowerCase().replace(/\d+/g, '#')}`;
    // The place before and after belong together where a line stands on the border between them.
    const place =
      [key, `${edge - 1} ${key.slice(key.indexOf(' ') + 1)}`].find((each) => places.has(each)) ?? key;
    const there = places.get(place);
    if (there === undefined) places.set(place, [line]);
    else there.push(line);
  }
  const furniture = new Set<PdfLine>();
  const shown: string[] = [];
  for (const group of places.values()) {
    const pages = new Set(group.map(({ page }) => page)).size;
    const repeats =
      pages >= Math.max(2, OFTEN * heights.length) || (pages >= 3 && pages >= EVERY_OTHER * heights.length);
    const [first] = group;
    if (first === undefined || (!repeats && !PAGE_NUMBER.test(first.text))) continue;
    for (const line of group) furniture.add(line);
    shown.push(first.text);
  }
  return { lines: lines.filter((line) => !furniture.has(line)), furniture: [...new Set(shown)] };
}

/** In which of the small steps from the edge a line stands: positive from above, negative from below; `null` for the middle of the page. */
function edgeOf({ y }: PdfLine, height: number): number | null {
  if (y > height * (1 - MARGIN)) return 1 + Math.round((height - y) / SAME_PLACE);
  if (y < height * MARGIN) return -1 - Math.round(Math.max(0, y) / SAME_PLACE);
  return null;
}
