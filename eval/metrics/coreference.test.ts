import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment, scoreCoreference } from './coreference.ts';

/** `ab|cde` puts the mentions a and b in one cluster and c, d, e in another. */
function labels(partition: string): string[] {
  const clusters = partition.split('|');
  return [...partition.replaceAll('|', '')]
    .sort()
    .map((mention) => String(clusters.findIndex((cluster) => cluster.includes(mention))));
}

const score = (gold: string, predicted: string) =>
  scoreCoreference({ gold: labels(gold), predicted: labels(predicted) });

describe('scoreCoreference', () => {
  it('gives the values of the worked example of Bagga and Baldwin 1998', () => {
    // Gold abcde|fg|hijkl; the second and third clusters are merged.
    const { muc, b3 } = score('abcde|fg|hijkl', 'abcde|fghijkl');
    expect(muc.recall).toBeCloseTo(1);
    expect(muc.precision).toBeCloseTo(0.9);
    expect(b3.recall).toBeCloseTo(1);
    expect(b3.precision).toBeCloseTo((5 * 1 + 2 * (2 / 7) + 5 * (5 / 7)) / 12);
  });

  it('assigns clusters one to one for CEAF', () => {
    const { ceafe } = score('abcde|fg|hijkl', 'abcde|fghijkl');
    expect(ceafe.recall).toBeCloseTo((1 + 10 / 12) / 3);
    expect(ceafe.precision).toBeCloseTo((1 + 10 / 12) / 2);
  });

  it('is perfect for the same partition and symmetric in precision and recall', () => {
    const partition = fc.array(fc.integer({ min: 0, max: 4 }).map(String), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        partition,
        fc.infiniteStream(fc.integer({ min: 0, max: 4 }).map(String)),
        (gold, stream) => {
          const predicted = [...stream.take(gold.length)];
          const straight = scoreCoreference({ gold, predicted });
          const turned = scoreCoreference({ gold: predicted, predicted: gold });
          expect(straight.b3.precision).toBeCloseTo(turned.b3.recall);
          expect(straight.ceafe.precision).toBeCloseTo(turned.ceafe.recall);
          expect(straight.muc.precision).toBeCloseTo(turned.muc.recall);
          expect(scoreCoreference({ gold, predicted: gold }).b3.f1).toBe(1);
          expect(scoreCoreference({ gold, predicted: gold }).ceafe.f1).toBeCloseTo(1);
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('bestAssignment', () => {
  it('beats the greedy choice', () => {
    expect(bestAssignment([Float64Array.of(0.9, 0.8), Float64Array.of(0.8, 0.1)], 2)).toBeCloseTo(1.6);
  });
});
