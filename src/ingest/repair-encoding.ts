import type { Span } from '../model/span.ts';
import { repairMojibake, repairTogether, type Repair, type RepairedText } from '../text/repair-mojibake.ts';
import type { DocumentParts } from './document-from-text.ts';

/**
 * Undoes what a wrong encoding did to the text of a file before anything is read in it: names, dates and headlines are known by their
 * words. Lines then end in LF, so that places in it are places in the documents made of it.
 */
export function repairFile(text: string): RepairedText {
  const repaired = repairMojibake(text);
  return repaired.repairs.length === 0 || !text.includes('\r')
    ? repaired
    : repairMojibake(text.replace(/\r\n?/g, '\n'));
}

/**
 * Says of documents read in a repaired file which of their words were put right. Told of lines that stand in the file as they are, be it
 * between tags; what was put together on the way (a link within a line, character references) is only counted.
 */
export function withRepairsOf(source: RepairedText, documents: readonly DocumentParts[]): DocumentParts[] {
  if (source.repairs.length === 0) return [...documents];
  const lines = repairedLines(source);
  return documents.map((parts) => {
    const own: Repair[] = [];
    for (const { start, text } of stretches(parts.text, LINE_END))
      for (const { start: first, end, was } of lines.get(text)?.shift() ?? [])
        own.push({ start: start + first, end: start + end, was });
    return { ...parts, repairs: own, repairedPlaces: source.repairs.length };
  });
}

/** Lines that hold repairs, with their repairs; lines of one wording in their order. */
function repairedLines({ text, repairs }: RepairedText): Map<string, (readonly Repair[])[]> {
  const found = new Map<string, (readonly Repair[])[]>();
  let next = 0;
  for (const line of stretches(text, LINE_END_OR_TAG)) {
    while ((repairs[next]?.start ?? Infinity) < line.start) next++;
    const own: Repair[] = [];
    const end = line.start + line.text.length;
    for (let repair = repairs[next]; repair !== undefined && repair.end <= end; repair = repairs[++next])
      own.push({ ...repair, start: repair.start - line.start, end: repair.end - line.start });
    const same = found.get(line.text);
    if (same !== undefined) same.push(own);
    else if (own.length > 0) found.set(line.text, [own]);
  }
  return found;
}

const LINE_END = /\n/g;
const LINE_END_OR_TAG = /\n|<[^<>]{0,2000}>/g;

/** What stands between line ends, or between those and tags, without the space around it. */
function* stretches(text: string, between: RegExp): Generator<{ start: number; text: string }> {
  let from = 0;
  for (const match of text.matchAll(between)) {
    yield bare(text, from, match.index);
    from = match.index + match[0].length;
  }
  yield bare(text, from, text.length);
}

function bare(text: string, from: number, to: number): { start: number; text: string } {
  const words = text.slice(from, to);
  const without = words.trimStart();
  return { start: from + words.length - without.length, text: without.trimEnd() };
}

/** Undoes the same in what a reader found, where the damage was written in another way than in plain letters: escapes, entities, packed text. */
export function withRepairedFields(parts: DocumentParts): DocumentParts {
  const byline = parts.byline ?? [];
  const fields = repairTogether([parts.text, parts.title ?? '', parts.publisher?.value ?? '', ...byline]);
  const places = fields.reduce((sum, { repairs }) => sum + repairs.length, 0);
  const [text, title, publisher, ...names] = fields;
  if (places === 0 || text === undefined) return parts;
  const moved = placeAfter(text.repairs);
  const movedSpan = ([start, end]: Span): Span => [moved(start), moved(end)];
  const before = (parts.repairs ?? []).map(({ start, end, was }) => ({
    start: moved(start),
    end: moved(end),
    was,
  }));
  return {
    ...parts,
    text: text.text,
    title: parts.title === undefined ? undefined : title?.text,
    publisher:
      parts.publisher === undefined || publisher === undefined
        ? parts.publisher
        : { ...parts.publisher, value: publisher.text },
    byline: parts.byline === undefined ? undefined : names.map((name) => name.text),
    omitted: parts.omitted?.map((each) => ({ ...each, span: movedSpan(each.span) })),
    titleSpan: parts.titleSpan === undefined ? undefined : movedSpan(parts.titleSpan),
    publishedSpan: parts.publishedSpan === undefined ? undefined : movedSpan(parts.publishedSpan),
    beginsAt: parts.beginsAt?.map(movedSpan),
    repairs: [...before, ...text.repairs].sort((a, b) => a.start - b.start),
    repairedPlaces: (parts.repairedPlaces ?? 0) + places,
  };
}

/** Where an offset into the damaged text lies in the repaired one; within a repair, at its beginning. */
function placeAfter(repairs: readonly Repair[]): (offset: number) => number {
  // Where each repair began in the damaged text.
  let shrunk = 0;
  const places = repairs.map(({ start, end, was }) => {
    const from = start + shrunk;
    shrunk += was.length - (end - start);
    return { from, to: from + was.length, start, end };
  });
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((places[middle]?.from ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const before = places[low - 1];
    if (before === undefined) return offset;
    return offset < before.to ? before.start : before.end + offset - before.to;
  };
}
