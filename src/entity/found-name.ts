import type { EntityKind } from '../model/entity.ts';

/** A name as tokens, before it is decided whom it means. */
export interface FoundName {
  readonly first: number;
  readonly end: number;
  readonly kind: EntityKind;
}
