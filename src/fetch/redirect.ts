import { FetchProblem } from './fetch-problem.ts';
import type { Answer } from './http-exchange.ts';
import { checkAddress } from './web-address.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Chains of addresses that do mean something have three or four; browsers give up at twenty. */
const MOST_REDIRECTS = 10;

/**
 * Where an answer leads on to.
 *
 * @param visited - The addresses so far, the one that gave the answer last.
 * @returns `null` when the answer is no redirect.
 * @throws {FetchProblem} for redirects that are not followed: in circles, too many, from HTTPS to HTTP, to what is no address of a page.
 */
export function redirectTarget({ status, headers }: Answer, visited: readonly URL[]): URL | null {
  const from = visited.at(-1);
  if (from === undefined || !REDIRECTS.has(status)) return null;
  const { location } = headers;
  if (location === undefined) throw new FetchProblem('bad-redirect', 'it redirects without saying where');
  // Headers come as single bytes; addresses in them are UTF-8 where they are not ASCII.
  const words = Buffer.from(location, 'latin1').toString('utf8');
  if (!URL.canParse(words, from.href))
    throw new FetchProblem('bad-redirect', 'it redirects to what is no address');
  const target = new URL(words, from);
  target.hash = '';
  checkAddress(target);
  if (from.protocol === 'https:' && target.protocol === 'http:')
    throw new FetchProblem(
      'bad-redirect',
      `it redirects from HTTPS to unprotected HTTP, where anybody on the way may change what is read; to have it read all the same, give ${target.href.slice(0, 200)}`,
    );
  if (visited.some(({ href }) => href === target.href))
    throw new FetchProblem('bad-redirect', 'it redirects in a circle');
  if (visited.length > MOST_REDIRECTS)
    throw new FetchProblem('bad-redirect', `it redirects more than ${MOST_REDIRECTS} times`);
  return target;
}
