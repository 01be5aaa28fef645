import { expect, test } from 'vitest';
import { treesProbability } from '../../src/learn/boosted-trees.ts';
import { seededRandom } from './random.ts';
import { trainTrees } from './train-trees.ts';

test('trees learn a rule that no single number tells, and stay calibrated', () => {
  const random = seededRandom(7);
  const rows = Array.from({ length: 2000 }, () => Float32Array.of(random(), random(), random()));
  // Exclusive or: right in nine of ten cases when just one of the first two is large.
  const targets = Uint8Array.from(rows, ([a, b]) =>
    (a! > 0.5 !== b! > 0.5 ? random() < 0.9 : random() < 0.1) ? 1 : 0,
  );
  const trees = trainTrees(rows, targets, { trees: 40, depth: 3, rate: 0.2, leastWeight: 5 });
  expect(treesProbability(trees, Float32Array.of(0.9, 0.1, 0.5))).toBeGreaterThan(0.8);
  expect(treesProbability(trees, Float32Array.of(0.1, 0.9, 0.5))).toBeGreaterThan(0.8);
  expect(treesProbability(trees, Float32Array.of(0.9, 0.9, 0.5))).toBeLessThan(0.2);
  const mean = rows.reduce((sum, row) => sum + treesProbability(trees, row), 0) / rows.length;
  const share = targets.reduce((sum: number, target) => sum + target, 0) / rows.length;
  expect(mean).toBeCloseTo(share, 2);
});

test('without anything to tell the rows apart the answer is the share', () => {
  const rows = Array.from({ length: 100 }, () => Float32Array.of(1));
  const trees = trainTrees(
    rows,
    Uint8Array.from(rows, (_, i) => (i < 25 ? 1 : 0)),
    {
      trees: 5,
      depth: 2,
      rate: 0.1,
      leastWeight: 1,
    },
  );
  expect(treesProbability(trees, Float32Array.of(1))).toBeCloseTo(0.25, 1);
});
