import type { TokenRange } from './token-range.ts';

/** An attribution by tokens, before it is written as spans. */
export interface FoundAttribution {
  /** Absent for a quotation that nothing introduces. */
  readonly cue: TokenRange | undefined;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** Absent where nothing calibrated it. */
  readonly confidence: number | undefined;
  /** How many quotation marks are open around it: those are not its own. */
  readonly base: number;
  parent: FoundAttribution | undefined;
  /** 0 for outer attributions. */
  depth: number;
}

/** How many attributions each way can share text with one; they are in the order of their cues. */
export const NEIGHBOURHOOD = 12;

/** A content that lies by so much in another's belongs to it. */
const INSIDE = 0.6;

/** Makes those children whose cue and content stand in another's content: "… the minister said, the agency reported". */
export function nest(found: readonly FoundAttribution[]): void {
  for (const [index, inner] of found.entries()) {
    const stop = Math.min(found.length, index + NEIGHBOURHOOD + 1);
    for (let k = Math.max(0, index - NEIGHBOURHOOD); k < stop; k++) {
      const outer = found[k]!;
      if (k === index || !standsIn(inner, outer)) continue;
      if (inner.parent === undefined || sizeOf(outer.content) < sizeOf(inner.parent.content))
        inner.parent = outer;
    }
  }
  countDepths(found);
}

/** Says of each how many others it stands in. */
export function countDepths(found: readonly FoundAttribution[]): void {
  for (const one of found) {
    one.depth = 0;
    for (let above = one.parent; above !== undefined; above = above.parent) one.depth++;
  }
}

/** Whether the cue and most of the content of one lie in the content of another, which is larger. */
export function standsIn(
  inner: Pick<FoundAttribution, 'cue' | 'content'>,
  outer: Pick<FoundAttribution, 'cue' | 'content'>,
): boolean {
  if (inner.cue === undefined || !holds(outer.content, inner.cue[0])) return false;
  if (sizeOf(inner.content) >= sizeOf(outer.content)) return false;
  return sharedTokens(inner.content, outer.content) >= INSIDE * sizeOf(inner.content);
}

/** Whether a token lies in one of the runs. */
export function holds(runs: readonly TokenRange[], token: number): boolean {
  return runs.some(([first, end]) => first <= token && token < end);
}

export function sizeOf(runs: readonly TokenRange[]): number {
  return runs.reduce((n, [first, end]) => n + end - first, 0);
}

export function sharedTokens(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let shared = 0;
  for (const [first, end] of a)
    for (const [from, to] of b) shared += Math.max(0, Math.min(end, to) - Math.max(first, from));
  return shared;
}

/** Shared tokens over all tokens of two lists of runs. */
export function jaccard(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  const shared = sharedTokens(a, b);
  return shared === 0 ? 0 : shared / (sizeOf(a) + sizeOf(b) - shared);
}
