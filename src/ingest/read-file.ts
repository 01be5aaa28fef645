import { extname } from 'node:path';
import type { Warning } from '../model/errors.ts';
import type { DocumentParts } from './document-from-text.ts';
import { refused, shortened, type FileContents } from './file-contents.ts';
import { openGzip, openZip } from './read-archive.ts';
import { readPlain } from './read-plain.ts';
import { DEFAULT_MAX_BYTES } from './size-limit.ts';

/** Limits on what one file may become. */
export interface ReadLimits {
  /** Bytes of a file within an archive, unpacked; {@link DEFAULT_MAX_BYTES} when absent. */
  readonly maxBytes?: number;
}

/** Reads the bytes of one file by the ending of its name. Never throws on account of what the bytes are. */
export async function readFileContents(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits = {},
): Promise<FileContents> {
  const ending = extname(name).toLowerCase();
  const maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
  if (bytes.length > 0 && ending === '.zip') return readZip(name, bytes, maxBytes);
  if (bytes.length > 0 && ending === '.gz') {
    const unpacked = openGzip(bytes, maxBytes);
    if (typeof unpacked === 'string')
      return refused('unreadable-file', name, `${name} was left out: ${unpacked}.`);
    const { parts, warnings } = await readPlain(name.slice(0, -ending.length), unpacked, maxBytes, 1);
    const named = (message: string): string =>
      message.startsWith(name) ? message : message.replace(name.slice(0, -ending.length), name);
    return {
      parts: parts.map((part) => ({ ...part, file: name })),
      warnings: warnings.map((each) => ({ ...each, file: name, message: named(each.message) })),
    };
  }
  return readPlain(name, bytes, maxBytes, 0);
}

/** Every file of an archive as if it lay in a folder of that name; archives within it are not opened. */
async function readZip(name: string, bytes: Uint8Array, maxBytes: number): Promise<FileContents> {
  const entries = openZip(bytes, { maxBytes });
  if (entries === null)
    return refused('unreadable-file', name, `${name} was left out: it is no ZIP archive, or a damaged one.`);
  const parts: DocumentParts[] = [];
  const warnings: Warning[] = [];
  for (const entry of entries) {
    if (entry.name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) continue;
    const inner = `${name}/${entry.name}`;
    if (!entry.ok)
      warnings.push({
        code: 'unreadable-file',
        message: `${inner} was left out: ${entry.problem}.`,
        file: inner,
      });
    else {
      const contents = await readPlain(inner, entry.bytes, maxBytes, 1);
      parts.push(
        ...contents.parts.map((part) => ({ ...part, place: { member: entry.name, ...part.place } })),
      );
      warnings.push(...contents.warnings);
    }
  }
  if (parts.length === 0 && warnings.length === 0)
    return refused('empty-file', name, `${name} holds no file.`);
  return { parts, warnings: shortened(warnings, name) };
}
