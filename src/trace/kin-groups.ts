/** In a group of up to so many documents all pairs are compared. */
const ALL_COMPARED = 16;
/** In a larger one each further document is compared until it is joined to so many, those that share most with it first. */
const NEAREST = 2;

/**
 * Documents that were found to share text, directly or through others, and which pairs of them need not be compared any more:
 * of a report that hundreds print, the hundreds of edges of each copy would say no more than the nearest few do, and take
 * time and room that grow with the square of their number.
 */
export class KinGroups {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;
  /** Documents that each was joined to as the first of a pair. */
  readonly #joined: Int32Array;

  /** @param documents - how many there are; each is a group of its own. */
  constructor(documents: number) {
    this.#parent = Int32Array.from({ length: documents }, (_, index) => index);
    this.#size = new Int32Array(documents).fill(1);
    this.#joined = new Int32Array(documents);
  }

  /** Whether two documents are known to be of one group, a large one, in which the first has its nearest ones already. */
  areSettled(first: number, second: number): boolean {
    if ((this.#joined[first] as number) < NEAREST) return false;
    const root = this.#rootOf(first);
    return root === this.#rootOf(second) && (this.#size[root] as number) > ALL_COMPARED;
  }

  /** Notes that two documents share text. */
  join(first: number, second: number): void {
    this.#joined[first] = (this.#joined[first] as number) + 1;
    const [one, other] = [this.#rootOf(first), this.#rootOf(second)];
    if (one === other) return;
    const [small, large] =
      (this.#size[one] as number) < (this.#size[other] as number) ? [one, other] : [other, one];
    this.#parent[small] = large;
    this.#size[large] = (this.#size[large] as number) + (this.#size[small] as number);
  }

  #rootOf(document: number): number {
    let at = document;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at] as number] as number;
      at = this.#parent[at] as number;
    }
    return at;
  }
}
