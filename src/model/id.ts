import { createHash } from 'node:crypto';

/** 48 bits: two of 100,000 items share an id with a probability of about 2 in 100,000 per story. */
const ID_DIGITS = 12;

/**
 * An id made from content alone, so that the same input gives the same ids whatever the order of the files.
 *
 * @param prefix - one or two letters for the kind: `d` document, `e` entity, `a` attribution, `u` utterance, `c` claim,
 *   `x` discrepancy, `m` moment.
 * @param parts - what makes the item this one; joined by a character that no part holds.
 */
export function contentId(prefix: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\u0001'), 'utf8').digest('hex');
  return `${prefix}-${digest.slice(0, ID_DIGITS)}`;
}
