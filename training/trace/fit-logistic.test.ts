import { describe, expect, it } from 'vitest';
import { fitLogistic } from './fit-logistic.ts';

const rows = Array.from({ length: 40 }, (_, i) => ({
  features: [i / 10, 7, (i * 13) % 5],
  label: i % 10 < i / 4,
}));

describe('fitLogistic', () => {
  it('gives weight to what tells the labels apart, and none to what is always the same', () => {
    const { weights } = fitLogistic(rows);
    expect(weights[0]).toBeGreaterThan(0.5);
    expect(weights[1]).toBeCloseTo(0, 6);
  });

  it('finds the penalised optimum: the mean of the probabilities is that of the labels', () => {
    const { weights, intercept } = fitLogistic(rows);
    const mean =
      rows.reduce((sum, { features }) => {
        const score = features.reduce((s, value, j) => s + value * (weights[j] ?? 0), intercept);
        return sum + 1 / (1 + Math.exp(-score));
      }, 0) / rows.length;
    expect(mean).toBeCloseTo(rows.filter(({ label }) => label).length / rows.length, 5);
  });

  it('does not depend on the scale of a feature', () => {
    const scaled = rows.map(({ features, label }) => ({
      features: features.map((value) => value * 1000),
      label,
    }));
    expect((fitLogistic(scaled).weights[0] ?? 0) * 1000).toBeCloseTo(fitLogistic(rows).weights[0] ?? 0, 6);
  });
});
