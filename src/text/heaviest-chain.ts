/** A step of a chain: where it stands in the one sequence and in the other, and what it weighs. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * The heaviest chain of links in which both places never go back: what two tellings have in the same order.
 *
 * Quadratic in the number of links, which is why callers pass aligned sentences and not words; beyond `most` links only the
 * heaviest are looked at.
 *
 * @returns the links of the chain, in order.
 */
export function heaviestChain<T extends Link>(links: readonly T[], most = 400): T[] {
  const ordered = (
    links.length > most ? links.toSorted((x, y) => y.weight - x.weight).slice(0, most) : links
  ).toSorted((x, y) => x.a - y.a || x.b - y.b);
  const total = new Float64Array(ordered.length);
  const before = new Int32Array(ordered.length).fill(-1);
  let end = -1;
  ordered.forEach((link, i) => {
    let best = 0;
    for (let j = 0; j < i; j++) {
      const earlier = ordered[j];
      if (earlier && earlier.b <= link.b && (total[j] ?? 0) > best) {
        best = total[j] ?? 0;
        before[i] = j;
      }
    }
    total[i] = best + link.weight;
    if (end < 0 || (total[i] ?? 0) > (total[end] ?? 0)) end = i;
  });
  const chain: T[] = [];
  for (let i = end; i >= 0; i = before[i] ?? -1) {
    const link = ordered[i];
    if (link) chain.push(link);
  }
  return chain.reverse();
}
