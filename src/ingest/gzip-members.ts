import { constants, crc32, inflateRawSync } from 'node:zlib';

import type { ByteSource } from './byte-source.ts';
import { MOST_ARCHIVE_BYTES } from './size-limit.ts';

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
/** Bytes that are looked through at a time. */
const STEP = 1 << 16;
/** What one member may unpack to: a record, or an archive that was packed as a whole. */
const MOST_MEMBER_BYTES = MOST_ARCHIVE_BYTES;
/** After so much damage the file is given up: each place costs an attempt to unpack what follows it. */
const MOST_DAMAGE = 20;

/**
 * The members of a gzip file one by one. `gunzip` joins them and ends at the first fault; here a damaged member costs itself alone, for
 * web archives keep every record in a member of its own (WARC 1.1, annex D).
 *
 * @param budget - What all members together may unpack to; taken from as they are unpacked.
 */
export function* gzipMembers(source: ByteSource, budget: ByteBudget): Generator<GzipMember> {
  let damage = 0;
  for (let at = 0; at >= 0 && at < source.length;) {
    const member = readMember(source, at, Math.min(budget.left, MOST_MEMBER_BYTES));
    if (member.ok) {
      budget.left -= member.bytes.length;
      at = afterZeros(source, member.end);
      yield { ok: true, bytes: member.bytes };
      continue;
    }
    yield member;
    if (member.problem === 'too-much' || ++damage >= MOST_DAMAGE) return;
    at = nextMagic(source, at + 1);
  }
}

/** Zeros behind the last member are padding. */
function afterZeros(source: ByteSource, from: number): number {
  for (let at = from; at < source.length; at += STEP) {
    const piece = source.read(at, Math.min(source.length, at + STEP));
    const other = piece.findIndex((byte) => byte !== 0);
    if (other >= 0) return at + other;
  }
  return source.length;
}

/** Where the next header may stand; -1 when none does. */
function nextMagic(source: ByteSource, from: number): number {
  for (let at = from; at < source.length; at += STEP) {
    // A header may lie across two steps.
    const found = source.read(at, Math.min(source.length, at + STEP + MAGIC.length - 1)).indexOf(MAGIC);
    if (found >= 0) return at + found;
  }
  return -1;
}

type Read =
  { readonly ok: true; readonly bytes: Buffer; readonly end: number } | Extract<GzipMember, { ok: false }>;

/** Most members are a page; a longer one is tried again with more of the file. */
const FIRST_WINDOW = 1 << 20;
const WINDOW_GROWTH = 4;

function readMember(source: ByteSource, start: number, limit: number): Read {
  for (let size = FIRST_WINDOW; ; size *= WINDOW_GROWTH) {
    const end = Math.min(source.length, start + size);
    const isLast = end === source.length;
    const member = memberIn(source.read(start, end), limit, isLast);
    if (member.ok) return { ...member, end: start + member.end };
    if (member.problem !== 'cut' || isLast) return member;
  }
}

/** @param isLast - No more bytes follow: what a member that breaks off holds is wanted. */
function memberIn(bytes: Buffer, limit: number, isLast: boolean): Read {
  const data = dataStart(bytes, 0);
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
    if (code !== 'Z_BUF_ERROR') return { ok: false, problem: 'damaged' };
    return {
      ok: false,
      problem: 'cut',
      ...(isLast ? { bytes: beforeBreak(bytes.subarray(data), limit) } : {}),
    };
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
