import { kinship } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';

/** Weight of the likest two terms: the same person before both verbs says much, a common adverb little. */
export function likest(a: readonly Term[], b: readonly Term[]): number {
  let most = 0;
  for (const one of a)
    for (const other of b) most = Math.max(most, kinship(one, other) * Math.min(one.weight, other.weight));
  return most;
}
