import { featureKey, KEY_BITS } from '../../src/learn/sparse-weights.ts';
import type { AveragedWeights } from './perceptron.ts';
import { randomFrom, shuffle } from './random.ts';

/** Sequences with their features and gold labels. */
export interface ChainTask {
  readonly labels: number;
  readonly lengths: readonly number[];
  gold(sequence: number, at: number): number;
  /** How much the sequence counts; 1 for gold. */
  weight(sequence: number): number;
  /** Whether label j may follow label i; i = -1 at the beginning. */
  allowed(from: number, to: number): boolean;
  features(sequence: number, at: number, into: Int32Array): number;
}

export interface ChainOptions {
  readonly epochs: number;
  readonly cutoff: number;
  /** Adagrad's first step. */
  readonly rate: number;
  /** Strength of the pull to zero, for each token. */
  readonly l2: number;
  readonly seed: number;
  readonly maxFeatures: number;
  readonly say?: (line: string) => void;
}

export interface TrainedChain {
  readonly emissions: AveragedWeights;
  /** `[from * labels + to]`; forbidden pairs are -Infinity. */
  readonly transitions: Float64Array;
  readonly starts: Float64Array;
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by Adagrad (Duchi et al. 2011) on one
 * sequence at a time. Rows are kept for features that occur `cutoff` times or more.
 */
export function trainChain(task: ChainTask, options: ChainOptions): TrainedChain {
  const { labels } = task;
  const buffer = new Int32Array(options.maxFeatures);
  const { keys, offsets, rowsAt } = collectRows(task, options.cutoff, buffer);
  const weights = new Float32Array(keys.length * labels);
  const squares = new Float32Array(keys.length * labels).fill(1e-6);
  const transitions = new Float64Array(labels * labels);
  const transitionSquares = new Float64Array(labels * labels).fill(1e-6);
  const starts = new Float64Array(labels);
  const startSquares = new Float64Array(labels).fill(1e-6);
  const open = new Float64Array(labels * labels);
  const openStart = new Float64Array(labels);
  for (let to = 0; to < labels; to++) {
    openStart[to] = task.allowed(-1, to) ? 1 : 0;
    for (let from = 0; from < labels; from++) open[from * labels + to] = task.allowed(from, to) ? 1 : 0;
  }
  const longest = Math.max(1, ...task.lengths);
  const emission = new Float64Array(longest * labels);
  const forward = new Float64Array(longest * labels);
  const backward = new Float64Array(longest * labels);
  const edge = new Float64Array(labels * labels);
  // The mean of the later passes' weights varies less than the last pass's.
  const mean = new Float32Array(weights.length);
  let passes = 0;
  const gradient = new Float64Array(labels);
  const edgeGradient = new Float64Array(labels * labels);
  const sequenceStart: number[] = [];
  let total = 0;
  for (const length of task.lengths) {
    sequenceStart.push(total);
    total += length;
  }
  const order = task.lengths.map((_, index) => index);
  const random = randomFrom(options.seed);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const sequence of order) {
      const length = task.lengths[sequence] as number;
      if (length === 0) continue;
      const first = sequenceStart[sequence] as number;
      const importance = task.weight(sequence);
      for (let i = 0; i < edge.length; i++)
        edge[i] = (open[i] as number) * Math.exp(transitions[i] as number);
      // Emissions, each place divided by its own largest, so that nothing overflows.
      for (let at = 0; at < length; at++) {
        const base = at * labels;
        for (let label = 0; label < labels; label++) emission[base + label] = 0;
        for (let f = offsets[first + at] as number; f < (offsets[first + at + 1] as number); f++) {
          const row = (rowsAt[f] as number) * labels;
          for (let label = 0; label < labels; label++)
            emission[base + label] = (emission[base + label] as number) + (weights[row + label] as number);
        }
        let peak = -Infinity;
        for (let label = 0; label < labels; label++) peak = Math.max(peak, emission[base + label] as number);
        for (let label = 0; label < labels; label++)
          emission[base + label] = Math.exp((emission[base + label] as number) - peak);
      }
      for (let at = 0; at < length; at++) {
        let norm = 0;
        for (let to = 0; to < labels; to++) {
          let into = 0;
          if (at === 0) into = (openStart[to] as number) * Math.exp(starts[to] as number);
          else
            for (let from = 0; from < labels; from++)
              into += (forward[(at - 1) * labels + from] as number) * (edge[from * labels + to] as number);
          const value = into * (emission[at * labels + to] as number);
          forward[at * labels + to] = value;
          norm += value;
        }
        for (let to = 0; to < labels; to++)
          forward[at * labels + to] = (forward[at * labels + to] as number) / norm;
      }
      for (let label = 0; label < labels; label++) backward[(length - 1) * labels + label] = 1;
      for (let at = length - 2; at >= 0; at--) {
        let norm = 0;
        for (let from = 0; from < labels; from++) {
          let sum = 0;
          for (let to = 0; to < labels; to++)
            sum +=
              (edge[from * labels + to] as number) *
              (emission[(at + 1) * labels + to] as number) *
              (backward[(at + 1) * labels + to] as number);
          backward[at * labels + from] = sum;
          norm += sum;
        }
        for (let from = 0; from < labels; from++)
          backward[at * labels + from] = (backward[at * labels + from] as number) / norm;
      }
      edgeGradient.fill(0);
      for (let at = 0; at < length; at++) {
        const base = at * labels;
        const gold = task.gold(sequence, at);
        let norm = 0;
        for (let label = 0; label < labels; label++)
          norm += (forward[base + label] as number) * (backward[base + label] as number);
        for (let label = 0; label < labels; label++) {
          const probability = ((forward[base + label] as number) * (backward[base + label] as number)) / norm;
          gradient[label] = probability * importance;
          if (label === gold) {
            loss -= importance * Math.log(Math.max(probability, 1e-12));
            gradient[label] = (probability - 1) * importance;
          }
        }
        for (let f = offsets[first + at] as number; f < (offsets[first + at + 1] as number); f++) {
          const row = (rowsAt[f] as number) * labels;
          for (let label = 0; label < labels; label++) {
            const weight = weights[row + label] as number;
            const slope = (gradient[label] as number) + options.l2 * weight;
            const square = (squares[row + label] as number) + slope * slope;
            squares[row + label] = square;
            weights[row + label] = weight - (options.rate * slope) / Math.sqrt(square);
          }
        }
        if (at === 0) {
          for (let label = 0; label < labels; label++)
            adagrad(starts, startSquares, label, gradient[label] as number, options.rate);
          continue;
        }
        let pairs = 0;
        for (let from = 0; from < labels; from++)
          for (let to = 0; to < labels; to++)
            pairs +=
              (forward[base - labels + from] as number) *
              (edge[from * labels + to] as number) *
              (emission[base + to] as number) *
              (backward[base + to] as number);
        for (let from = 0; from < labels; from++)
          for (let to = 0; to < labels; to++) {
            const probability =
              ((forward[base - labels + from] as number) *
                (edge[from * labels + to] as number) *
                (emission[base + to] as number) *
                (backward[base + to] as number)) /
              pairs;
            edgeGradient[from * labels + to] =
              (edgeGradient[from * labels + to] as number) + probability * importance;
          }
        const pair = task.gold(sequence, at - 1) * labels + gold;
        edgeGradient[pair] = (edgeGradient[pair] as number) - importance;
      }
      for (let i = 0; i < edgeGradient.length; i++)
        adagrad(transitions, transitionSquares, i, edgeGradient[i] as number, options.rate);
    }
    if (epoch >= options.epochs / 2) {
      passes++;
      for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (weights[i] as number);
    }
    options.say?.(`pass ${epoch + 1}: loss ${(loss / total).toFixed(4)} a token`);
  }
  for (let i = 0; i < open.length; i++) if (open[i] === 0) transitions[i] = -Infinity;
  for (let i = 0; i < openStart.length; i++) if (openStart[i] === 0) starts[i] = -Infinity;
  for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) / passes;
  return { emissions: { keys, labels, weights: mean }, transitions, starts };
}

function adagrad(
  weights: Float64Array,
  squares: Float64Array,
  index: number,
  slope: number,
  rate: number,
): void {
  const square = (squares[index] as number) + slope * slope;
  squares[index] = square;
  weights[index] = (weights[index] as number) - (rate * slope) / Math.sqrt(square);
}

/** Row numbers of every place's features, one place after another, and the keys that have a row. */
function collectRows(
  task: ChainTask,
  cutoff: number,
  buffer: Int32Array,
): { keys: number[]; offsets: Int32Array; rowsAt: Int32Array } {
  const counts = new Int32Array(2 ** KEY_BITS);
  let places = 0;
  let features = 0;
  for (const [sequence, length] of task.lengths.entries()) {
    for (let at = 0; at < length; at++) {
      const found = task.features(sequence, at, buffer);
      for (let f = 0; f < found; f++) {
        const key = featureKey(buffer[f] as number);
        counts[key] = (counts[key] as number) + 1;
      }
      places++;
      features += found;
    }
  }
  const rowOf = new Int32Array(2 ** KEY_BITS).fill(-1);
  const keys: number[] = [];
  for (let key = 0; key < counts.length; key++)
    if ((counts[key] as number) >= cutoff) rowOf[key] = keys.push(key) - 1;
  const offsets = new Int32Array(places + 1);
  const rowsAt = new Int32Array(features);
  let place = 0;
  let next = 0;
  for (const [sequence, length] of task.lengths.entries()) {
    for (let at = 0; at < length; at++) {
      const found = task.features(sequence, at, buffer);
      for (let f = 0; f < found; f++) {
        const row = rowOf[featureKey(buffer[f] as number)] as number;
        if (row >= 0) rowsAt[next++] = row;
      }
      offsets[++place] = next;
    }
  }
  return { keys, offsets, rowsAt };
}
