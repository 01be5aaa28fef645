import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logistic, logOdds } from './logistic-regression.ts';

describe('logOdds', () => {
  it('adds what each feature says to the intercept', () => {
    expect(logOdds({ weights: [2, -1], intercept: 0.5 }, [3, 4])).toBe(2.5);
  });

  it('gives no say to features without a weight', () => {
    expect(logOdds({ weights: [2], intercept: 0 }, [1, 100])).toBe(2);
  });
});

describe('logistic', () => {
  it('takes even odds for one half', () => {
    expect(logistic(0)).toBe(0.5);
    expect(logistic(Math.log(3))).toBeCloseTo(0.75);
  });

  it('gives an outcome and its opposite one in all, and stays a probability at any odds', () => {
    assert(
      property(double({ noNaN: true }), (odds) => {
        expect(logistic(odds) + logistic(-odds)).toBeCloseTo(1);
        expect(logistic(odds)).toBeGreaterThanOrEqual(0);
        expect(logistic(odds)).toBeLessThanOrEqual(1);
      }),
      { seed: 20 },
    );
  });
});
