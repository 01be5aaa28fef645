import type { Span } from './span.ts';

/** Universal part-of-speech tags; a token's tag is an index into this list. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
/** A part of speech of Universal Dependencies. */
export type Upos = (typeof UPOS)[number];

/** Tokens as parallel arrays: `tokens.start[i]` and `tokens.end[i]` are UTF-16 offsets into the document's text. */
export interface TokenTable {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The words as they stand. */
  readonly word: readonly string[];
  readonly lemma: readonly string[];
  /** Index into {@link UPOS}. */
  readonly upos: Uint8Array;
  /** Penn Treebank tags. */
  readonly penn: readonly string[];
  /** Index of the token's sentence. */
  readonly sentence: Int32Array;
  /** Depth of quotation marks around the token: 0 outside, 1 inside, 2 a quotation within a quotation. The marks count as inside. */
  readonly quoted: Uint8Array;
}

/** A sentence, in one paragraph. */
export interface Sentence {
  readonly span: Span;
  /** Token indices, half-open. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** A headline, sub-heading or dateline-only line stands apart from running sentences. */
  readonly kind: 'sentence' | 'title' | 'heading';
}

/** A paragraph; what is left out of the analysis is in none. */
export interface Paragraph {
  readonly span: Span;
  /** Sentence indices, half-open. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** A stretch between quotation marks, the marks included. */
export interface Quotation {
  readonly span: Span;
  /** 1 for an outer quotation, 2 for one within it. */
  readonly depth: number;
  /** False when the closing mark is missing: the quotation then ends where its paragraph or its run of paragraphs ends. */
  readonly closed: boolean;
}

/**
 * What is known of a document's language before anything is interpreted. Stretches that the document lists as omitted have
 * no tokens, so nothing later can take them for the account.
 */
export interface LanguageLayer {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: TokenTable;
  readonly quotations: readonly Quotation[];
}
