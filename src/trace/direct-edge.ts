import type { Document } from '../model/document.ts';
import type { DescentSign } from '../model/lineage.ts';
import { findRevision } from './find-revision.ts';
import { outletKey } from './outlet-key.ts';

/** Which of two documents came first, by index (0 for `a`), or `null`; and the words for why. */
export interface Direction {
  readonly first: 0 | 1 | null;
  readonly reason: string;
  /** What it was inferred from, where the wording alone shows it. */
  readonly signs?: readonly DescentSign[];
  /** Whether a credit and the dates contradict each other, so that no inference is called for. */
  readonly contradicted?: true;
}

/**
 * Says which of two documents with common text came first, where anything shows it: one credits the other's publisher, their
 * dates of publication differ, or one is a later version by its own words. Evidence that points both ways leaves it open.
 */
export function findDirection(a: Document, b: Document): Direction {
  const byTime = compareTimes(a.published?.value.value, b.published?.value.value);
  const creditInB = creditTo(a, b);
  const creditInA = creditTo(b, a);
  const byCredit = creditInB && !creditInA ? 0 : creditInA && !creditInB ? 1 : null;
  if (byCredit !== null && byTime !== null && byCredit !== byTime)
    return {
      first: null,
      reason: 'the credit and the dates of publication contradict each other, so which came first is open',
      contradicted: true,
    };
  if (byCredit !== null)
    return { first: byCredit, reason: `one credits the other: “${byCredit === 0 ? creditInB : creditInA}”` };
  if (byTime !== null)
    return {
      first: byTime,
      reason: `the one was published on ${dateOf(byTime === 0 ? a : b)}, the other on ${dateOf(byTime === 0 ? b : a)}`,
    };
  const revised = laterVersion(a, b);
  if (revised !== null) return revised;
  const known = a.published && b.published;
  return {
    first: null,
    reason: known ? 'the dates do not show which came first' : 'nothing shows which came first',
  };
}

/**
 * The direction that a note of a correction or a number of a version gives, between two versions of one publisher: another
 * publisher may have taken over the text after the correction and left the note out.
 */
function laterVersion(a: Document, b: Document): Direction | null {
  const publisher = a.publisher && outletKey(a.publisher.value);
  if (publisher === undefined || b.publisher === undefined || outletKey(b.publisher.value) !== publisher)
    return null;
  const inA = findRevision(a.text);
  const inB = findRevision(b.text);
  const difference = (inA?.version ?? 0) - (inB?.version ?? 0);
  const words = difference > 0 ? inA?.text : inB?.text;
  if (difference === 0 || words === undefined) return null;
  return {
    first: difference > 0 ? 1 : 0,
    reason: `one publisher has both, and one says “${words}”`,
  };
}

/** The words with which `later` credits the publisher of `earlier`. */
function creditTo(earlier: Document, later: Document): string | null {
  const publisher = earlier.publisher?.value;
  if (publisher === undefined || publisher === later.publisher?.value) return null;
  const name = outletKey(publisher);
  return later.credits.find((credit) => outletKey(credit.name) === name)?.evidence.text ?? null;
}

const dateOf = (document: Document): string => document.published?.value.value ?? '';

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Index of the earlier of two TIMEX3 values; `null` where they do not tell: no full date, the same day, or hours of which only
 * one names its zone.
 */
export function compareTimes(a: string | null | undefined, b: string | null | undefined): 0 | 1 | null {
  const first = INSTANT.exec(a ?? '');
  const second = INSTANT.exec(b ?? '');
  if (!first || !second) return null;
  const [, dayA = '', hourA, zoneA] = first;
  const [, dayB = '', hourB, zoneB] = second;
  if (hourA === undefined || hourB === undefined || (zoneA === undefined) !== (zoneB === undefined))
    return dayA === dayB ? null : dayA < dayB ? 0 : 1;
  const difference =
    Date.parse(`${dayA}T${hourA}${zoneA ?? 'Z'}`) - Date.parse(`${dayB}T${hourB}${zoneB ?? 'Z'}`);
  return Number.isNaN(difference) || difference === 0 ? null : difference < 0 ? 0 : 1;
}
