import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestIncreasing } from './longest-increasing.ts';

describe('longestIncreasing', () => {
  it('counts what keeps its order', () => {
    expect(longestIncreasing([3, 1, 2, 9, 4, 5])).toBe(4);
    expect(longestIncreasing([5, 4, 3])).toBe(1);
    expect(longestIncreasing([])).toBe(0);
  });

  it('agrees with trying every subsequence', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 9 }), (values) => {
        let best = 0;
        for (let mask = 0; mask < 2 ** values.length; mask++) {
          const chosen = values.filter((_, i) => (mask >> i) & 1);
          if (chosen.every((value, i) => i === 0 || (chosen[i - 1] ?? 0) < value))
            best = Math.max(best, chosen.length);
        }
        expect(longestIncreasing(values)).toBe(best);
      }),
      { seed: 6, numRuns: 50 },
    );
  });
});
