import type { Document } from '../model/document.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Difference } from '../model/utterance.ts';
import { isTranslated } from '../text/translated.ts';
import type { Piece } from './content-pieces.ts';
import { findAlteration } from './find-alteration.ts';
import type { Speakers } from './same-occasion.ts';

/** Of the shorter wording so many words must stand, in their order, in the longer one for a cut. */
const CUT = 0.95;
/** A reading with so many of its words in quotation marks is a quotation with an introduction. */
const MOSTLY = 0.4;
/** Wordings that are compared with each other; what a hundred outlets quote alike differs no more than what twelve do. */
const MOST_COMPARED = 12;
const RANK: Readonly<Record<Difference, number>> = {
  same: 0,
  cut: 1,
  translation: 2,
  paraphrase: 3,
  altered: 4,
};

/**
 * What sets the readings of one utterance apart. "Altered" only where the change can be named; "translation" only where something
 * shows that one of two differing quotations was translated.
 *
 * @param readings - the sentences of each reading.
 */
export function classifyDifference(
  story: LinkedStory,
  readings: readonly (readonly Piece[])[],
  speakers: Pick<Speakers, 'relate'>,
): { difference: Difference; note?: string } {
  for (const [one, other] of pairsOf(readings)) {
    for (const a of one) {
      for (const b of other) {
        // the same words say the same, whatever day each account's "yesterday" is
        if (a.key === b.key || a.documentIndex === b.documentIndex) continue;
        if (!areOneSpeaker(a, b, speakers)) continue;
        const note = findAlteration(a, b, story.documents);
        if (note !== undefined) return { difference: 'altered', note };
      }
    }
  }
  let widest: Difference = 'same';
  for (const [a, b] of pairsOf(readings)) {
    const kind = compareWordings(a, b, story);
    if (RANK[kind] > RANK[widest]) widest = kind;
  }
  return { difference: widest };
}

/** Whether it is sure enough that one speaker is reported: two unnamed sources' statements need not agree. */
function areOneSpeaker(
  { attribution: a }: Piece,
  { attribution: b }: Piece,
  speakers: Pick<Speakers, 'relate'>,
): boolean {
  if (a.form === 'direct' && b.form === 'direct') return true;
  return !['open', 'other'].includes(speakers.relate(a.speaker, b.speaker));
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  const some = items.slice(0, MOST_COMPARED);
  return some.flatMap((a, at) => some.slice(at + 1).map((b): [T, T] => [a, b]));
}

function compareWordings(a: readonly Piece[], b: readonly Piece[], story: LinkedStory): Difference {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.join(' ') === other.join(' ')) return 'same';
  const shorter = Math.min(one.length, other.length);
  if (commonInOrder(one, other) >= CUT * shorter) return 'cut';
  if (isQuotedPart(a, b) || isQuotedPart(b, a)) return 'cut';
  const quoted = [a, b].every((pieces) => pieces.some(({ attribution }) => attribution.form !== 'indirect'));
  return quoted && isTranslation(a, b, story) ? 'translation' : 'paraphrase';
}

/** Whether a reading is mostly a quotation, and what it quotes stands in the other reading's quotation. */
function isQuotedPart(part: readonly Piece[], whole: readonly Piece[]): boolean {
  const [own, other] = [quotedWords(part), quotedWords(whole)];
  const words = part.reduce((sum, { wording }) => sum + wording.words.length, 0);
  return (
    own.length > 1 &&
    own.length >= MOSTLY * words &&
    own.length < other.length &&
    commonInOrder(own, other) >= CUT * own.length
  );
}

function quotedWords(pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ wording }) => wording.words.filter((_, at) => wording.quoted[at]));
}

/** Words without a "that" before them, which English adds and drops at will. */
function wordsOf(pieces: readonly Piece[]): string[] {
  const words = pieces.flatMap(({ wording }) => wording.words);
  return words[0] === 'that' ? words.slice(1) : words;
}

function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Int32Array(b.length + 1);
  for (const word of a) {
    const next = new Int32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++)
      next[j] =
        word === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    row = next;
  }
  return row[b.length] as number;
}

/** Whether the documents are known to be translated from one another, or one of them shows that it was translated. */
function isTranslation([a]: readonly Piece[], [b]: readonly Piece[], story: LinkedStory): boolean {
  const [one, other] = [documentOf(a, story), documentOf(b, story)];
  if (!one || !other) return false;
  if (one.language !== other.language || isTranslated(one) || isTranslated(other)) return true;
  return story.lineage.edges.some(
    ({ from, to, kind }) =>
      kind === 'translation' && [from, to].includes(one.id) && [from, to].includes(other.id),
  );
}

function documentOf(piece: Piece | undefined, story: LinkedStory): Document | undefined {
  return story.documents[piece?.documentIndex ?? -1]?.document;
}
