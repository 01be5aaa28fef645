import { findAttributions } from '../attribution/find-attributions.ts';
import { documentFromText, type TextInput } from '../ingest/document-from-text.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { normalizeText } from '../text/normalize-text.ts';
import type { AnnotateOptions } from './annotate-document.ts';

/** A document as it stands, or what a caller knows of one. */
export function asDocument(input: Document | TextInput): Document {
  return 'analysed' in input ? input : documentFromText(input);
}

/**
 * Who is said to say what in one document: source, cue and content as spans, in the order of the text. Empty for a document
 * in another language than English.
 *
 * Spans are UTF-16 offsets into `input.text` as it was handed in, line ends and all. The ids are those that a dossier of the
 * same document has.
 */
export function attributeDocument(
  input: Document | TextInput,
  options: AnnotateOptions = {},
): AttributionSpans[] {
  return attributeText(asDocument(input), input.text, options);
}

/** The same for a document that was made of `text`. */
export function attributeText(
  document: Document,
  text: string,
  options: AnnotateOptions,
): AttributionSpans[] {
  if (!document.analysed) return [];
  const attributions = findAttributions(document, annotateLanguage(document), options);
  if (document.text === text) return attributions;
  const { offsets } = normalizeText(text);
  const toInput = (spans: readonly Span[]): Span[] => spans.map((span) => offsets.spanToRaw(span));
  return attributions.map((attribution) => ({
    ...attribution,
    source: toInput(attribution.source),
    cue: toInput(attribution.cue),
    content: toInput(attribution.content),
  }));
}
