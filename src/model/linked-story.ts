import type { AnnotatedDocument } from './annotated-document.ts';
import type { Attribution } from './attribution.ts';
import type { Entity } from './entity.ts';
import type { Lineage } from './lineage.ts';

/** All documents of a story with what joins them: what is needed to say where the accounts agree and part. */
export interface LinkedStory {
  readonly documents: readonly AnnotatedDocument[];
  readonly entities: readonly Entity[];
  /** `entityOf[document][local entity]` is the id of the story's entity. */
  readonly entityOf: readonly (readonly string[])[];
  /** Document after document, in the order of `documents`, with speakers resolved to the story's entities. */
  readonly attributions: readonly Attribution[];
  readonly lineage: Lineage;
  /** How many independent beginnings the documents with these ids go back to. */
  readonly countOrigins: (documents: Iterable<string>) => number;
}
