import type { Range } from './token-stretch.ts';
import type { VerbGroup } from './verb-group.ts';

/**
 * How a clause hangs in what was said. Only `main` ones are what the speaker says; a `condition` or `question` is said of
 * by him; what is `presupposed` (relative and adverbial clauses) he takes for granted; what is `reported` is another's; an
 * `aim` may never come to be. A `governed` clause is the part of another that says what is done: "stop *sending*".
 */
export type ClauseLink = 'main' | 'condition' | 'question' | 'presupposed' | 'reported' | 'aim' | 'governed';

/** A clause's link and the clause that governs it: index into the list, -1 for none. */
export interface Hanging {
  readonly link: ClauseLink;
  readonly governor: number;
}

/** A verb with what it is said of, as places in the stretch of tokens that was read. */
export interface Clause extends Hanging {
  readonly group: VerbGroup;
  /** First place of the clause and one past its last, up to the next clause. */
  readonly first: number;
  readonly end: number;
  /** `null` where the clause has no subject of its own. */
  readonly subject: Range | null;
}

const OPEN: ReadonlySet<ClauseLink> = new Set(['reported', 'aim', 'condition', 'question']);

/** Whether a link leaves open if the clause is so. */
export function leavesOpen(link: ClauseLink): boolean {
  return OPEN.has(link);
}

/** Whether everything that the k-th clause depends on is asserted. */
export function isAsserted(clauses: readonly Clause[], k: number): boolean {
  let at = clauses[k]?.governor ?? -1;
  for (let steps = 0; at >= 0 && steps < clauses.length; steps++) {
    const clause = clauses[at];
    if (!clause || leavesOpen(clause.link)) return false;
    at = clause.governor;
  }
  return true;
}

/** One past the last place of the k-th clause with all that hangs on it. */
export function endOf(clauses: readonly Clause[], k: number): number {
  let end = clauses[k]?.end ?? 0;
  const inside = new Set([k]);
  for (let at = k + 1; at < clauses.length; at++) {
    const clause = clauses[at];
    if (!clause || !inside.has(clause.governor) || clause.link === 'main' || clause.link === 'condition')
      break;
    inside.add(at);
    end = clause.end;
  }
  return end;
}
