import { OffsetMap } from './offset-map.ts';
import { characterOfWindows1252 } from './windows-1252.ts';

/** A text in the one form in which offsets into it are counted. */
export interface NormalizedText {
  readonly text: string;
  /** Leads from offsets into `text` back to offsets into the raw string. */
  readonly offsets: OffsetMap;
  /** Where a character was replaced by another one (offsets into `text`); line breaks do not count. */
  readonly replaced: readonly number[];
}

/** What is put where a character cannot be kept, as in the HTML standard. */
const REPLACEMENT = '\uFFFD';

/** Anything that {@link normalizeText} changes: controls other than tab and line feed, and surrogates without a partner. */
const IRREGULAR = /[\0-\x08\x0B-\x1F\x7F-\x9F\p{Surrogate}]/u;
const IRREGULAR_OR_CRLF = /\r\n?|[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\p{Surrogate}]/gu;

/** Whether {@link normalizeText} would leave the string as it is. */
export function isNormalized(raw: string): boolean {
  return !IRREGULAR.test(raw);
}

/**
 * Brings a string into the form in which offsets exist once: lines end in LF, and NUL, other control characters
 * (tab excepted) and lone surrogates are replaced, one unit by one unit. A string without any of these is returned as it is, so
 * that offsets into it are offsets into the file. Applying it twice changes nothing.
 */
export function normalizeText(raw: string): NormalizedText {
  if (isNormalized(raw)) return { text: raw, offsets: OffsetMap.identity, replaced: [] };
  const parts: string[] = [];
  const dropped: number[] = [];
  const replaced: number[] = [];
  let from = 0;
  let length = 0;
  for (const match of raw.matchAll(IRREGULAR_OR_CRLF)) {
    const found = match[0];
    parts.push(raw.slice(from, match.index));
    length += match.index - from;
    from = match.index + found.length;
    const substitute = substituteFor(found);
    if (substitute !== '\n') replaced.push(length);
    parts.push(substitute);
    if (found.length === 2) dropped.push(length);
    length += 1;
  }
  parts.push(raw.slice(from));
  return { text: parts.join(''), offsets: new OffsetMap(dropped), replaced };
}

function substituteFor(found: string): string {
  const code = found.charCodeAt(0);
  // Line feed for what ends a line or a page: CR, vertical tab, form feed, NEL.
  if (code === 0x0d || code === 0x0b || code === 0x0c || code === 0x85) return '\n';
  // U+0080–U+009F are nearly always bytes of Windows-1252 taken for Latin-1; the HTML standard reads them so too
  // (https://html.spec.whatwg.org/#numeric-character-reference-end-state).
  if (code >= 0x80 && code <= 0x9f) return characterOfWindows1252(code) ?? REPLACEMENT;
  return REPLACEMENT;
}
