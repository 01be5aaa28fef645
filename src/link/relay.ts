import type { Attribution } from '../model/attribution.ts';
import type { Content } from './content.ts';
import { actOf } from './stance.ts';
import { bringsOthersClaims } from '../text/stance-cues.ts';
import { isPredicateClass } from '../text/predicate-class.ts';

/** Share of an outer content that an inner one covers for the outer to be a mere relay of it. */
const RELAYED = 0.6;

/** Who saw something tells of it himself. */
const PERCEIVING = /\b(?:saw|sees?|seen|hears?|heard|notic\w+|watch\w+|witness\w*)\b/i;

/** Outer contents that only hand on an inner one. */
export interface Relays {
  /** Of somebody else's words: who hands them on holds no position. */
  readonly others: ReadonlySet<string>;
  /** Of the speaker's own ("said he demanded …"): by the outer's id, the inner ones, whose positions it takes. */
  readonly own: ReadonlyMap<string, readonly Attribution[]>;
}

/** Finds relays among contents; linear. */
export function findRelays(carriers: readonly Content[]): Relays {
  const byId = new Map(carriers.map((content) => [content.attribution.id, content]));
  const others = new Set<string>();
  const own = new Map<string, Attribution[]>();
  for (const inner of carriers) {
    const outer = byId.get(inner.attribution.parent ?? '');
    if (!outer) continue;
    const act = actOf(outer);
    if (act === 'deny' || act === 'confirm' || act === 'decline') continue;
    // "Ordered 2,000 boats" is no speech, whatever its verb may be elsewhere
    if (!inner.hasVerb && !inner.terms.some(({ classes }) => classes.some(isPredicateClass))) continue;
    const { source, speaker, cue } = inner.attribution;
    if (PERCEIVING.test(cue?.text ?? '') || bringsOthersClaims(cue?.text ?? '')) continue;
    const said = source?.text ?? '';
    const same =
      speaker === outer.attribution.speaker ||
      /^(?:I|we)$/i.test(said) ||
      (speaker === null && isPronoun(said));
    if (!same && inner.weight < RELAYED * outer.weight) continue;
    if (!same) others.add(outer.attribution.id);
    else if (act !== 'demand' && act !== 'ask' && act !== 'advise')
      own.set(outer.attribution.id, [...(own.get(outer.attribution.id) ?? []), inner.attribution]);
  }
  return { others, own };
}

function isPronoun(source: string): boolean {
  return /^(?:I|we|he|she|they|it)$/i.test(source);
}
