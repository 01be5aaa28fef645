import type { Sentence } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import type { TokenRange } from './find-quotations.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** Longest headline in tokens; the longest title in PolNeAR's train part has 32 words. */
const MAX_TITLE_TOKENS = 40;
/** Longest sub-heading or dateline in tokens. */
const MAX_HEADING_TOKENS = 16;

/**
 * Whether a paragraph runs, or is a headline, a sub-heading, a byline or a lone dateline.
 *
 * Headings end without a full stop and are short. A first paragraph of this kind is the title when more follows.
 *
 * @param title - where the document's metadata say that its title stands.
 */
export function classifyParagraph(
  text: string,
  span: Span,
  [first, end]: TokenRange,
  tokens: Pick<TokenBuffer, 'start' | 'end'>,
  place: { readonly index: number; readonly count: number },
  title: readonly Span[],
): Sentence['kind'] {
  if (title.some(([from, to]) => from <= span[0] && span[1] <= to)) return 'title';
  const length = end - first;
  const isFirst = place.index === 0 && place.count > 1;
  if (length > (isFirst ? MAX_TITLE_TOKENS : MAX_HEADING_TOKENS)) return 'sentence';
  if (place.count === 1) return 'sentence';
  const lastStart = tokens.start[end - 1] as number;
  const last = text.slice(lastStart, Math.min(tokens.end[end - 1] as number, lastStart + 4));
  const opener = text.charAt(span[0]);
  if (isFirst && title.length === 0) {
    // A title may be a question, or a quotation.
    return /^[.,:;…]|\.\.$/.test(last) || (/[”"»]/.test(last) && /[“"«]/.test(opener)) ? 'sentence' : 'title';
  }
  if (/^[.!?:;,…”"»—–-]/.test(last) || /^[“"«„•*–—-]/.test(opener)) return 'sentence';
  return 'heading';
}
