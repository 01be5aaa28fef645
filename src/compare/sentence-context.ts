import { firstTokenAt, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import { foldWord } from '../text/fold-word.ts';

const NAMING: ReadonlySet<number> = new Set(
  (['NOUN', 'PROPN', 'ADJ'] as const).map((tag) => UPOS.indexOf(tag)),
);
/** "Two", "day", "new": shared by chance. */
const SHORTEST = 4;
const OF_ALL: ReadonlySet<string> = new Set(
  `people person time year month week day hour morning evening night thing number part place case many several other last next
  first second same such monday tuesday wednesday thursday friday saturday sunday reporter statement news today yesterday official
  spokesman spokeswoman minister president`
    .split(/\s+/)
    .map(foldWord),
);

/** Whom and what a sentence names, and as many before it: folded words, and the ids of entities. */
export function sentenceContext(index: TermIndex, offset: number, back = 0): Set<string> {
  const { annotated, mentionAt, entityOf } = index;
  const { tokens, sentences } = annotated.language;
  const at = firstTokenAt(annotated, offset);
  const sentence = tokens.sentence[at] as number;
  const named = new Set<string>();
  const add = (t: number): void => {
    // a heading stands over other sentences, too
    if (sentences[tokens.sentence[t] as number]?.kind !== 'sentence') return;
    const mention = annotated.coreference.mentions[mentionAt[t] as number];
    const entity = mention === undefined ? undefined : entityOf[mention.entity];
    if (entity !== undefined) named.add(entity);
    const word = foldWord((tokens.lemma[t] ?? tokens.word[t] ?? '').toLowerCase());
    if (NAMING.has(tokens.upos[t] as number) && word.length >= SHORTEST && !OF_ALL.has(word)) named.add(word);
  };
  for (let t = at; t < tokens.count && tokens.sentence[t] === sentence; t++) add(t);
  for (let t = at - 1; t >= 0 && (tokens.sentence[t] as number) >= sentence - back; t--) add(t);
  return named;
}
