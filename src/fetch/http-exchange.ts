import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';

import { CONTENT_CODINGS, decodeContent } from '../ingest/content-coding.ts';
import { showMebibytes } from '../ingest/size-limit.ts';
import { AddressRefused, allowedAddresses, type HostAddress, type Resolve } from './address-guard.ts';
import { FetchProblem, networkProblem } from './fetch-problem.ts';

/** How long one exchange may take, in milliseconds, and how large its answer may be. */
export interface ExchangeLimits {
  /** Looking the name up, connecting and agreeing on keys. */
  readonly connectMs: number;
  /** From the request to the end of the answer's header. */
  readonly headersMs: number;
  /** Between two pieces of the body. */
  readonly idleMs: number;
  /** All of it: what trickles in without end is cut here. */
  readonly totalMs: number;
  /** Bytes of the body, as it comes and unpacked. */
  readonly maxBytes: number;
}

/** What leads to the network, and who may be asked. */
export interface Surroundings {
  readonly resolve: Resolve;
  /** Why an address may not be asked; `null` where it may. */
  readonly refuse: (address: string) => string | null;
}

/** An answer; the body of one that is no page and no list of rules is not loaded. */
export interface Answer {
  readonly status: number;
  /** By names in small letters. */
  readonly headers: http.IncomingHttpHeaders;
  /** All codings undone. */
  readonly body: Uint8Array;
}

const MOST_HEADER_BYTES = 64 * 1024;

/**
 * Asks for one address once: no redirect is followed, no cookie kept, no proxy used. The connection goes to an address that was
 * checked, and is closed afterwards.
 *
 * @param wanted - Whether the body is of use, by status and `Content-Type`; where it is not, it is not loaded and comes back empty.
 * @throws {FetchProblem} for everything that does not end in a whole answer.
 */
export async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  wanted: (status: number, contentType: string) => boolean,
  limits: ExchangeLimits,
  { resolve, refuse }: Surroundings,
): Promise<Answer> {
  const deadline = new Deadline(limits);
  try {
    const addresses = await deadline.orLate(allowedAddresses(bareHost(url), resolve, refuse));
    const response = await ask(url, headers, addresses, deadline);
    const { statusCode: status = 0, headers: answered } = response;
    if (!wanted(status, answered['content-type'] ?? '')) {
      response.destroy();
      return { status, headers: answered, body: new Uint8Array(0) };
    }
    return { status, headers: answered, body: await bodyOf(response, limits.maxBytes, deadline) };
  } catch (error) {
    if (deadline.problem !== undefined) throw deadline.problem;
    if (error instanceof AddressRefused)
      throw new FetchProblem('address-refused', error.message, { cause: error });
    throw networkProblem(error);
  } finally {
    deadline.stop();
  }
}

/** A URL keeps the brackets of an IPv6 address. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  addresses: readonly HostAddress[],
  deadline: Deadline,
): Promise<http.IncomingMessage> {
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, {
      agent: false,
      headers: { ...headers, 'Accept-Encoding': CONTENT_CODINGS },
      lookup: only(addresses),
      maxHeaderSize: MOST_HEADER_BYTES,
      insecureHTTPParser: false,
      rejectUnauthorized: true,
      signal: deadline.signal,
    });
    request.once('socket', (socket) =>
      socket.once(secure ? 'secureConnect' : 'connect', () => deadline.enter('headers')),
    );
    request.once('response', resolve);
    request.once('upgrade', (_response, socket) => {
      socket.destroy();
      reject(new FetchProblem('fetch-failed', 'its host wants to speak something else than HTTP'));
    });
    // Stays, for a broken connection may report itself more than once.
    request.on('error', reject);
    request.end();
  });
}

/** Names nothing but the addresses that were checked. */
function only(addresses: readonly HostAddress[]): LookupFunction {
  return (_hostname, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else done(null, first?.address ?? '', first?.family);
  };
}

async function bodyOf(
  response: http.IncomingMessage,
  limit: number,
  deadline: Deadline,
): Promise<Uint8Array> {
  const tooLarge = (how: string): FetchProblem =>
    new FetchProblem('too-large', `it ${how} more than the limit of ${showMebibytes(limit)}`);
  if (Number(response.headers['content-length'] ?? 0) > limit) {
    response.destroy();
    throw tooLarge('has');
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  deadline.enter('body');
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    deadline.enter('body');
    size += piece.length;
    if (size > limit) throw tooLarge('has');
    pieces.push(piece);
  }
  const decoded = decodeContent(Buffer.concat(pieces), response.headers['content-encoding'], limit);
  if (!decoded.ok)
    throw decoded.problem.startsWith('it unpacks to more')
      ? tooLarge('unpacks to')
      : new FetchProblem('fetch-failed', decoded.problem);
  if (!response.complete || decoded.cut)
    throw new FetchProblem('fetch-failed', 'its answer breaks off before its end');
  return decoded.bytes;
}

type Phase = 'connect' | 'headers' | 'body';

const LATE: Readonly<Record<Phase | 'total', string>> = {
  connect: 'its host could not be reached in time',
  headers: 'its host did not begin to answer in time',
  body: 'its host stopped in the middle of the answer',
  total: 'its answer took too long',
};

/** Two timers, one for the phase that an exchange is in and one for all of it. Whichever ends first ends the exchange. */
class Deadline {
  readonly #limits: ExchangeLimits;
  readonly #controller = new AbortController();
  readonly #total: NodeJS.Timeout;
  #phase: NodeJS.Timeout | undefined;

  constructor(limits: ExchangeLimits) {
    this.#limits = limits;
    this.#total = this.#endAfter('total', limits.totalMs);
    this.enter('connect');
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** What ended the exchange, when a timer did. */
  get problem(): FetchProblem | undefined {
    return this.signal.aborted ? (this.signal.reason as FetchProblem) : undefined;
  }

  /** The phase begins, or begins anew. */
  enter(phase: Phase): void {
    clearTimeout(this.#phase);
    const { connectMs, headersMs, idleMs } = this.#limits;
    this.#phase = this.#endAfter(phase, { connect: connectMs, headers: headersMs, body: idleMs }[phase]);
  }

  /** What cannot be called back, as looking up a name, is not waited for any longer. */
  orLate<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
      work.then(resolve, reject);
    });
  }

  stop(): void {
    clearTimeout(this.#phase);
    clearTimeout(this.#total);
  }

  #endAfter(phase: Phase | 'total', ms: number): NodeJS.Timeout {
    const seconds = Math.round(ms / 100) / 10;
    return setTimeout(
      () => this.#controller.abort(new FetchProblem('fetch-timeout', `${LATE[phase]} (${seconds} s)`)),
      ms,
    );
  }
}
