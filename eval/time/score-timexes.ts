/** A time expression to be scored: gold or found. */
export interface Timex {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}

/** Sums over documents; the scores are ratios of them. */
export interface TimexCounts {
  gold: number;
  found: number;
  strict: number;
  relaxed: number;
  value: number;
  /** Gold expressions that were found and name a single day, and those of them with the right day. */
  days: number;
  daysRight: number;
}

export function noCounts(): TimexCounts {
  return { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0, days: 0, daysRight: 0 };
}

/**
 * Adds one document to the counts as TempEval-3 scores it: strict is the same extent, relaxed any overlap (each answer
 * counts once), value a relaxed match with the same value.
 *
 * @see UzZaman et al. 2013, https://aclanthology.org/S13-2001
 */
export function countTimexes(counts: TimexCounts, gold: readonly Timex[], found: readonly Timex[]): void {
  counts.gold += gold.length;
  counts.found += found.length;
  const used = new Set<Timex>();
  for (const wanted of gold) {
    const same = found.find((f) => !used.has(f) && f.start === wanted.start && f.end === wanted.end);
    const answer = same ?? found.find((f) => !used.has(f) && f.start < wanted.end && wanted.start < f.end);
    if (!answer) continue;
    used.add(answer);
    counts.relaxed++;
    if (same) counts.strict++;
    if (answer.value === wanted.value) counts.value++;
    const day = /^\d{4}-\d\d-\d\d/.exec(wanted.value ?? '')?.[0];
    if (day === undefined) continue;
    counts.days++;
    if (answer.value?.startsWith(day) === true) counts.daysRight++;
  }
}

export function timexFigures(counts: TimexCounts): Record<string, number> {
  const f1 = (right: number): number =>
    counts.gold + counts.found === 0 ? 0 : (2 * right) / (counts.gold + counts.found);
  return {
    StrictF1: f1(counts.strict),
    RelaxedF1: f1(counts.relaxed),
    ValueF1: f1(counts.value),
    DaysRight: counts.days === 0 ? 0 : counts.daysRight / counts.days,
  };
}
