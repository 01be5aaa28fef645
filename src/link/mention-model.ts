import type { BoostedTrees } from '../learn/boosted-trees.ts';
import { encodeTrees, loadTrees } from '../learn/trees-model.ts';
import { MENTION_FEATURES } from './mention-likeness.ts';

/** Rise when the features change: a model of other features would read noise. */
const MENTIONS_VERSION = 1;

/**
 * The trees of `models/mentions.bin`.
 *
 * @throws {StemmaError} `model-damaged` or `model-version`.
 */
export function loadMentionModel(): BoostedTrees {
  return loadTrees('mentions', MENTIONS_VERSION);
}

/** The bytes of `models/mentions.bin`. */
export function encodeMentionModel(trees: BoostedTrees): Uint8Array {
  return encodeTrees('mentions', MENTIONS_VERSION, MENTION_FEATURES, trees);
}
