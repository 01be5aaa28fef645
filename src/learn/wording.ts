import { UPOS } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';
import { firstTokenAt, readTerms, type Term, type TermIndex } from './term.ts';

/** What one account says in one stretch: its terms, and all its words in their order for what hangs on wording. */
export interface Wording {
  readonly terms: readonly Term[];
  /** Folded words, function words among them, no punctuation. */
  readonly words: readonly string[];
  /** For each of the words whether it stands between quotation marks. */
  readonly quoted: readonly boolean[];
}

const PUNCT = UPOS.indexOf('PUNCT');
/** Longest stretch that is read whole. */
const MOST_WORDS = 160;

/** Reads some stretches of a document for {@link wordingFeatures}. */
export function readWording(
  index: TermIndex,
  spans: readonly Span[],
  terms: readonly Term[] = readTerms(index, spans),
): Wording {
  const { tokens } = index.annotated.language;
  const words: string[] = [];
  const quoted: boolean[] = [];
  for (const [start, end] of spans) {
    for (let t = firstTokenAt(index.annotated, start); t < tokens.count; t++) {
      if ((tokens.start[t] as number) >= end || words.length >= MOST_WORDS) break;
      if (tokens.upos[t] === PUNCT) continue;
      const word = foldWord(tokens.word[t] ?? '');
      if (word === '') continue;
      words.push(word);
      quoted.push((tokens.quoted[t] as number) > 0);
    }
  }
  return { terms, words, quoted };
}
