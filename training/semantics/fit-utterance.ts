import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { utteranceFeatures } from '../../src/link/utterance-likeness.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';
import { featuresOf, QUOTES, readRows } from './wording-pairs.ts';

/** Two quotations from two outlets' accounts of one event, and whether a reader took them for one utterance. */
export interface QuotePair {
  readonly event: number;
  readonly split: string;
  readonly same: boolean;
  /** A reader had to judge it; the others follow from the letters being the same or from nothing being shared. */
  readonly judged: boolean;
  readonly retranslated: boolean;
  readonly jaccard: number;
  readonly features: Float32Array;
}

/** Held against the weights: with 417 pairs and four features anything between 1 and 10 is as good. */
const L2 = 3;

/** Reads the pairs of quotations as they would stand in documents: between quotation marks. */
export function readQuotePairs(data: string): QuotePair[] {
  return readRows<{
    readonly event_id: number;
    readonly split: string;
    readonly label: number;
    readonly judged: boolean;
    readonly retranslated: boolean;
    readonly a_quote: string;
    readonly b_quote: string;
    readonly jaccard: number;
  }>(data, QUOTES).map((row) => ({
    event: row.event_id,
    split: row.split,
    same: row.label === 1,
    judged: row.judged,
    retranslated: row.retranslated,
    jaccard: row.jaccard,
    features: featuresOf(`“${row.a_quote}”`, `“${row.b_quote}”`),
  }));
}

/** Learns which wordings are one utterance. */
export function fitUtterance(pairs: readonly QuotePair[]): LogisticRegression {
  return fitLogistic(
    pairs.map(({ features, same }) => ({ features: utteranceFeatures(features), label: same })),
    L2,
  );
}
