import type { CreditRole } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** A credit, and the words that give it. */
export interface FoundCredit {
  readonly name: string;
  /** Absent for an outlet's name at the end of a headline: it says who publishes, not where the copy came from. */
  readonly role?: CreditRole;
  readonly span: Span;
}

/** A line with what its place in the document allows. */
export interface CreditLine {
  readonly start: number;
  readonly text: string;
  readonly place: 'title' | 'head' | 'body' | 'tail';
}

/** Lines counted as the head (title, byline, dateline) and the tail (sign-off, source line) of an account. */
const HEAD_LINES = 6;
const TAIL_LINES = 4;
/** No credit of a line stands further from its beginning or its end than this. */
export const LONGEST_CREDIT = 400;

/** The lines of a text that hold anything, trimmed. */
export function linesOf(text: string): CreditLine[] {
  const lines = [...text.matchAll(/[^\n]+/g)]
    .map((match) => ({
      start: match.index + (match[0].length - match[0].trimStart().length),
      text: match[0].trim(),
    }))
    .filter((line) => line.text !== '');
  return lines.map((line, i) => ({
    ...line,
    place:
      i === 0 && lines.length > 1
        ? 'title'
        : i < HEAD_LINES
          ? 'head'
          : i >= lines.length - TAIL_LINES
            ? 'tail'
            : 'body',
  }));
}

/** The stretch of the document that begins so far into a line. */
export const spanOf = (line: CreditLine, at: number, length: number): Span => [
  line.start + at,
  line.start + at + length,
];
