import { sourceOf, type ByteSource } from './byte-source.ts';
import { openZip, type ArchiveEntry } from './read-archive.ts';
import { captureFormat, mayBeRead, type Capture } from './capture.ts';
import type { ByteBudget } from './gzip-members.ts';
import { decodeContent } from './content-coding.ts';
import { readHttpResponse } from './http-message.ts';
import { LoadingNotes } from './page-role.ts';
import { MOST_ARCHIVE_BYTES, MOST_UNPACKED_BYTES } from './size-limit.ts';
import { warcRecords, type WarcRecord } from './read-warc.ts';

/** A page in a web archive, or what a reader of the archive should know about a part of it; `address` where it is about one page. */
export type ArchiveItem =
  | {
      readonly kind: 'page';
      readonly capture: Capture;
      /** The archiver itself calls it a page. */
      readonly listed: boolean;
      /** What the archive's other records say of how it was loaded; whole when all items have come. */
      readonly isEmbedded: () => boolean;
      readonly isFromElsewhere: () => boolean;
    }
  | { readonly kind: 'bad'; readonly problem: string; readonly address?: string }
  | { readonly kind: 'passed-over'; readonly why: 'unchanged' | 'error' | 'unlisted' };

const DAMAGE = {
  damaged: 'a record is damaged and was passed over',
  cut: 'it breaks off before its end',
  'too-much': 'it unpacks to more than is read; the pages before that place were read',
  'no-archive': 'it is no web archive',
} as const;

/**
 * The pages in a web archive (`.warc`, `.warc.gz`): responses and resources that hold text. Pictures, scripts and the like are
 * no matter of words and pass silently.
 *
 * @param limit - Bytes of one page.
 * @param listed - Addresses of what its archiver calls pages; without it everything that holds text counts as one.
 */
export function* pagesInWarc(
  source: ByteSource,
  limit: number,
  listed?: ReadonlySet<string>,
  budget: ByteBudget = { left: MOST_UNPACKED_BYTES },
): Generator<ArchiveItem> {
  const redirects = new Map<string, string>();
  const notes = new LoadingNotes();
  for (const item of warcRecords(source, budget)) {
    if (!item.ok) {
      yield { kind: 'bad', problem: DAMAGE[item.problem] };
      continue;
    }
    const { record } = item;
    if (!isWebAddress(record.address)) continue;
    notes.note(record);
    if (record.type === 'revisit') yield { kind: 'passed-over', why: 'unchanged' };
    else if (record.type === 'response' || record.type === 'resource' || record.type === 'conversion') {
      const found = captureIn(record, limit, redirects);
      if (found === null) continue;
      if ('kind' in found) yield found;
      else if (listed !== undefined && !listed.has(withoutFragment(found.address)))
        yield { kind: 'passed-over', why: 'unlisted' };
      else
        yield {
          kind: 'page',
          capture: found,
          listed: listed !== undefined,
          ...notes.about(record),
        };
    }
  }
}

/** @param redirects - From an address to the one that leads to it; filled as redirects come by. */
function captureIn(
  record: WarcRecord,
  limit: number,
  redirects: Map<string, string>,
): Capture | Exclude<ArchiveItem, { kind: 'page' }> | null {
  const requested = redirects.get(record.address);
  const base = {
    address: record.address,
    ...(requested === undefined ? {} : { requested }),
    ...(record.captured === null ? {} : { captured: record.captured }),
  };
  if (record.type !== 'response' || !/^application\/http\b/i.test(record.contentType)) {
    if (captureFormat(record.contentType, record.block) === null || isRobots(record.address)) return null;
    const plain = decodeContent(record.block, undefined, limit);
    return plain.ok
      ? { ...base, contentType: record.contentType, bytes: plain.bytes, cut: record.cut }
      : { kind: 'bad', problem: plain.problem.replace('unpacks to', 'has'), address: record.address };
  }
  const response = readHttpResponse(record.block, limit, mayBeRead);
  if (!response.ok) return { kind: 'bad', problem: response.problem, address: record.address };
  if (response.status >= 300 && response.status < 400) {
    const target = response.headers.get('location') ?? '';
    if (target !== '' && URL.canParse(target, record.address))
      redirects.set(new URL(target, record.address).href, requested ?? record.address);
    return null;
  }
  const contentType = response.headers.get('content-type') ?? '';
  if (captureFormat(contentType, response.body) === null || isRobots(record.address)) return null;
  if (response.status !== 200) return { kind: 'passed-over', why: 'error' };
  return { ...base, contentType, bytes: response.body, cut: response.cut || record.cut };
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** What a crawler asks for before it begins. */
function isRobots(address: string): boolean {
  return /^https?:\/\/[^/]+\/robots\.txt$/i.test(address);
}

/** Files of a WACZ that are read: its archives, and the lists of what in them is a page. */
const ARCHIVES = /^archive\/.+\.warc(?:\.gz)?$/i;
const PAGE_LISTS = /^pages\/.+\.jsonl$/i;
const WACZ_LIMITS = { maxBytes: MOST_ARCHIVE_BYTES, maxTotal: MOST_ARCHIVE_BYTES };

/**
 * The pages in a WACZ file: a ZIP archive of web archives with lists of pages (specs.webrecorder.net/wacz). What is in the archives but
 * not in a list was loaded by a page, and is none; without lists everything counts.
 *
 * @returns `null` when the bytes are no ZIP archive.
 */
export function pagesInWacz(bytes: Uint8Array, limit: number): Generator<ArchiveItem> | null {
  const lists = openZip(bytes, { ...WACZ_LIMITS, wanted: (name) => PAGE_LISTS.test(name) });
  return lists === null ? null : waczPages(bytes, limit, lists);
}

function* waczPages(bytes: Uint8Array, limit: number, lists: Iterable<ArchiveEntry>): Generator<ArchiveItem> {
  const listed = new Set<string>();
  for (const list of lists) {
    if (list.ok) addListed(listed, new TextDecoder().decode(list.bytes));
    else yield { kind: 'bad', problem: `its list ${list.name} could not be read: ${list.problem}` };
  }
  const budget = { left: MOST_ARCHIVE_BYTES };
  const items = function* (only: ReadonlySet<string> | undefined): Generator<ArchiveItem> {
    let archives = 0;
    for (const entry of openZip(bytes, { ...WACZ_LIMITS, wanted: (name) => ARCHIVES.test(name) }) ?? []) {
      archives++;
      if (entry.ok) yield* pagesInWarc(sourceOf(entry.bytes), limit, only, budget);
      else yield { kind: 'bad', problem: `${entry.name} in it could not be read: ${entry.problem}` };
    }
    if (archives === 0) yield { kind: 'bad', problem: 'it holds no web archive' };
  };
  if (listed.size === 0) return yield* items(undefined);
  // A list that names no page that is there is about something else: everything counts then.
  let before: ArchiveItem[] | null = [];
  for (const item of items(listed)) {
    if (item.kind === 'page' && before !== null) {
      yield* before;
      before = null;
    }
    if (before === null) yield item;
    else before.push(item);
  }
  if (before === null) return;
  const isUseless = before.some((item) => item.kind === 'passed-over' && item.why === 'unlisted');
  yield* isUseless ? items(undefined) : before;
}

function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}

/** A page a line after a header line; what cannot be read is no page. */
function addListed(listed: Set<string>, jsonl: string): void {
  for (const line of jsonl.split('\n')) {
    if (line.trim() === '') continue;
    try {
      const { url } = JSON.parse(line) as { url?: unknown };
      if (typeof url === 'string' && isWebAddress(url)) listed.add(withoutFragment(url));
    } catch {
      // The archive is read by what is left of its list.
    }
  }
}
