import { gunzipSync, inflateRawSync } from 'node:zlib';

import { showMebibytes } from './size-limit.ts';

/** A file in an archive, or why it could not be taken out. */
export type ArchiveEntry =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly problem: string };

/** Limits on what an archive may become; nothing is ever written to the disk. */
export interface ArchiveLimits {
  /** Bytes of one file, unpacked. */
  readonly maxBytes: number;
  /** Bytes of all files together, unpacked; {@link MOST_BYTES} when absent. */
  readonly maxTotal?: number;
  /** Files that are taken out, by name; all when absent. */
  readonly wanted?: (name: string) => boolean;
}

const MOST_BYTES = 500_000_000;
const MOST_ENTRIES = 20_000;

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record is at most this far from the end: its own 22 bytes and a comment of 65,535. */
const END_DISTANCE = 22 + 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const UTF8_NAMES = 0x800;

/**
 * The files of a ZIP archive in the order of its directory, unpacked as they are asked for. What the archive says about sizes is not
 * believed: unpacking stops at the limits. Names are labels, so that `../` in them leads nowhere.
 *
 * @returns `null` when the bytes are no ZIP archive that can be read.
 */
export function openZip(bytes: Uint8Array, limits: ArchiveLimits): Iterable<ArchiveEntry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  return entries(
    bytes,
    view,
    view.getUint32(end + 16, true),
    Math.min(view.getUint16(end + 10, true), MOST_ENTRIES),
    limits,
  );
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - END_DISTANCE); at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

function* entries(
  bytes: Uint8Array,
  view: DataView,
  directory: number,
  count: number,
  { maxBytes, maxTotal = MOST_BYTES, wanted = () => true }: ArchiveLimits,
): Generator<ArchiveEntry> {
  let left = maxTotal;
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) return;
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_NAMES) !== 0);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name === '' || name.endsWith('/') || !wanted(name)) continue;
    if ((flags & ENCRYPTED) !== 0) {
      yield { ok: false, name, problem: 'it is encrypted' };
      continue;
    }
    if (left <= 0) {
      yield { ok: false, name, problem: 'the archive unpacks to too much' };
      return;
    }
    const unpacked = unpack(bytes, view, local, packed, method, Math.min(maxBytes, left));
    if (typeof unpacked === 'string') yield { ok: false, name, problem: unpacked };
    else {
      left -= unpacked.length;
      yield { ok: true, name, bytes: unpacked };
    }
  }
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  local: number,
  packed: number,
  method: number,
  limit: number,
): Uint8Array | string {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE)
    return 'the archive is damaged';
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) return 'the archive is cut off';
  if (method === STORED) return data.length <= limit ? data : `it has more than ${showMebibytes(limit)}`;
  if (method !== DEFLATED) return 'it is packed in a way that is not read';
  return inflate(() => inflateRawSync(data, { maxOutputLength: limit }), limit);
}

/** The one file in a gzip archive, or why it could not be taken out. */
export function openGzip(bytes: Uint8Array, limit: number): Uint8Array | string {
  return inflate(() => gunzipSync(bytes, { maxOutputLength: limit }), limit);
}

function inflate(run: () => Uint8Array, limit: number): Uint8Array | string {
  try {
    return run();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? `it unpacks to more than ${showMebibytes(limit)}`
      : 'the archive is damaged';
  }
}

/** A relative name without steps upwards: “../../etc/x” is “etc/x”. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  return new TextDecoder(utf8 ? 'utf-8' : 'latin1')
    .decode(bytes)
    .replaceAll('\\', '/')
    .replace(/[\0-\x1f\x7f]/g, '\uFFFD')
    .split('/')
    .filter((part, at, parts) => part !== '..' && part !== '.' && (part !== '' || at === parts.length - 1))
    .join('/');
}
