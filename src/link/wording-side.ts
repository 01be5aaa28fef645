import { firstTokenAt, type Term } from '../learn/term.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Span } from '../model/span.ts';
import type { Piece } from './content-pieces.ts';

/** One wording with the document that it stands in. */
export interface Side {
  readonly piece: Piece;
  readonly annotated: AnnotatedDocument;
  /** Terms that nothing in the other wording stands for. */
  readonly open: readonly Term[];
  /** The words of the wording, small, joined by blanks, one at either end. */
  readonly text: string;
}

/** "…, but not during the war": what the verb says is not denied. */
export const CONTRAST = / but (?:not|never) .*$/;

/** Prepares one of two wordings; `matched` are the places of its terms that have a partner. */
export function sideOf(piece: Piece, annotated: AnnotatedDocument, matched: ReadonlySet<number>): Side {
  return {
    piece,
    annotated,
    open: piece.terms.filter((_, at) => !matched.has(at)),
    text: ` ${piece.attribution.content.text.toLowerCase().replace(/[^\p{L}\p{N}’']+/gu, ' ')} `.replace(
      CONTRAST,
      ' ',
    ),
  };
}

/** The tokens of some stretches. */
export function tokensIn(annotated: AnnotatedDocument, spans: readonly Span[]): number[] {
  const { tokens } = annotated.language;
  const found: number[] = [];
  for (const [start, end] of spans)
    for (let t = firstTokenAt(annotated, start); t < tokens.count && (tokens.start[t] as number) < end; t++)
      found.push(t);
  return found;
}

/** A term in its document's words; with its negator where that is given. */
export function quote({ annotated }: Side, term: Term, from: number = term.token): string {
  const { start, end } = annotated.language.tokens;
  return `“${annotated.document.text.slice(start[from] ?? 0, end[term.endToken - 1] ?? 0)}”`;
}
