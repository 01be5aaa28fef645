import { constants, crc32, inflateRawSync } from 'node:zlib';

/** What one member of a gzip file held, or the damage that was met in its place. */
export type GzipMember =
  | { readonly ok: true; readonly bytes: Buffer }
  | {
      readonly ok: false;
      readonly problem: 'damaged' | 'cut' | 'too-much';
      /** What came before a member breaks off. */
      readonly bytes?: Buffer;
    };

/** How many bytes may still be unpacked; shared by what is read together. */
export interface ByteBudget {
  left: number;
}

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const HEADER = 10;
const TRAILER = 8;
const HAS_CRC = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
/** Flags that no version of the format gives a meaning: what looks like a header is none. */
const RESERVED = 0xe0;
/** After so much damage the file is given up: each place costs an attempt to unpack what follows it. */
const MOST_DAMAGE = 20;

/**
 * The members of a gzip file one by one. `gunzip` joins them and ends at the first fault; here a damaged member costs itself alone, for
 * web archives keep every record in a member of its own (WARC 1.1, annex D).
 *
 * @param budget - What all members together may unpack to; taken from as they are unpacked.
 */
export function* gzipMembers(file: Uint8Array, budget: ByteBudget): Generator<GzipMember> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let damage = 0;
  for (let at = 0; at >= 0 && at < bytes.length;) {
    const member = readMember(bytes, at, budget.left);
    if (member.ok) {
      budget.left -= member.bytes.length;
      at = member.end;
      yield { ok: true, bytes: member.bytes };
      // Zeros behind the last member are padding.
      while (at < bytes.length && bytes[at] === 0) at++;
      continue;
    }
    yield member;
    if (member.problem === 'too-much' || ++damage >= MOST_DAMAGE) return;
    at = bytes.indexOf(MAGIC, at + 1);
  }
}

type Read =
  { readonly ok: true; readonly bytes: Buffer; readonly end: number } | Extract<GzipMember, { ok: false }>;

function readMember(bytes: Buffer, start: number, limit: number): Read {
  const data = dataStart(bytes, start);
  if (data === null) return { ok: false, problem: 'damaged' };
  if (limit <= 0) return { ok: false, problem: 'too-much' };
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(data), {
      maxOutputLength: limit,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const end = data + engine.bytesWritten + TRAILER;
    if (end > bytes.length) return { ok: false, problem: 'cut', bytes: buffer };
    if (bytes.readUInt32LE(end - TRAILER) !== crc32(buffer)) return { ok: false, problem: 'damaged' };
    return { ok: true, bytes: buffer, end };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { ok: false, problem: 'too-much' };
    return code === 'Z_BUF_ERROR'
      ? { ok: false, problem: 'cut', bytes: beforeBreak(bytes.subarray(data), limit) }
      : { ok: false, problem: 'damaged' };
  }
}

function beforeBreak(data: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Where a member's packed data begin; `null` when no header stands there. */
function dataStart(bytes: Buffer, start: number): number | null {
  if (start + HEADER > bytes.length || bytes.compare(MAGIC, 0, 3, start, start + 3) !== 0) return null;
  const flags = bytes[start + 3] ?? 0;
  if ((flags & RESERVED) !== 0) return null;
  let at = start + HEADER;
  if ((flags & HAS_EXTRA) !== 0) {
    if (at + 2 > bytes.length) return null;
    at += 2 + bytes.readUInt16LE(at);
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if ((flags & HAS_CRC) !== 0) at += 2;
  return at < bytes.length ? at : null;
}
