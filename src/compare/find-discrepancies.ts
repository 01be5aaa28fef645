import type { TermIndex } from '../learn/term.ts';
import type { Claim } from '../model/claim.ts';
import { mostImportantFirst, type Discrepancy } from '../model/discrepancy.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contains, overlaps } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';
import { findClefts } from './clefts.ts';
import { findChangedForce } from './changed-force.ts';
import { findChangedQuotations } from './changed-quotations.ts';
import { findChangedCodes } from './find-changed-codes.ts';
import { findChangedSentences } from './find-changed-sentences.ts';
import { findContradictions } from './find-contradictions.ts';
import { findOpenDisagreements } from './open-disagreements.ts';
import { findDeniedClaims } from './denied-claims.ts';
import { findValueClashes } from './find-value-clashes.ts';
import { joinDenials } from './join-denials.ts';
import type { TellingReader } from '../model/telling.ts';
import { findSideBySide } from './side-by-side.ts';
import { speechActReader } from './speech-acts.ts';
import { WordingReader } from './wording.ts';

/**
 * Finds where the accounts cannot all be right as worded: claims that one asserts and another denies, quotations whose
 * words changed or that are given to two people, values that clash, and sentences that are retold with one word changed; and,
 * with low importance, matters that several tell differently, where a reader must decide.
 *
 * @returns the most important first.
 */
export function findDiscrepancies(
  story: LinkedStory,
  utterances: readonly Utterance[],
  claims: readonly Claim[],
  indexes: readonly TermIndex[],
  read: TellingReader,
): Discrepancy[] {
  const attributions = new Map(story.attributions.map((attribution) => [attribution.id, attribution]));
  const entities = new Map(story.entities.map((entity) => [entity.id, entity]));
  const wordings = new WordingReader(story, indexes);
  const { told: values, doubted } = findValueClashes(story, indexes);
  const quotations = findChangedQuotations(utterances, attributions, entities, wordings).filter(
    (one) => !values.some((clash) => coversValues(one, clash)),
  );
  // "It was the guards, not the strikers" is told with the whole of it, and not as a denial besides.
  const clefts = findClefts(story, entities, indexes, read);
  const { denied, contradicted } = joinDenials(
    untold(findDeniedClaims(claims, attributions, wordings), clefts),
    untold(findContradictions(indexes, read, speechActReader(story, indexes)), clefts),
  );
  // The same two sides found once more, from the other one.
  const others = untold(contradicted, denied);
  const firm = [...quotations, ...denied, ...others, ...values, ...clefts];
  const forced = untold(findChangedForce(entities, indexes, read), firm);
  // "Disputes this" may be told as a denial already.
  const open = findOpenDisagreements(story, entities, indexes)
    .filter(({ words, found }) => !firm.some((other) => tells(other, found) || stands(words, other)))
    .map(({ found }) => found);
  const codes = untold(findChangedCodes(story, indexes), firm);
  const told = [...firm, ...forced, ...open, ...codes];
  const known = [...told, ...untold(findChangedSentences(story, indexes), told)];
  const beside = findSideBySide(
    { attributions: story.attributions.length, indexes, read, utterances },
    known,
    doubted,
  );
  return [...known, ...beside].sort(mostImportantFirst);
}

/** What is found that nothing known tells already. */
function untold(found: readonly Discrepancy[], known: readonly Discrepancy[]): Discrepancy[] {
  return found.filter((one) => !known.some((other) => tells(other, one)));
}

/** Whether one holds what another finds, at both places at least. */
function tells(known: Discrepancy, found: Discrepancy): boolean {
  return found.readings.every(({ evidence }) =>
    known.readings.some(
      (reading) =>
        reading.evidence.document === evidence.document &&
        reading.evidence.spans.some((outer) => evidence.spans.some((span) => overlaps(outer, span))),
    ),
  );
}

/** Whether one of the readings stands within some words. */
function stands(words: Evidence, { readings }: Discrepancy): boolean {
  return readings.some(
    ({ evidence }) =>
      evidence.document === words.document &&
      evidence.spans.every((span) => words.spans.some((outer) => contains(outer, span))),
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
