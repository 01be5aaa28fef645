import type { EntityNode } from './entity-node.ts';

/**
 * What a name is taken for in most documents. A name found as a person's here and as a company's there is one thing, and
 * the finder of names was wrong in the fewer.
 */
export class KindVotes {
  readonly #votes = new Map<string, number>();

  constructor(nodes: readonly EntityNode[]) {
    for (const { local, words } of nodes) {
      if (!local.named || words.length === 0 || local.key !== undefined) continue;
      const vote = local.kind === 'person' ? 1 : -1;
      this.#add(words.join(''), vote);
      // A full name speaks for its family name.
      if (words.length > 1 && local.kind === 'person') this.#add(words.at(-1) ?? '', vote);
    }
  }

  #add(key: string, vote: number): void {
    this.#votes.set(key, (this.#votes.get(key) ?? 0) + vote);
  }

  isPerson({ local, words }: EntityNode): boolean {
    const votes = this.#votes.get(words.join('')) ?? 0;
    return votes === 0 ? local.kind === 'person' : votes > 0;
  }
}
