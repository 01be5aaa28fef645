import type { EngineOptions } from './train-engine.ts';

/** Each run costs half a minute a model and helps less than the one before; the models of the folds, which nobody keeps, have one. */
const RUNS = 5;

/**
 * Chosen on a tenth of PolNeAR's training articles, held out (docs/models/attribution.md has the figures); the
 * development part was not looked at.
 */
export function engineSettings(seed: number, say: (line: string) => void): EngineOptions {
  return {
    folds: 5,
    cues: { passes: 5, rate: 0.01, cutOff: 3, bits: 18, seed, runs: RUNS },
    arguments: { passes: 5, rate: 0.01, cutOff: 3, bits: 18, seed, runs: RUNS, say },
    trees: { trees: 100, depth: 4, rate: 0.1, leastWeight: 5 },
    say,
  };
}

/** The articles that the models learn from: PolNeAR's training part, with the second annotators' marks beside the first. */
export const TRAINING_FILES = ['polnear/train.jsonl', 'polnear/train.second-annotators.jsonl'] as const;
