import type { EntityKind } from './entity.ts';
import type { Span } from './span.ts';

/** A name as it stands in the text, titles and roles around it left out. */
export interface NameMention {
  readonly span: Span;
  readonly kind: EntityKind;
}

/** A name, a description or a pronoun that refers to a local entity. */
export interface Mention {
  readonly span: Span;
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** Index into the document's local entities. */
  readonly entity: number;
}

/** What mentions in one document share. */
export interface LocalEntity {
  readonly kind: EntityKind;
  /** Fullest name in this document; for an unnamed source its words. */
  readonly name: string;
  /** False for "a senior official": never merged into a named entity. */
  readonly named: boolean;
  readonly roles: readonly { readonly text: string; readonly span: Span }[];
  /** Index of the local entity in whose name this one speaks: a spokesman's government, a ministry's state. */
  readonly speaksFor?: number;
  /** Identity that general knowledge settles, alike in every document: `country/NO` for a state and its government. */
  readonly key?: string;
  /** Offices, comparable between documents: `minister/foreign/NO`. Only those of one holder at a time. */
  readonly offices?: readonly string[];
}

/** Entities within one document. */
export interface Coreference {
  readonly entities: readonly LocalEntity[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}
