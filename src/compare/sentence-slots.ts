import { firstTokenAt, readTerms, type Term, type TermIndex } from '../learn/term.ts';
import { UPOS } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { foldWord } from '../text/fold-word.ts';
import { polesOf, type Pole } from './opposites.ts';

/** What can be exchanged in a sentence for another of its kind, so that the sentence says something else. */
export type SlotKind = 'number' | 'year' | 'month' | 'weekday' | 'name' | 'place' | 'pole' | 'negation';

/** A word of a sentence, as far as two sentences are compared word by word. */
export interface SentenceWord {
  readonly token: number;
  /** Folded word, or the value of a slot. */
  readonly key: string;
  /** `null` for the words that every sentence has. */
  readonly term: Term | null;
  readonly slot: SlotKind | null;
  readonly span: Span;
  /** As it stands in the document. */
  readonly text: string;
  readonly quantity: Quantity | null;
  /** Whom or what it is a name of, or a part of the name. */
  readonly entity: string | null;
  /** The questions in which it takes a side (`opposites.ts`). */
  readonly poles: readonly Pole[];
  /** A negator stands right before it, or before what stands before it. */
  readonly negated: boolean;
}

/** Longer sentences are read so far: hostile documents have sentences without end. */
const MOST_WORDS = 80;

const [PUNCT, PROPN] = (['PUNCT', 'PROPN'] as const).map((tag) => UPOS.indexOf(tag));

const MONTHS =
  /^(?:mid-|late-|early-)?(?:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(jun)e?|(jul)y?|(aug)(?:ust)?|(sep)(?:t|tember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\.?$/i;
const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
/** "6." before a paragraph of a list; "one" is a pronoun more often than a number. */
const ITEM = /^\d{1,2}\.$/;
const ONE = /^(?:an?|one)$/i;
const CLOCK = /^(\d\d)[.:]([0-5]\d)$/;
const FIGURES = /^[#$£€]?\d[\d.,:/-]*$/;

/** The words of one sentence in their order, numbers, months, weekdays, places, first names and words with an opposite marked. */
export function readSentenceWords(index: TermIndex, sentence: number): SentenceWord[] {
  const { annotated, quantityAt, timeAt } = index;
  const { tokens, sentences } = annotated.language;
  const found = sentences[sentence];
  if (!found) return [];
  const { text } = annotated.document;
  const termAt = new Map(readTerms(index, [found.span]).map((term) => [term.token, term]));
  const words: SentenceWord[] = [];
  let negators = 0;
  const add = (
    from: number,
    to: number,
    slot: SlotKind | null,
    key: string,
    more: Partial<SentenceWord> = {},
  ): void => {
    const span: Span = [tokens.start[from] as number, tokens.end[to - 1] as number];
    const term = termAt.get(from) ?? null;
    words.push({
      token: from,
      key,
      term,
      slot,
      span,
      text: text.slice(...span),
      quantity: null,
      entity: null,
      poles: [],
      negated: negators > 0,
      ...more,
    });
    negators = Math.max(0, negators - 1);
  };
  let t = firstTokenAt(annotated, found.span[0]);
  while (t < tokens.count && (tokens.start[t] as number) < found.span[1] && words.length < MOST_WORDS) {
    const from = t++;
    const quantity = timeAt[from] === -1 ? annotated.quantities[quantityAt[from] as number] : undefined;
    const word = tokens.word[from] ?? '';
    if (quantity && quantity.value !== null && !CLOCK.test(word) && !ONE.test(word)) {
      while (t < tokens.count && quantityAt[t] === quantityAt[from]) t++;
      add(from, t, 'number', String(quantity.value), { quantity });
      continue;
    }
    if (NEGATOR.test(word)) {
      negators = REACH;
      continue;
    }
    if (tokens.upos[from] === PUNCT || !/[\p{L}\p{N}]/u.test(word)) continue;
    const month = MONTHS.exec(word);
    if (YEAR.test(word)) add(from, t, 'year', word);
    else if (FIGURES.test(word) && !ITEM.test(word)) add(from, t, 'number', figures(word));
    else if (month && /^(?:\p{Ll}+-)?\p{Lu}/u.test(word) && (timeAt[from] !== -1 || word.length > 3))
      add(from, t, 'month', (month.slice(1).find((one) => one !== undefined) ?? word).toLowerCase());
    else if (WEEKDAYS.test(word)) add(from, t, 'weekday', word.toLowerCase());
    else if (isPlace(index, from)) add(from, t, 'place', foldWord(word), { entity: entityAt(index, from) });
    else if (NAME.test(word) && (tokens.upos[from] === PROPN || words.length > 0) && !TITLE.test(word))
      add(from, t, 'name', foldWord(word));
    else if (NUMBER_WORDS.has(word.toLowerCase()))
      add(from, t, 'number', String(NUMBER_WORDS.get(word.toLowerCase())));
    else {
      const lemma = (tokens.lemma[from] ?? word).toLowerCase();
      const poles = [...new Set([...polesOf(word), ...polesOf(lemma)])];
      add(from, t, poles.length > 0 ? 'pole' : null, foldWord(lemma), { poles });
    }
  }
  return words;
}

/** Figures without marks around and between them: "1,200" is 1200, and "23.31" and "23:31" are one time. */
function figures(word: string): string {
  return word.replace(/^[#$£€]|[,.:/-]+$|,(?=\d{3})/g, '').replace(CLOCK, '$1:$2');
}

/** A negator reaches over so many words: "not yet been told". */
const REACH = 2;
/** A name of more than an initial; some have a capital inside. */
const NAME = /^\p{Lu}[\p{L}’'-]*\p{Ll}{2}/u;
/** What stands before a name in one account and is left out in another. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|president|vice|senator|sen|rep|gov|governor|mayor|judge|justice|chief|prime|minister|secretary|general|gen|colonel|col|captain|capt|lt|lieutenant|sgt|sergeant|officer|king|queen|prince|princess|pope|saint|st|the|former|deputy|attorney|director|chairman|foreign|police|state|coach|sheriff|detective|spokesman|spokeswoman)$/i;
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  'zero - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const NEGATOR = /^(?:not|n[’']t|no|never|without|cannot)$/i;

/** The story's entity whose name a token is part of. */
function entityAt({ annotated, mentionAt, entityOf }: TermIndex, token: number): string | null {
  return entityOf[annotated.coreference.mentions[mentionAt[token] as number]?.entity ?? -1] ?? null;
}

function isPlace(index: TermIndex, token: number): boolean {
  const { mentions, entities } = index.annotated.coreference;
  const mention = mentions[index.mentionAt[token] as number];
  if (mention?.form !== 'name') return false;
  const kind = entities[mention.entity]?.kind;
  return kind === 'place' || kind === 'government';
}
