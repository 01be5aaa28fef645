import { readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { foldWord } from '../text/fold-word.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import { PHRASES } from './role-words.ts';

/** A verb as a term, with the particle that changes what it says. */
export function predicateAt(index: TermIndex, token: number): Term | null {
  const { start, end, penn, word, lemma } = index.annotated.language.tokens;
  const term = readTerms(index, [[start[token] as number, end[token] as number]], true)[0];
  if (!term) return null;
  const particle = [token + 1, token + 2].find(
    (t) => penn[t] === 'RP' || /^(?:back|free)$/i.test(word[t] ?? ''),
  );
  if (particle === undefined) return term;
  const phrase = `${(lemma[token] ?? '').toLowerCase()} ${(word[particle] ?? '').toLowerCase()}`;
  const one = PHRASES.get(phrase);
  return one === undefined
    ? { ...term, key: phrase, classes: [], row: -1, entry: -1 }
    : { ...term, key: foldWord(one), classes: predicateClasses(one), row: -1, entry: -1 };
}

/** "Will fire", "threatened to fire", "may fire": a modal or an infinitive stands right before the verb. */
export function isOpen(index: TermIndex, verb: number): boolean {
  const { penn, sentence } = index.annotated.language.tokens;
  for (let t = verb - 1; t >= verb - 3 && t >= 0 && sentence[t] === sentence[verb]; t--) {
    if (penn[t] === 'MD' || penn[t] === 'TO' || (isWord(index, t, 'to') && penn[t + 1] === 'VB')) return true;
    if (!/^(?:RB|VB)/.test(penn[t] ?? '')) return false;
  }
  return false;
}

/** Whether a token is a word, in whatever letters. */
export function isWord(index: TermIndex, token: number, word: string): boolean {
  return (index.annotated.language.tokens.word[token] ?? '').toLowerCase() === word;
}
