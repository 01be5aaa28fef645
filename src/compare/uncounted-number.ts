import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

/** Numbers that count an order of things or a repeated act say nothing to be compared: "two governments", "both sides". */
const UNCOUNTED = /^(?:ways?|sides?|parts?|questions?|things?|o[’']clock|governments?|countries|nations?)$/i;

/** Whether a number counts nothing that two accounts could give differently. */
export function isUncounted(text: string, quantity: Quantity): boolean {
  const counted = quantity.counted ? text.slice(...quantity.counted) : '';
  return UNCOUNTED.test(counted) || isClock(text, quantity.span) || isIndefinite(text, quantity);
}

/** "At 23.31" is a time of day. */
function isClock(text: string, [start, end]: Span): boolean {
  return (
    /^\d{1,2}[.:]\d\d$/.test(text.slice(start, end)) &&
    (/\b(?:at|by|before|after|until|around)\s$/i.test(text.slice(Math.max(0, start - 8), start)) ||
      /^\s*(?:o[’']clock|[ap]\.?m|hours|GMT|in the)/i.test(text.slice(end, end + 10)))
  );
}

/** "One woman told police" and "the two men" count nobody anew; "2 in 3" and "one-in-three" are chances. */
function isIndefinite(text: string, { value, counted, span: [start, end] }: Quantity): boolean {
  const words = text.slice(start, end);
  if (/^[-\s]in[-\s](?:\d{1,2}(?!\d)|two|three|four|five|ten|hundred)/i.test(text.slice(end, end + 10)))
    return true;
  if (
    value !== null &&
    value <= FEW &&
    /\b(?:the|these|those|both)\s$/i.test(text.slice(Math.max(0, start - 6), start))
  ) {
    return !/^\s+(?:dead|injured|wounded|missing)/i.test(text.slice(end, end + 10));
  }
  // "The 21 were freed" speaks of those again; "(480 miles)" converts what was said.
  if (counted === null && /\b(?:the|these|those)\s$/i.test(text.slice(Math.max(0, start - 6), start)))
    return true;
  if (/\d[\p{L}\s.]{0,14}\($/u.test(text.slice(Math.max(0, start - 18), start)) && text[end] === ')')
    return true;
  return value === 1 && /^(?:an?|one)\b/i.test(words) && !/\b(?:only|just|at least)\s+one\b/i.test(words);
}

/** So few are spoken of again with an article. */
const FEW = 3;
