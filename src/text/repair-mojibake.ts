import { WINDOWS_1252_BYTES } from './windows-1252.ts';

/** Where a text holds UTF-8 that was read as Windows-1252 (“â€œ” for “, “Ã©” for é), and what it was. */
export interface Mojibake {
  readonly start: number;
  readonly end: number;
  readonly meant: string;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** A lead byte of two, three or four, and as many bytes that can follow it, as Windows-1252 shows them. */
const CONTINUATION = `[\\u0080-\\u009F${[...WINDOWS_1252_BYTES].flatMap(([character, byte]) => (byte < 0xc0 ? [character] : [])).join('')}]`;
const SEQUENCE = new RegExp(
  `[\\u00C2-\\u00DF]${CONTINUATION}|[\\u00E0-\\u00EF]${CONTINUATION}{2}|[\\u00F0-\\u00F4]${CONTINUATION}{3}`,
  'g',
);

/**
 * Finds sequences that are valid UTF-8 once they are turned back into bytes. Two such letters side by side hardly ever stand in a
 * text by right; a single pair may (“Â°” in a list of signs), so one pair alone is not reported.
 */
export function findMojibake(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(SEQUENCE)) {
    const bytes = Uint8Array.from(
      match[0],
      (character) => WINDOWS_1252_BYTES.get(character) ?? character.charCodeAt(0),
    );
    try {
      const meant = UTF_8.decode(bytes);
      found.push({ start: match.index, end: match.index + match[0].length, meant });
    } catch {
      // Not UTF-8: the letters stand there by right.
    }
  }
  return found.length > 1 || (found[0] !== undefined && found[0].end - found[0].start > 2) ? found : [];
}

/** Some texts went through the wrong hands more than once. */
const MOST_ROUNDS = 3;

/** The text with every {@link findMojibake} turned into what was meant, and how many places that were. */
export function repairMojibake(text: string): { text: string; repaired: number } {
  let repaired = text;
  let places = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = findMojibake(repaired);
    if (found.length === 0) break;
    places = Math.max(places, found.length);
    const parts: string[] = [];
    let from = 0;
    for (const { start, end, meant } of found) {
      parts.push(repaired.slice(from, start), meant);
      from = end;
    }
    parts.push(repaired.slice(from));
    repaired = parts.join('');
  }
  return { text: repaired, repaired: places };
}
