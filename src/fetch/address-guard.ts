import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What a host's name resolves to. */
export interface HostAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** How names become addresses; the system's resolver unless a test brings its own. */
export type Resolve = (hostname: string) => Promise<readonly HostAddress[]>;

/** Ranges that `ipaddr.js` names, in words for a message. */
const RANGES: Readonly<Record<string, string>> = {
  loopback: 'this computer itself',
  private: 'a private network',
  uniqueLocal: 'a private network',
  linkLocal: 'the network at hand',
  deprecatedSiteLocal: 'a private network',
  carrierGradeNat: "a provider's inner network",
  multicast: 'many computers at once',
  broadcast: 'many computers at once',
  ipv4Mapped: 'an IPv4 address in disguise',
  rfc6052: 'an IPv4 address in disguise',
  rfc6145: 'an IPv4 address in disguise',
  '6to4': 'an IPv4 address in disguise',
  teredo: 'an IPv4 address in disguise',
};

/** The one block from which public IPv6 addresses are given out (IANA, 2000::/3). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Why nothing is fetched from an address: only public addresses are asked, so that no page, feed or redirect can make this computer read
 * what stands behind the walls of the network it is in.
 *
 * @returns What the address leads to, in words; `null` for a public one.
 */
export function whyRefused(address: string): string | null {
  const plain = address.replace(/%.*$/, '');
  if (!ipaddr.isValid(plain)) return 'nothing that is an address';
  const parsed = ipaddr.parse(plain);
  const range = parsed.range();
  if (range !== 'unicast') return RANGES[range] ?? 'addresses set aside for other uses';
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_UNICAST)) return 'addresses set aside for other uses';
  return null;
}

/** Asks the system, which knows what the user's network calls things. */
export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }));

/** No address of a host may be asked. */
export class AddressRefused extends Error {
  constructor(hostname: string, address: string, why: string) {
    super(
      address === hostname
        ? `${address} leads to ${why}`
        : `${hostname} resolves to ${address}, which leads to ${why}`,
    );
    this.name = 'AddressRefused';
  }
}

/**
 * The addresses of a host that may be asked. The connection is made to one of exactly these: a name that resolves to
 * something else a moment later (DNS rebinding) gains nothing.
 *
 * @param hostname - As in a URL; an IPv6 address without its brackets.
 * @throws {AddressRefused} when none may be asked; what the resolver throws when the name is not known.
 */
export async function allowedAddresses(
  hostname: string,
  resolve: Resolve,
  refuse: (address: string) => string | null,
): Promise<readonly HostAddress[]> {
  const literal = isIP(hostname);
  const all: readonly HostAddress[] =
    literal === 0 ? await resolve(hostname) : [{ address: hostname, family: literal === 6 ? 6 : 4 }];
  const allowed = all.filter(({ address }) => refuse(address) === null);
  if (allowed.length > 0) return allowed;
  const first = all[0]?.address;
  if (first === undefined) throw new Error(`${hostname} has no address`);
  throw new AddressRefused(hostname, first, refuse(first) ?? '');
}
