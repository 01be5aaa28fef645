import { alignTerms, type TermAlignment } from '../learn/align-terms.ts';
import { paraphraseProbability } from '../learn/paraphrase.ts';
import { wordingFeatures } from '../learn/wording-features.ts';
import { keyOfTerms, numberAlike, PairScores } from './alike.ts';
import type { Piece } from './content-pieces.ts';
import { coversWithoutSubject } from './subject-cover.ts';
import { occasionsClash, type Speakers, type SpeakerRelation } from './same-occasion.ts';
import { utteranceProbability } from './utterance-likeness.ts';

/**
 * Least likeness of two wordings, by what is known of their speakers. Set by reading pairs out of real accounts (30 events): of
 * one speaker's statements on one story even half-alike ones are mostly one; of two speakers only the same quoted words.
 */
const LEAST: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.37,
  kin: 0.5,
  described: 0.55,
  open: 0.75,
  other: 0.88,
};
/** Words that a wording must have before it can be the same by more than chance. */
const LEAST_WORDS: Readonly<Record<SpeakerRelation, number>> = {
  same: 2,
  kin: 3,
  described: 4,
  open: 5,
  other: 5,
};
/** … and when neither quotes. */
const LEAST_OWN_WORDS = 4;
/** An unknown speaker, another day, another channel: the words must be all but the same to be one act of speaking. */
const VERBATIM = 0.9;
/** An account's own words that are a small part of what the other has are another matter in common terms. */
const LEAST_OF_BOTH: Readonly<Record<SpeakerRelation, number>> = {
  same: 0.2,
  kin: 0.35,
  described: 0.35,
  open: 0.35,
  other: 0.35,
};
/** With less in common no likeness of words or meaning can reach what is asked: saves most of the work. */
const LEAST_COVER = 0.3;
/** What weighs less is a phrase of every day. */
const LEAST_WEIGHT = 0.45;
/**
 * One speaker's terms that match to this weight count by themselves, less {@link TERMS_ALONE}; matches of less weight lose
 * more. Read off the same pairs.
 */
const ENOUGH_TERMS = 1.4;
const TERMS_ALONE = 0.23;
const TOO_FEW_TERMS = 0.4;
/** The shorter wording counts for most, since accounts cut what they quote. */
const SHORTER_SHARE = 0.65;
/** What the same few quoted words in both add for one speaker: nobody puts words in quotation marks that were not said. */
const SAME_QUOTED = 0.15;
/** Strangers' words must be quoted at this length by both. */
const QUOTED_WORDS = 5;
const NEVER = -1;

/** Decides which wordings are of one act of speaking. */
export class UtteranceJudge {
  readonly #pieces: readonly Piece[];
  readonly #speakers: Speakers;
  readonly #scores: PairScores;

  constructor(pieces: readonly Piece[], speakers: Speakers) {
    this.#pieces = pieces;
    this.#speakers = speakers;
    this.#scores = new PairScores(numberAlike(pieces.map(keyOfPiece)), (low, high) => this.#judge(low, high));
  }

  /**
   * How far two pieces are above what their speakers ask for, as a share of what is possible; below 0 they are two utterances,
   * and `NaN` where two speakers' words do not tell.
   */
  score(one: number, other: number): number {
    return this.#scores.of(one, other);
  }

  #judge(low: number, high: number): number {
    const [a, b] = [this.#pieces[low], this.#pieces[high]];
    if (!a || !b) return NEVER;
    const relation = this.#speakers.relate(a.attribution.speaker, b.attribution.speaker);
    const words = Math.min(a.wording.words.length, b.wording.words.length);
    const own = a.attribution.form === 'indirect' || b.attribution.form === 'indirect';
    const leastWords = own ? Math.max(LEAST_OWN_WORDS, LEAST_WORDS[relation]) : LEAST_WORDS[relation];
    // "denied targeting civilians" in both: the very words of one speaker, and one act
    const verbatim = relation === 'same' && a.key === b.key && a.attribution.act === b.attribution.act;
    if (verbatim && words >= LEAST_WORDS.same && a.weight >= LEAST_WEIGHT) return 1;
    if (isSilence(a) !== isSilence(b) && a.attribution.act !== 'deny' && b.attribution.act !== 'deny')
      return NEVER;
    if (words < leastWords || Math.min(a.weight, b.weight) < LEAST_WEIGHT) return NEVER;
    if (a.key === b.key && (relation !== 'other' || isQuotedByBoth(a, b))) return 1;
    if (relation === 'open' && isQuotedByBoth(a, b) && quoteVerbatim(a, b)) return VERBATIM;
    const alignment = alignTerms(a.terms, b.terms);
    if (Math.max(alignment.coverA, alignment.coverB) < LEAST_COVER) return NEVER;
    const { exactA, exactB } = alignment;
    if (relation === 'open' && Math.max(exactA, exactB) < VERBATIM) return NEVER;
    if (occasionsClash(a, b) && (own ? Math.min(exactA, exactB) : Math.max(exactA, exactB)) < VERBATIM)
      return NEVER;
    if (own && Math.min(alignment.coverA, alignment.coverB) < LEAST_OF_BOTH[relation]) return NEVER;
    // What one says and another unnamed source denies was said by two.
    if ((relation === 'open' || relation === 'described') && isNegated(a) !== isNegated(b)) return NEVER;
    // One account may have the speaker wrong; else two speakers' words say nothing of whether their groups belong together.
    if (relation === 'other' && !isQuotedByBoth(a, b)) return Number.NaN;
    const least = LEAST[relation];
    const likeness = likenessOf(a, b, alignment, relation === 'same');
    if (relation === 'other' && likeness < least) return Number.NaN;
    return likeness >= least ? (likeness - least) / (1 - least) : likeness - least;
  }
}

/** All of a piece that {@link UtteranceJudge} asks. */
function keyOfPiece({ attribution, wording, terms, weight }: Piece): string {
  const { speaker, form, act, channel, when } = attribution;
  const said = [speaker, form, act, channel, when?.value, weight].join('|');
  return `${said}|${wording.words.join(' ')}|${wording.quoted.map(Number).join('')}|${keyOfTerms(terms)}`;
}

/**
 * How alike two wordings are, 0 to 1: by what they have of one another word by word, or in meaning as a whole where that says
 * more; for one speaker also by terms alone, since an account in its own words keeps little else.
 */
function likenessOf(a: Piece, b: Piece, alignment: TermAlignment, ofOneSpeaker: boolean): number {
  const features = wordingFeatures(a.wording, b.wording, alignment);
  const inCommon = utteranceProbability(features);
  const inMeaning = paraphraseProbability(features);
  const likeness = (inCommon + Math.max(inCommon, inMeaning)) / 2;
  if (!ofOneSpeaker) return likeness;
  const byTerms =
    termLikeness(a, b, alignment) -
    TERMS_ALONE -
    TOO_FEW_TERMS * Math.max(0, ENOUGH_TERMS - alignment.weight);
  return Math.min(1, Math.max(likeness + (quoteTheSame(a, b, inMeaning) ? SAME_QUOTED : 0), byTerms));
}

/** How alike two wordings are by their terms, 0 to 1. */
function termLikeness(a: Piece, b: Piece, alignment: TermAlignment): number {
  const [ofA, ofB] = coversWithoutSubject(a, b, alignment);
  const [shorter, longer] = a.weight <= b.weight ? [ofA, ofB] : [ofB, ofA];
  return (SHORTER_SHARE * shorter + (1 - SHORTER_SHARE) * longer) * (0.85 + 0.15 * alignment.order);
}

/**
 * Whether both quote, and all that one of them quotes stands among what the other quotes; a single word counts only where the
 * rest is alike too.
 */
function quoteTheSame(a: Piece, b: Piece, inMeaning: number): boolean {
  const [one, other] = [a, b].map(({ wording }) => wording.words.filter((_, at) => wording.quoted[at]));
  if (!one || !other || one.length === 0 || other.length === 0) return false;
  const [shorter, longer] = one.length <= other.length ? [one, new Set(other)] : [other, new Set(one)];
  return (shorter.length > 1 || inMeaning >= 0.5) && shorter.every((word) => longer.has(word));
}

/** Whether all that one of them quotes stands in one go among what the other quotes. */
function quoteVerbatim(a: Piece, b: Piece): boolean {
  const [one, other] = [quotedText(a), quotedText(b)];
  return one.includes(other) || other.includes(one);
}

function quotedText({ wording }: Piece): string {
  return ` ${wording.words.filter((_, at) => wording.quoted[at]).join(' ')} `;
}

/** "Would not say whether …": answers to the same question that other accounts have are this silence, or a denial made of it. */
function isSilence({ attribution }: Piece): boolean {
  return attribution.act === 'decline' && attribution.form === 'indirect';
}

function isNegated({ terms }: Piece): boolean {
  return terms.some(({ negated }) => negated);
}

/** Whether both accounts have enough of it in quotation marks. */
function isQuotedByBoth(a: Piece, b: Piece): boolean {
  return (
    a.attribution.form !== 'indirect' &&
    b.attribution.form !== 'indirect' &&
    quotedWords(a) >= QUOTED_WORDS &&
    quotedWords(b) >= QUOTED_WORDS
  );
}

function quotedWords({ wording }: Piece): number {
  return wording.quoted.filter(Boolean).length;
}
