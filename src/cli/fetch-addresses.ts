import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';

import { fetchCaptures } from '../fetch/fetch-captures.ts';
import { warcInfo, warcRecordOf } from '../fetch/write-warc.ts';
import type { Capture } from '../ingest/capture.ts';
import { StemmaError, type Warning } from '../model/errors.ts';
import type { StoryFlags } from './options.ts';
import { cannotWrite, removeRest } from './output-file.ts';
import type { Surroundings, Terminal } from './terminal.ts';

/**
 * Fetches what a user named by address, dated by the clock here, and keeps the pages in a web archive where `--save-pages` asks for it.
 *
 * @throws {StemmaError} `would-overwrite` before anything is fetched; `cannot-write`.
 */
export async function* fetchAddresses(
  addresses: readonly string[],
  flags: StoryFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): AsyncGenerator<Capture | Warning> {
  const archive =
    flags.savePages === undefined ? null : new PageArchive(flags.savePages, flags, surroundings);
  const now = surroundings.now ?? (() => new Date());
  try {
    archive?.write(warcInfo(now().toISOString()));
    const results = fetchCaptures(addresses, {
      now,
      limits: flags.maxSize === undefined ? {} : { maxBytes: flags.maxSize },
      allowPrivateAddresses: flags.allowPrivateAddresses ?? false,
      ...(flags.feedArticles === undefined ? {} : { feedArticles: flags.feedArticles }),
      onPage: (done, total) => terminal.progress(`Fetching ${done} of ${total}`),
    });
    for await (const result of results) {
      if ('bytes' in result) archive?.write(warcRecordOf(result));
      yield 'bytes' in result ? result : withProxy(result, surroundings.env);
    }
    archive?.finish();
  } finally {
    archive?.abandon();
    terminal.endProgress();
  }
}

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

/** Whoever needs a proxy sees nothing but failed connections, and should learn why. */
function withProxy(warning: Warning, env: Surroundings['env']): Warning {
  const proxy = PROXIES.find((name) => (env[name] ?? '') !== '');
  if (proxy === undefined || (warning.code !== 'fetch-failed' && warning.code !== 'fetch-timeout'))
    return warning;
  return { ...warning, message: `${warning.message} The proxy in ${proxy} is not used.` };
}

/** A web archive that is written beside its place and moved there when it is whole. */
class PageArchive {
  readonly #path: string;
  readonly #beside: string;
  #file: number | null;

  constructor(name: string, { force }: StoryFlags, { cwd }: Surroundings) {
    this.#path = resolve(cwd, name);
    if (!/\.warc\.gz$/i.test(name))
      throw new StemmaError(
        'bad-option',
        `--save-pages writes a web archive; name it ${name.replace(/\.\w{1,5}$/, '')}.warc.gz.`,
      );
    if (existsSync(this.#path) && force !== true)
      throw new StemmaError(
        'would-overwrite',
        `${name} is already there. Add --force to overwrite it, or name another file with --save-pages.`,
      );
    this.#beside = `${this.#path}.${process.pid}.tmp`;
    try {
      this.#file = openSync(this.#beside, 'wx');
    } catch (cause) {
      throw cannotWrite(this.#path, cause);
    }
  }

  write(bytes: Uint8Array): void {
    if (this.#file === null) return;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    } catch (cause) {
      throw cannotWrite(this.#path, cause);
    }
  }

  finish(): void {
    if (this.#file === null) return;
    closeSync(this.#file);
    this.#file = null;
    try {
      renameSync(this.#beside, this.#path);
    } catch (cause) {
      throw cannotWrite(this.#path, cause);
    }
  }

  /** Takes away what was not finished. */
  abandon(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    removeRest(this.#beside);
  }
}
