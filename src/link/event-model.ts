import type { BoostedTrees } from '../learn/boosted-trees.ts';
import { encodeTrees, loadTrees } from '../learn/trees-model.ts';
import { EVENT_FEATURES } from './event-likeness.ts';

/** Rise when the features change: a model of other features would read noise. */
const EVENTS_VERSION = 1;

/**
 * The trees of `models/events.bin`.
 *
 * @throws {StemmaError} `model-damaged` or `model-version`.
 */
export function loadEventModel(): BoostedTrees {
  return loadTrees('events', EVENTS_VERSION);
}

/** The bytes of `models/events.bin`. */
export function encodeEventModel(trees: BoostedTrees): Uint8Array {
  return encodeTrees('events', EVENTS_VERSION, EVENT_FEATURES, trees);
}
