import type { ScoredPair } from './cluster-pairs.ts';
import type { Piece } from './content-pieces.ts';
import type { SpeakerRelation, Speakers } from './same-occasion.ts';

/**
 * What being one another's only counterpart adds, where what they share stands nowhere else in either document, and where it
 * does. Read off 120 pairs out of 25 real events and 9 stories that lie so far below what is asked.
 */
const OWN_WORDS: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.27,
  kin: 0.17,
  described: 0.17,
  open: 0,
  other: 0,
};
const COMMON_WORDS: Readonly<Record<SpeakerRelation, number>> = {
  ...OWN_WORDS,
  same: 0.1,
  kin: 0,
  described: 0,
};
/** Words that stand nowhere else tell from this weight on: one rare word, or a number. */
const TELLING = 0.45;
/** By so much the best counterpart must be better than the next. */
const MARGIN = 0.1;
/** The most that is added. */
const MOST_ADDED = Math.max(...Object.values(OWN_WORDS));
/** Pairs with a lower score can neither be raised so far as to count, nor be rivals of one that can. */
export const LEAST_FAVOURED = -MOST_ADDED - MARGIN;

/**
 * Raises the scores of pairs that are each other's best, each among all that the other's document has: where an account reports
 * what a speaker said in words of its own, nothing else there answers to it. One of several reports of a matter that is spoken
 * of throughout has rivals, and gets nothing.
 *
 * @param pairs - each pair once; also those that score below 0, down to {@link LEAST_FAVOURED}.
 * @returns those of the pairs below 0 that come to 0 or more, with their new scores.
 */
export function favourMutual(
  pairs: readonly ScoredPair[],
  pieces: readonly Piece[],
  speakers: Pick<Speakers, 'relate'>,
): ScoredPair[] {
  const wanting = pairs.filter(({ score }) => score < 0 && score >= -MOST_ADDED);
  const slotOf = slotsOf(pieces);
  const rivals = new Map<number, Rivals>();
  for (const { a, b } of wanting)
    for (const slot of [slotOf(a, b), slotOf(b, a)])
      if (!rivals.has(slot)) rivals.set(slot, { best: LEAST_FAVOURED, bestKey: '', next: LEAST_FAVOURED });
  for (const { a, b, score } of pairs) {
    note(rivals.get(slotOf(a, b)), score, pieces[b]?.key ?? '');
    note(rivals.get(slotOf(b, a)), score, pieces[a]?.key ?? '');
  }
  const isBest = (slot: number, score: number): boolean => {
    const { best, next } = rivals.get(slot) as Rivals;
    return score === best && best - next >= MARGIN;
  };
  const mutual = wanting.filter(
    ({ a, b, score }) => isBest(slotOf(a, b), score) && isBest(slotOf(b, a), score),
  );
  const holders = countHolders(mutual, pieces);
  return mutual.flatMap(({ a, b, score }) => {
    const [one, other] = [pieces[a] as Piece, pieces[b] as Piece];
    const relation = speakers.relate(one.attribution.speaker, other.attribution.speaker);
    const own = ownInCommon(one, other, holders) >= TELLING;
    const raised = score + (own ? OWN_WORDS : COMMON_WORDS)[relation];
    return raised >= 0 ? [{ a, b, score: raised }] : [];
  });
}

/** A number for a piece with another one's document. */
function slotsOf(pieces: readonly Piece[]): (from: number, to: number) => number {
  const documents = pieces.reduce((most, { documentIndex }) => Math.max(most, documentIndex + 1), 1);
  return (from, to) => from * documents + (pieces[to]?.documentIndex ?? 0);
}

/** The best two scores that something has in another document. */
interface Rivals {
  best: number;
  /** Words of the best: the same words elsewhere in the document are no rival. */
  bestKey: string;
  next: number;
}

function note(rivals: Rivals | undefined, score: number, key: string): void {
  if (!rivals || !(score > rivals.next)) return;
  if (score > rivals.best) {
    if (key !== rivals.bestKey) rivals.next = rivals.best;
    rivals.best = score;
    rivals.bestKey = key;
  } else if (key !== rivals.bestKey) rivals.next = score;
}

/** How many different wordings of a document hold a word, by document and word; of the documents and words of some pairs alone. */
type Holders = ReadonlyMap<string, ReadonlySet<string>>;

function countHolders(pairs: readonly ScoredPair[], pieces: readonly Piece[]): Holders {
  const holders = new Map<string, Set<string>>();
  const asked = new Set<number>();
  for (const { a, b } of pairs)
    for (const { documentIndex, terms } of [pieces[a] as Piece, pieces[b] as Piece]) {
      asked.add(documentIndex);
      for (const { key } of terms) holders.set(`${documentIndex}/${key}`, new Set());
    }
  for (const { documentIndex, terms, key: wording } of pieces)
    if (asked.has(documentIndex))
      for (const { key } of terms) holders.get(`${documentIndex}/${key}`)?.add(wording);
  return holders;
}

/** Weight of the words and numbers that both have, and nothing else that is said in either document. */
function ownInCommon(a: Piece, b: Piece, holders: Holders): number {
  const weights = new Map(b.terms.map(({ key, weight }) => [key, weight]));
  let own = 0;
  for (const { key, kind, weight } of a.terms) {
    if (kind === 'entity' || !weights.has(key)) continue;
    if ([a, b].every(({ documentIndex }) => holders.get(`${documentIndex}/${key}`)?.size === 1))
      own += Math.min(weight, weights.get(key) ?? 0);
  }
  return own;
}
