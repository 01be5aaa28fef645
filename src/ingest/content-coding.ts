import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

import { showMebibytes } from './size-limit.ts';

/** A body with its codings undone, or why that cannot be done. */
export type Decoded =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** It breaks off before its end. */ readonly cut: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/** How a message may be packed, by the names that RFC 9110 gives; what we ask servers for. */
export const CONTENT_CODINGS = 'gzip, deflate, br';

/** A body packed more often than this is an attack and no page. */
const MOST_CODINGS = 3;

/**
 * Undoes the codings of a `Content-Encoding` header, the last one first. Unpacking stops at the limit, whatever the bytes claim; a
 * body that breaks off gives what came before the break.
 *
 * @param limit - Bytes that each step may give.
 */
export function decodeContent(bytes: Uint8Array, header: string | undefined, limit: number): Decoded {
  const codings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MOST_CODINGS) return { ok: false, problem: 'it is packed too many times over' };
  let body = bytes;
  let cut = false;
  for (const coding of codings.reverse()) {
    // An empty body is sent with this header all the time.
    if (body.length === 0) break;
    const unpacked = undo(coding, body, limit);
    if (!unpacked.ok) return unpacked;
    body = unpacked.bytes;
    cut ||= unpacked.cut;
  }
  return body.length > limit ? tooLarge(limit) : { ok: true, bytes: body, cut };
}

function undo(coding: string, bytes: Uint8Array, limit: number): Decoded {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      // Several servers and archivers say gzip of what is packed no longer.
      if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: true, bytes, cut: false };
      return unpack((options) => gunzipSync(bytes, options), limit);
    case 'deflate':
      // The standard means zlib's format; several servers send the bare one (RFC 9110, 8.4.1.2).
      return ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
        ? unpack((options) => inflateSync(bytes, options), limit)
        : unpack((options) => inflateRawSync(bytes, options), limit);
    case 'br':
      return unpack(
        ({ maxOutputLength, finishFlush }) =>
          brotliDecompressSync(bytes, {
            maxOutputLength,
            ...(finishFlush === undefined ? {} : { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
          }),
        limit,
      );
    default:
      return { ok: false, problem: `it is packed in a way that is not read (${coding.slice(0, 40)})` };
  }
}

function unpack(
  run: (options: { maxOutputLength: number; finishFlush?: number }) => Uint8Array,
  limit: number,
): Decoded {
  try {
    return { ok: true, bytes: run({ maxOutputLength: limit }), cut: false };
  } catch (error) {
    if (isTooLarge(error)) return tooLarge(limit);
  }
  try {
    const bytes = run({ maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    return bytes.length === 0 ? damaged() : { ok: true, bytes, cut: true };
  } catch (error) {
    return isTooLarge(error) ? tooLarge(limit) : damaged();
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

function tooLarge(limit: number): Decoded {
  return { ok: false, problem: `it unpacks to more than ${showMebibytes(limit)}` };
}

function damaged(): Decoded {
  return { ok: false, problem: 'what it is packed in is damaged' };
}
