import type { Warning } from '../model/errors.ts';
import type { DocumentParts } from './document-from-text.ts';
import { captureFormat, showAddress, type Capture } from './capture.ts';
import { refused, shortened, type FileContents } from './file-contents.ts';
import type { ReadLimits } from './read-file.ts';
import { readPlain } from './read-plain.ts';
import { pagesInWacz, pagesInWarc } from './read-web-archive.ts';
import { DEFAULT_MAX_BYTES } from './size-limit.ts';

/** The pages of a web archive, each with the address and the moment of its capture. */
export async function readWebArchive(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
): Promise<FileContents> {
  const items = /\.wacz$/i.test(name) ? pagesInWacz(bytes, maxBytes) : pagesInWarc(bytes, maxBytes);
  if (items === null)
    return refused('unreadable-file', name, `${name} was left out: it is no ZIP archive, or a damaged one.`);
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  const passedOver = new Map<string, number>();
  for (const item of items) {
    if (item.kind === 'passed-over') passedOver.set(item.why, (passedOver.get(item.why) ?? 0) + 1);
    else if (item.kind === 'bad') {
      const place = item.address === undefined ? name : `${showAddress(item.address)} in ${name}`;
      const what = item.address === undefined ? '' : ' was left out';
      warnings.push({ code: 'bad-record', message: `${place}${what}: ${item.problem}.`, file: name });
    } else {
      const page = await readCapture(item.capture, { maxBytes });
      parts.push(...page.parts.map((part) => ({ ...part, file: name })));
      for (const warning of page.warnings)
        if (warning.code === 'no-text') passedOver.set('no-text', (passedOver.get('no-text') ?? 0) + 1);
        else warnings.push({ ...warning, file: name });
    }
  }
  if (passedOver.size > 0) warnings.push(passedOverWarning(name, passedOver));
  if (parts.length === 0 && warnings.length === 0)
    return refused('no-text', name, `${name} was left out: it holds no page.`);
  return { parts, warnings: shortened(warnings, name) };
}

const PASSED_OVER: Readonly<Record<string, string>> = {
  unchanged: 'say only that a page was found unchanged',
  error: 'are pages that the server did not give',
  unlisted: 'were loaded by pages and are none themselves',
  'no-text': 'hold no text',
};

function passedOverWarning(file: string, counts: ReadonlyMap<string, number>): Warning {
  const list = Object.entries(PASSED_OVER).flatMap(([why, words]) => {
    const count = counts.get(why);
    return count === undefined ? [] : [`${count} ${words}`];
  });
  return {
    code: 'skipped-records',
    message: `Records of ${file} that were passed over: ${list.join(', ')}.`,
    file,
  };
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
