import type { LanguageLayer, TokenTable } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

/** Token indices, half-open. */
export type TokenRange = readonly [first: number, end: number];

/** The characters from the first token of the range to its last. */
export function spanOf(tokens: TokenTable, [first, end]: TokenRange): Span {
  return [tokens.start[first]!, tokens.end[end - 1]!];
}

/** The tokens that touch `span`; found by bisection. */
export function tokensIn(tokens: TokenTable, span: Span): TokenRange {
  const first = firstWhere(tokens.end, tokens.count, (end) => end > span[0]);
  const end = firstWhere(tokens.start, tokens.count, (start) => start >= span[1]);
  return [first, Math.max(first, end)];
}

function firstWhere(sorted: Int32Array, count: number, holds: (value: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const WORD = /[\p{L}\p{N}]/u;

/** Whether the token holds a letter or a digit. */
export function isWord(layer: LanguageLayer, token: number): boolean {
  return WORD.test(layer.tokens.word[token]!);
}
