import type { Clause } from './clause.ts';
import { phraseBefore } from './noun-phrase.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** The noun phrase that the k-th clause is said of, also where it stands before the clause or in the one beside it; `null` for none. */
export function subjectOf(stretch: TokenStretch, clauses: readonly Clause[], k: number): Range | null {
  const clause = clauses[k];
  if (!clause) return null;
  if (clause.subject) {
    const [first, end] = clause.subject;
    // "who had fled": the noun before it
    const relative = end - first === 1 && /^(?:who|which|that)$/i.test(stretch.word(first));
    return clause.link === 'presupposed' && relative ? phraseBefore(stretch, first) : clause.subject;
  }
  if (clause.group.form === 'participle') return phraseBefore(stretch, clause.group.first);
  if (clause.link === 'presupposed') {
    // "the firm left, having sold the mill"
    const { governor } = clause;
    return clause.group.form === 'gerund' && governor !== k ? (clauses[governor]?.subject ?? null) : null;
  }
  // "and had called": the subject of the clause beside it
  for (let at = k - 1; at >= 0; at--) {
    const other = clauses[at];
    if (!other || stretch.sentence(other.group.first) !== stretch.sentence(clause.group.first)) break;
    if (other.link === clause.link && other.subject) return other.subject;
  }
  return null;
}
