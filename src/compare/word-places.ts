import type { TermIndex } from '../learn/term.ts';
import type { Term } from '../model/term.ts';
import { foldWord } from '../text/fold-word.ts';
import { predicateClasses } from '../text/predicate-class.ts';

/** A sentence of one of the documents. */
export type Place = readonly [documentIndex: number, sentence: number];

/** What a term is found by: its word, and the classes of words for the same thing. */
export function keysOf({ key, classes }: Term): string[] {
  return [key, ...classes.map((one) => `#${one}`)];
}

/** Where the words that are asked for, or their kin, stand; one pass over the documents. */
export function placesOfWords(
  wanted: ReadonlySet<string>,
  indexes: readonly TermIndex[],
): Map<string, Place[]> {
  const keysOfLemma = new Map<string, readonly string[]>();
  const places = new Map<string, Place[]>();
  for (const [at, { annotated }] of indexes.entries()) {
    const { tokens, sentences } = annotated.language;
    for (let t = 0; t < tokens.count; t++) {
      const word = (tokens.lemma[t] ?? tokens.word[t] ?? '').toLowerCase();
      if (word.length < 3) continue;
      let keys = keysOfLemma.get(word);
      if (!keys) {
        keys = [foldWord(word), ...predicateClasses(word).map((one) => `#${one}`)].filter((key) =>
          wanted.has(key),
        );
        keysOfLemma.set(word, keys);
      }
      const sentence = tokens.sentence[t] as number;
      if (keys.length === 0 || sentences[sentence]?.kind !== 'sentence') continue;
      for (const key of keys) {
        const list = places.get(key);
        if (!list) places.set(key, [[at, sentence]]);
        else if (list.at(-1)?.[0] !== at || list.at(-1)?.[1] !== sentence) list.push([at, sentence]);
      }
    }
  }
  return places;
}

/** The sentences in which any of some terms stands, each once, at most so many. */
export function placesOf(
  terms: readonly Term[],
  places: ReadonlyMap<string, readonly Place[]>,
  most: number,
): Place[] {
  const found = new Map<string, Place>();
  for (const term of terms)
    for (const key of keysOf(term))
      for (const place of places.get(key) ?? []) found.set(place.join('/'), place);
  return [...found.values()].slice(0, most);
}
