import type { Outline } from './outline.ts';

/** Words of a quotation; a single one is a term in quotation marks. */
const SHORTEST = 2;
/** Share of the words of the longer of two quotations that the shorter has as well, from which they are one, cut or altered. */
const ONE_QUOTATION = 0.75;
const MARK = /["“”«»„]/;

/**
 * How many quotations two documents have in common, where the one that quotes less has no others and both have them in one
 * order; 0 otherwise. A reporter of one's own chooses and arranges what is quoted anew.
 */
export function quotationsInOrder(a: Outline, b: Outline): number {
  const [fewer, more] = [quotationsOf(a), quotationsOf(b)].sort((x, y) => x.length - y.length);
  if (!fewer || !more) return 0;
  let at = 0;
  for (const quotation of fewer) {
    while (at < more.length && !areOne(quotation, more[at] ?? [])) at++;
    if (at === more.length) return 0;
    at++;
  }
  return fewer.length;
}

function quotationsOf({ document, start, end, term, quoted, wordCount }: Outline): number[][] {
  const quotations: number[][] = [];
  let open: number[] | null = null;
  for (let i = 0; i < wordCount; i++) {
    if (quoted[i] === 0) {
      open = null;
      continue;
    }
    // Two quotations may follow each other without a word between.
    if (open === null || MARK.test(document.text.slice(end[i - 1], start[i]))) quotations.push((open = []));
    open.push(term[i] ?? -1);
  }
  return quotations.filter((words) => words.length >= SHORTEST);
}

function areOne(a: readonly number[], b: readonly number[]): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < ONE_QUOTATION * longest) return false;
  const words = new Set(a);
  return b.filter((word) => words.has(word)).length >= ONE_QUOTATION * longest;
}
