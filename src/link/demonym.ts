import type { Entity } from '../model/entity.ts';

/** What makes an adjective of the name of a place, or a word for its people. */
const ENDING = /^(?:n|an|ans|ian|ians|nian|ean|ese|ish|i|is|ic|ine|ite|ites|er|ers|oise?)$/;
/** Letters that a name and its adjective have in common at least. */
const LEAST_STEM = 4;
/** A name loses so many letters at most: "Argentin-a", "German-y", "Ital-y". */
const MOST_LOST = 2;

/** Finds the place or state that an adjective is made of, among those that a story names: "Belmarran" leads to Belmarra. */
export class Demonyms {
  readonly #byStem = new Map<string, { readonly name: string; readonly id: string }[]>();

  constructor(entities: readonly Entity[]) {
    for (const { id, kind, aliases } of entities) {
      if (kind !== 'place' && kind !== 'government') continue;
      for (const alias of aliases) {
        if (!/^\p{Lu}[\p{L}\p{M}]+$/u.test(alias)) continue;
        const name = alias.toLowerCase();
        const stem = name.slice(0, LEAST_STEM);
        if (stem.length < LEAST_STEM) continue;
        const list = this.#byStem.get(stem) ?? [];
        list.push({ name, id });
        this.#byStem.set(stem, list);
      }
    }
  }

  /** Id of the entity, `undefined` where no name fits or two fit alike. */
  entityOf(word: string): string | undefined {
    if (!/^\p{Lu}/u.test(word)) return undefined;
    const adjective = word.toLowerCase();
    let best: { id: string; shared: number } | undefined;
    let tied = false;
    for (const { name, id } of this.#byStem.get(adjective.slice(0, LEAST_STEM)) ?? []) {
      const shared = sharedLetters(name, adjective);
      if (name.length - shared > MOST_LOST || shared < LEAST_STEM) continue;
      if (!ENDING.test(adjective.slice(shared)) && !ENDING.test(adjective.slice(shared - 1))) continue;
      if (best && best.shared === shared && best.id !== id) tied = true;
      if (!best || shared > best.shared) {
        best = { id, shared };
        tied = false;
      }
    }
    return tied ? undefined : best?.id;
  }
}

function sharedLetters(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
