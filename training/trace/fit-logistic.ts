import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';

/** One example; `weight` says how much it counts, 1 when absent. */
export interface LogisticRow {
  readonly features: readonly number[];
  readonly label: boolean;
  readonly weight?: number;
}

/**
 * Fits a logistic regression with an L2 penalty by Newton's method; a few features and some thousand rows take milliseconds.
 *
 * Features are standardised for the fit, so that the penalty is fair to all of them, and the weights are given for the
 * features as they came. The same rows give the same weights; there is no randomness in it.
 *
 * @param l2 - the penalty on a standardised weight; 1 is that of a standard normal prior.
 */
export function fitLogistic(rows: readonly LogisticRow[], l2 = 1): LogisticRegression {
  const size = rows[0]?.features.length ?? 0;
  const mean = column(size, (j) => rows.reduce((sum, row) => sum + at(row.features, j), 0) / rows.length);
  const spread = column(
    size,
    (j) =>
      Math.sqrt(rows.reduce((sum, row) => sum + (at(row.features, j) - at(mean, j)) ** 2, 0) / rows.length) ||
      1,
  );
  const scaled = rows.map(({ features, label, weight }) => ({
    x: [...features.map((value, j) => (value - at(mean, j)) / at(spread, j)), 1],
    y: label ? 1 : 0,
    weight: weight ?? 1,
  }));
  const beta = column(size + 1, () => 0);
  for (let round = 0; round < 50; round++) {
    const gradient = column(size + 1, (j) => (j < size ? l2 * at(beta, j) : 0));
    const hessian = column(size + 1, (j) => column(size + 1, (k) => (j === k ? (j < size ? l2 : 1e-6) : 0)));
    for (const { x, y, weight } of scaled) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, j) => sum + value * at(beta, j), 0)));
      const h = weight * Math.max(1e-6, p * (1 - p));
      x.forEach((xj, j) => {
        gradient[j] = at(gradient, j) + weight * (p - y) * xj;
        const line = hessian[j] ?? [];
        x.forEach((xk, k) => (line[k] = at(line, k) + h * xj * xk));
      });
    }
    const step = solve(hessian, gradient);
    step.forEach((value, j) => (beta[j] = at(beta, j) - value));
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  const weights = column(size, (j) => at(beta, j) / at(spread, j));
  return {
    weights,
    intercept: at(beta, size) - weights.reduce((sum, weight, j) => sum + weight * at(mean, j), 0),
  };
}

const at = (values: readonly number[], i: number): number => values[i] ?? 0;

const column = <T>(size: number, value: (i: number) => T): T[] =>
  Array.from({ length: size }, (_, i) => value(i));

/** Solves `matrix · x = right` by Gauss–Jordan elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, at(right, i)]);
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let k = i; k < rows.length; k++)
      if (Math.abs(at(rows[k] ?? [], i)) > Math.abs(at(rows[pivot] ?? [], i))) pivot = k;
    const line = rows[pivot] ?? [];
    rows[pivot] = rows[i] ?? [];
    rows[i] = line;
    rows.forEach((other, k) => {
      if (k === i) return;
      const factor = at(other, i) / at(line, i);
      for (let c = i; c < other.length; c++) other[c] = at(other, c) - factor * at(line, c);
    });
  }
  return rows.map((line, i) => at(line, rows.length) / at(line, i));
}
