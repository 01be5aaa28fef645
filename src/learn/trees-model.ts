import type { BoostedTrees } from './boosted-trees.ts';
import { loadModel } from './load-model.ts';
import { encodeModel } from './model-file.ts';

const loaded = new Map<string, BoostedTrees>();

/**
 * The trees of `models/<name>.bin`, read when first asked for.
 *
 * @throws {StemmaError} `model-damaged` or `model-version`.
 */
export function loadTrees(name: string, version: number): BoostedTrees {
  const known = loaded.get(name);
  if (known) return known;
  const { info, sections } = loadModel(name, version);
  const trees: BoostedTrees = {
    depth: info['depth'] as number,
    base: info['base'] as number,
    features: sections['features'] as Uint8Array,
    thresholds: sections['thresholds'] as Float32Array,
    leaves: sections['leaves'] as Float32Array,
  };
  loaded.set(name, trees);
  return trees;
}

/**
 * The bytes of `models/<name>.bin`.
 *
 * @param reads - names of the features in their order, kept in the file for whoever opens it.
 */
export function encodeTrees(
  name: string,
  version: number,
  reads: readonly string[],
  { depth, base, features, thresholds, leaves }: BoostedTrees,
): Uint8Array {
  return encodeModel({
    name,
    modelVersion: version,
    info: { depth, base, reads },
    sections: { features, thresholds, leaves },
  });
}
