import { WINDOWS_1252_BYTES } from './windows-1252.ts';

/** A single-byte encoding in which UTF-8 is often read by mistake. */
export interface Misreading {
  /** As WHATWG names it. */
  readonly encoding: string;
  /** From the characters above ASCII to their bytes. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Two to four characters that look like one character of UTF-8: a lead byte and what may follow it. */
  readonly sequence: RegExp;
}

/**
 * The encodings in the order in which they are tried. Windows-1252 takes in Latin-1, whose control characters keep their numbers; the
 * other two are what older spreadsheets on a Mac and servers set to Russian make of English typography (“‚Äú” and “вЂњ” for an
 * opening quotation mark).
 */
export const MISREADINGS: readonly Misreading[] = [
  misreading('windows-1252', withControls(WINDOWS_1252_BYTES)),
  misreading('macintosh', upperHalf('macintosh')),
  misreading('windows-1251', upperHalf('windows-1251')),
];

function misreading(encoding: string, bytes: ReadonlyMap<string, number>): Misreading {
  const between = (first: number, last: number): string =>
    `[${[...bytes].flatMap(([character, byte]) => (byte >= first && byte <= last ? [`\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`] : [])).join('')}]`;
  const next = between(0x80, 0xbf);
  return {
    encoding,
    bytes,
    sequence: new RegExp(
      `${between(0xc2, 0xdf)}${next}|${between(0xe0, 0xef)}${next}{2}|${between(0xf0, 0xf4)}${next}{3}`,
      'gu',
    ),
  };
}

/** Latin-1 has control characters where Windows-1252 has signs; both are read back to one byte. */
function withControls(windows1252: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const controls = Array.from(
    { length: 0x20 },
    (_, at) => [String.fromCharCode(0x80 + at), 0x80 + at] as const,
  );
  return new Map([...controls, ...windows1252]);
}

function upperHalf(encoding: string): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  return new Map(
    Array.from({ length: 0x80 }, (_, at) => [decoder.decode(Uint8Array.of(0x80 + at)), 0x80 + at]),
  );
}
