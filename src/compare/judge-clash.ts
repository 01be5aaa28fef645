import { doubtOf, type Doubt } from './clash-doubt.ts';
import { featuresOf } from './clash-features.ts';
import { relateDayRoles } from './relate-day-roles.ts';
import { appears, relateValues, type ValueRelation } from './relate-values.ts';
import { relateRoles, type RoleRelation } from './role.ts';
import type { Statement } from './statement.ts';

/** Two values that may be values of one thing. */
export interface Comparison {
  readonly relation: ValueRelation;
  /** How what is said of the things stands to each other. */
  readonly role: RoleRelation;
  /** As `featuresOf` orders them. */
  readonly features: readonly number[];
  /**
   * Why they may be values of two things, where nothing but the words around them says that the sentences belong together;
   * `null` for no reason.
   */
  readonly doubt: Doubt | null;
}

/**
 * Compares two values and the clauses around them.
 *
 * @returns `null` when the values cannot be compared, or are plainly values of two things.
 */
export function compareStatements(a: Statement, b: Statement): Comparison | null {
  const relation = relateValues(a, b);
  if (relation === null) return null;
  const role =
    a.slot === 'age' ? 'unknown' : a.slot === 'time' ? relateDayRoles(a, b) : relateRoles(a.role, b.role);
  if (areTwoThings(a, b, relation, role)) return null;
  const features = featuresOf(a, b, relation, role);
  return { relation, role, features, doubt: doubtOf(a, b, role, features) };
}

/** What no likeness of the words around makes up for. */
function areTwoThings(a: Statement, b: Statement, relation: ValueRelation, role: RoleRelation): boolean {
  const outcomes = a.role.outcomes.length > 0 || b.role.outcomes.length > 0;
  if (role === 'other' && outcomes && a.slot === 'quantity') return true;
  const isPart = (statement: Statement): boolean => statement.part === 'part';
  const isWhole = (statement: Statement): boolean => statement.part === 'whole';
  if ((isPart(a) && isWhole(b)) || (isWhole(a) && isPart(b))) return true;
  // "Two of its guards" are some of those whom another counts whole, or others.
  if (relation !== 'agree' && outcomes && isPart(a) !== isPart(b)) return true;
  // "Rose from 13 to 15" and "to 15 from 13": each has the other's number too.
  if (relation !== 'agree' && appears(a, b) && appears(b, a)) return true;
  if (a.additional !== b.additional || addsUpTo(a, b) || addsUpTo(b, a)) return true;
  // "Between May and July": each account gives both.
  if (relation === 'agree') return false;
  return a.times.some((time) => time === b.day?.value) || b.times.some((time) => time === a.day?.value);
}

/** Characters between two numbers that are added up. */
const BESIDE = 40;

/** "212 passengers and 19 crew" make up 231 people. */
function addsUpTo({ quantity, wholes }: Statement, whole: Statement): boolean {
  const [part, total] = [quantity?.value, whole.quantity?.value];
  if (!quantity || part === undefined || part === null || total === undefined || total === null) return false;
  return wholes.some(
    (other) =>
      other.value !== null &&
      other.value > 0 &&
      part + other.value === total &&
      Math.max(other.span[0] - quantity.span[1], quantity.span[0] - other.span[1]) <= BESIDE,
  );
}
