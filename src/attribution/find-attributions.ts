import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { findByRules } from './rules/find-by-rules.ts';

/**
 * Finds who is said to say, write, think or intend what in one document: source, cue and content as spans, with form
 * and act; attributions within contents name the outer one as `parent`.
 *
 * @param options.minConfidence - Leaves out what a reader would mark with a lower probability; has no effect on
 *   attributions that carry no confidence.
 * @returns in the order of the text.
 */
export function findAttributions(
  document: Document,
  layer: LanguageLayer,
  options: { readonly minConfidence?: number } = {},
): AttributionSpans[] {
  const { minConfidence = 0 } = options;
  return findByRules(document, layer).filter(({ confidence }) => (confidence ?? 1) >= minConfidence);
}
