import type { Sentence } from '../model/language-layer.ts';
import { hashTokens } from '../learn/token-hashes.ts';
import { lemmatize } from './lemmatize.ts';
import type { Tagger } from './tagger.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** Tags and lemmas, one for each token. */
export interface TokenTags {
  readonly upos: Uint8Array;
  readonly penn: string[];
  readonly lemma: string[];
}

/** Lemmas that were asked for before, by Penn tag: a few thousand pairs make nine in ten tokens of news. */
const lemmas = new Map<string, Map<string, string>>();
/** Then the memory is emptied, so that a stream of documents takes no more and more of it. */
const MAX_REMEMBERED = 20_000;
/** Longer words are not worth remembering. */
const MAX_REMEMBERED_LENGTH = 24;

/** Tags the tokens and finds their lemmas. */
export function tagTokens(
  tagger: Tagger,
  text: string,
  tokens: Pick<TokenBuffer, 'start' | 'end' | 'count'>,
  words: readonly string[],
  sentences: readonly Sentence[],
): TokenTags {
  const { upos, penn } = tagger.tag(
    hashTokens(text, tokens.start, tokens.end, tokens.count),
    sentences.map((sentence) => sentence.endToken),
  );
  const lemma: string[] = [];
  for (const [index, word] of words.entries()) {
    const tag = penn[index] as string;
    let known = lemmas.get(tag);
    if (known === undefined) lemmas.set(tag, (known = new Map()));
    let found = known.get(word);
    if (found === undefined) {
      found = lemmatize(word, tag, tagger.knows);
      if (word.length <= MAX_REMEMBERED_LENGTH) {
        if (known.size >= MAX_REMEMBERED) known.clear();
        known.set(word, found);
      }
    }
    lemma.push(found);
  }
  return { upos, penn, lemma };
}
