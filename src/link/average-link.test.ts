import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink, type LikePair } from './average-link.ts';

const pair = (a: number, b: number, likeness: number): LikePair => ({ a, b, likeness });

describe('averageLink', () => {
  it('joins what is alike and leaves the rest alone', () => {
    expect([...averageLink(5, [pair(0, 2, 0.9), pair(1, 4, 0.8), pair(0, 1, 0.1)], 0.3)]).toEqual([
      0, 1, 0, 3, 1,
    ]);
  });

  it('does not chain two groups together by one likeness between them', () => {
    const groups = [pair(0, 1, 0.9), pair(2, 3, 0.9), pair(1, 2, 0.8)];
    expect([...averageLink(4, groups, 0.3)]).toEqual([0, 0, 2, 2]);
  });

  it('asks of a large group no more pairs than its members were compared in', () => {
    // Two groups of four in which everybody was compared with two others only.
    const ring = [0, 1, 2, 3, 4, 5, 6, 7].map((item) =>
      pair(Math.min(item, (item + 1) % 8), Math.max(item, (item + 1) % 8), 0.9),
    );
    expect(new Set(averageLink(8, ring, 0.5)).size).toBeGreaterThan(1);
    expect(new Set(averageLink(8, ring, 0.2, 2)).size).toBe(1);
  });

  it('gives the same groups whatever the order of the pairs, and none that are less alike than asked for', () => {
    const anyPairs = fc.uniqueArray(
      fc
        .tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 }))
        .filter(([a, b]) => a < b)
        // Quarters and eighths add up to the same sum in any order.
        .map(([a, b, eighths]) => pair(a, b, eighths / 8)),
      { selector: ({ a, b }) => `${a}/${b}`, maxLength: 30 },
    );
    const twice = anyPairs.chain((pairs) =>
      fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
    );
    fc.assert(
      fc.property(twice, ([pairs, shuffled]) => {
        const roots = averageLink(10, pairs, 0.5);
        expect(averageLink(10, shuffled, 0.5)).toEqual(roots);
        for (const { a, b, likeness } of pairs) {
          const together = [...roots.keys()].filter((item) => roots[item] === roots[a]);
          if (roots[a] === roots[b] && together.length === 2) expect(likeness).toBeGreaterThanOrEqual(0.5);
        }
      }),
      { seed: 2301, numRuns: 300 },
    );
  });
});
