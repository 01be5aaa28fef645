import type { BoostedTrees } from '../../src/learn/boosted-trees.ts';

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  /** How much of a tree's answer is taken. */
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastWeight: number;
}

const BINS = 64;
/** Pull of a leaf towards 0, in units of second derivative. */
const RIDGE = 1;

/** Learns trees that give the probability of `targets` by second-order boosting on the log-loss. */
export function trainTrees(
  rows: readonly Float32Array[],
  targets: Uint8Array,
  { trees, depth, rate, leastWeight }: TreeOptions,
): BoostedTrees {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const { bins, edges } = binned(rows, width);
  const inner = (1 << depth) - 1;
  const outer = 1 << depth;
  const features = new Uint8Array(trees * inner);
  const thresholds = new Float32Array(trees * inner).fill(Infinity);
  const leaves = new Float32Array(trees * outer);
  let positive = 0;
  for (const target of targets) positive += target;
  const base = Math.log((positive + 1) / (n - positive + 1));
  const odds = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const curvature = new Float64Array(n);
  const node = new Int32Array(n);
  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-odds[i]!));
      gradient[i] = targets[i]! - p;
      curvature[i] = p * (1 - p);
      node[i] = 0;
    }
    for (let level = 0; level < depth; level++) {
      const from = (1 << level) - 1;
      const nodes = 1 << level;
      // Sums of gradient and curvature by node, feature and bin.
      const g = new Float64Array(nodes * width * BINS);
      const h = new Float64Array(nodes * width * BINS);
      for (let i = 0; i < n; i++) {
        const start = (node[i]! - from) * width * BINS;
        for (let f = 0; f < width; f++) {
          const cell = start + f * BINS + bins[i * width + f]!;
          g[cell]! += gradient[i]!;
          h[cell]! += curvature[i]!;
        }
      }
      const splitBin = new Int32Array(nodes).fill(BINS);
      for (let k = 0; k < nodes; k++) {
        let best = 1e-6;
        for (let f = 0; f < width; f++) {
          const start = (k * width + f) * BINS;
          let gAll = 0;
          let hAll = 0;
          for (let b = 0; b < BINS; b++) {
            gAll += g[start + b]!;
            hAll += h[start + b]!;
          }
          const whole = (gAll * gAll) / (hAll + RIDGE);
          let gLeft = 0;
          let hLeft = 0;
          for (let b = 0; b + 1 < BINS; b++) {
            gLeft += g[start + b]!;
            hLeft += h[start + b]!;
            const hRight = hAll - hLeft;
            if (hLeft < leastWeight || hRight < leastWeight) continue;
            const gRight = gAll - gLeft;
            const gain = (gLeft * gLeft) / (hLeft + RIDGE) + (gRight * gRight) / (hRight + RIDGE) - whole;
            if (gain > best) {
              best = gain;
              splitBin[k] = b + 1;
              features[tree * inner + from + k] = f;
              thresholds[tree * inner + from + k] = edges[f]![b]!;
            }
          }
        }
      }
      for (let i = 0; i < n; i++) {
        const k = node[i]! - from;
        const right = bins[i * width + features[tree * inner + node[i]!]!]! >= splitBin[k]!;
        node[i] = 2 * node[i]! + (right ? 2 : 1);
      }
    }
    const g = new Float64Array(outer);
    const h = new Float64Array(outer);
    for (let i = 0; i < n; i++) {
      g[node[i]! - inner]! += gradient[i]!;
      h[node[i]! - inner]! += curvature[i]!;
    }
    for (let leaf = 0; leaf < outer; leaf++)
      leaves[tree * outer + leaf] = (rate * g[leaf]!) / (h[leaf]! + RIDGE);
    for (let i = 0; i < n; i++) odds[i]! += leaves[tree * outer + node[i]! - inner]!;
  }
  return { depth, base, features, thresholds, leaves };
}

/** Puts every value into one of {@link BINS} bins; `edges[f][b]` is the least value of bin b + 1. */
function binned(rows: readonly Float32Array[], width: number): { bins: Uint8Array; edges: Float32Array[] } {
  const bins = new Uint8Array(rows.length * width);
  const edges: Float32Array[] = [];
  for (let f = 0; f < width; f++) {
    const sorted = Float32Array.from(rows, (row) => row[f]!).sort();
    const own: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const value = sorted[Math.floor((b * sorted.length) / BINS)]!;
      if (value > (own.at(-1) ?? sorted[0]!)) own.push(value);
    }
    const filled = Float32Array.from({ length: BINS - 1 }, (_, b) => own[b] ?? Infinity);
    edges.push(filled);
    for (const [i, row] of rows.entries()) {
      let b = 0;
      while (b < own.length && row[f]! >= filled[b]!) b++;
      bins[i * width + f] = b;
    }
  }
  return { bins, edges };
}
