import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** The words of a document as numbers, with their places. */
export interface OutlineWords {
  readonly document: Document;
  readonly wordCount: number;
  /** UTF-16 offset at which each word starts and ends. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number in the vocabulary. */
  readonly term: Int32Array;
  /** 1 for a word inside quotation marks. */
  readonly quoted: Uint8Array;
  /** The first word of each sentence, and at the end the number of words; sentences without words are left out. */
  readonly sentenceStart: Int32Array;
  /** `[start, end)` of the same sentences, two numbers each. */
  readonly sentenceSpan: Int32Array;
}

/** Index of the sentence that holds a word. */
export const sentenceOf = ({ sentenceStart }: OutlineWords, word: number): number =>
  firstAtOrAfter(sentenceStart, word + 1) - 1;

/** `[start, end)` of a sentence in the document's text. */
export const sentenceSpan = ({ sentenceSpan: spans }: OutlineWords, sentence: number): Span => [
  spans[2 * sentence] ?? 0,
  spans[2 * sentence + 1] ?? 0,
];

/** A word as it stands. */
export const wordAt = ({ document, start, end }: OutlineWords, word: number): string =>
  document.text.slice(start[word], end[word]);

/** Index of the first value that is not below `value`, in ascending values. */
export function firstAtOrAfter(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
