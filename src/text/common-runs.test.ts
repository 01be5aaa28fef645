import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunIndex } from './common-runs.ts';

const sequence = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 })
  .map((items) => Int32Array.from(items));

describe('RunIndex', () => {
  it('finds a stretch that was moved and one that was cut short', () => {
    const a = Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const b = Int32Array.from([8, 9, 10, 11, 12, 40, 41, 1, 2, 3, 4, 5, 42]);
    expect(new RunIndex(a).runsWith(b, 5)).toEqual([
      { aStart: 7, bStart: 0, length: 5 },
      { aStart: 0, bStart: 7, length: 5 },
    ]);
  });

  it('counts a phrase that one text repeats as often as the other has it', () => {
    const phrase = [1, 2, 3, 4, 5];
    const once = Int32Array.from([...phrase, 9]);
    const thrice = Int32Array.from([...phrase, ...phrase, ...phrase]);
    expect(new RunIndex(once).runsWith(thrice, 5)).toHaveLength(1);
  });

  it('matches no words that fold to nothing', () => {
    const blank = Int32Array.from([-1, -1, -1, -1, -1, -1]);
    expect(new RunIndex(blank).runsWith(blank, 4)).toEqual([]);
  });

  it('gives runs that are alike in both and overlap in neither', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const runs = new RunIndex(a).runsWith(b, 4);
        const inA = new Set<number>();
        const inB = new Set<number>();
        for (const { aStart, bStart, length } of runs) {
          expect(length).toBeGreaterThanOrEqual(4);
          expect([...a.subarray(aStart, aStart + length)]).toEqual([...b.subarray(bStart, bStart + length)]);
          for (let i = 0; i < length; i++) {
            expect(inA.has(aStart + i) || inB.has(bStart + i)).toBe(false);
            inA.add(aStart + i);
            inB.add(bStart + i);
          }
        }
      }),
      { seed: 6 },
    );
  });
});
