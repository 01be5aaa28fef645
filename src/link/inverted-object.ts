import type { Clause } from './clause.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** Who does it, and what it is done to where that stands before the verb. */
export interface Inverted {
  readonly subject: Range | null;
  readonly object: Range | null;
}

/** "The day the mill closed" is no object before its verb. */
const TIME = /^(?:day|night|morning|evening|week|month|year|time|moment|minute|hour|way)$/;
const OBJECT_PRONOUN = /^(?:me|him|her|us|them|whom)$/i;

/**
 * "That the court the house of the mayor searched": machine translation leaves the verb at the end, and two noun phrases
 * stand before it side by side, the second of which is what it is done to. A verb with an object behind it has none before.
 */
export function partInverted(stretch: TokenStretch, subject: Range | null, { group }: Clause): Inverted {
  const straight: Inverted = { subject, object: null };
  if (!subject || subject[1] > group.first || group.copula || group.passive || group.form !== 'finite')
    return straight;
  if (isObjectNext(stretch, group.end)) return straight;
  const [first, end] = subject;
  for (let at = first + 1; at < end; at++) {
    const tag = stretch.tag(at - 1);
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON') continue;
    const second = stretch.tag(at) === 'DET' || (at === end - 1 && OBJECT_PRONOUN.test(stretch.word(at)));
    if (second && !TIME.test(stretch.lemma(at - 1))) return { subject: [first, at], object: [at, end] };
  }
  return straight;
}

function isObjectNext(stretch: TokenStretch, at: number): boolean {
  const tag = stretch.tag(at);
  return (
    tag === 'DET' || tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM' || tag === 'ADJ'
  );
}
