import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isAddress } from '../ingest/capture.ts';
import { StemmaError } from '../model/errors.ts';
import { cannotWrite, UnfinishedFile } from './unfinished-file.ts';

/** A file to write, whole. */
export interface OutputFile {
  readonly path: string;
  /** Whole, or in pieces that can be gone through more than once. */
  readonly text: string | Iterable<string>;
}

/** Endings that `--out` may have; what is written has the ending of its format. */
const ENDINGS = /\.(?:html?|json|md|csv|jsonld)$/i;

/**
 * Where a dossier's files go. With `out`: files of that name, or of the default name in that folder. Without: in the current
 * folder, named after the input, with a number where another dossier already has the name.
 *
 * @param files - what is put after the name, and the text; at least one.
 */
export function placeFiles(
  cwd: string,
  paths: readonly string[],
  out: string | undefined,
  files: readonly { readonly suffix: string; readonly text: OutputFile['text'] }[],
): OutputFile[] {
  const named = (base: string): OutputFile[] =>
    files.map(({ suffix, text }) => ({ path: `${base}${suffix}`, text }));
  const name = `${storyName(cwd, paths)}-dossier`;
  if (out !== undefined) {
    const path = resolve(cwd, out);
    return named(/[\\/]$/.test(out) || isFolder(path) ? join(path, name) : path.replace(ENDINGS, ''));
  }
  for (let number = 1; ; number++) {
    const placed = named(join(cwd, `${name}${number === 1 ? '' : `-${number}`}`));
    if (placed.every((file) => !existsSync(file.path) || isWritten(file))) return placed;
  }
}

/**
 * Writes files whole or not at all: each beside its place first, then moved there. A file that holds its text already stays
 * as it is.
 *
 * @throws {StemmaError} `would-overwrite` when something else lies at one of the places and `force` is not given, before any
 *   of them is written; `cannot-write`.
 */
export function writeOutput(files: readonly OutputFile[], force: boolean): void {
  const open = files.filter((file) => !isWritten(file));
  for (const { path } of open) {
    if (isFolder(path))
      throw new StemmaError('would-overwrite', `${path} is a folder. Name a file with --out.`);
    if (existsSync(path) && !force) {
      throw new StemmaError(
        'would-overwrite',
        `${path} is already there. Add --force to overwrite it, or name another file with --out.`,
      );
    }
  }
  for (const { path, text } of open) {
    makeFolder(path);
    const file = new UnfinishedFile(path);
    try {
      for (const piece of piecesOf(text)) file.write(piece);
      file.finish();
    } finally {
      file.abandon();
    }
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function piecesOf(text: OutputFile['text']): Iterable<string> {
  return typeof text === 'string' ? [text] : text;
}

function isWritten({ path, text }: OutputFile): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const descriptor = openSync(path, 'r');
    try {
      return holds(descriptor, piecesOf(text));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/** Whether a file holds these pieces and nothing else. */
function holds(descriptor: number, pieces: Iterable<string>): boolean {
  let place = 0;
  for (const piece of pieces) {
    const wanted = Buffer.from(piece);
    const found = Buffer.alloc(wanted.length);
    if (readSync(descriptor, found, 0, found.length, place) !== wanted.length || !found.equals(wanted))
      return false;
    place += wanted.length;
  }
  return fstatSync(descriptor).size === place;
}

/**
 * A heading for the story when the user gives none: the folder's name in words. A document's own headline would speak for
 * one of the accounts.
 */
export function storyTitle(cwd: string, paths: readonly string[]): string | undefined {
  const folder = paths.length === 1 ? resolve(cwd, paths[0] ?? '.') : undefined;
  if (folder === undefined || !isFolder(folder)) return undefined;
  const words = basename(folder)
    .replace(/[-_.\s]+/g, ' ')
    .trim();
  return words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name for the story: its folder's, its first file's without the ending, or its host's. */
function storyName(cwd: string, paths: readonly string[]): string {
  const [given = '.'] = paths;
  if (paths.length === 1 && isAddress(given))
    return URL.canParse(given) ? new URL(given).hostname.replace(/[^\w.-]+/g, '-') : 'stemma';
  const first = resolve(cwd, given);
  const folder = isFolder(first);
  const name =
    paths.length === 1 || folder ? (folder ? basename(first) : basename(first, extname(first))) : 'stemma';
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'stemma';
}
