import { describe, expect, it } from 'vitest';

import { allowedAddresses, whyRefused } from './address-guard.ts';

describe('whyRefused', () => {
  it.each([
    ['127.0.0.1', 'this computer itself'],
    ['127.9.9.9', 'this computer itself'],
    ['0.0.0.0', 'addresses set aside'],
    ['10.1.2.3', 'a private network'],
    ['172.16.0.1', 'a private network'],
    ['172.31.255.255', 'a private network'],
    ['192.168.1.1', 'a private network'],
    ['169.254.169.254', 'the network at hand'],
    ['100.64.0.1', 'inner network'],
    ['224.0.0.1', 'many computers'],
    ['255.255.255.255', 'many computers'],
    ['192.0.2.1', 'addresses set aside'],
    ['198.18.0.1', 'addresses set aside'],
    ['240.0.0.1', 'addresses set aside'],
    ['::', 'addresses set aside'],
    ['::1', 'this computer itself'],
    ['::ffff:127.0.0.1', 'in disguise'],
    ['::ffff:8.8.8.8', 'in disguise'],
    ['::127.0.0.1', 'in disguise'],
    ['64:ff9b::a00:1', 'in disguise'],
    ['64:ff9b:1::a00:1', 'in disguise'],
    ['2002:7f00:1::', 'in disguise'],
    ['2001:0:4136:e378::', 'in disguise'],
    ['fe80::1', 'the network at hand'],
    ['fe80::1%eth0', 'the network at hand'],
    ['fec0::1', 'a private network'],
    ['fc00::1', 'a private network'],
    ['fd12:3456::1', 'a private network'],
    ['ff02::1', 'many computers'],
    ['2001:db8::1', 'addresses set aside'],
    ['5f00::1', 'addresses set aside'],
    ['4000::1', 'addresses set aside'],
    ['nonsense', 'nothing that is an address'],
  ])('refuses %s: %s', (address, why) => expect(whyRefused(address)).toContain(why));

  it.each(['8.8.8.8', '151.101.1.67', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1', '2a00:1450::1'])(
    'lets the public address %s be asked',
    (address) => expect(whyRefused(address)).toBeNull(),
  );
});

describe('allowedAddresses', () => {
  const resolve =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }) as const),
      );

  it('leaves out those of a host that may not be asked', async () => {
    expect(await allowedAddresses('a.example', resolve('10.0.0.1', '8.8.8.8'), whyRefused)).toEqual([
      { address: '8.8.8.8', family: 4 },
    ]);
  });

  it('says what a name resolves to when nothing is left', async () => {
    await expect(allowedAddresses('a.example', resolve('10.0.0.1', '::1'), whyRefused)).rejects.toThrow(
      'a.example resolves to 10.0.0.1, which leads to a private network',
    );
  });

  it('does not look up what is an address', async () => {
    const fail = () => Promise.reject(new Error('looked up'));
    await expect(allowedAddresses('::1', fail, whyRefused)).rejects.toThrow(
      '::1 leads to this computer itself',
    );
  });
});
