import type { Evidence } from './evidence.ts';
import type { TimeExpression } from './moment.ts';

/** What sets the readings of an utterance apart, the gravest where there are several; `cut` leaves words out, `altered` changes the meaning. */
export type Difference = 'same' | 'cut' | 'translation' | 'paraphrase' | 'altered';

/** One wording that a document gives an utterance. */
export interface Reading {
  readonly attribution: string;
  readonly evidence: Evidence;
}

/** One act of speaking that several documents report. */
export interface Utterance {
  readonly id: string;
  readonly speaker: string | null;
  readonly when?: TimeExpression;
  /** Two or more documents, or two wordings. */
  readonly readings: readonly Reading[];
  readonly difference: Difference;
  /** Independent beginnings among the documents that carry it. */
  readonly origins: number;
  /** What makes an altered reading differ, in plain words with the differing words quoted. */
  readonly note?: string;
}
