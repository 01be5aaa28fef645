import { UPOS } from '../model/language-layer.ts';
import { foldWord } from '../text/fold-word.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import { wordNet, type WordNetPos } from './word-net.ts';
import { wordVectors } from './word-vectors.ts';

const [ADJ, ADV, NOUN, PROPN, VERB, NUM] = (['ADJ', 'ADV', 'NOUN', 'PROPN', 'VERB', 'NUM'] as const).map(
  (tag) => UPOS.indexOf(tag),
);

/** Words that turn what follows them round. */
export const NEGATORS: ReadonlySet<string> = new Set(
  "not n’t n't no no-one never neither nor without nobody none nothing cannot hardly".split(' '),
);
/** Verbs that say nothing of their own. */
export const LIGHT: ReadonlySet<string> = new Set(
  'be have do say tell get let give make take go come become seem add also so very just only then there here such more most other'.split(
    ' ',
  ),
);
const MODIFIER_SHARE = 0.6;

/** What general knowledge says of a word as one part of speech. */
export interface WordFacts {
  readonly kind: 'noun' | 'verb' | 'modifier';
  /** Folded base form. */
  readonly key: string;
  /** Row among the word vectors; -1 for none. */
  readonly row: number;
  /** Row in WordNet's table; -1 for none. */
  readonly entry: number;
  /** Between 0 and 1: rare words say more. */
  readonly weight: number;
  readonly classes: readonly number[];
}

interface Known {
  readonly lemma: string;
  readonly tag: number;
  readonly facts: WordFacts | null;
}

/** Words that are remembered; texts without end must not fill the memory. */
const MOST_KNOWN = 50_000;
/** Longer words may be cut from a document's text without a copy, and would keep all of it in memory. */
const LONGEST_KNOWN = 12;
const known = new Map<string, Known[]>();

/**
 * What is known of a word; `null` for one that says nothing by itself. Looked up once for each word of the language, since a
 * story has the same ones over and over.
 *
 * @param tag - index into `UPOS`.
 */
export function wordFacts(word: string, lemma: string, tag: number): WordFacts | null {
  if (word.length > LONGEST_KNOWN || lemma.length > LONGEST_KNOWN) return lookUp(word, lemma, tag);
  let list = known.get(word);
  if (!list) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, (list = []));
  }
  for (const each of list) if (each.tag === tag && each.lemma === lemma) return each.facts;
  const facts = lookUp(word, lemma, tag);
  list.push({ lemma, tag, facts });
  return facts;
}

function lookUp(word: string, lemma: string, tag: number): WordFacts | null {
  const kind =
    tag === VERB
      ? 'verb'
      : tag === NOUN || tag === PROPN
        ? 'noun'
        : tag === ADJ || tag === ADV || tag === NUM
          ? 'modifier'
          : null;
  const base = lemma.toLowerCase();
  if (kind === null || LIGHT.has(base) || NEGATORS.has(word.toLowerCase())) return null;
  const vectors = wordVectors();
  const rowOfBase = vectors.rowOf(base);
  const row = vectors.rowOf(word);
  const pos: WordNetPos =
    tag === ADJ ? 'adjective' : tag === ADV ? 'adverb' : kind === 'verb' ? 'verb' : 'noun';
  const rare = rarity(vectors.rankOf(rowOfBase));
  const classes = predicateClasses(word);
  return {
    kind,
    key: foldWord(base),
    row: row >= 0 ? row : rowOfBase,
    entry: wordNet().rowOf(base, pos),
    weight: kind === 'modifier' ? rare * MODIFIER_SHARE : rare,
    classes: classes.length > 0 ? classes : predicateClasses(base),
  };
}

/** 0.2 for the words of every text, 1 for a word beyond the 20,000 most frequent. */
function rarity(rank: number): number {
  return Math.min(1, Math.max(0.2, (Math.log(rank + 1) - 3.5) / 6.4));
}
