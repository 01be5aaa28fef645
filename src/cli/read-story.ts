import { resolve } from 'node:path';

import { isAddress, showAddress } from '../ingest/capture.ts';
import { readDocuments, type IngestResult } from '../ingest/read-documents.ts';
import { StemmaError, type ErrorCode, type Warning } from '../model/errors.ts';
import type { ReadingFlags } from './options.ts';
import type { Surroundings, Terminal } from './terminal.ts';

/** Names of standard input; a file that has the name is `./-`. */
const STANDARD_INPUT = /^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/;

/**
 * Reads the accounts that a command line names: files, folders and addresses.
 *
 * @param untold - a warning that says nothing about what the command does.
 * @throws {StemmaError} `nothing-readable` when no document in English is among them; `bad-option`, `path-not-found`, `bad-table`,
 *   `would-overwrite`, `cannot-write`.
 */
export async function readStory(
  paths: readonly string[],
  flags: ReadingFlags,
  surroundings: Surroundings,
  terminal: Terminal,
  untold: ErrorCode | null = null,
): Promise<IngestResult> {
  if (flags.savePages !== undefined && !paths.some(isAddress))
    throw new StemmaError('bad-option', '--save-pages keeps pages that are fetched; no address was given.');
  const stream = paths.find((path) => STANDARD_INPUT.test(path));
  if (stream !== undefined) {
    throw new StemmaError(
      'bad-option',
      `A story is not read from standard input (${stream}). Write the text to a file and name that, ` +
        'or use stemma attribute, which reads NDJSON from standard input.',
    );
  }
  const addresses = paths.filter(isAddress);
  const captures =
    addresses.length === 0
      ? undefined
      : (await import('./fetch-addresses.ts')).fetchAddresses(addresses, flags, surroundings, terminal);
  const read = await readDocuments(
    paths.filter((path) => !isAddress(path)).map((path) => resolve(surroundings.cwd, path)),
    {
      ...(captures === undefined ? {} : { captures }),
      ...(flags.date === undefined ? {} : { date: flags.date }),
      ...(flags.documents === undefined
        ? {}
        : { documentsTable: resolve(surroundings.cwd, flags.documents) }),
      ...(flags.maxSize === undefined ? {} : { maxBytes: flags.maxSize }),
    },
  );
  for (const warning of read.warnings) if (warning.code !== untold) terminal.warn(warning);
  if (!read.documents.some((document) => document.analysed))
    throw nothingReadable(paths, read, flags.quiet ?? false);
  return read;
}

/** How many reasons an error gives where the warnings, which have them all, are not shown. */
const REASONS_SHOWN = 3;

function nothingReadable(
  paths: readonly string[],
  { documents, warnings }: IngestResult,
  quiet: boolean,
): StemmaError {
  const where = paths.map((path) => (isAddress(path) ? showAddress(path) : path)).join(', ');
  return new StemmaError(
    'nothing-readable',
    `Nothing in ${where} could be analysed: ${whyNothing(documents.length, warnings, quiet)}.`,
  );
}

function whyNothing(read: number, warnings: readonly Warning[], quiet: boolean): string {
  if (read > 0) return 'no document in English is among them';
  if (warnings.length === 0)
    return 'there are no files with texts in it (docs/formats.md lists what is read)';
  if (!quiet) return warnings.length === 1 ? 'the reason is given above' : 'the reasons are listed above';
  const reasons = warnings.slice(0, REASONS_SHOWN).map(({ message }) => message.replace(/\.$/, ''));
  const others = warnings.length - reasons.length;
  return [...reasons, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}
