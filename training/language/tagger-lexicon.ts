import { lexicon as brill } from 'en-lexicon';
import { hashLowerWord } from '../../src/learn/hash.ts';

/** A tag dictionary: words in small letters with the number of their class, and the classes by number, from 1. */
export interface TagDictionary {
  readonly entries: readonly (readonly [hash: number, value: number])[];
  readonly classes: readonly string[];
}

/** A class is a byte, 0 is "not in the dictionary", and 255 stands for the edge of a sentence. */
const MAX_CLASSES = 250;
const MAX_TAGS = 4;

/**
 * Reads the dictionary of the npm package `en-lexicon` (Brill's, extended; MIT) into classes such as `NN|VB/n`: tags of the
 * word in small letters, most frequent first, and behind the slash what it is when capitalised (N: a name first of all, n: a
 * name too, c: no name).
 *
 * A class that few words have gives way to its first two tags, then to its first.
 *
 * @param weightOf - how often a word stands in the training data: classes of frequent words are kept first.
 */
export function readTagDictionary(weightOf: (word: string) => number): TagDictionary {
  const words = new Map<string, { small: string; capital: string }>();
  for (const [word, tags] of Object.entries(brill)) {
    if (!/^[\p{L}'.]+$/u.test(word)) continue;
    const lower = word.toLowerCase();
    const entry = words.get(lower) ?? { small: '', capital: '' };
    const kept = tags
      .split('|')
      .filter((tag) => /^[A-Z$]+$/.test(tag))
      .slice(0, MAX_TAGS)
      .join('|');
    if (word === lower) entry.small = kept;
    else if (entry.capital === '')
      entry.capital = kept.startsWith('NNP') ? 'N' : kept.includes('NNP') ? 'n' : 'c';
    words.set(lower, entry);
  }
  const weights = new Map<string, number>();
  for (const [word, { small, capital }] of words) {
    const name = `${small}/${capital}`;
    // A word that is never seen weighs as a fiftieth of a token.
    weights.set(name, (weights.get(name) ?? 0) + weightOf(word) + 0.02);
  }
  const classes = [...weights.keys()]
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1))
    .slice(0, MAX_CLASSES);
  const numberOf = new Map(classes.map((name, index) => [name, index + 1]));
  const entries: [number, number][] = [];
  for (const [word, { small, capital }] of words) {
    const tags = small.split('|');
    const value =
      numberOf.get(`${small}/${capital}`) ??
      numberOf.get(`${tags.slice(0, 2).join('|')}/${capital}`) ??
      numberOf.get(`${tags[0]}/${capital}`) ??
      numberOf.get(`${tags[0]}/`);
    if (value !== undefined) entries.push([hashLowerWord(word), value]);
  }
  return { entries, classes };
}
