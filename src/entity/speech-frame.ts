import { tokenAt } from './source-head.ts';
import type { AttributionSpans } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';

/** Tokens `[first, end)`. */
export interface TokenSpan {
  readonly first: number;
  readonly end: number;
}

/** Tokens that a span covers; `null` when it covers none. */
export function tokensOf(layer: LanguageLayer, span: Span | undefined): TokenSpan | null {
  if (!span) return null;
  const first = tokenAt(layer, span[0]);
  let end = first;
  while (end < layer.tokens.count && (layer.tokens.start[end] ?? 0) < span[1]) end++;
  return end > first ? { first, end } : null;
}

/** Longest sentence that is looked at in full, in tokens to either side; longer ones are lists or garbled text. */
const FRAME_REACH = 60;

/**
 * The tokens that tell how something was said: those of the sentence of cue and source that stand in no content and no
 * quotation. Time, channel and addressee are looked for here, so that what somebody says cannot be taken for how it is said.
 */
export function speechFrame(layer: LanguageLayer, attribution: AttributionSpans, at: TokenSpan): number[] {
  const { tokens, sentences } = layer;
  const sentence = sentences[tokens.sentence[at.first] ?? -1];
  const first = Math.max(sentence?.firstToken ?? at.first, at.first - FRAME_REACH);
  const end = Math.min(sentence?.endToken ?? at.end, at.end + FRAME_REACH);
  const frame: number[] = [];
  for (let token = first; token < end; token++) {
    const start = tokens.start[token] ?? 0;
    if (tokens.quoted[token] !== tokens.quoted[at.first]) continue;
    if (attribution.content.some(([from, to]) => start >= from && start < to)) continue;
    frame.push(token);
  }
  return frame;
}
