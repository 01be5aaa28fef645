import type { Span } from '../model/span.ts';

const CUED_AFTER =
  /^(?:['’]s)?(?:\s+(?:news\s+)?(?:agency|wire|newspaper|website|correspondents?|reporters?))?,?\s+(?:(?:has|have|had|also|later|earlier|then|first|exclusively)\s+){0,2}(?:said|says|reported|reports|reporting|quoted|quotes|quoting|cited|cites|citing|carried|wrote|writes|learned|published|noted|announced|confirmed|revealed|disclosed)\b/;
const CUED_BEFORE =
  /\b(?:according\s+to|as\s+reported\s+by|reported\s+by|quoted\s+by|cited\s+by|carried\s+by|told|citing|quoting|interview\s+with|interview\s+to|[Aa]sked\s+by|(?:questions?|query|request)\s+(?:of|by|from)|remarks\s+to|statement\s+to|seen\s+by|obtained\s+by|reports?\s+(?:by|from)|data\s+from)\s+(?:(?:the|a|an|its|his|her|their|\p{Lu}?\p{Ll}+['’]s)\s+)?(?:[\p{L}-]+\s+){0,3}?(?:news\s+agency\s+|agency\s+|newswire\s+)?,?\s*$/u;
/** How far from a name its cue is looked for. */
const AFTER = 60;
const BEFORE = 80;

/**
 * Where a sentence cites a name for what it says: "Name reported", "according to Name", "told Name".
 *
 * @param name - where the name stands in `sentence`.
 * @returns the name with its cue, in `sentence`; `null` where the sentence only mentions it.
 */
export function citedName(sentence: string, [start, end]: Span): Span | null {
  const after = CUED_AFTER.exec(sentence.slice(end, end + AFTER));
  const before = CUED_BEFORE.exec(sentence.slice(Math.max(0, start - BEFORE), start));
  if (!after && !before) return null;
  return [before ? start - before[0].length : start, after ? end + after[0].length : end];
}
