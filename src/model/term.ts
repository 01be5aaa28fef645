import type { Quantity } from './quantity.ts';
import type { TimeMention } from './time-mention.ts';

/** A word, name, number or time that says something, as it stands in one document. */
export interface Term {
  readonly kind: 'entity' | 'quantity' | 'time' | 'noun' | 'verb' | 'modifier';
  /** First token, and one past the last. */
  readonly token: number;
  readonly endToken: number;
  /** Folded word; for an entity its id; comparable between documents. */
  readonly key: string;
  /** Row among the word vectors; -1 for none. */
  readonly row: number;
  /** Row in WordNet's table; -1 for none. */
  readonly entry: number;
  /** Between 0 and 1: what it says when two wordings share it. Rare words say more. */
  readonly weight: number;
  readonly classes: readonly number[];
  /** A negator stands before it in its clause. */
  readonly negated: boolean;
  readonly quantity?: Quantity;
  readonly time?: TimeMention;
}
