import type { Term } from '../model/term.ts';

/** What every other clause has still says a little. */
const LEAST = 0.05;
/** A term that a story's clauses share says all it can long before it is the only one of its kind. */
const FULL_BEFORE = 1.25;

/**
 * How much of its weight a term keeps within a story, 0.05 to 1, by the share of the clauses that have it: inverse document
 * frequency (Spärck Jones, 1972) over clauses, scaled by the size of the story.
 */
export function termRarity(clauses: readonly (readonly Term[])[]): (key: string) => number {
  const having = new Map<string, number>();
  for (const terms of clauses)
    for (const key of new Set(terms.map((term) => term.key))) having.set(key, (having.get(key) ?? 0) + 1);
  const all = Math.log(Math.max(2, clauses.length));
  return (key) => {
    const share = (all - Math.log(having.get(key) ?? 1)) / all;
    return Math.max(LEAST, Math.min(1, FULL_BEFORE * share));
  };
}
