import { areAgesOfOne, CLAUSE, isOnlyChange, isSure, namesApart, SAID } from './clash-features.ts';
import { ONE_KIND } from './counted-kind.ts';
import { isOfOldYear, timesApart } from './day-value.ts';
import { areConverse } from './relate-day-roles.ts';
import type { RoleRelation } from './role.ts';
import type { Statement } from './statement.ts';

/** What two values may differ in that were taken for values of one thing. */
export type Doubt = 'kind' | 'role' | 'name' | 'time' | 'little in common';

/**
 * Why two values may be values of two things, where nothing but the words around them says that the sentences belong together.
 *
 * @returns `null` for no reason.
 */
export function doubtOf(
  a: Statement,
  b: Statement,
  role: RoleRelation,
  features: readonly number[],
): Doubt | null {
  const weight = features[CLAUSE + 2] ?? 0;
  const sure = isSure(features);
  if (a.slot === 'time') return doubtOfDays(a, b, role, features, sure);
  if (areAgesOfOne(a, b)) return null;
  if (timesApart(a.times, b.times)) return 'time';
  if (a.slot === 'age' && features[SAID] !== 1 && weight < MUCH) return 'kind';
  if (sure) return null;
  if (a.remote !== b.remote || isOfOldYear(a.times, b.times)) return 'time';
  if (namesApart(a, b) && weight < MUCH) return 'name';
  if (isOnlyChange(a, b, features)) return null;
  if (isCount(a) && (role === 'other' || (role === 'unknown' && weight < VERY_MUCH))) return 'role';
  return features[SAID] === 1 && (features[0] ?? 0) < ONE_KIND ? 'kind' : null;
}

/** In common in spite of different names: as much as a whole short clause. */
const MUCH = 2;
const VERY_MUCH = 3;

/** Things counted one by one; measures and money are measured of something, whatever the verb. */
function isCount({ quantity, slot }: Statement): boolean {
  return slot === 'quantity' && (quantity?.unit === null || quantity?.unit === 'person');
}

/** A day is the day of a verb, or gives an event its name ("the Sunday flight"); two of different ones are two days. */
function doubtOfDays(
  a: Statement,
  b: Statement,
  role: RoleRelation,
  features: readonly number[],
  sure: boolean,
): Doubt | null {
  if (a.things.length > 0 !== b.things.length > 0) return 'kind';
  if (a.things.length > 0) return (features[0] ?? 0) < ONE_KIND ? 'kind' : null;
  if (sure) return null;
  if (namesApart(a, b)) return 'name';
  if (isOnlyChange(a, b, features)) return null;
  if (role === 'other' || a.role.predicate === null || b.role.predicate === null) return 'role';
  const converse = areConverse(a.role.predicate.key, b.role.predicate.key);
  const least = role !== 'same' ? DAY_COVER_ALONE : converse ? DAY_COVER_CONVERSE : DAY_COVER;
  return (features[CLAUSE + 1] ?? 0) < least ? 'little in common' : null;
}

/** Two clauses about one day share this much of the longer one. */
const DAY_COVER = 0.45;

/** Two sides of one event name what the other leaves out. */
const DAY_COVER_CONVERSE = 0.35;

/** The same where their verbs are two. */
const DAY_COVER_ALONE = 0.65;
