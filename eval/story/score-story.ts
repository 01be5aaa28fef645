import { basename } from 'node:path';
import type { Dossier } from '../../src/model/dossier.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import { isEvidence } from '../../src/model/evidence.ts';
import { textOf } from '../../src/model/span.ts';
import { spansOf, type StoryGold } from './gold.ts';
import { matchAttributions, type AttributionMatch } from './score-attributions.ts';
import { scoreEntities } from './score-entities.ts';
import { common, samePlace, units } from './span-overlap.ts';

/** Share of a stretch that is no article that must be left out for it to count as left out. */
const LEFT_OUT = 0.9;

const share = (part: number, whole: number): number => part / Math.max(1, whole);

function f1(truePositive: number, predicted: number, gold: number): number {
  if (predicted === 0 && gold === 0) return 1;
  return truePositive === 0 ? 0 : (2 * truePositive) / (predicted + gold);
}

/**
 * Scores a dossier against a reader's gold. Everything is matched by document and overlap of spans, so ids and wording are
 * free. The definitions are those of the neutral scorer that stands beside the public gold; `npm run eval` compares the two.
 */
export function scoreStory(dossier: Dossier, gold: StoryGold): Record<string, number> {
  const documentOf = new Map(
    gold.documents.map((wanted) => [
      wanted.id,
      dossier.documents.find((d) => basename(d.file ?? '') === wanted.file)?.id,
    ]),
  );
  const match = matchAttributions(gold, dossier, documentOf);
  const { found, pairOf, predicted, scored, whole } = match;
  const outer = scored.filter((wanted) => !wanted.parent);
  const wholeOuter = whole.filter((wanted) => !wanted.parent);
  const predictedOuter = predicted.filter((attribution) => attribution.parent === undefined);
  const entities = scoreEntities(gold, dossier, match);
  const sameAct = found.filter((wanted) => pairOf.get(wanted.id)?.act === wanted.act).length;
  const sameForm = found.filter((wanted) => pairOf.get(wanted.id)?.form === wanted.form).length;
  const spoken = gold.attributions.filter((wanted) => wanted.speaker && !wanted.optional).length;
  return {
    wrongEvidence: wrongEvidence(dossier),
    outerF1: f1(wholeOuter.length, predictedOuter.length, outer.length),
    outerPrecision: share(wholeOuter.length, predictedOuter.length),
    outerRecall: share(wholeOuter.length, outer.length),
    nestedRecall: share(whole.length - wholeOuter.length, scored.length - outer.length),
    act: share(sameAct, found.length),
    actOfAll: share(sameAct, gold.attributions.length),
    form: share(sameForm, found.length),
    formOfAll: share(sameForm, gold.attributions.length),
    speaker: entities.speaker,
    speakerOfAll: share(Math.round(entities.speaker * entities.speakers), spoken),
    aliases: entities.aliases,
    falseMerges: entities.falseMerges,
    ...scoreReadings(gold, dossier, documentOf),
    ...scoreClaims(gold, dossier, match),
    ...scoreDocuments(gold, dossier, documentOf),
  };
}

/**
 * Utterances and discrepancies: found when an item has readings at two or more of the gold's places. Of the lines of low importance,
 * which count for recall alone, `sideBySideRight` is the share that is the best line for a discrepancy of the gold, and
 * `sideBySideTouching` the share that has two of its places, also where another line has more.
 */
function scoreReadings(
  gold: StoryGold,
  dossier: Dossier,
  documentOf: ReadonlyMap<string, string | undefined>,
): Record<string, number> {
  type Readings = StoryGold['quotations'][number]['readings'];
  type Item = { readonly id: string; readonly readings: readonly { readonly evidence: Evidence }[] };
  const hits = (wanted: Readings, item: Item): number =>
    (wanted ?? []).filter((place) =>
      item.readings.some(
        ({ evidence }) =>
          documentOf.get(place.document) === evidence.document && samePlace(spansOf(place), evidence.spans),
      ),
    ).length;
  const foundIn = (
    golds: readonly { readonly readings?: Readings }[],
    items: readonly Item[],
  ): { count: number; used: Set<string> } => {
    const used = new Set<string>();
    let count = 0;
    for (const { readings } of golds) {
      const best = items
        .map((item) => ({ hits: hits(readings, item), item }))
        .sort((a, b) => b.hits - a.hits)[0];
      if (!best || best.hits < Math.min(2, readings?.length ?? 0)) continue;
      count++;
      used.add(best.item.id);
    }
    return { count, used };
  };
  const high = gold.discrepancies.filter((d) => d.importance === 'high');
  const important = gold.discrepancies.filter((d) => d.importance !== 'low');
  const predicted = dossier.discrepancies.filter((d) => d.importance !== 'low');
  const open = dossier.discrepancies.filter((d) => d.importance === 'low');
  const { used } = foundIn(gold.discrepancies, dossier.discrepancies);
  const sprung = (gold.not_discrepancies ?? []).filter(
    (trap) =>
      (trap.readings ?? []).length > 1 &&
      predicted.some((item) => !used.has(item.id) && hits(trap.readings, item) >= 2),
  );
  return {
    utteranceRecall: share(foundIn(gold.quotations, dossier.utterances).count, gold.quotations.length),
    highDiscrepancyRecall: share(foundIn(high, dossier.discrepancies).count, high.length),
    discrepancyRecall: share(foundIn(important, dossier.discrepancies).count, important.length),
    discrepancyPrecision:
      predicted.length === 0 ? 0 : predicted.filter((d) => used.has(d.id)).length / predicted.length,
    trapsSprung: sprung.length,
    sideBySideLines: open.length,
    sideBySideRight: share(open.filter((d) => used.has(d.id)).length, open.length),
    sideBySideTouching: share(
      open.filter((d) => gold.discrepancies.some(({ readings }) => hits(readings, d) > 1)).length,
      open.length,
    ),
  };
}

const STANCE_OF_GOLD: Readonly<Record<string, string>> = {
  demands_end_of: 'demands-end',
  calls_for: 'demands',
};

function scoreClaims(gold: StoryGold, dossier: Dossier, match: AttributionMatch): Record<string, number> {
  const held = new Map<string, { claim: string; stance: string }[]>();
  for (const claim of dossier.claims) {
    for (const { stance, attributions } of claim.positions) {
      for (const id of attributions) held.set(id, [...(held.get(id) ?? []), { claim: claim.id, stance }]);
    }
  }
  const heldBy = (goldId: string): { claim: string; stance: string }[] =>
    held.get(match.pairOf.get(goldId)?.id ?? '') ?? [];
  const goldClaims = new Map<string, Set<string>>();
  let pairs = 0;
  let allPairs = 0;
  let together = 0;
  let positions = 0;
  let allPositions = 0;
  let right = 0;
  for (const claim of gold.claims) {
    const stances = claim.positions.flatMap((position) =>
      position.attributions.map((id) => ({ id, stance: STANCE_OF_GOLD[position.stance] ?? position.stance })),
    );
    for (const { id } of stances) goldClaims.set(id, (goldClaims.get(id) ?? new Set()).add(claim.id));
    const found = stances.filter(({ id }) => match.pairOf.has(id));
    const votes = new Map<string, number>();
    found.forEach((a, index) => {
      for (const { claim: id } of heldBy(a.id)) votes.set(id, (votes.get(id) ?? 0) + 1);
      for (const b of found.slice(index + 1)) {
        pairs++;
        if (heldBy(a.id).some((x) => heldBy(b.id).some((y) => x.claim === y.claim))) together++;
      }
    });
    const best = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
    positions += found.length;
    allPositions += stances.length;
    allPairs += (stances.length * (stances.length - 1)) / 2;
    right += found.filter(({ id, stance }) =>
      heldBy(id).some((x) => x.claim === best && x.stance === stance),
    ).length;
  }
  const goldOf = new Map([...match.pairOf].map(([goldId, attribution]) => [attribution.id, goldId]));
  let joined = 0;
  let wrong = 0;
  for (const claim of dossier.claims) {
    const ids = [...new Set(claim.positions.flatMap((position) => position.attributions))]
      .map((id) => goldOf.get(id))
      .filter((id) => id !== undefined && goldClaims.has(id)) as string[];
    ids.forEach((a, index) => {
      for (const b of ids.slice(index + 1)) {
        joined++;
        if (![...(goldClaims.get(a) ?? [])].some((id) => goldClaims.get(b)?.has(id))) wrong++;
      }
    });
  }
  return {
    claimsTogether: share(together, pairs),
    claimsTogetherOfAll: share(together, allPairs),
    claimsWronglyJoined: joined === 0 ? 0 : wrong / joined,
    positions: share(right, positions),
    positionsOfAll: share(right, allPositions),
  };
}

function scoreDocuments(
  gold: StoryGold,
  dossier: Dossier,
  documentOf: ReadonlyMap<string, string | undefined>,
): Record<string, number> {
  const key = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);
  const pairs = new Set<string>();
  for (const { documents } of dossier.lineage.origins) {
    documents.forEach((a, index) => documents.slice(index + 1).forEach((b) => pairs.add(key(a, b))));
  }
  const goldPairs = new Set<string>();
  for (const edge of gold.lineage) {
    const from = documentOf.get(edge.from);
    const to = documentOf.get(edge.to);
    if (from === undefined || to === undefined || (edge.certainty ?? 'certain') !== 'certain') continue;
    if (edge.kind === 'cites-agency' || /^(independent|same-(statement|event|tweet))/.test(edge.kind))
      continue;
    goldPairs.add(key(from, to));
  }
  let credits = 0;
  let creditsFound = 0;
  let omitted = 0;
  let omittedFound = 0;
  for (const wanted of gold.documents) {
    const document = dossier.documents.find((d) => d.id === documentOf.get(wanted.id));
    for (const credit of wanted.credits ?? []) {
      credits++;
      if (document?.credits.some((c) => samePlace(spansOf(credit), c.evidence.spans))) creditsFound++;
    }
    for (const stretch of wanted.not_article ?? []) {
      omitted++;
      const leftOut = document?.omitted.flatMap((o) => o.evidence.spans) ?? [];
      if (common(spansOf(stretch), leftOut) >= LEFT_OUT * units(spansOf(stretch))) omittedFound++;
    }
  }
  return {
    lineageF1: f1([...pairs].filter((pair) => goldPairs.has(pair)).length, pairs.size, goldPairs.size),
    credits: credits === 0 ? 1 : creditsFound / credits,
    omitted: omitted === 0 ? 1 : omittedFound / omitted,
  };
}

/** How many pieces of evidence are not the words of their document. */
function wrongEvidence(dossier: Dossier): number {
  const texts = new Map(dossier.documents.map((document) => [document.id, document.text]));
  let wrong = 0;
  const open: unknown[] = [dossier];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isEvidence(value)) {
      const text = texts.get(value.document);
      if (text === undefined || textOf(text, value.spans) !== value.text) wrong++;
    }
    open.push(...Object.values(value));
  }
  return wrong;
}
