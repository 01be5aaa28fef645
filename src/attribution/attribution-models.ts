import type { BoostedTrees } from '../learn/boosted-trees.ts';
import type { Crf } from '../learn/crf.ts';
import { loadModel } from '../learn/load-model.ts';
import { encodeModel, type LoadedModel, type Section } from '../learn/model-file.ts';
import type { CueModel } from './find-cues.ts';

/** What finds attributions: cues, the arguments of a cue, and how far a candidate can be trusted. */
export interface AttributionModels {
  readonly cues: CueModel;
  readonly arguments: Crf;
  readonly confidence: BoostedTrees;
  /** Confidence from which on an attribution is reported by default; where F1 was best on held-out training articles. */
  readonly threshold: number;
}

/** Rise when the features change: a model of other features would read noise. */
const CUES_VERSION = 2;
const ARGUMENTS_VERSION = 2;

/**
 * The models of the package, read when first needed.
 *
 * @throws {StemmaError} `model-damaged` or `model-version`.
 */
export function loadAttributionModels(): AttributionModels {
  return decodeAttributionModels(loadModel('cues', CUES_VERSION), loadModel('arguments', ARGUMENTS_VERSION));
}

/** The two model files as they were decoded, put to use. */
export function decodeAttributionModels(cues: LoadedModel, args: LoadedModel): AttributionModels {
  const lemmas = cues.sections['lemmas'] as Int32Array;
  const buckets = cues.sections['buckets'] as Uint8Array;
  return {
    cues: {
      crf: crfOf(cues),
      rates: new Map(Array.from(lemmas, (lemma, i): [number, number] => [lemma, buckets[i]!])),
    },
    arguments: crfOf(args),
    confidence: {
      depth: number(args, 'treeDepth'),
      base: number(args, 'treeBase'),
      features: args.sections['treeFeatures'] as Uint8Array,
      thresholds: args.sections['treeThresholds'] as Float32Array,
      leaves: args.sections['treeLeaves'] as Float32Array,
    },
    threshold: number(args, 'threshold'),
  };
}

/** The bytes of `models/cues.bin`. */
export function encodeCueModel({ crf, rates }: { crf: Crf; rates: ReadonlyMap<number, number> }): Uint8Array {
  return encodeModel({
    name: 'cues',
    modelVersion: CUES_VERSION,
    info: crfInfo(crf),
    sections: {
      ...crfSections(crf),
      lemmas: Int32Array.from(rates.keys()),
      buckets: Uint8Array.from(rates.values()),
    },
  });
}

/** The bytes of `models/arguments.bin`. */
export function encodeArgumentModel(model: Omit<AttributionModels, 'cues'>): Uint8Array {
  const { confidence } = model;
  return encodeModel({
    name: 'arguments',
    modelVersion: ARGUMENTS_VERSION,
    info: {
      ...crfInfo(model.arguments),
      threshold: model.threshold,
      treeDepth: confidence.depth,
      treeBase: confidence.base,
    },
    sections: {
      ...crfSections(model.arguments),
      treeFeatures: confidence.features,
      treeThresholds: confidence.thresholds,
      treeLeaves: confidence.leaves,
    },
  });
}

function crfOf(model: LoadedModel): Crf {
  return {
    labels: number(model, 'labels'),
    bits: number(model, 'bits'),
    scale: number(model, 'scale'),
    table: model.sections['table'] as Int8Array,
    transitions: model.sections['transitions'] as Float32Array,
    starts: model.sections['starts'] as Float32Array,
  };
}

function crfInfo({ labels, bits, scale }: Crf): Record<string, number> {
  return { labels, bits, scale };
}

function crfSections({ table, transitions, starts }: Crf): Record<string, Section> {
  return { table, transitions, starts };
}

function number(model: LoadedModel, name: string): number {
  const value = model.info[name];
  if (typeof value !== 'number') throw new TypeError(`The model "${model.name}" has no number "${name}".`);
  return value;
}
