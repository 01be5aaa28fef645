import type { TermAlignment } from '../learn/align-terms.ts';
import type { Piece } from './content-pieces.ts';

/** As words are folded: "one" is a number there. */
const SUBJECT_PRONOUN = /^(?:i|we|he|she|it|they|1|you)$/;

/**
 * How much of each wording the other has, where a subject that is named in one and a pronoun in the other counts for nothing:
 * "The council will send …" and "it would send …".
 */
export function coversWithoutSubject(
  a: Piece,
  b: Piece,
  { coverA, coverB, pairs }: TermAlignment,
): [ofA: number, ofB: number] {
  return [
    withoutSubject(
      coverA,
      a,
      b,
      pairs.some((pair) => pair.a === 0),
    ),
    withoutSubject(
      coverB,
      b,
      a,
      pairs.some((pair) => pair.b === 0),
    ),
  ];
}

function withoutSubject(cover: number, piece: Piece, other: Piece, matched: boolean): number {
  const [subject] = piece.terms;
  const { words } = other.wording;
  const first = words[0] === 'that' ? words[1] : words[0];
  if (matched || subject?.kind !== 'entity' || !SUBJECT_PRONOUN.test(first ?? '')) return cover;
  const rest = piece.weight - subject.weight;
  return rest > 0 ? Math.min(1, (cover * piece.weight) / rest) : cover;
}
