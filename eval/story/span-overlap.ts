import type { Span } from '../../src/model/span.ts';

type Spans = readonly Span[];

export function units(spans: Spans): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

export function common(a: Spans, b: Spans): number {
  let sum = 0;
  for (const [s, e] of a) for (const [t, f] of b) sum += Math.max(0, Math.min(e, f) - Math.max(s, t));
  return sum;
}

/** Share of characters in common among all that either covers. */
export function jaccard(a: Spans, b: Spans): number {
  const both = common(a, b);
  return both / (units(a) + units(b) - both || 1);
}

/** Whether two places are one: their characters overlap by at least half of the shorter. */
export function samePlace(a: Spans, b: Spans): boolean {
  return a.length > 0 && b.length > 0 && common(a, b) >= 0.5 * Math.min(units(a), units(b));
}
