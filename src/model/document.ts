import type { Evidence } from './evidence.ts';
import type { TimeExpression } from './moment.ts';

/** A value that was given by the user, or inferred, with what it was inferred from. */
export interface Inferred<T> {
  readonly value: T;
  readonly from: 'given' | 'metadata' | 'text' | 'url';
  readonly evidence?: Evidence;
}

/**
 * What a credit is for: the whole of the copy (`origin`: a dateline, an agency's byline, a source line), some of it
 * (`contribution`), a line or two that the account relays (`cited`), or where the story was first (`hat-tip`).
 */
export type CreditRole = 'origin' | 'contribution' | 'cited' | 'hat-tip';

/** Words that name where copy came from. */
export interface Credit {
  /** Canonical name of the agency or outlet where it is known, else the words as they stand. */
  readonly name: string;
  readonly entity?: string;
  readonly role?: CreditRole;
  readonly evidence: Evidence;
}

export type OmissionReason =
  'appeal' | 'navigation' | 'related-links' | 'advertisement' | 'copyright' | 'byline' | 'other';

/** A stretch of the text that is no part of the account and is not analysed. */
export interface Omission {
  readonly evidence: Evidence;
  readonly why: OmissionReason;
}

export interface Oddity {
  readonly kind: 'machine-translation' | 'garbled' | 'encoding' | 'truncated';
  readonly evidence: Evidence;
}

/** Where a document's bytes came from. */
export interface Provenance {
  /** SHA-256 of the bytes as they came, in hexadecimal. */
  readonly sha256: string;
  /** How many bytes came. */
  readonly bytes: number;
  /** `txt`, `md`, `html`, `json` … */
  readonly format: string;
  /** The encoding that the bytes were read in, as WHATWG names it; absent for text that came as a string. */
  readonly encoding?: string;
  /**
   * When the bytes were captured, as an instant in UTC (`2022-10-21T18:40:00Z`): what a web archive says of its record, or
   * when they were fetched. Absent for a file of which nobody says it.
   */
  readonly captured?: string;
  /** The address that the bytes came from, after all redirects: a fact of the capture, where `Document.url` is what the page says of itself. */
  readonly address?: string;
  /** The address that was asked for, where redirects led to another. */
  readonly requested?: string;
  /** What made text of the bytes, with its version: `stemma 0.1.0`, `pdfjs-dist 5.4.296`. */
  readonly extractor?: string;
}

/** One account: an article, a statement, a live blog's entry. */
export interface Document {
  /** Made from the text (and the title where it stands apart): the same file gives the same id wherever it lies. */
  readonly id: string;
  /** Path relative to the folder that was given; absent for what was fetched. */
  readonly file?: string;
  readonly url?: string;
  readonly title?: string;
  /** Where the title stands in `text`, when it does. */
  readonly titleEvidence?: Evidence;
  readonly publisher?: Inferred<string>;
  readonly byline?: readonly string[];
  readonly published?: Inferred<TimeExpression>;
  /** BCP 47; `und` when unknown. */
  readonly language: string;
  readonly analysed: boolean;
  readonly credits: readonly Credit[];
  readonly omitted: readonly Omission[];
  readonly oddities: readonly Oddity[];
  readonly provenance?: Provenance;
  readonly text: string;
}
