import type { BoostedTrees } from '../learn/boosted-trees.ts';
import { loadModel } from '../learn/load-model.ts';
import { encodeModel } from '../learn/model-file.ts';
import { EVENT_FEATURES } from './event-likeness.ts';

/** Rise when the features change: a model of other features would read noise. */
const EVENTS_VERSION = 1;

let model: BoostedTrees | undefined;

/**
 * The trees of `models/events.bin`, read when first asked for.
 *
 * @throws {StemmaError} `model-damaged` or `model-version`.
 */
export function loadEventModel(): BoostedTrees {
  if (model) return model;
  const { info, sections } = loadModel('events', EVENTS_VERSION);
  model = {
    depth: info['depth'] as number,
    base: info['base'] as number,
    features: sections['features'] as Uint8Array,
    thresholds: sections['thresholds'] as Float32Array,
    leaves: sections['leaves'] as Float32Array,
  };
  return model;
}

/** The bytes of `models/events.bin`. */
export function encodeEventModel({ depth, base, features, thresholds, leaves }: BoostedTrees): Uint8Array {
  return encodeModel({
    name: 'events',
    modelVersion: EVENTS_VERSION,
    info: { depth, base, reads: EVENT_FEATURES },
    sections: { features, thresholds, leaves },
  });
}
