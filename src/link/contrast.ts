import type { Frame } from '../model/frame.ts';
import { exceptionIn } from './negation.ts';
import { complementOf } from './noun-phrase.ts';
import type { Layout } from './read-roles.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** One of the things that a clause says at once. */
export interface Part {
  readonly layout: Layout;
  readonly frame: Frame;
}

/** A part of a clause that is set against another: "rafts, not boats". */
interface Contrast {
  /** What is said to be so. */
  readonly so: Range;
  /** What is said not to be, with its "not", or the "nothing" of "nothing but". */
  readonly not: Range;
  /** Place of that word. */
  readonly negator: number;
}

/** A part that is set against another is no longer than this, in tokens. */
const LONGEST = 10;
const NOTHING = /^(?:nothing|no-?one|nobody|none)$/i;

/**
 * What a clause says of each of two things that it sets against each other: "sells rafts, not boats", "not boats but rafts",
 * "nothing but rafts", "the miners, not the owners, struck", "has sent arms, but not during the war". Each half is read with
 * all of the clause but the other half; a clause without contrast says one thing.
 *
 * @param copula - the head is what its subject is said to be.
 */
export function partContrasts(
  stretch: TokenStretch,
  layout: Layout,
  frame: Frame,
  copula: boolean,
): readonly Part[] {
  const { range, objects, subject } = layout;
  const turned = (at: number): Frame => ({
    ...frame,
    negator: frame.negator === null || frame.negator === stretch.token(at) ? stretch.token(at) : null,
  });
  const plain = (at: number): Frame =>
    frame.negator === stretch.token(at) ? { ...frame, negator: null } : frame;
  const except = exceptionIn(stretch, ...objects);
  if (except >= 0 && except < range[1]) {
    // the whole, and what is taken out of it
    const before: Range = [objects[0], Math.min(objects[1], except)];
    const whole = { ...layout, range: [range[0], except] as Range, objects: before };
    return [
      { layout: whole, frame },
      { layout, frame: turned(except + 1) },
    ];
  }
  const doers =
    subject &&
    contrastIn(stretch, [subject[0], Math.max(subject[1], Math.min(subject[1] + LONGEST, objects[0]))]);
  if (doers && doers.so[0] < doers.not[0]) {
    const { so, not, negator } = doers;
    return [
      {
        layout: { ...layout, subject: so, without: [so[1], pastComma(stretch, not[1])] },
        frame: plain(negator),
      },
      {
        layout: { ...layout, subject: [not[0] + 1, not[1]], without: [so[0], not[0]] },
        frame: turned(negator),
      },
    ];
  }
  const done = contrastIn(stretch, objects);
  if (!done) return [{ layout, frame }];
  const { so, not, negator } = done;
  const headOf = (part: Range): number => (copula ? complementOf(stretch, ...part) : -1);
  const [head, other] = [headOf(so), headOf(not)];
  const between: Range = not[0] < so[0] ? [not[0], so[0]] : [so[1], not[1]];
  return [
    { layout: { ...layout, head: head < 0 ? layout.head : head, without: between }, frame: plain(negator) },
    {
      layout: {
        ...layout,
        head: other < 0 ? layout.head : other,
        without: not[0] < so[0] ? [not[1], so[1]] : [so[0], not[0]],
      },
      frame: { ...turned(negator), universal: frame.universal || NOTHING.test(stretch.word(negator)) },
    },
  ];
}

/** The first contrast within a range, `null` for none. */
function contrastIn(stretch: TokenStretch, [from, to]: Range): Contrast | null {
  for (let at = from; at < to; at++) {
    const word = stretch.word(at);
    if (NOTHING.test(word) && /^but$/i.test(stretch.word(at + 1)) && at + 2 < to)
      return { so: [at + 2, to], not: [at, at + 1], negator: at };
    if (!/^not$/i.test(word) || !opensPart(stretch, at + 1)) continue;
    if (at > from + 1 && /^(?:,|[-–—])$/.test(stretch.word(at - 1)))
      return {
        so: [opposite(stretch, from, at), at - 1],
        not: [at, partEnd(stretch, at + 1, to)],
        negator: at,
      };
    const but = butAfter(stretch, at + 1, to);
    if (but > 0) return { so: [but + 1, to], not: [at, but], negator: at };
  }
  return null;
}

/** Where that begins which "not by a mine" stands against: at the same preposition; a noun stands against all before it. */
function opposite(stretch: TokenStretch, from: number, negator: number): number {
  if (stretch.tag(negator + 1) !== 'ADP') return from;
  for (let at = negator - 1; at >= from; at--) if (stretch.word(at) === stretch.word(negator + 1)) return at;
  return from;
}

/** Whether a noun phrase begins, with or without a preposition, and no clause. */
function opensPart(stretch: TokenStretch, at: number): boolean {
  const tag = stretch.tag(at);
  if (tag === 'ADJ' || tag === 'NUM') return stretch.isNoun(at + 1);
  return tag === 'DET' || tag === 'NOUN' || tag === 'PROPN' || tag === 'ADP';
}

/** One past the last place of a part: up to the next mark or verb. */
function partEnd(stretch: TokenStretch, from: number, to: number): number {
  let end = from;
  while (end < to && end - from < LONGEST && stretch.tag(end) !== 'PUNCT' && stretch.tag(end) !== 'VERB')
    end++;
  return end;
}

function pastComma(stretch: TokenStretch, at: number): number {
  return stretch.word(at) === ',' ? at + 1 : at;
}

/** Place of the "but" that answers a "not", -1 for none. */
function butAfter(stretch: TokenStretch, from: number, to: number): number {
  const end = partEnd(stretch, from, to);
  const last = stretch.word(end) === ',' ? end + 1 : end;
  for (let at = from; at <= last && at + 1 < to; at++)
    if (/^but$/i.test(stretch.word(at)) && opensPart(stretch, at + 1)) return at;
  return -1;
}
