import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestMatching } from './match.ts';

function best(weights: number[][], row = 0, used = 0): number {
  if (row === weights.length) return 0;
  let top = best(weights, row + 1, used);
  for (const [column, weight] of weights[row]!.entries())
    if (!(used & (1 << column))) top = Math.max(top, weight + best(weights, row + 1, used | (1 << column)));
  return top;
}

test('no matching is heavier', () => {
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(grid, (weights) => {
      const pairs = heaviestMatching(weights);
      const sum = pairs.reduce((total, [row, column]) => total + weights[row]![column]!, 0);
      expect(sum).toBe(best(weights));
      expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('nothing to match', () => expect(heaviestMatching([])).toEqual([]));
