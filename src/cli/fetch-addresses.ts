import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { fetchCaptures } from '../fetch/fetch-captures.ts';
import { warcInfo, warcRecordOf } from '../fetch/write-warc.ts';
import type { Capture } from '../ingest/capture.ts';
import { StemmaError, type Warning } from '../model/errors.ts';
import type { ReadingFlags } from './options.ts';
import type { Surroundings, Terminal } from './terminal.ts';
import { UnfinishedFile } from './unfinished-file.ts';

/**
 * Fetches what a user named by address, dated by the clock here, and keeps the pages in a web archive where `--save-pages` asks for it.
 *
 * @throws {StemmaError} `would-overwrite` before anything is fetched; `cannot-write`.
 */
export async function* fetchAddresses(
  addresses: readonly string[],
  flags: ReadingFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): AsyncGenerator<Capture | Warning> {
  const archive =
    flags.savePages === undefined
      ? null
      : openArchive(flags.savePages, flags.force ?? false, surroundings.cwd);
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

/**
 * The web archive that `--save-pages` names.
 *
 * @throws {StemmaError} `bad-option`, `would-overwrite`, `cannot-write`.
 */
function openArchive(name: string, force: boolean, cwd: string): UnfinishedFile {
  if (!/\.warc\.gz$/i.test(name))
    throw new StemmaError(
      'bad-option',
      `--save-pages writes a web archive; name it ${name.replace(/\.\w{1,5}$/, '')}.warc.gz.`,
    );
  const path = resolve(cwd, name);
  if (existsSync(path) && !force)
    throw new StemmaError(
      'would-overwrite',
      `${name} is already there. Add --force to overwrite it, or name another file with --save-pages.`,
    );
  return new UnfinishedFile(path);
}
