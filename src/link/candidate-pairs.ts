import { compare } from './entity-node.ts';
import type { Content } from './content.ts';

/** Contents that share one term are compared with each other up to this many; beyond, with their neighbours only. */
const MOST_IN_BLOCK = 60;
const NEIGHBOURS = 6;
/** Two shared words, or a shared word and a shared class or entity. */
const LEAST_SHARED = 1.5;
/** What a class or an entity in common counts, against 1 for a word. */
const SHARED_CLASS = 0.6;
/** Words that say less bring nothing together. */
const LEAST_BLOCKING = 0.35;

/** Contents that share a key. */
interface Block {
  readonly weight: number;
  /** Rising, as the contents are listed; by their texts where there are more than are all compared. */
  members: number[];
  /** Place of the next member to be looked at while the contents are gone through in order. */
  cursor: number;
}

/**
 * Pairs of contents that may have something to do with each other, from an index of their terms; never all pairs. Time and
 * memory grow with the number of contents: each is compared with so many others of a block at most.
 *
 * @param list - contents by their `index`.
 * @param least - how much two contents must share: 1 for a word, .6 for a class or an entity.
 * @param sureKeys - further keys of a content, one of which in common is enough.
 * @param before - pairs are made of contents below this place with any others, of no two beyond it.
 * @returns places in the list, the lower one first, in rising order.
 */
export function candidatePairs<T extends Content>(
  list: readonly T[],
  least: number = LEAST_SHARED,
  sureKeys: (content: T) => readonly string[] = () => [],
  before: number = list.length,
): [number, number][] {
  const blocks = new Map<string, Block>();
  const blocksOf = list.map((content, at) =>
    [...blockingKeys(content), ...sureKeys(content).map((key) => `=${key}`)].map((key) => {
      const known = blocks.get(key);
      if (known) {
        known.members.push(at);
        return known;
      }
      const weight = key.startsWith('=') ? least : key.startsWith('w') ? 1 : SHARED_CLASS;
      const block: Block = { weight, members: [at], cursor: 0 };
      blocks.set(key, block);
      return block;
    }),
  );
  const order = new NeighbourOrder(list);
  const shared = new Float64Array(list.length);
  const pairs: [number, number][] = [];
  blocksOf.slice(0, before).forEach((own, at) => {
    const touched: number[] = [];
    const meet = (other: number, weight: number): void => {
      if (shared[other] === 0) touched.push(other);
      shared[other] = (shared[other] as number) + weight;
    };
    for (const block of own) {
      const { members, weight } = block;
      const place = block.cursor++;
      if (members.length <= MOST_IN_BLOCK) {
        for (let next = place + 1; next < members.length; next++) meet(members[next] as number, weight);
      } else for (const other of order.neighboursOf(at, members)) if (other > at) meet(other, weight);
    }
    for (const other of touched.sort((x, y) => x - y)) {
      if ((shared[other] as number) >= least) pairs.push([at, other]);
      shared[other] = 0;
    }
  });
  return pairs;
}

function blockingKeys({ terms }: Content): Set<string> {
  const keys = new Set<string>();
  for (const term of terms) {
    if (term.kind === 'entity') keys.add(`e${term.key}`);
    else if (term.weight >= LEAST_BLOCKING) keys.add(`w${term.key}`);
    for (const one of term.classes) keys.add(`c${one}`);
  }
  return keys;
}

/** Where a term is everywhere, texts that begin alike are compared: copies stand side by side in the order of the texts. */
class NeighbourOrder {
  readonly #list: readonly Content[];
  /** Place of each content in that order, once it is asked for. */
  #ranks: Int32Array | undefined;
  readonly #sorted = new WeakMap<readonly number[], Int32Array>();

  constructor(list: readonly Content[]) {
    this.#list = list;
  }

  /** The members of a block that stand next to one of them, on either side. */
  neighboursOf(at: number, members: readonly number[]): Int32Array {
    const ranks = (this.#ranks ??= this.#rank());
    let sorted = this.#sorted.get(members);
    if (!sorted) {
      sorted = Int32Array.from(members).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
      this.#sorted.set(members, sorted);
    }
    const rank = ranks[at] as number;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ranks[sorted[middle] as number] as number) < rank) low = middle + 1;
      else high = middle;
    }
    return sorted.subarray(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS + 1);
  }

  #rank(): Int32Array {
    const texts = this.#list.map(({ attribution }) => attribution.content.text.toLowerCase());
    const order = texts.map((_, at) => at).sort((a, b) => compare(texts[a] ?? '', texts[b] ?? '') || a - b);
    const ranks = new Int32Array(order.length);
    order.forEach((at, rank) => (ranks[at] = rank));
    return ranks;
  }
}
