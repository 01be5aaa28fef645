import type { Evidence } from './evidence.ts';

export type EdgeKind = 'copy' | 'same-origin' | 'translation' | 'cites';

/** Text that two documents share, or a credit that names where copy came from. */
export interface LineageEdge {
  /** A document, or the entity that is cited. */
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly passages: readonly { readonly a: Evidence; readonly b: Evidence }[];
  /** Whether anything shows which came first; `from` is the earlier one only then. */
  readonly directed: boolean;
  /** Why, in one plain sentence. */
  readonly reason?: string;
}

export interface Lineage {
  readonly edges: readonly LineageEdge[];
  /** A partition of the documents into independent beginnings; `origin` names the beginning where it is known. */
  readonly origins: readonly { readonly documents: readonly string[]; readonly origin: string | null }[];
}
