import { decodeContent } from './content-coding.ts';

/** A response as an archive keeps it: its status, its headers by small letters, its body with all codings undone. */
export type HttpResponse =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: ReadonlyMap<string, string>;
      readonly body: Uint8Array;
      /** The body breaks off before its end. */
      readonly cut: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/** Servers refuse headers beyond a tenth of this. */
const MOST_HEADER_BYTES = 128 * 1024;
const MOST_CHUNK_LINE = 1024;

const CR = 0x0d;
const LF = 0x0a;

/**
 * Where headers end and what follows begins; `null` where they do not end within the limit, or before a line that begins with `stop`.
 */
export function headerEnd(
  bytes: Uint8Array,
  start: number,
  stop?: Uint8Array,
): { end: number; next: number } | null {
  const last = Math.min(bytes.length, start + MOST_HEADER_BYTES);
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < last; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return { end: at, next: at + 2 };
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return { end: at, next: at + 3 };
    if (stop?.every((byte, i) => bytes[at + 1 + i] === byte)) return null;
  }
  return null;
}

/** The lines `Name: value` of a block; a line that begins with white space goes on with the one before it. Of two with one name the first counts. */
export function headerFields(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/**
 * Reads an HTTP response from its bytes. Archives keep responses as they came or with some codings undone and the headers left as they
 * were, so each coding is undone only where it is really there.
 *
 * @param limit - Bytes that the body may have, unpacked.
 * @param isWanted - Whether a body of this type is to be unpacked at all; others come empty.
 */
export function readHttpResponse(
  bytes: Uint8Array,
  limit: number,
  isWanted: (contentType: string) => boolean = () => true,
): HttpResponse {
  const head = headerEnd(bytes, 0);
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, head?.end ?? MOST_HEADER_BYTES));
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?:[ \r\n]|$)/.exec(text);
  if (status === null) return { ok: false, problem: 'it holds no HTTP response' };
  const headers = headerFields(text.slice(text.indexOf('\n') + 1));
  const isEmpty = head === null || !isWanted(headers.get('content-type') ?? '');
  const raw = isEmpty ? new Uint8Array(0) : bytes.subarray(head.next);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const whole = chunked ? joinChunks(raw) : { bytes: raw, cut: false };
  const decoded = decodeContent(whole.bytes, headers.get('content-encoding'), limit);
  if (!decoded.ok) return decoded;
  return {
    ok: true,
    status: Number(status[1]),
    headers,
    body: decoded.bytes,
    cut: whole.cut || decoded.cut,
  };
}

/** A body sent in chunks, put together; one that is not in chunks, for the archiver undid them, is given back. */
function joinChunks(bytes: Uint8Array): { bytes: Uint8Array; cut: boolean } {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.subarray(at, at + MOST_CHUNK_LINE).indexOf(LF);
    const line = new TextDecoder('latin1').decode(bytes.subarray(at, at + Math.max(0, lineEnd)));
    const size = /^\s*([\da-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line);
    if (lineEnd < 0 || size === null) {
      if (chunks.length === 0) return { bytes, cut: false };
      return { bytes: concat(chunks), cut: true };
    }
    const length = Number.parseInt(size[1] ?? '0', 16);
    if (length === 0) return { bytes: concat(chunks), cut: false };
    const start = at + lineEnd + 1;
    chunks.push(bytes.subarray(start, start + length));
    if (start + length > bytes.length) return { bytes: concat(chunks), cut: true };
    at = start + length;
    if (bytes[at] === CR) at++;
    if (bytes[at] === LF) at++;
  }
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(chunks);
}
