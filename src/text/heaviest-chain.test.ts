import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heaviestChain } from './heaviest-chain.ts';

const links = fc.array(fc.record({ a: fc.nat(12), b: fc.nat(12), weight: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 30,
});

describe('heaviestChain', () => {
  it('leaves out what stands in another order', () => {
    const moved = { a: 1, b: 9, weight: 1 };
    const kept = [0, 2, 3].map((place) => ({ a: place, b: place, weight: 1 }));
    expect(heaviestChain([moved, ...kept])).toEqual(kept);
  });

  it('prefers one heavy link to two light ones that it excludes', () => {
    const heavy = { a: 0, b: 5, weight: 9 };
    expect(heaviestChain([heavy, { a: 1, b: 1, weight: 2 }, { a: 2, b: 2, weight: 2 }])).toEqual([heavy]);
  });

  it('never goes back, and weighs at least as much as its heaviest link', () => {
    fc.assert(
      fc.property(links, (all) => {
        const chain = heaviestChain(all);
        chain.forEach((link, i) => {
          const before = chain[i - 1];
          if (before) expect(before.a <= link.a && before.b <= link.b).toBe(true);
        });
        const weight = chain.reduce((sum, link) => sum + link.weight, 0);
        expect(weight).toBeGreaterThanOrEqual(Math.max(0, ...all.map((link) => link.weight)));
      }),
      { seed: 6 },
    );
  });
});
