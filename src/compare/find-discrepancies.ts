import type { TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Claim } from '../model/claim.ts';
import type { Discrepancy, DiscrepancyKind, Importance } from '../model/discrepancy.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { contentId } from '../model/id.ts';
import { contains } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';
import { findValueClashes } from './find-value-clashes.ts';

/**
 * Finds where the accounts cannot all be right as worded: claims that one asserts and another denies, quotations whose
 * meaning changed, and values that clash.
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
  const values = findValueClashes(story, indexes);
  const altered = alteredUtterances(utterances, attributions).filter(
    (one) => !values.some((clash) => coversValues(one, clash)),
  );
  return [...altered, ...deniedClaims(claims, attributions), ...values].sort(
    (a, b) =>
      RANK[a.importance] - RANK[b.importance] ||
      b.readings.length - a.readings.length ||
      (a.id < b.id ? -1 : 1),
  );
}

const RANK: Readonly<Record<Importance, number>> = { high: 0, medium: 1, low: 2 };

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

function alteredUtterances(
  utterances: readonly Utterance[],
  attributions: ReadonlyMap<string, Attribution>,
): Discrepancy[] {
  return utterances
    .filter(({ difference }) => difference === 'altered')
    .map((utterance): Discrepancy => {
      const kind: DiscrepancyKind =
        utterance.note?.startsWith('the condition') === true ? 'scope' : 'wording';
      return {
        id: contentId('x', 'altered', utterance.id),
        kind,
        about: utterance.readings[0]?.evidence.text ?? '',
        importance: 'high',
        readings: utterance.readings.map(({ attribution, evidence }) => ({
          value: evidence.text,
          heldBy: attributions.get(attribution)?.speaker ?? null,
          evidence,
        })),
        ...(utterance.note === undefined ? {} : { note: utterance.note }),
      };
    });
}

/** Claims that one actor asserts and another denies. */
function deniedClaims(
  claims: readonly Claim[],
  attributions: ReadonlyMap<string, Attribution>,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const claim of claims) {
    const asserting = claim.positions.filter(({ stance }) => stance === 'asserts');
    const denying = claim.positions.filter(({ stance }) => stance === 'denies');
    if (asserting.length === 0 || denying.length === 0) continue;
    const apart = asserting.some(({ actor }) =>
      denying.some((other) => other.actor !== actor || actor === null),
    );
    if (!apart) continue;
    const readings = [...asserting, ...denying].flatMap(({ actor, stance, attributions: ids }) =>
      ids.flatMap((id) => {
        const attribution = attributions.get(id);
        return attribution ? [{ value: stance, heldBy: actor, evidence: attribution.content }] : [];
      }),
    );
    found.push({
      id: contentId('x', 'polarity', claim.id),
      kind: 'polarity',
      about: claim.text,
      importance: 'high',
      readings,
    });
  }
  return mergeByDenial(found);
}

/** One denial of several claims ("denies this", of two sentences) is one discrepancy. */
function mergeByDenial(found: readonly Discrepancy[]): Discrepancy[] {
  const merged: Discrepancy[] = [];
  for (const next of found) {
    const denials = new Set(denialsOf(next));
    const at = merged.findIndex((known) => denialsOf(known).some((denial) => denials.has(denial)));
    const known = merged[at];
    if (!known) {
      merged.push(next);
      continue;
    }
    const seen = new Set(known.readings.map(placeOf));
    const readings = [...known.readings, ...next.readings.filter((reading) => !seen.has(placeOf(reading)))];
    merged[at] = { ...known, readings };
  }
  return merged;
}

function denialsOf({ readings }: Discrepancy): string[] {
  return readings.filter(({ value }) => value === 'denies').map(placeOf);
}

function placeOf({ value, evidence }: Discrepancy['readings'][number]): string {
  return `${value}/${evidence.document}/${String(evidence.spans[0]?.[0])}`;
}
