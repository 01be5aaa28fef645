import type { Evidence } from './evidence.ts';

/** What an entity is; a government is also meant by its capital, a group has no name of its own (“residents”). */
export type EntityKind = 'person' | 'organisation' | 'government' | 'place' | 'product' | 'group';

/** A role that the documents give an entity, in their words. */
export interface Role {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** What mentions in one or several documents share. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** The fullest name that the documents use; for an unnamed source its words. */
  readonly name: string;
  /** All spellings that stand in the documents, most frequent first, the name included. */
  readonly aliases: readonly string[];
  /** How often each alias stands in the documents, in the order of `aliases`. */
  readonly aliasCounts: readonly number[];
  readonly roles: readonly string[];
  readonly roleEvidence: readonly Role[];
  /** The entity in whose name this one speaks. */
  readonly speaksFor?: string;
  readonly mentions: readonly Evidence[];
}
