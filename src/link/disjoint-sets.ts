/** A partition of `0 … size - 1` into sets that can be joined: union by the smallest member, with path halving. */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index);
  }

  /** The smallest member of the set that holds `item`. */
  find(item: number): number {
    let at = item;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const above = this.#parent[parent] ?? parent;
      this.#parent[at] = above;
      at = above;
    }
  }

  /** Joins two sets; the smaller of their smallest members stands for both, whatever the order of the calls. */
  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    if (first < second) this.#parent[second] = first;
    else if (second < first) this.#parent[first] = second;
  }
}
