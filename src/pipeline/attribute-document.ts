import { findAttributions } from '../attribution/find-attributions.ts';
import { documentFromText, type TextInput } from '../ingest/document-from-text.ts';
import { annotateLanguage } from '../language/annotate-language.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { AnnotateOptions } from './annotate-document.ts';

/** A document as it stands, or what a caller knows of one. */
export function asDocument(input: Document | TextInput): Document {
  return 'analysed' in input ? input : documentFromText(input);
}

/**
 * Who is said to say what in one document: source, cue and content as spans of `input.text`, in the order of the text.
 *
 * Spans are UTF-16 offsets into the text as it was handed in when that holds no control characters; otherwise into
 * `documentFromText(input).text`, which replaces them. Empty for a document in another language than English.
 */
export function attributeDocument(
  input: Document | TextInput,
  options: AnnotateOptions = {},
): AttributionSpans[] {
  const document = asDocument(input);
  if (!document.analysed) return [];
  return findAttributions(document, annotateLanguage(document), options);
}
