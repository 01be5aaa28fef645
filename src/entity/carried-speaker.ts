import { tokenAt } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';

/**
 * The attribution whose speaker goes on in one that names nobody: a quotation without source and cue right after it, in the
 * same paragraph or as the next one. It is the outermost one there, since who quotes goes on and not who is quoted.
 *
 * @returns its index, or -1 when the quotation has a source, is nested, or stands elsewhere.
 */
export function carriedFrom(
  layer: LanguageLayer,
  attributions: readonly AttributionSpans[],
  index: number,
): number {
  const attribution = attributions[index];
  if (!attribution || attribution.source.length > 0 || attribution.cue.length > 0) return -1;
  if (attribution.form !== 'direct' || attribution.parent !== undefined) return -1;
  let at = index - 1;
  while (at > 0 && attributions[at]?.parent !== undefined) at--;
  const before = attributions[at];
  if (!before) return -1;
  const here = paragraphAt(layer, attribution.content[0]?.[0] ?? 0);
  const there = paragraphAt(layer, before.content.at(-1)?.[0] ?? 0);
  return here - there > 1 ? -1 : at;
}

function paragraphAt(layer: LanguageLayer, offset: number): number {
  const token = Math.min(tokenAt(layer, offset), layer.tokens.count - 1);
  return layer.sentences[layer.tokens.sentence[token] ?? 0]?.paragraph ?? 0;
}
