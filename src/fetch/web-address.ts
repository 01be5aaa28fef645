import { FetchProblem } from './fetch-problem.ts';

/** An address longer than this is an attack or a mistake; servers refuse half of it. */
const LONGEST_ADDRESS = 16_384;

/**
 * Reads an address that a user typed or a feed gives. What follows `#` is of no matter to servers.
 *
 * @throws {FetchProblem} `bad-address` when it is none that a page may be fetched from.
 */
export function readAddress(words: string): URL {
  if (words.length > LONGEST_ADDRESS) throw new FetchProblem('bad-address', 'it is too long for an address');
  if (!URL.canParse(words)) throw new FetchProblem('bad-address', 'it cannot be read as an address');
  const url = new URL(words);
  url.hash = '';
  checkAddress(url);
  return url;
}

/**
 * Lets pass what pages are fetched from: `http` and `https`, without a name and password.
 *
 * @throws {FetchProblem} `bad-address`
 */
export function checkAddress({ protocol, username, password, hostname }: URL): void {
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new FetchProblem('bad-address', `only http and https are fetched, not ${protocol.slice(0, 40)}`);
  if (username !== '' || password !== '')
    throw new FetchProblem(
      'bad-address',
      'it holds a name or a password, which would be sent and written down',
    );
  if (hostname === '') throw new FetchProblem('bad-address', 'it names no host');
}
