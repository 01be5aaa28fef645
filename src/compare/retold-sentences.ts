import type { TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';

/** A sentence of one of the documents. */
export interface SentencePlace {
  readonly documentIndex: number;
  readonly sentence: number;
}

/** Words that so many sentences hold bring none of them together: it is what the story is about. */
const MOST_IN_BLOCK = 24;
/** So many words in common, none of them everywhere. */
const LEAST_SHARED = 3;
/** The same as a share of the shorter sentence: words that are everywhere are not counted. */
const LEAST_SHARE = 0.4;
/** Sentences shorter than this retell nothing. */
const LEAST_WORDS = 4;
/** Longer ones are read so far. */
const MOST_WORDS = 60;

const TELLING: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'] as const).map((tag) => UPOS.indexOf(tag)),
);

/** Pairs of sentences of different documents that share several words, from an index of their words; never all pairs. */
export function* retoldSentences(indexes: readonly TermIndex[]): Generator<[SentencePlace, SentencePlace]> {
  const places: SentencePlace[] = [];
  const keysOf: Set<string>[] = [];
  const postings = new Map<string, number[]>();
  for (const [documentIndex, { annotated }] of indexes.entries()) {
    const { tokens, sentences } = annotated.language;
    let keys = new Set<string>();
    let current = -1;
    const close = (): void => {
      if (keys.size < LEAST_WORDS || sentences[current]?.kind !== 'sentence') return;
      for (const key of keys) {
        const posting = postings.get(key);
        if (posting) posting.push(places.length);
        else postings.set(key, [places.length]);
      }
      places.push({ documentIndex, sentence: current });
      keysOf.push(keys);
    };
    for (let t = 0; t < tokens.count; t++) {
      const sentence = tokens.sentence[t] as number;
      if (sentence !== current) {
        close();
        keys = new Set();
        current = sentence;
      }
      if (!TELLING.has(tokens.upos[t] as number) || keys.size >= MOST_WORDS) continue;
      const lemma = (tokens.lemma[t] ?? tokens.word[t] ?? '').toLowerCase();
      if (lemma.length > 2) keys.add(lemma);
    }
    close();
  }
  for (const [at, place] of places.entries()) {
    const shared = new Map<number, number>();
    for (const key of keysOf[at] ?? []) {
      const posting = postings.get(key) ?? [];
      if (posting.length > MOST_IN_BLOCK) continue;
      for (const other of posting)
        if (other > at && places[other]?.documentIndex !== place.documentIndex)
          shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const found = places[other];
      const shorter = Math.min(keysOf[at]?.size ?? 0, keysOf[other]?.size ?? 0);
      if (found && count >= Math.max(LEAST_SHARED, LEAST_SHARE * shorter)) yield [place, found];
    }
  }
}
