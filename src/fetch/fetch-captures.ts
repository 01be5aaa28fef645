import { showAddress, type Capture } from '../ingest/capture.ts';
import type { Warning } from '../model/errors.ts';
import { feedLinks } from './feed-links.ts';
import { FetchProblem } from './fetch-problem.ts';
import { PageFetcher, type FetchOptions } from './page-fetcher.ts';
import { readAddress } from './web-address.ts';

export interface FetchCapturesOptions extends FetchOptions {
  /** How many articles of one feed are fetched; {@link DEFAULT_FEED_ARTICLES} when absent. */
  readonly feedArticles?: number;
  /** Called when a page is there or has failed. */
  readonly onPage?: (done: number, total: number) => void;
}

/** A feed's front page; more is a crawl, which one asks a site's owner about. */
export const DEFAULT_FEED_ARTICLES = 20;

/** Hosts that are asked at the same time; of each, one page at a time. */
const MOST_HOSTS = 4;

/**
 * Fetches pages from addresses that a user named, and the articles of feeds among them, each address once. What cannot be had becomes a warning, and the rest goes on.
 *
 * @returns Captures and warnings in the order of the addresses.
 */
export async function* fetchCaptures(
  addresses: readonly string[],
  options: FetchCapturesOptions = {},
): AsyncGenerator<Capture | Warning> {
  const fetcher = new PageFetcher(options);
  const queue = new HostQueue(MOST_HOSTS);
  const seen = new Set<string>();
  let done = 0;
  const start = (address: string): Promise<Capture | Warning> | null => {
    try {
      const url = readAddress(address);
      if (seen.has(url.href)) return null;
      seen.add(url.href);
      const result = queue
        .add(url.hostname, () => fetcher.fetch(url))
        .catch((error: unknown) => warningOf(address, error))
        .finally(() => options.onPage?.(++done, seen.size));
      // It may fail before it is its turn to be looked at.
      result.catch(() => undefined);
      return result;
    } catch (error) {
      return Promise.resolve(warningOf(address, error));
    }
  };

  for (const pending of addresses.map(start)) {
    if (pending === null) continue;
    const result = await pending;
    const links = 'bytes' in result ? feedLinks(result) : null;
    if (links === null || links.length === 0) {
      yield result;
      continue;
    }
    const most = options.feedArticles ?? DEFAULT_FEED_ARTICLES;
    if (links.length > most) yield boundedWarning((result as Capture).address, links.length, most);
    for (const article of links.slice(0, most).map(start)) if (article !== null) yield await article;
  }
}

function warningOf(address: string, error: unknown): Warning {
  if (!(error instanceof FetchProblem)) throw error;
  const name = showAddress(address);
  return { code: error.code, message: `${name} was not fetched: ${error.message}.`, file: name };
}

function boundedWarning(address: string, articles: number, most: number): Warning {
  const name = showAddress(address);
  return {
    code: 'feed-bounded',
    message: `${name} lists ${articles} articles; the first ${most} were fetched. --feed-articles changes the number.`,
    file: name,
  };
}

/** Starts work host by host: what waits for a slow host holds up no other. */
class HostQueue {
  readonly #most: number;
  readonly #active = new Set<string>();
  #waiting: { readonly host: string; readonly start: () => void }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add<T>(host: string, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.#active.add(host);
        work()
          .then(resolve, reject)
          .finally(() => {
            this.#active.delete(host);
            this.#next();
          });
      };
      this.#waiting.push({ host, start });
      this.#next();
    });
  }

  #next(): void {
    while (this.#active.size < this.#most) {
      const at = this.#waiting.findIndex(({ host }) => !this.#active.has(host));
      const [next] = at < 0 ? [] : this.#waiting.splice(at, 1);
      if (next === undefined) return;
      next.start();
    }
  }
}
