import type { Attribution } from '../model/attribution.ts';
import { overlaps } from '../model/span.ts';
import { isPointing } from './antecedent.ts';
import { weighBySpread, type Contents } from './content.ts';
import type { Principals } from './principals.ts';
import type { Proposition } from './proposition.ts';
import { readPropositions } from './read-propositions.ts';
import { findRelays, type Relays } from './relay.ts';

/** A content says something of its own from here on. */
const LEAST_WEIGHT = 0.4;
/** A proposition may be as short as "no light", and must be more than a pronoun. */
const LEAST_SAID = 0.3;

/** What a story's contents say, each proposition at the place that its `index` says, and which contents only hand on. */
export interface StoryPropositions {
  readonly propositions: readonly Proposition[];
  readonly relays: Relays;
}

/** Reads all propositions of a story, but those of contents that point at others or relay somebody else's words. */
export function readStoryPropositions(
  { list, indexes }: Contents,
  principals: Principals,
): StoryPropositions {
  const carriers = list.filter((content) => !isPointing(content) && content.weight >= LEAST_WEIGHT);
  const relays = findRelays(carriers);
  const read = carriers.flatMap((content): Proposition[] => {
    const index = indexes[content.documentIndex];
    if (!index || relays.others.has(content.attribution.id)) return [];
    const found = readPropositions(content, content.attribution.content.spans, index, principals);
    const inner = relays.own.get(content.attribution.id) ?? [];
    return found.filter((proposition) => !inner.some((one) => isHandedOn(proposition, one)));
  });
  return { propositions: weighBySpread(read.filter(({ weight }) => weight >= LEAST_SAID)), relays };
}

/** "Said [he demanded that] …": what is said is what the inner content says. */
function isHandedOn({ attribution, headSpan }: Proposition, inner: Attribution): boolean {
  const said = [...(inner.cue?.spans ?? []), ...inner.content.spans];
  return (
    attribution.content.spans.some((span) => said.some((other) => overlaps(span, other))) &&
    said.some((span) => overlaps(span, headSpan))
  );
}
