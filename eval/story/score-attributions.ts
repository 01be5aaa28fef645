import type { Attribution } from '../../src/model/attribution.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { spansOf, type GoldAttribution, type StoryGold } from './gold.ts';
import { jaccard, samePlace } from './span-overlap.ts';

/** Least share of characters in common for two contents to be one. */
const CONTENT_JACCARD = 0.5;
/** Of two equally good pairs the outermost attribution goes first. */
const OUTER_FIRST = 0.001;

/** Which attribution of the dossier is which of the gold. */
export interface AttributionMatch {
  /** Gold id → attribution of the dossier. */
  readonly pairOf: ReadonlyMap<string, Attribution>;
  /** Gold attributions that count (not optional), and those of them that were found. */
  readonly scored: readonly GoldAttribution[];
  readonly found: readonly GoldAttribution[];
  /** Found with the right source. */
  readonly whole: readonly GoldAttribution[];
  /** Attributions of the dossier that count: not those that match an optional one. */
  readonly predicted: readonly Attribution[];
}

/** One to one, best content first. `documentOf` leads from a gold document's id to the dossier's. */
export function matchAttributions(
  gold: StoryGold,
  dossier: Dossier,
  documentOf: ReadonlyMap<string, string | undefined>,
): AttributionMatch {
  const candidates: { similarity: number; gold: GoldAttribution; attribution: Attribution }[] = [];
  for (const wanted of gold.attributions) {
    for (const attribution of dossier.attributions) {
      if (documentOf.get(wanted.document) !== attribution.document) continue;
      const similarity = jaccard(spansOf(wanted.content), attribution.content.spans);
      if (similarity < CONTENT_JACCARD) continue;
      candidates.push({
        similarity: similarity + (wanted.parent ? 0 : OUTER_FIRST),
        gold: wanted,
        attribution,
      });
    }
  }
  candidates.sort((a, b) => b.similarity - a.similarity);
  const pairOf = new Map<string, Attribution>();
  const used = new Set<string>();
  for (const candidate of candidates) {
    if (pairOf.has(candidate.gold.id) || used.has(candidate.attribution.id)) continue;
    pairOf.set(candidate.gold.id, candidate.attribution);
    used.add(candidate.attribution.id);
  }
  const scored = gold.attributions.filter((wanted) => !wanted.optional);
  const found = scored.filter((wanted) => pairOf.has(wanted.id));
  const whole = found.filter((wanted) => {
    const source = pairOf.get(wanted.id)?.source ?? null;
    return (!wanted.source && !source) || samePlace(spansOf(wanted.source), source?.spans ?? []);
  });
  const optional = gold.attributions
    .filter((wanted) => wanted.optional)
    .map((wanted) => pairOf.get(wanted.id)?.id);
  const spared = new Set(optional.filter((id) => id !== undefined));
  const predicted = dossier.attributions.filter((attribution) => !spared.has(attribution.id));
  return { pairOf, scored, found, whole, predicted };
}
