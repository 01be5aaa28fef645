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

/** Links in the chain from a spokeswoman to her state that are followed at most. */
const MOST_STEPS = 3;

/** In whose name somebody speaks, the nearest first: a spokeswoman's ministry, and the state whose ministry it is. */
export function voicesBehind(id: string, entities: ReadonlyMap<string, Entity>): string[] {
  const chain: string[] = [];
  let next = entities.get(id)?.speaksFor;
  while (next !== undefined && chain.length < MOST_STEPS && !chain.includes(next)) {
    chain.push(next);
    next = entities.get(next)?.speaksFor;
  }
  return chain;
}
