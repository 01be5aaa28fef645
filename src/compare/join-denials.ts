import type { Discrepancy } from '../model/discrepancy.ts';
import { overlaps } from '../model/span.ts';

type Reading = Discrepancy['readings'][number];

/** Claims that are denied, with further denials of the same words, and what contradicts something else. */
export interface JoinedDenials {
  readonly denied: readonly Discrepancy[];
  readonly contradicted: readonly Discrepancy[];
}

/**
 * One matter is told once: a contradiction that rests on an assertion which another is known to deny brings one more denial of
 * it ("denies that he is held", "is no prisoner"), and one that is known from both sides brings nothing.
 */
export function joinDenials(denied: readonly Discrepancy[], found: readonly Discrepancy[]): JoinedDenials {
  const joined = [...denied];
  const contradicted: Discrepancy[] = [];
  for (const one of found) {
    const asserted = readingsOf(one, 'asserts');
    const denials = readingsOf(one, 'denies');
    const isKnown = (known: Discrepancy): boolean =>
      [asserted, denials].every((side) => side.some((reading) => isAmong(reading, known)));
    if (joined.some(isKnown)) continue;
    const at = joined.findIndex((known) => asserted.every((reading) => isAmong(reading, known)));
    const known = joined[at];
    if (known) joined[at] = { ...known, readings: [...known.readings, ...denials] };
    else contradicted.push(one);
  }
  return { denied: joined, contradicted };
}

function readingsOf({ readings }: Discrepancy, value: string): Reading[] {
  return readings.filter((reading) => reading.value === value);
}

/** Whether a discrepancy has a reading of the same value at the same place. */
function isAmong({ value, evidence }: Reading, { readings }: Discrepancy): boolean {
  return readings.some(
    (other) =>
      other.value === value &&
      other.evidence.document === evidence.document &&
      other.evidence.spans.some((outer) => evidence.spans.some((span) => overlaps(outer, span))),
  );
}
