import type { AttributionSpans } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import { AttributionFinder } from './attribution-finder.ts';
import { loadAttributionModels } from './attribution-models.ts';

let finder: AttributionFinder | undefined;

/**
 * Finds who is said to say, write, think or intend what in one document: source, cue and content as spans, with form and
 * act; attributions within contents name the outer one as `parent`.
 *
 * Loads the models when it is first called.
 *
 * @param options.minConfidence - reports outer attributions from this confidence on, with what stands inside them; by
 *   default the threshold at which F1 was best on held-out training articles (docs/models/attribution.md has the curve).
 * @returns in the order of the text.
 * @throws {StemmaError} `model-damaged` or `model-version` when the models cannot be read.
 */
export function findAttributions(
  document: Document,
  layer: LanguageLayer,
  options: { readonly minConfidence?: number } = {},
): AttributionSpans[] {
  finder ??= new AttributionFinder(loadAttributionModels());
  return finder.find(document, layer, options.minConfidence);
}
