import type { Attribution } from './attribution.ts';
import type { Claim } from './claim.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { Document } from './document.ts';
import type { Entity } from './entity.ts';
import type { Lineage } from './lineage.ts';
import type { Moment } from './moment.ts';
import type { Utterance } from './utterance.ts';
import type { Story } from './story.ts';
import type { Warning } from './errors.ts';

/** Name and version of the dossier's shape; a change that readers must know of raises the number. */
export const DOSSIER_SCHEMA = 'stemma/dossier/1';

/** How the dossier was made, so that a reader years later knows what it can and cannot show. */
export interface Method {
  readonly stemma: string;
  /** Digests of the models that were used, by name; empty when rules alone were. */
  readonly models: Readonly<Record<string, string>>;
  /** Steps that are not there in this version: their lists are empty because nothing looked. */
  readonly notAnalysed: readonly string[];
  /** Measured error rates in plain words, from `eval/results`. */
  readonly errorRates: readonly string[];
}

/** What `stemma analyse` prints and every renderer reads. */
export interface Dossier {
  readonly schema: typeof DOSSIER_SCHEMA;
  readonly title: string;
  readonly documents: readonly Document[];
  /** A partition of the analysed documents, where they tell more than one story; absent where they tell one. */
  readonly stories?: readonly Story[];
  readonly entities: readonly Entity[];
  readonly attributions: readonly Attribution[];
  readonly utterances: readonly Utterance[];
  readonly claims: readonly Claim[];
  readonly discrepancies: readonly Discrepancy[];
  readonly lineage: Lineage;
  readonly timeline: readonly Moment[];
  readonly warnings: readonly Warning[];
  readonly method: Method;
}
