/** How like two items are, 0 to 1; `a` is not `b`. Pairs that are not listed have nothing in common. */
export interface LikePair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Two clusters that could be joined; out of date when one of them has grown since. */
interface Proposal {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly grownA: number;
  readonly grownB: number;
}

/**
 * Agglomerative clustering by average linkage (UPGMA, Sokal & Michener 1958) over the pairs that are listed: the two
 * clusters whose members are most alike on average are joined, until no mean is at least `least`.
 *
 * Time grows with the number of pairs, not with all pairs. Ties go by the numbers of the items, so the order of the pairs
 * changes nothing.
 *
 * @param most - each item was compared with so many others at most; of a larger number the missing ones count neither way.
 * @returns for each item the smallest member of its cluster.
 */
export function averageLink(
  size: number,
  pairs: readonly LikePair[],
  least: number,
  most = Infinity,
): Int32Array {
  // sums[cluster] holds, for each neighbour, the sum of likeness over all pairs of members.
  const sums = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, likeness } of pairs) {
    sums[a]?.set(b, likeness);
    sums[b]?.set(a, likeness);
  }
  const count = new Int32Array(size).fill(1);
  const grown = new Int32Array(size);
  const parent = Int32Array.from({ length: size }, (_, item) => item);
  const heap = new ProposalHeap();
  const propose = (one: number, other: number, sum: number): void => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const [sizeA, sizeB] = [count[a] as number, count[b] as number];
    const mean = sum / Math.min(sizeA * sizeB, (most / 2) * Math.min(sizeA, sizeB));
    if (mean >= least) heap.push({ a, b, mean, grownA: grown[a] as number, grownB: grown[b] as number });
  };
  for (const { a, b, likeness } of pairs) propose(a, b, likeness);
  for (let next = heap.pop(); next; next = heap.pop()) {
    const { a, b } = next;
    const current =
      parent[a] === a && parent[b] === b && grown[a] === next.grownA && grown[b] === next.grownB;
    if (!current) continue;
    const [ofA, ofB] = [sums[a], sums[b]];
    if (!ofA || !ofB) continue;
    parent[b] = a;
    count[a] = (count[a] as number) + (count[b] as number);
    grown[a] = (grown[a] as number) + 1;
    for (const [other, sum] of ofB) {
      sums[other]?.delete(b);
      if (other !== a) ofA.set(other, (ofA.get(other) ?? 0) + sum);
    }
    ofB.clear();
    for (const [other, sum] of ofA) {
      sums[other]?.set(a, sum);
      propose(a, other, sum);
    }
  }
  return parent.map((_, item) => {
    let root = item;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  });
}

/** A binary heap, the likest pair on top, then the one with the smaller numbers. */
class ProposalHeap {
  readonly #items: Proposal[] = [];

  push(proposal: Proposal): void {
    const items = this.#items;
    let at = items.push(proposal) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!goesBefore(proposal, items[above] as Proposal)) break;
      items[at] = items[above] as Proposal;
      at = above;
    }
    items[at] = proposal;
  }

  pop(): Proposal | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0 || !last) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && goesBefore(items[below + 1] as Proposal, items[below] as Proposal))
        below++;
      if (!goesBefore(items[below] as Proposal, last)) break;
      items[at] = items[below] as Proposal;
      at = below;
    }
    items[at] = last;
    return top;
  }
}

function goesBefore(x: Proposal, y: Proposal): boolean {
  return x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)));
}
