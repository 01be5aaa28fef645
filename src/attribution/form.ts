import type { Form } from '../model/attribution.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { isWord, tokensIn } from './token-range.ts';

/** As PolNeAR's scorer counts it: a stray "that" or "and" between quotations leaves the content direct. */
const DIRECT_SHARE = 0.9;

/**
 * Tells by the quotation marks whether the words of a content are the speaker's own.
 *
 * @param depth - How many quotation marks are open around the outermost attribution that the content stands in: 0 for
 *   outer contents, 1 for a content inside a quoted one, whose quotation marks are not its own.
 */
export function formOf(layer: LanguageLayer, content: readonly Span[], depth = 0): Form {
  let words = 0;
  let quoted = 0;
  for (const piece of content) {
    const [first, end] = tokensIn(layer.tokens, piece);
    for (let token = first; token < end; token++) {
      if (!isWord(layer, token)) continue;
      words++;
      if (layer.tokens.quoted[token]! > depth) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted >= DIRECT_SHARE * words ? 'direct' : 'mixed';
}
