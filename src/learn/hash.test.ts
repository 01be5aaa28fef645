import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, hashLowerRange, hashLowerWord, hashRange, hashWord, mix } from './hash.ts';
import { quantise } from './quantise.ts';

describe('hashing', () => {
  it('is the same for a range and for the word cut out of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, word) => {
        const text = before + word;
        expect(hashRange(text, before.length, text.length)).toBe(hashWord(word));
        expect(hashLowerRange(text, before.length, text.length)).toBe(hashLowerWord(word));
      }),
      { seed: 20_314 },
    );
  });

  it('does not tell capitals where it should not', () => {
    expect(hashLowerWord('ÉTÉ Tarn')).toBe(hashLowerWord('été tarn'));
    expect(hashWord('Tarn')).not.toBe(hashWord('tarn'));
  });

  it('spreads features of similar tokens over the rows of a table', () => {
    const rows = new Set<number>();
    for (let word = 0; word < 200; word++)
      for (let feature = 0; feature < 50; feature++)
        rows.add(finish(mix(hashWord(`w${word}`), feature)) >>> 8);
    // Of 10,000 features in 2^24 rows chance alone lets 3 meet.
    expect(rows.size).toBeGreaterThan(9_985);
  });
});

describe('quantise', () => {
  it('keeps every weight to within half a step, outliers apart', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { maxLength: 200 }), (numbers) => {
        const weights = Float64Array.from(numbers);
        const { values, scale } = quantise(weights);
        for (const [i, weight] of weights.entries())
          expect(Math.abs((values[i] as number) * scale - weight)).toBeLessThanOrEqual(scale * 0.5001 + 1e-6);
      }),
      { seed: 20_315 },
    );
  });
});
