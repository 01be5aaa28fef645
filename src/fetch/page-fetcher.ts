import { captureFormat, mayBeRead, type Capture } from '../ingest/capture.ts';
import { VERSION } from '../model/version.ts';
import { resolveBySystem, whyRefused, type Resolve } from './address-guard.ts';
import { FetchProblem } from './fetch-problem.ts';
import { HostTurns } from './host-turns.ts';
import { exchange, type Answer, type ExchangeLimits } from './http-exchange.ts';
import { redirectTarget } from './redirect.ts';
import { ALLOW_ALL, MOST_ROBOTS_BYTES, readRobots, type RobotRules } from './robots.ts';

/** How much is fetched, how fast, and for how long one waits. Times are in milliseconds. */
export interface FetchLimits extends ExchangeLimits {
  /** Between the end of one page and the beginning of the next of the same host. */
  readonly delayMs: number;
  /** The longest `Crawl-delay` that is kept; a longer one is shortened to this. */
  readonly maxDelayMs: number;
  /** The longest `Retry-After` that is waited for. */
  readonly maxRetryMs: number;
}

/** Browsers wait longer for headers and less long altogether; no article is worth more than a minute and a half. */
export const FETCH_LIMITS: FetchLimits = {
  connectMs: 10_000,
  headersMs: 20_000,
  idleMs: 10_000,
  totalMs: 90_000,
  maxBytes: 20 * 2 ** 20,
  delayMs: 1_000,
  maxDelayMs: 30_000,
  maxRetryMs: 30_000,
};

export interface FetchOptions {
  /** The clock that captures are dated by; the system's when absent. */
  readonly now?: () => Date;
  readonly limits?: Partial<FetchLimits>;
  /** Lets addresses be asked that are not public: a newsroom's own archive, a server on this computer. */
  readonly allowPrivateAddresses?: boolean;
  /** Looks names up; the system's resolver when absent. */
  readonly resolve?: Resolve;
  /** Why an address may not be asked; {@link whyRefused} when absent. */
  readonly refuse?: (address: string) => string | null;
}

/** Says honestly who asks; rules for `stemma` in a host's robots.txt are meant for this name. */
export const USER_AGENT = `stemma/${VERSION} (reads single pages for a person who named them)`;

const ACCEPT =
  'text/html,application/xhtml+xml,application/pdf;q=0.9,application/rss+xml;q=0.9,application/atom+xml;q=0.9,application/xml;q=0.8,text/plain;q=0.8,*/*;q=0.1';

/** How often a host that asks for patience is asked again. */
const MOST_RETRIES = 2;
/** Rules may be redirected this often (RFC 9309, 2.3.1.2). */
const MOST_ROBOTS_REDIRECTS = 5;

/** Fetches pages politely: rules first, one page of a host at a time, with a pause between. */
export class PageFetcher {
  readonly #limits: FetchLimits;
  readonly #now: () => Date;
  readonly #resolve: Resolve;
  readonly #refuse: (address: string) => string | null;
  readonly #turns: HostTurns;
  /** By origin: what was found once holds for the run. */
  readonly #rules = new Map<string, Promise<RobotRules>>();

  constructor(options: FetchOptions) {
    this.#limits = { ...FETCH_LIMITS, ...options.limits };
    this.#now = options.now ?? (() => new Date());
    this.#resolve = options.resolve ?? resolveBySystem;
    this.#refuse = options.allowPrivateAddresses === true ? () => null : (options.refuse ?? whyRefused);
    this.#turns = new HostTurns();
  }

  /**
   * Fetches one page, following its redirects; each step is checked as the first one is.
   *
   * @throws {FetchProblem} with the reason where no readable page is at the end.
   */
  async fetch(asked: URL): Promise<Capture> {
    const visited: URL[] = [];
    let url = asked;
    try {
      for (;;) {
        visited.push(url);
        const answer = await this.#askPolitely(url, visited.length > 1);
        const next = redirectTarget(answer, visited);
        if (next === null) return this.#captureOf(answer, url, asked);
        url = next;
      }
    } catch (error) {
      if (!(error instanceof FetchProblem) || visited.length < 2) throw error;
      throw new FetchProblem(error.code, `it leads to ${url.href.slice(0, 200)}, and ${error.message}`, {
        cause: error,
      });
    }
  }

  #captureOf({ status, headers, body }: Answer, url: URL, asked: URL): Capture {
    if (status !== 200) throw new FetchProblem('http-status', statusWords(status));
    const contentType = headers['content-type'] ?? '';
    if (captureFormat(contentType, body) === null) {
      const type = contentType.slice(0, 80).replace(/[^\x20-\x7e]/g, '?');
      throw new FetchProblem(
        'unsupported-format',
        `it is ${type === '' ? 'of no type that is read' : `of the type ${type}`}, no page, text, feed or PDF`,
      );
    }
    return {
      address: url.href,
      ...(url.href === asked.href ? {} : { requested: asked.href }),
      captured: this.#now().toISOString(),
      contentType,
      bytes: body,
      cut: false,
    };
  }

  async #askPolitely(url: URL, goesOn: boolean): Promise<Answer> {
    const rules = await this.#rulesFor(url);
    if (!rules.allows(url.href))
      throw new FetchProblem(
        'robots-disallowed',
        'its host does not let programs fetch it (robots.txt); save the page with a browser and name the file',
      );
    const pause = Math.min(
      this.#limits.maxDelayMs,
      Math.max(this.#limits.delayMs, (rules.crawlDelay ?? 0) * 1000),
    );
    for (let retries = 0; ; retries++) {
      const answer = await this.#turns.take(url.hostname, { pause, waits: !goesOn || retries > 0 }, () =>
        this.#ask(url, (status, type) => status === 200 && mayBeRead(type), this.#limits.maxBytes),
      );
      const patience = this.#patienceAskedBy(answer);
      if (patience === null || retries >= MOST_RETRIES || patience > this.#limits.maxRetryMs) return answer;
      this.#turns.rest(url.hostname, patience);
    }
  }

  #ask(url: URL, wanted: (status: number, type: string) => boolean, maxBytes: number): Promise<Answer> {
    const headers = { 'User-Agent': USER_AGENT, Accept: ACCEPT, 'Accept-Language': 'en, *;q=0.5' };
    const surroundings = { resolve: this.#resolve, refuse: this.#refuse };
    return exchange(url, headers, wanted, { ...this.#limits, maxBytes }, surroundings);
  }

  /** Milliseconds that a host asks to be left alone for; `null` where it does not ask. */
  #patienceAskedBy({ status, headers }: Answer): number | null {
    if (status !== 429 && status !== 503) return null;
    const asked = headers['retry-after']?.trim() ?? '';
    if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
    const at = Date.parse(asked);
    return Number.isNaN(at) ? null : Math.max(0, at - this.#now().getTime());
  }

  #rulesFor({ origin }: URL): Promise<RobotRules> {
    let rules = this.#rules.get(origin);
    if (rules === undefined) {
      rules = this.#findRules(new URL('/robots.txt', origin));
      // Whoever waits for it hears of a failure; nobody may be waiting any more.
      rules.catch(() => undefined);
      this.#rules.set(origin, rules);
    }
    return rules;
  }

  /** By RFC 9309, 2.3.1: a host without rules allows everything, one that fails to say allows nothing. */
  async #findRules(address: URL): Promise<RobotRules> {
    const visited: URL[] = [];
    for (let url = address; visited.length <= MOST_ROBOTS_REDIRECTS;) {
      visited.push(url);
      const { status, headers, body } = await this.#turns.take(url.hostname, { pause: 0, waits: false }, () =>
        this.#ask(url, (answered) => answered === 200, 4 * MOST_ROBOTS_BYTES),
      );
      if (status === 200) return readRobots(address.href, body);
      if (status >= 500)
        throw new FetchProblem(
          'robots-disallowed',
          `its host fails to say what programs may fetch (robots.txt answers ${status}); try again later`,
        );
      const next = nextRules({ status, headers, body }, visited);
      if (next === null) return ALLOW_ALL;
      url = next;
    }
    return ALLOW_ALL;
  }
}

/** Rules behind redirects that lead nowhere are taken for none (RFC 9309, 2.3.1.2). */
function nextRules(answer: Answer, visited: readonly URL[]): URL | null {
  try {
    return redirectTarget(answer, visited);
  } catch {
    return null;
  }
}

const STATUS_WORDS: Readonly<Record<number, string>> = {
  401: 'its host asks for a password',
  402: 'its host asks for money',
  403: 'its host refuses to give it to programs like this; save the page with a browser and name the file',
  404: 'there is no such page',
  410: 'the page was taken away',
  429: 'its host says that it is asked too often; try again later',
  451: 'its host may not give it for legal reasons',
};

function statusWords(status: number): string {
  const words =
    STATUS_WORDS[status] ??
    (status >= 500 ? 'its host failed; try again later' : 'its host does not give it');
  return `${words} (HTTP status ${status})`;
}
