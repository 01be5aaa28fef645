import type { Warning } from '../model/errors.ts';
import type { DocumentParts } from './document-from-text.ts';
import { sourceOf, type ByteSource } from './byte-source.ts';
import { captureFormat, showAddress, type Capture } from './capture.ts';
import { refused, shortened, type FileContents } from './file-contents.ts';
import type { ReadLimits } from './read-file.ts';
import { readPlain } from './read-plain.ts';
import { roleByShape, type PageRole } from './page-role.ts';
import { PassedOver } from './passed-over.ts';
import { pagesInWacz, pagesInWarc, type ArchiveItem } from './read-web-archive.ts';
import { DEFAULT_MAX_BYTES } from './size-limit.ts';

/** The pages of a web archive, each with the address and the moment of its capture. */
export async function readWebArchive(
  name: string,
  archive: Uint8Array | ByteSource,
  maxBytes: number,
): Promise<FileContents> {
  const items = itemsIn(name, archive, maxBytes);
  if (items === null)
    return refused('unreadable-file', name, `${name} was left out: it is no ZIP archive, or a damaged one.`);
  const pages: ArchivedPage[] = [];
  const warnings: Warning[] = [];
  const passedOver = new PassedOver();
  for (const item of items) {
    if (item.kind === 'passed-over') passedOver.add(item.why);
    else if (item.kind === 'bad') {
      const place = item.address === undefined ? name : `${showAddress(item.address)} in ${name}`;
      const what = item.address === undefined ? '' : ' was left out';
      warnings.push({ code: 'bad-record', message: `${place}${what}: ${item.problem}.`, file: name });
    } else {
      const { parts, warnings: own } = await readCapture(item.capture, { maxBytes });
      if (own.some(({ code }) => code === 'no-text')) passedOver.add('no-text');
      const { capture, ...how } = item;
      // The bytes are let go: an archive's texts fit into memory, its pages need not.
      pages.push({
        ...how,
        address: capture.address,
        parts: parts.map((part) => ({ ...part, file: name })),
        warnings: own.flatMap((each) => (each.code === 'no-text' ? [] : [{ ...each, file: name }])),
      });
    }
  }
  const kept = pages.filter((page) => {
    const role = roleOf(page, pages.length === 1);
    if (role !== null) passedOver.add(role, page.address);
    return role === null;
  });
  warnings.push(...kept.flatMap((page) => page.warnings), ...passedOver.warnings(name));
  const parts = kept.flatMap((page) => page.parts);
  if (parts.length === 0 && warnings.length === 0)
    return refused('no-text', name, `${name} was left out: it holds no page.`);
  return { parts, warnings: shortened(warnings, name) };
}

function itemsIn(
  name: string,
  archive: Uint8Array | ByteSource,
  maxBytes: number,
): Generator<ArchiveItem> | null {
  if (!/\.wacz$/i.test(name)) return pagesInWarc('read' in archive ? archive : sourceOf(archive), maxBytes);
  return pagesInWacz('read' in archive ? archive.read(0, archive.length) : archive, maxBytes);
}

interface ArchivedPage extends Omit<Extract<ArchiveItem, { kind: 'page' }>, 'capture'> {
  readonly address: string;
  readonly parts: readonly DocumentParts[];
  readonly warnings: readonly Warning[];
}

/** What a page is where it is no article: its archiver is believed first, then the records about it, then its own words. */
function roleOf(
  { listed, isEmbedded, isFromElsewhere, parts }: ArchivedPage,
  alone: boolean,
): PageRole | null {
  if (listed || parts.length === 0) return null;
  return isEmbedded() ? 'embedded' : roleByShape(parts, { fromElsewhere: isFromElsewhere(), alone });
}

/** Reads what came from an address: by the type that the server gave, not by the address's ending. */
export async function readCapture(capture: Capture, limits: ReadLimits = {}): Promise<FileContents> {
  const { address, requested, captured, bytes, cut } = capture;
  const name = showAddress(address);
  const format = captureFormat(capture.contentType, bytes);
  if (format === null)
    return refused(
      'unsupported-format',
      name,
      `${name} was left out: it is ${capture.contentType === '' ? 'of no type that is read' : `of the type ${capture.contentType.slice(0, 80).replace(/[^\x20-\x7e]/g, '?')}`}, no page, text, feed or PDF.`,
    );
  const contents = await readPlain(name, bytes, limits.maxBytes ?? DEFAULT_MAX_BYTES, 0, format);
  const from = {
    ...(captured === undefined ? {} : { captured }),
    address,
    ...(requested === undefined || requested === address ? {} : { requested }),
  };
  const parts = contents.parts.map((part) => ({
    ...part,
    file: undefined,
    url: addressOf(part.url, address, format.ending),
    ...(part.provenance === undefined ? {} : { provenance: { ...part.provenance, ...from } }),
  }));
  const warnings = [...contents.warnings];
  if (cut && parts.length > 0)
    warnings.push({
      code: 'bad-record',
      message: `${name} breaks off: the end of what was captured is missing.`,
      file: name,
    });
  return { parts, warnings };
}

/** What a page says its address is counts where it names the host that it came from; a feed's entries are elsewhere by nature. */
function addressOf(stated: string | undefined, address: string, ending: string): string {
  if (stated === undefined || !URL.canParse(stated)) return address;
  if (ending !== '.html') return stated;
  return hostOf(stated) === hostOf(address) ? stated : address;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^(?:www|m|amp)\./, '') : '';
}
