import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { StemmaError } from '../model/errors.ts';

/**
 * A file that is written beside its place and moved there when it is whole: whoever looks finds all of it or nothing. What is not finished is taken
 * away, also where the user interrupts the work.
 */
export class UnfinishedFile {
  readonly #path: string;
  readonly #beside: string;
  #descriptor: number | null;

  /** @throws {StemmaError} `cannot-write`. */
  constructor(path: string) {
    this.#path = path;
    this.#beside = `${path}.${process.pid}.tmp`;
    hold(this.#beside);
    try {
      this.#descriptor = openSync(this.#beside, 'wx');
    } catch (cause) {
      release(this.#beside);
      throw cannotWrite(path, cause);
    }
  }

  /** @throws {StemmaError} `cannot-write`. */
  write(content: Uint8Array | string): void {
    if (this.#descriptor === null) return;
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#descriptor, bytes, at);
    } catch (cause) {
      throw cannotWrite(this.#path, cause);
    }
  }

  /**
   * Moves the file to its place.
   *
   * @throws {StemmaError} `cannot-write`.
   */
  finish(): void {
    try {
      this.#close();
      renameSync(this.#beside, this.#path);
      release(this.#beside);
    } catch (cause) {
      throw cannotWrite(this.#path, cause);
    }
  }

  /** Takes away what was not finished; nothing when it was. */
  abandon(): void {
    if (!held.has(this.#beside)) return;
    try {
      this.#close();
    } catch {
      // what matters is that nothing is left
    }
    remove(this.#beside);
    release(this.#beside);
  }

  #close(): void {
    if (this.#descriptor === null) return;
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    closeSync(descriptor);
  }
}

const held = new Set<string>();

/** What a user or a system ends a program with; a shell shows 128 and the signal's number as its exit code. */
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Signal = keyof typeof SIGNALS;

/**
 * While files are open, signals are handled here. At other times they are not: a handler runs only between two pieces of work, and an analysis is one
 * long piece, which Ctrl-C is to end at once.
 */
function hold(path: string): void {
  if (held.size === 0) for (const signal of signals()) process.on(signal, endedBy);
  held.add(path);
}

function release(path: string): void {
  held.delete(path);
  if (held.size === 0) for (const signal of signals()) process.off(signal, endedBy);
}

function signals(): Signal[] {
  return Object.keys(SIGNALS) as Signal[];
}

function endedBy(signal: Signal): void {
  for (const path of held) remove(path);
  process.exit(128 + SIGNALS[signal]);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // the place cannot be reached: nothing of ours lies there
  }
}

/** The error that a file could not be written, with the system's reason in words. */
export function cannotWrite(path: string, cause: unknown): StemmaError {
  return new StemmaError('cannot-write', `${path} cannot be written: ${reason(cause)}.`, { cause });
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left',
    ENOENT: 'its folder is not there',
    EISDIR: 'it is a folder',
    ENOTDIR: 'part of the path is a file',
    EEXIST: 'part of the path is a file',
    ENAMETOOLONG: 'the name is too long',
  };
  return known[code] ?? (code || String(cause));
}
