import type { Evidence } from './evidence.ts';

/**
 * How two ends hang together: one text taken from the other, both from a third, one translated, or a credit that names an agency or
 * outlet.
 */
export type EdgeKind = 'copy' | 'same-origin' | 'translation' | 'cites';

/**
 * What betrays in the wording alone that a text was taken from another: somebody is named whom only the other introduces; a quotation
 * ends that only in the other begins; what both have is typeset like the whole of the other, and unlike the rest.
 */
export type DescentSignKind = 'name-not-introduced' | 'quotation-not-opened' | 'typeset-otherwise';

/** One such place, with what the other text has there. */
export interface DescentSign {
  readonly kind: DescentSignKind;
  /** Where the later text shows it. */
  readonly evidence: Evidence;
  /** What the other one has there. */
  readonly source: Evidence;
}

/** Text that two documents share, or a credit that names where copy came from. */
export interface LineageEdge {
  /** A document, or the entity that is cited. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly passages: readonly { readonly a: Evidence; readonly b: Evidence }[];
  /** Whether anything shows which came first; `from` is the earlier one only then. */
  readonly directed: boolean;
  /**
   * Signs in `to` that its words come from `from`, or from a text that `from` has more of. Given only where `directed` rests on them and
   * neither a credit nor a date says more: an inference.
   */
  readonly signs?: readonly DescentSign[];
  /** Why, in one plain sentence. */
  readonly reason?: string;
}

/**
 * A word that accounts of one utterance or claim share, though nothing else joins their documents, where other accounts agree on another word.
 * It may betray a common text, such as a translation; that it is an error is not said.
 */
export interface SharedReading {
  /** The utterance or claim whose accounts were compared. */
  readonly of: string;
  /** By the rarity of the word that they share. */
  readonly importance: 'high' | 'medium';
  /** The word in each document that has it, of two origins or more. */
  readonly shared: readonly Evidence[];
  /** What the others have in that place, of two origins or more. */
  readonly others: readonly Evidence[];
}

/** Who copied whom, as far as texts and credits show. */
export interface Lineage {
  readonly edges: readonly LineageEdge[];
  /** Absent where there are none. */
  readonly sharedReadings?: readonly SharedReading[];
  /** A partition of the documents into independent beginnings; `origin` names the beginning where it is known. */
  readonly origins: readonly { readonly documents: readonly string[]; readonly origin: string | null }[];
}
