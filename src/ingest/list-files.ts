import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { StemmaError, type Warning } from '../model/errors.ts';

/** A file to read, and the name under which people know it. */
export interface ListedFile {
  readonly path: string;
  /** Where the path leads once all links are followed. */
  readonly realPath: string;
  /** Relative to the folder that was given, with `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
}

/** Left silently by systems and archivers; nobody means them. */
const SYSTEM_FILES = new Set(['Thumbs.db', 'desktop.ini', '__MACOSX']);

/** Files that speak about a folder and are not of it; left out of a folder, read when they are named. */
const ABOUT_THE_FOLDER =
  /^(?:readme|notes?|licen[cs]e|copying|changelog|contributing)(?:\.(?:md|txt|html?))?$/i;

/** A reader's annotation beside the accounts (docs/stories.md); nobody means it to be read as one. */
const READERS_GOLD = 'expected.json';

/** What the command writes when no name is given (docs/cli.md): the next run in the same folder must not read it. */
const OWN_OUTPUT =
  /-dossier(?:-\d+)?(?:-[a-z]+)?\.(?:html|json|md|csv|jsonld)$|-dossier(?:-\d+)?\.annotations\.jsonld$/;

/**
 * The files under `paths`, sorted by name in an order that no locale changes. Hidden files and files of the system are left
 * out; each file comes once, however many links and paths lead to it, so a loop of links ends.
 *
 * @throws {StemmaError} `path-not-found` when a path that was given is not there.
 */
export async function listFiles(
  paths: readonly string[],
): Promise<{ files: ListedFile[]; warnings: Warning[] }> {
  const walk: Walk = { seen: new Set(), files: [], warnings: [] };
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind.error?.code === 'ENOENT')
      throw new StemmaError('path-not-found', `There is no file or folder ${path}.`, { cause: kind.error });
    if (kind.folder) await walkFolder(walk, path, '');
    else await addFile(walk, path, basename(path), kind);
  }
  walk.files.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.path, b.path));
  return { files: withDistinctNames(walk.files), warnings: walk.warnings };
}

interface Walk {
  readonly seen: Set<string>;
  readonly files: ListedFile[];
  readonly warnings: Warning[];
}

interface Kind {
  readonly folder: boolean;
  readonly file: boolean;
  readonly bytes: number;
  readonly error?: NodeJS.ErrnoException;
}

async function kindOf(path: string): Promise<Kind> {
  try {
    const stats = await stat(path);
    return { folder: stats.isDirectory(), file: stats.isFile(), bytes: stats.size };
  } catch (error) {
    return { folder: false, file: false, bytes: 0, error: error as NodeJS.ErrnoException };
  }
}

async function walkFolder(walk: Walk, folder: string, prefix: string): Promise<void> {
  const open: { folder: string; prefix: string }[] = [{ folder, prefix }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ((await firstSeen(walk, next.folder)) === null) continue;
    let names: string[];
    try {
      names = await readdir(next.folder);
    } catch (error) {
      walk.warnings.push(unreadable(next.prefix === '' ? next.folder : next.prefix, error));
      continue;
    }
    for (const name of names.sort(compareNames)) {
      if (name.startsWith('.') || name === READERS_GOLD || SYSTEM_FILES.has(name)) continue;
      const path = join(next.folder, name);
      const shown = next.prefix === '' ? name : `${next.prefix}/${name}`;
      const kind = await kindOf(path);
      if (kind.folder) open.push({ folder: path, prefix: shown });
      else if (OWN_OUTPUT.test(name)) walk.warnings.push(ownDossier(shown));
      else if (ABOUT_THE_FOLDER.test(name)) {
        walk.warnings.push({
          code: 'about-the-folder',
          message: `${shown} was left out: by its name it speaks about the folder. Name the file itself to have it read.`,
          file: shown,
        });
      } else await addFile(walk, path, shown, kind);
    }
  }
}

async function addFile(walk: Walk, path: string, name: string, kind: Kind): Promise<void> {
  if (!kind.file) {
    walk.warnings.push(unreadable(name, kind.error ?? new Error('it is not a regular file')));
    return;
  }
  const realPath = await firstSeen(walk, path);
  if (realPath !== null) walk.files.push({ path, realPath, name, bytes: kind.bytes });
}

/** Where the path leads; `null` when another path led there before. */
async function firstSeen(walk: Walk, path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => path);
  if (walk.seen.has(real)) return null;
  walk.seen.add(real);
  return real;
}

/** Names that two folders share are shown with the path that was given, so that each names one file. */
function withDistinctNames(files: readonly ListedFile[]): ListedFile[] {
  const count = new Map<string, number>();
  for (const { name } of files) count.set(name, (count.get(name) ?? 0) + 1);
  return files.map((file) =>
    (count.get(file.name) ?? 0) > 1 ? { ...file, name: file.path.replaceAll('\\', '/') } : file,
  );
}

/** A warning that a file is what Stemma itself wrote, and no account. */
export function ownDossier(name: string): Warning {
  return {
    code: 'own-dossier',
    message: `${name} was left out: it is a dossier that Stemma wrote, and no account.`,
    file: name,
  };
}

/** A warning that a file or folder could not be read, with the reason in words. */
export function unreadable(name: string, error: unknown): Warning {
  return { code: 'unreadable-file', message: `${name} could not be read: ${reasonOf(error)}.`, file: name };
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  ENOENT: 'it is not there, or is a link that leads nowhere',
  ELOOP: 'it is a link that leads to itself',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}

/** By UTF-16 units: the same on every machine. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
