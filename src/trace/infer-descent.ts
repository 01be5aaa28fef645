import type { DescentSign } from '../model/lineage.ts';
import type { Alignment } from './align-outlines.ts';
import type { Outline } from './outline.ts';
import { sharedText } from './shared-text.ts';
import { findOtherTypesetting } from './typesetting.ts';
import { findUnintroducedName } from './unintroduced-name.ts';
import { findUnopenedQuotation } from './unopened-quotation.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which of two documents the words of the other come from, by index, and what in the wording shows it. */
export interface Descent {
  readonly first: 0 | 1;
  readonly signs: readonly DescentSign[];
}

/**
 * Infers from the wording alone which of two documents was taken from the other, or from a text that the other has more of; `null`
 * where nothing betrays it, or signs point both ways.
 *
 * That one text is shorter, or stands in the other as a whole, is no sign: a first report that was later extended looks the same
 * (docs/decisions/0081-direction-and-origins.md has what each sign was measured at).
 */
export function inferDescent(
  a: Outline,
  b: Outline,
  alignment: Alignment,
  vocabulary: Vocabulary,
): Descent | null {
  const fromA = signsOf(a, b, alignment, vocabulary, false);
  const fromB = signsOf(a, b, alignment, vocabulary, true);
  if (fromA.length > 0 === fromB.length > 0) return null;
  return fromA.length > 0 ? { first: 0, signs: fromA } : { first: 1, signs: fromB };
}

function signsOf(
  a: Outline,
  b: Outline,
  alignment: Alignment,
  vocabulary: Vocabulary,
  turned: boolean,
): DescentSign[] {
  const shared = sharedText(a, b, alignment, turned);
  return [
    findUnintroducedName(shared, vocabulary),
    findUnopenedQuotation(shared),
    findOtherTypesetting(shared),
  ].filter((sign) => sign !== null);
}
