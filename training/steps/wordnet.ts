import { wordVectors } from '../../src/learn/word-vectors.ts';
import { encodeModel } from '../../src/learn/model-file.ts';
import { packRisingKeys } from '../../src/learn/rising-keys.ts';
import { NO_PARENT, WORD_NET_VERSION, wordNetKey, type WordNetPos } from '../../src/learn/word-net.ts';
import { readWordNet } from '../semantics/read-wordnet.ts';
import type { TrainingStep } from '../step.ts';

/** Senses of a word that are kept, the most frequent first: a rare sense makes synonyms of words that never are. */
const MOST_SENSES = 4;
/** Words made of a word, and its opposites; more than these share hardly anything. */
const MOST_LINKS = 24;

const POS: readonly (readonly [string, WordNetPos])[] = [
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adjective'],
  ['s', 'adjective'],
  ['r', 'adverb'],
];
const POS_OF = new Map(POS);

/** Reduces WordNet 3.1 to the words that have vectors and to what sets two words in relation. */
export const step: TrainingStep = {
  name: 'wordnet',
  order: 6,
  needs: [],
  run({ say }) {
    const vectors = wordVectors();
    const { entries, senses } = readWordNet();
    const kept = new Map<number, (typeof entries)[number]>();
    // Of two entries that share a key the one with more senses, that is the more frequent one, keeps it.
    for (const entry of entries) {
      if (!/^[a-z][a-z'-]*$/.test(entry.lemma) || vectors.rowOf(entry.lemma) < 0) continue;
      const key = wordNetKey(entry.lemma, entry.pos);
      if ((kept.get(key)?.senses.length ?? 0) < entry.senses.length) kept.set(key, entry);
    }
    const keys = [...kept.keys()].sort((a, b) => a - b);
    const rows = keys.flatMap((key) => kept.get(key) ?? []);
    const rowOf = new Map(rows.map(({ lemma, pos }, row) => [`${lemma}/${pos}`, row]));

    // Senses are numbered from 1; 0 is no parent.
    const numbers = new Map<string, number>();
    const numberOf = (sense: string): number => {
      const known = numbers.get(sense);
      if (known !== undefined) return known;
      numbers.set(sense, numbers.size + 1);
      return numbers.size;
    };
    const senseLists = rows.map((entry) => entry.senses.slice(0, MOST_SENSES).map(numberOf));
    const used = [...numbers.keys()];
    const parents = new Map(
      used.flatMap((sense) => {
        const parent = senses.get(sense)?.parent;
        return parent === undefined ? [] : [[numberOf(sense), numberOf(parent)] as const];
      }),
    );
    const links = (kind: 'derived' | 'antonym'): number[][] =>
      rows.map(({ lemma, pos, senses: own }) => {
        const found = new Set<number>();
        for (const id of own) {
          const sense = senses.get(id);
          for (const pointer of sense?.pointers ?? []) {
            if (pointer.kind !== kind || sense?.words[pointer.from - 1] !== lemma) continue;
            const word = senses.get(pointer.sense)?.words[pointer.to - 1];
            const row = rowOf.get(`${word}/${POS_OF.get(pointer.sense.charAt(0)) ?? pos}`);
            if (row !== undefined) found.add(row);
          }
        }
        return [...found].sort((a, b) => a - b).slice(0, MOST_LINKS);
      });
    const derived = links('derived');
    const antonyms = links('antonym');
    say(
      `${rows.length} entries, ${used.length} senses, ${derived.flat().length / 2} derivations, ${antonyms.flat().length / 2} opposites`,
    );
    const counts = (lists: readonly (readonly number[])[]): Uint8Array =>
      Uint8Array.from(lists, ({ length }) => length);
    return encodeModel({
      name: 'wordnet',
      modelVersion: WORD_NET_VERSION,
      info: {
        words: rows.length,
        source: 'WordNet 3.1, copyright 2006, 2011 by Princeton University, all rights reserved',
      },
      sections: {
        keys: packRisingKeys(keys),
        senseCounts: counts(senseLists),
        senses: Uint32Array.from(senseLists.flat()),
        parents: Uint32Array.from({ length: numbers.size + 1 }, (_, at) => parents.get(at) ?? NO_PARENT),
        derivedCounts: counts(derived),
        derived: Uint32Array.from(derived.flat()),
        antonymCounts: counts(antonyms),
        antonyms: Uint32Array.from(antonyms.flat()),
      },
    });
  },
};
