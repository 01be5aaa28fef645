import { analyse } from 'chardet';

import { windows1252FromLatin1 } from '../text/windows-1252.ts';

/** What bytes say once they are read in an encoding. */
export interface Decoded {
  readonly text: string;
  /** As WHATWG names it. */
  readonly encoding: string;
  /** Nothing declared the encoding and the bytes are not UTF-8: a guess from their frequencies. */
  readonly guessed: boolean;
}

/** Bytes given to the guess: chardet's time grows with them, and its answer hardly changes after this many. */
const GUESS_SAMPLE = 64 * 1024;

/** A text whose control characters (tab, line ends and escape left aside) are more than this is no text. */
const MOST_CONTROLS = 0.05;

/** Share of NULs on one side of the byte pairs at which bytes without a mark are taken for UTF-16. */
const UTF16_NULS = 0.3;

/** Where a page or an XML file may declare its encoding; the HTML standard looks at the first 1024 bytes. */
const DECLARATION_BYTES = 2048;
const DECLARATION =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{2,40})["']/i;

/** Formats that are never text, by how their bytes begin. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP, WAV or AVI file', [0x52, 0x49, 0x46, 0x46]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/**
 * What kind of binary file the bytes are, in words for a warning.
 *
 * @returns `null` when they may be text.
 */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [name, signature] of SIGNATURES)
    if (signature.every((byte, at) => bytes[at] === byte)) return name;
  if (byteOrderMark(bytes) !== null || utf16WithoutMark(bytes) !== null) return null;
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls++;
  return controls / bytes.length > MOST_CONTROLS ? 'a binary file' : null;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b;
}

/**
 * Reads bytes as text: a byte-order mark decides, then UTF-8 where the bytes are valid in it, then what the server said, then
 * what the file declares (`<meta charset>`), then a guess. The mark itself is no part of the text. Never throws: what no
 * encoding can read becomes U+FFFD.
 *
 * UTF-8 comes before the declaration because bytes that are valid UTF-8 by chance are all but impossible, while saved
 * pages often keep the declaration of the server they came from.
 *
 * @param charset - What an HTTP header names, where there was one.
 */
export function decodeBytes(bytes: Uint8Array, charset?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked, false);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const wide = text.includes('\0') ? utf16WithoutMark(bytes) : null;
    return wide === null ? { text, encoding: 'utf-8', guessed: false } : decodeAs(bytes, wide, true);
  } catch {
    // Not UTF-8.
  }
  const declared = charset !== undefined && isKnownEncoding(charset) ? charset : declaredEncoding(bytes);
  // What calls itself UTF-8 and is not is damaged in places, or never was.
  if (declared !== null && !/^utf-?8$/i.test(declared)) return decodeAs(bytes, declared, false);
  const guess = utf16WithoutMark(bytes) ?? guessEncoding(bytes);
  return decodeAs(bytes, guess, declared === null || guess !== 'utf-8');
}

function decodeAs(bytes: Uint8Array, label: string, guessed: boolean): Decoded {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  // Node reads windows-1252 as Latin-1 in several releases of version 20 (nodejs/node issue 56542).
  return {
    text: decoder.encoding === 'windows-1252' ? windows1252FromLatin1(text) : text,
    encoding: decoder.encoding,
    guessed,
  };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has NULs on one side of its byte pairs and none on the other. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, GUESS_SAMPLE) & ~1;
  if (size < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = size / 2;
  if (odd / pairs > UTF16_NULS && even / pairs < 0.01) return 'utf-16le';
  if (even / pairs > UTF16_NULS && odd / pairs < 0.01) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_BYTES));
  const match = DECLARATION.exec(head);
  const label = match?.[1] ?? match?.[2];
  // A declaration of UTF-16 that could be read as ASCII is wrong.
  if (label === undefined || /^utf-?16/i.test(label)) return null;
  return isKnownEncoding(label) ? label : null;
}

function guessEncoding(bytes: Uint8Array): string {
  // Mostly ASCII with a few bytes above: the statistics have nothing to go by, and typographic quotation marks and
  // accents in an English text are Windows-1252, unless the bytes form UTF-8 sequences that are damaged in places.
  let high = 0;
  let sequences = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc2 && byte <= 0xf4 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80) sequences++;
  }
  if (sequences * 2 >= high * 0.8) return 'utf-8';
  if (high / bytes.length < 0.03) return 'windows-1252';
  for (const { name } of analyse(sampleOfHighBytes(bytes)))
    if (!name.startsWith('UTF') && isKnownEncoding(name)) return name;
  return 'windows-1252';
}

/** The guess looks at bytes from the first high one on, so that a long ASCII head does not hide the text. */
function sampleOfHighBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 200);
  return bytes.subarray(start, start + GUESS_SAMPLE);
}

function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}
