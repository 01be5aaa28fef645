import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { StemmaError } from '../model/errors.ts';

/** A file to write, whole. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Where a page and its JSON twin go. With `out`: that file, or a file of the default name in that folder. Without: in the
 * current folder, named after the input, with a number where another dossier already has the name.
 */
export function reportFiles(
  cwd: string,
  paths: readonly string[],
  out: string | undefined,
  contents: { readonly page: string; readonly twin: string },
): { readonly page: OutputFile; readonly twin: OutputFile } {
  const name = `${storyName(cwd, paths)}-dossier`;
  if (out !== undefined) {
    const path = resolve(cwd, out);
    return pair(/[\\/]$/.test(out) || isFolder(path) ? join(path, `${name}.html`) : path, contents);
  }
  for (let number = 1; ; number++) {
    const files = pair(join(cwd, `${name}${number === 1 ? '' : `-${number}`}.html`), contents);
    if ([files.page, files.twin].every((file) => !existsSync(file.path) || isWritten(file))) return files;
  }
}

function pair(
  path: string,
  { page, twin }: { readonly page: string; readonly twin: string },
): { readonly page: OutputFile; readonly twin: OutputFile } {
  const beside = join(dirname(path), `${basename(path, extname(path))}.json`);
  if (beside === path)
    throw new StemmaError('bad-option', '--out names the page; its JSON twin gets the ending .json itself.');
  return { page: { path, content: page }, twin: { path: beside, content: twin } };
}

/**
 * Writes files whole or not at all: each beside its place first, then moved there. A file that holds its content already
 * stays as it is.
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
  for (const { path, content } of open) {
    const beside = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(beside, content, { flag: 'wx' });
      renameSync(beside, path);
    } catch (cause) {
      rmSync(beside, { force: true });
      throw new StemmaError('cannot-write', `${path} cannot be written: ${reason(cause)}.`, { cause });
    }
  }
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left',
    ENOTDIR: 'part of the path is a file',
    EEXIST: 'part of the path is a file',
    ENAMETOOLONG: 'the name is too long',
  };
  return known[code] ?? (code || String(cause));
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isWritten({ path, content }: OutputFile): boolean {
  try {
    const stat = statSync(path);
    return (
      stat.isFile() && stat.size === Buffer.byteLength(content) && readFileSync(path, 'utf8') === content
    );
  } catch {
    return false;
  }
}

/** A name for the story: its folder's, or its first file's without the ending. */
function storyName(cwd: string, paths: readonly string[]): string {
  const first = resolve(cwd, paths[0] ?? '.');
  const folder = isFolder(first);
  const name =
    paths.length === 1 || folder ? (folder ? basename(first) : basename(first, extname(first))) : 'stemma';
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'stemma';
}
