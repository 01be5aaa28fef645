import type { TermIndex } from '../learn/term.ts';
import type { Claim } from '../model/claim.ts';
import { mostImportantFirst, type Discrepancy } from '../model/discrepancy.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';
import { findChangedQuotations } from './changed-quotations.ts';
import { findDeniedClaims } from './denied-claims.ts';
import { findValueClashes } from './find-value-clashes.ts';
import { WordingReader } from './wording.ts';

/**
 * Finds where the accounts cannot all be right as worded: claims that one asserts and another denies, quotations whose
 * words changed or that are given to two people, and values that clash.
 *
 * @returns the most important first.
 */
export function findDiscrepancies(
  story: LinkedStory,
  utterances: readonly Utterance[],
  claims: readonly Claim[],
  indexes: readonly TermIndex[],
): Discrepancy[] {
  const attributions = new Map(story.attributions.map((attribution) => [attribution.id, attribution]));
  const entities = new Map(story.entities.map((entity) => [entity.id, entity]));
  const wordings = new WordingReader(story, indexes);
  const values = findValueClashes(story, indexes);
  const quotations = findChangedQuotations(utterances, attributions, entities, wordings).filter(
    (one) => !values.some((clash) => coversValues(one, clash)),
  );
  return [...quotations, ...findDeniedClaims(claims, attributions, wordings), ...values].sort(
    mostImportantFirst,
  );
}

/** Whether a changed wording is no more than a clash of values that is told already. */
function coversValues(wording: Discrepancy, clash: Discrepancy): boolean {
  const inside = clash.readings.filter(({ evidence }) =>
    wording.readings.some(
      (reading) =>
        reading.evidence.document === evidence.document &&
        reading.evidence.spans.some((outer) => evidence.spans.every((span) => contains(outer, span))),
    ),
  );
  return inside.length >= 2;
}
