import { foldWord } from '../text/fold-word.ts';
import { isPredicateClass } from '../text/predicate-class.ts';
import { relateRoles, type RoleRelation } from './role.ts';
import type { Statement } from './statement.ts';

/** Verbs that tell one event from its two sides: who informs and who learns, who sells and who buys. */
const CONVERSE: readonly ReadonlySet<string>[] = [
  'inform notify warn alert brief receive hear learn get read',
  'send deliver submit file receive arrive reach get',
  'sell buy purchase acquire',
  'hire appoint join',
  'lend borrow',
  'beat defeat lose',
].map((words) => new Set(words.split(' ').map(foldWord)));

/** Whether two verbs, as their keys, tell one event from its two sides. */
export function areConverse(a: string, b: string): boolean {
  return a !== b && CONVERSE.some((verbs) => verbs.has(a) && verbs.has(b));
}

/** The events that a verb, as its key, tells from one of their two sides, as numbers. */
export function converseEvents(key: string): number[] {
  return CONVERSE.flatMap((verbs, at) => (verbs.has(key) ? [at] : []));
}

/** What happens on the days: one verb; `unknown` where the clauses share another word for what happens. */
export function relateDayRoles(a: Statement, b: Statement): RoleRelation {
  const relation = relateRoles({ ...a.role, open: false }, { ...b.role, open: false });
  if (relation !== 'other') return relation;
  if (areConverse(a.role.predicate?.key ?? '', b.role.predicate?.key ?? '')) return 'same';
  const shared = a.context.some((one) =>
    one.classes.some(
      (each) => isPredicateClass(each) && b.context.some((other) => other.classes.includes(each)),
    ),
  );
  return shared ? 'unknown' : 'other';
}
