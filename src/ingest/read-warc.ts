import type { ByteSource } from './byte-source.ts';
import { gzipMembers, type ByteBudget } from './gzip-members.ts';
import { headerEnd, headerFields } from './http-message.ts';
import { MOST_ARCHIVE_BYTES, MOST_UNPACKED_BYTES } from './size-limit.ts';

/** One record of a web archive. */
export interface WarcRecord {
  /** `response`, `resource`, `revisit`, `request`, `warcinfo`, `metadata`, `conversion` … */
  readonly type: string;
  /** The address that it is a capture of; empty where it is none. */
  readonly address: string;
  /** When it was captured, as an instant in UTC; `null` where it does not say so in a way that can be read. */
  readonly captured: string | null;
  /** What the block is: `application/http; msgtype=response`, or a resource's own type. */
  readonly contentType: string;
  readonly block: Buffer;
  /** The record's own name, and those of the records that it came with or is about; empty where it names none. */
  readonly id: string;
  readonly concurrentTo: string;
  readonly refersTo: string;
  /** What a browser was to do with it, where a recorder notes that (`document`, `iframe`, `fetch`); else empty. */
  readonly resourceType: string;
  /** The archiver says that it stopped before the end (`WARC-Truncated`). */
  readonly cut: boolean;
}

/** A record, or what is wrong where one should be. */
export type WarcItem =
  | { readonly ok: true; readonly record: WarcRecord }
  | {
      readonly ok: false;
      /** `damaged` and `cut` cost one record, after `too-much` nothing more comes, `no-archive` means that the bytes are none. */
      readonly problem: 'damaged' | 'cut' | 'too-much' | 'no-archive';
    };

const VERSION = /^WARC\/(?:0\.1[78]|1\.[01])\r?\n/;
const MARK = Buffer.from('WARC/');
/** As much of a version's line as may stand at the end of what has come. */
const VERSION_BEGINS = /^(?:W|WA|WAR|WARC|WARC\/(?:[01](?:\.(?:[01][78]?\r?)?)?)?)$/;
/** Line ends between two records: the standard has two, writers have more or fewer. */
const MOST_LINE_ENDS = 16;

/**
 * The records of a web archive (WARC 0.17 to 1.1, ISO 28500), packed or not, in their order. A damaged record is passed over:
 * reading goes on at the next place where one begins. Holds one record at a time.
 */
export function* warcRecords(
  source: ByteSource,
  budget: ByteBudget = { left: MOST_UNPACKED_BYTES },
): Generator<WarcItem> {
  const pending = new Pending();
  const isPacked = source.read(0, 2).equals(GZIP);
  for (const member of isPacked ? gzipMembers(source, budget) : plainPieces(source)) {
    if (member.bytes !== undefined && pending.add(member.bytes))
      yield* recordsOf(pending, member.ok ? 'more-may-come' : 'broken-off');
    else if (!member.ok) yield* recordsOf(pending, 'broken-off');
    if (!member.ok) yield { ok: false, problem: member.problem };
  }
  yield* recordsOf(pending, 'end');
}

const GZIP = Buffer.from([0x1f, 0x8b]);
const PIECE = 1 << 20;

function* plainPieces(source: ByteSource): Generator<{ readonly ok: true; readonly bytes: Buffer }> {
  for (let at = 0; at < source.length; at += PIECE)
    yield { ok: true, bytes: source.read(at, Math.min(source.length, at + PIECE)) };
}

/**
 * Bytes that hold no whole record yet. They are joined only when the record that they begin can be whole, or when there are
 * twice as many: archives of very many small members would otherwise cost the square of their length.
 */
class Pending {
  #chunks: Buffer[] = [];
  #size = 0;
  #wanted = 0;

  /** Whether there is enough to look again. */
  add(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    return this.#size >= this.#wanted;
  }

  take(): Buffer {
    const all =
      this.#chunks.length === 1 ? (this.#chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#size = 0;
    this.#wanted = 0;
    return all;
  }

  /** Keeps the rest of what was taken until there are `wanted` bytes. */
  keep(rest: Buffer, wanted: number): void {
    this.#chunks = [rest];
    this.#size = rest.length;
    this.#wanted = Math.max(wanted, rest.length + 1);
  }
}

function* recordsOf(pending: Pending, then: 'more-may-come' | 'broken-off' | 'end'): Generator<WarcItem> {
  const bytes = pending.take();
  let at = skipLineEnds(bytes, 0);
  while (at < bytes.length) {
    const head = recordHead(bytes, at);
    if (head === 'unfinished' && then === 'more-may-come')
      return pending.keep(bytes.subarray(at), 2 * (bytes.length - at));
    if (typeof head === 'string') {
      const next = nextRecord(bytes, at + 1);
      // What a member breaks off in is reported by the member.
      if (head === 'no-record' && at === 0 && next === null) yield { ok: false, problem: 'no-archive' };
      else if (next !== null || then !== 'broken-off')
        yield { ok: false, problem: head === 'unfinished' ? 'cut' : 'damaged' };
      if (next === null) return;
      at = next;
      continue;
    }
    const { start, length, fields } = head;
    const end = start + length;
    if (end > bytes.length && then === 'more-may-come') return pending.keep(bytes.subarray(at), end - at);
    const after = skipLineEnds(bytes, end);
    if (end > bytes.length || !beginsMark(bytes, after)) {
      // Its length is wrong, or it was cut off.
      const next = nextRecord(bytes, start);
      if (next !== null || then !== 'broken-off')
        yield { ok: false, problem: next === null ? 'cut' : 'damaged' };
      if (next === null) return;
      at = next;
      continue;
    }
    yield { ok: true, record: recordFrom(fields, bytes.subarray(start, end)) };
    at = after;
  }
}

/** Whether the mark of a record stands there, or as much of it as there are bytes. */
function beginsMark(bytes: Buffer, at: number): boolean {
  const there = bytes.subarray(at, at + MARK.length);
  return there.equals(MARK.subarray(0, there.length));
}

interface Head {
  readonly fields: ReadonlyMap<string, string>;
  /** Where the block begins, and how many bytes it says it has. */
  readonly start: number;
  readonly length: number;
}

function recordHead(bytes: Buffer, at: number): Head | 'no-record' | 'unfinished' {
  const begin = bytes.toString('latin1', at, at + 12);
  if (!VERSION.test(begin)) return VERSION_BEGINS.test(begin) ? 'unfinished' : 'no-record';
  const end = headerEnd(bytes, at, MARK);
  if (end === null) return nextRecord(bytes, at + 1) === null ? 'unfinished' : 'no-record';
  const fields = headerFields(bytes.toString('utf8', bytes.indexOf(0x0a, at) + 1, end.end));
  const length = fields.get('content-length') ?? '';
  return /^\d{1,12}$/.test(length) && Number(length) <= MOST_ARCHIVE_BYTES
    ? { fields, start: end.next, length: Number(length) }
    : 'no-record';
}

/** Where the next record begins: its mark at the beginning of a line, with a field in the line below. */
function nextRecord(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    if (at > 0 && bytes[at - 1] !== 0x0a) continue;
    if (/^WARC\/\d\.\d+\r?\n(?:WARC-|Content-)/i.test(bytes.toString('latin1', at, at + 32))) return at;
  }
  return null;
}

function skipLineEnds(bytes: Buffer, from: number): number {
  let at = from;
  while (at - from < MOST_LINE_ENDS && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at++;
  return at;
}

function recordFrom(fields: ReadonlyMap<string, string>, block: Buffer): WarcRecord {
  return {
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    // Some writers put the address between angle brackets, as the standard's first edition had it.
    address: (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1'),
    captured: instantOf(fields.get('warc-date') ?? ''),
    contentType: fields.get('content-type') ?? '',
    block,
    id: fields.get('warc-record-id') ?? '',
    concurrentTo: fields.get('warc-concurrent-to') ?? '',
    refersTo: fields.get('warc-refers-to') ?? '',
    resourceType: (fields.get('warc-resource-type') ?? '').toLowerCase(),
    cut: fields.has('warc-truncated'),
  };
}

/** The standard's dates: `2016-09-19T17:20:24Z`, to the second or to a fraction; 14 digits in older files. */
function instantOf(date: string): string | null {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(date);
  const instant = digits === null ? date : `${digits.slice(1, 4).join('-')}T${digits.slice(4).join(':')}Z`;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(instant) && !Number.isNaN(Date.parse(instant))
    ? instant
    : null;
}
