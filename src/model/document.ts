import type { Evidence } from './evidence.ts';
import type { TimeExpression } from './moment.ts';
import type { Span } from './span.ts';

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

/** What a stretch that is no part of the account is instead. */
export type OmissionReason =
  'appeal' | 'navigation' | 'related-links' | 'advertisement' | 'copyright' | 'byline' | 'other';

/** A stretch of the text that is no part of the account and is not analysed. */
export interface Omission {
  readonly evidence: Evidence;
  readonly why: OmissionReason;
}

/** `several-articles`: where a second article begins in a text that was read as one. */
export type OddityKind = 'machine-translation' | 'garbled' | 'encoding' | 'truncated' | 'several-articles';

/** Something about a text that a reader should know before relying on it, with the words that show it. */
export interface Oddity {
  readonly kind: OddityKind;
  /** Words of the document's text, which is the text after all repairs. */
  readonly evidence: Evidence;
  /** For damage by a wrong encoding that could be undone: what stood in the bytes instead of the evidence (“â€œ” for an opening quotation mark). */
  readonly repairedFrom?: string;
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
  /** In how many places of the file UTF-8 that was once read in another encoding was put right; absent where in none. */
  readonly repairedPlaces?: number;
  /**
   * When the bytes were captured, as an instant in UTC (`2022-10-21T18:40:00Z`): what a web archive says of its record, or
   * when they were fetched. Absent for a file of which nobody says it.
   */
  readonly captured?: string;
  /** The address that the bytes came from, after all redirects: a fact of the capture, where `Document.url` is what the page says of itself. */
  readonly address?: string;
  /** The address that was asked for, where redirects led to another. */
  readonly requested?: string;
  readonly place?: Place;
  /** What made text of the bytes, with its version: `stemma 0.1.0`, `pdfjs-dist 5.4.296`. */
  readonly extractor?: string;
}

/** Where a document stood in what its bytes held, when that was more than this document. */
export interface Place {
  /** Name of the file within an archive. */
  readonly member?: string;
  /** What the document was one of there: a row of a table, a line, an item of a list, an entry of a feed or a live blog, an article. */
  readonly unit?: 'row' | 'line' | 'item' | 'entry' | 'article' | 'record';
  /** Which of them, from 1, as people count; a line's or row's number is that of the file. */
  readonly number?: number;
}

/** The live blog that a document is part of; all parts of one have the same `id`. */
export interface LiveBlogPart {
  readonly id: string;
  readonly title?: string;
  /** Address of the whole page; the document's own `url` leads to the entry. */
  readonly url?: string;
  /** `entry`: one report with a time of its own; `summary`: what stands above or between them (an introduction, “Key events”). */
  readonly part: 'entry' | 'summary';
  /** Place of an entry among all entries in the order of time, from 1; absent for a summary. */
  readonly number?: number;
  /** How many entries the live blog has. */
  readonly entries: number;
  /** What the entry prints as its time (“14.32 GMT”, “5h ago”), whether or not a day could be told from it. */
  readonly time?: string;
}

/** A stretch of an earlier version's text: evidence that stands in that version and not in a document of the dossier. */
export interface VersionPassage {
  readonly spans: readonly Span[];
  /** The slices of the version's text. */
  readonly text: string;
}

/** What a change between two versions touches; the first that fits, in this order, is the one that is named. */
export type ChangeOf =
  'number' | 'quotation' | 'negation' | 'name' | 'wording' | 'headline' | 'published' | 'byline';

/** One difference between an earlier version and the one that is analysed. */
export interface VersionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly of: ChangeOf;
  /** What stood there before: words of the version's text, or its value where that is not in the text (a headline in metadata). */
  readonly before?: VersionPassage | string;
  /** What stands there now. */
  readonly after?: Evidence | string;
}

/** An earlier capture of the same address: it is no document of its own, only what became of it is told. */
export interface EarlierVersion {
  /** The id that it would have as a document. */
  readonly id: string;
  readonly file?: string;
  readonly url?: string;
  readonly title?: string;
  readonly byline?: readonly string[];
  readonly published?: Inferred<TimeExpression>;
  readonly provenance?: Provenance;
  /** What made this one the earlier: the time of capture, of change or of publication, or the order in which they came. */
  readonly earlierBy: 'captured' | 'modified' | 'published' | 'order';
  /** In the order of the later text; headline, byline and date first. Absent until both were compared. */
  readonly changes?: readonly VersionChange[];
  /** Words of the later version that say that it was corrected or updated; without them the changes are silent. */
  readonly notice?: Evidence;
  readonly omitted: readonly VersionPassage[];
  readonly text: string;
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
  /** Names of the people who wrote it. */
  readonly byline?: readonly string[];
  /** Agencies, outlets and desks that the byline names beside people or instead of them. */
  readonly agencies?: readonly string[];
  readonly published?: Inferred<TimeExpression>;
  /** When it was last changed, where the page or the text says so. */
  readonly modified?: Inferred<TimeExpression>;
  /** BCP 47; `und` when unknown. */
  readonly language: string;
  readonly analysed: boolean;
  readonly credits: readonly Credit[];
  readonly omitted: readonly Omission[];
  readonly oddities: readonly Oddity[];
  readonly provenance?: Provenance;
  readonly liveBlog?: LiveBlogPart;
  /** Earlier captures of the same address, the latest first. */
  readonly versions?: readonly EarlierVersion[];
  readonly text: string;
}
