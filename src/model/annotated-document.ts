import type { AttributionSpans } from './attribution.ts';
import type { Document } from './document.ts';
import type { LanguageLayer } from './language-layer.ts';
import type { Coreference, NameMention } from './mention.ts';
import type { Quantity } from './quantity.ts';
import type { TimeMention } from './time-mention.ts';

/** Who speaks in an attribution, to whom and through whom, as indices into the document's local entities. */
export interface SpeakerResolution {
  readonly speaker: number | null;
  readonly addressee?: number;
  readonly chain: readonly number[];
  readonly channel?: string;
  /** Index into the document's time mentions: when it was said. */
  readonly when?: number;
}

/** One document with everything that needs this document only; documents are annotated in parallel. */
export interface AnnotatedDocument {
  readonly document: Document;
  readonly language: LanguageLayer;
  readonly times: readonly TimeMention[];
  readonly quantities: readonly Quantity[];
  readonly names: readonly NameMention[];
  readonly coreference: Coreference;
  readonly attributions: readonly AttributionSpans[];
  /** Parallel to `attributions`. */
  readonly speakers: readonly SpeakerResolution[];
}
