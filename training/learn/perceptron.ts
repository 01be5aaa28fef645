import {
  featureKey,
  KEY_BITS,
  MAX_LABELS_PER_FEATURE,
  type SparseSections,
} from '../../src/learn/sparse-weights.ts';
import { packRisingKeys } from '../../src/learn/rising-keys.ts';
import { quantise } from '../../src/learn/quantise.ts';
import { randomFrom, shuffle } from './random.ts';

/** A sequence to learn from: features of a place may depend on the labels given to the left of it. */
export interface PerceptronTask {
  readonly labels: number;
  /** Tokens of each sequence. */
  readonly lengths: readonly number[];
  gold(sequence: number, at: number): number;
  /** A label that is given without asking the weights, or -1. */
  fixed(sequence: number, at: number): number;
  /** Writes the hashes of the features into `into`; returns how many. */
  features(sequence: number, at: number, history: Uint8Array, into: Int32Array): number;
}

export interface PerceptronOptions {
  readonly epochs: number;
  /** Features that occur less often in training are left out. */
  readonly cutoff: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

const MAX_FEATURES = 128;

/**
 * Trains a greedy averaged perceptron (Collins 2002; Freund and Schapire 1999), on its own labels to the left rather than
 * the gold ones, so that it learns to live with its mistakes.
 */
export function trainPerceptron(task: PerceptronTask, options: PerceptronOptions): AveragedWeights {
  const { labels } = task;
  const found = new Int32Array(MAX_FEATURES);
  const maxLength = Math.max(0, ...task.lengths);
  const history = new Uint8Array(maxLength);

  // Counting pass, on gold history: which features are frequent enough to have a row.
  const counts = new Int32Array(2 ** KEY_BITS);
  for (const [sequence, length] of task.lengths.entries()) {
    for (let at = 0; at < length; at++) history[at] = task.gold(sequence, at);
    for (let at = 0; at < length; at++) {
      if (task.fixed(sequence, at) >= 0) continue;
      const number = task.features(sequence, at, history, found);
      for (let f = 0; f < number; f++) {
        const key = featureKey(found[f] as number);
        counts[key] = (counts[key] as number) + 1;
      }
    }
  }
  const rowOf = new Int32Array(2 ** KEY_BITS).fill(-1);
  const keys: number[] = [];
  for (let key = 0; key < counts.length; key++) {
    if ((counts[key] as number) >= options.cutoff) rowOf[key] = keys.push(key) - 1;
  }
  const weights = new Float32Array(keys.length * labels);
  // Weighted by when it happened: average = weights - late / steps (Daumé 2006, algorithm 7).
  const late = new Float64Array(keys.length * labels);
  const rows = new Int32Array(MAX_FEATURES);
  const scores = new Float64Array(labels);
  const order = task.lengths.map((_, index) => index);
  const random = randomFrom(options.seed);
  let step = 1;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    let total = 0;
    for (const sequence of order) {
      const length = task.lengths[sequence] as number;
      for (let at = 0; at < length; at++) {
        const fixed = task.fixed(sequence, at);
        if (fixed >= 0) {
          history[at] = fixed;
          continue;
        }
        const number = task.features(sequence, at, history, found);
        let used = 0;
        scores.fill(0);
        for (let f = 0; f < number; f++) {
          const row = rowOf[featureKey(found[f] as number)] as number;
          if (row < 0) continue;
          rows[used++] = row;
          const base = row * labels;
          for (let label = 0; label < labels; label++)
            scores[label] = (scores[label] as number) + (weights[base + label] as number);
        }
        let guess = 0;
        for (let label = 1; label < labels; label++)
          if ((scores[label] as number) > (scores[guess] as number)) guess = label;
        const gold = task.gold(sequence, at);
        total++;
        if (guess !== gold) {
          wrong++;
          for (let f = 0; f < used; f++) {
            const base = (rows[f] as number) * labels;
            weights[base + gold] = (weights[base + gold] as number) + 1;
            weights[base + guess] = (weights[base + guess] as number) - 1;
            late[base + gold] = (late[base + gold] as number) + step;
            late[base + guess] = (late[base + guess] as number) - step;
          }
        }
        step++;
        history[at] = guess;
      }
    }
    options.say?.(`pass ${epoch + 1}: ${((100 * wrong) / total).toFixed(2)} % wrong`);
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) - (late[i] as number) / step;
  return { keys, labels, weights };
}

/** A row of `labels` weights for each key, keys rising. */
export interface AveragedWeights {
  readonly keys: readonly number[];
  readonly labels: number;
  readonly weights: Float32Array;
}

/**
 * Packs weights for a model file: int8, small ones left out.
 *
 * @param smallest - weights below this share of the quantiser's largest are dropped.
 */
export function packWeights(trained: AveragedWeights, smallest: number): SparseSections {
  const { values } = quantise(trained.weights);
  const least = Math.max(1, Math.round(smallest * 127));
  const keys: number[] = [];
  const counts: number[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const [row, key] of trained.keys.entries()) {
    let count = 0;
    for (let label = 0; label < trained.labels && count < MAX_LABELS_PER_FEATURE; label++) {
      const value = values[row * trained.labels + label] as number;
      if (Math.abs(value) < least) continue;
      labels.push(label);
      weights.push(value);
      count++;
    }
    if (count === 0) continue;
    counts.push(count);
    keys.push(key);
  }
  return {
    keys: packRisingKeys(keys),
    counts: Uint8Array.from(counts),
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
  };
}
