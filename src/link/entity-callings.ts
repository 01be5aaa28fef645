import { wordVectors } from '../learn/word-vectors.ts';
import type { EntityMention } from './entity-mention.ts';

/** What one entity is called by all documents together. */
interface Callings {
  /** Folded words of names, descriptions and roles. */
  readonly words: Set<string>;
  /** Heads of its descriptions, by lemma, with their rows among the word vectors. */
  readonly heads: Map<string, number>;
  readonly documents: Set<number>;
  gender: number;
}

/**
 * What a story calls its entities: who is "the skipper" in one document may be given by name alone in the next, and a third
 * has nothing but "the captain".
 */
export class EntityCallings {
  readonly #callings = new Map<string, Callings>();
  readonly #documents: number;

  /** @param documents - how many documents there are. */
  constructor(mentions: readonly EntityMention[], documents: number) {
    this.#documents = Math.max(1, documents);
    for (const mention of mentions) {
      const key = keyOf(mention);
      if (key === undefined) continue;
      const known = this.#callings.get(key);
      const callings = known ?? { words: new Set(), heads: new Map(), documents: new Set(), gender: 0 };
      if (!known) this.#callings.set(key, callings);
      for (const word of mention.called) callings.words.add(word);
      if (mention.form === 'nominal') callings.heads.set(mention.lemma, mention.row);
      callings.documents.add(mention.documentIndex);
      callings.gender ||= mention.gender;
    }
  }

  /** Folded words by which the story calls what a mention stands for. */
  words(mention: EntityMention): ReadonlySet<string> {
    return this.#of(mention)?.words ?? mention.called;
  }

  /** Lemmas that head what the story calls it, the mention's own first. */
  heads(mention: EntityMention): readonly string[] {
    return [mention.lemma, ...(this.#of(mention)?.heads.keys() ?? [])];
  }

  /** Likeness of a head to whatever heads what the story calls the mention's entity: the greatest cosine. */
  nearness(mention: EntityMention, row: number): number {
    const vectors = wordVectors();
    let most = vectors.similarity(mention.row, row);
    for (const other of this.#of(mention)?.heads.values() ?? [])
      most = Math.max(most, vectors.similarity(other, row));
    return most;
  }

  /** Share of the documents that speak of it; 0 for what is no entity. */
  salience(mention: EntityMention): number {
    return (this.#of(mention)?.documents.size ?? 0) / this.#documents;
  }

  /** 1 for "he", -1 for "she", 0 where no document says so. */
  gender(mention: EntityMention): number {
    return this.#of(mention)?.gender ?? 0;
  }

  #of(mention: EntityMention): Callings | undefined {
    const key = keyOf(mention);
    return key === undefined ? undefined : this.#callings.get(key);
  }
}

/** What is one across documents, or within its own at least. */
function keyOf({ entity, documentIndex, local }: EntityMention): string | undefined {
  return entity ?? (local >= 0 ? `${documentIndex}/${local}` : undefined);
}
