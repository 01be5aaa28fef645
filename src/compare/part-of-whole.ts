import type { Span } from '../model/span.ts';

/** How a number stands to the one beside it; `null` where it stands by itself. */
export type Part = 'part' | 'whole' | null;

/** "21 of the 276 girls": 21 is a part of a whole, 276 the whole. */
export function partOf(text: string, [start, end]: Span): Part {
  const before = text.slice(Math.max(0, start - 24), start);
  if (/(?:[\d\p{L}])\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|these|those|some|all)\s+$/iu.test(before))
    return 'whole';
  if (/\b(?:first|last|some|most|many|half|each|any|\d+)\s+of\s+$/i.test(before)) return 'whole';
  const after = text.slice(end, end + 24);
  return /^\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|these|those|them|whom)\b/i.test(after)
    ? 'part'
    : null;
}

/** "Another 19", "40 more people", "the other 91", "100 others": counted on top of something. */
export function isAdditional(text: string, [start, end]: Span, [, countedEnd]: Span): boolean {
  return (
    /\b(?:another|additional|further|(?<!the\s)other|extra|more)\s+$/i.test(
      text.slice(Math.max(0, start - 14), start),
    ) ||
    /^(?:another|an additional|a further)\b/i.test(text.slice(start, end)) ||
    /^\s*(?:of\s+)?(?:\p{L}+\s+)?(?:more|other|additional|further|extra|new)\b(?!\s+than)/iu.test(
      text.slice(end, Math.max(countedEnd, end + 12)),
    )
  );
}
