import { alignTerms } from '../learn/align-terms.ts';
import { overlaps } from '../model/span.ts';
import { isPointing } from './antecedent.ts';
import type { Content } from './content.ts';
import { namedThing } from './named-antecedent.ts';
import type { Principals } from './principals.ts';
import { actOf } from './stance.ts';

/** Characters between a statement and the quotation that goes on with it. */
const NEAR = 150;
/** Contents before a quotation that are looked at: nested ones stand between. */
const MOST_BEFORE = 4;
/** From this kinship on a quotation has a word of what was said before it: by word, class or stem. */
const SAME_WORD = 0.8;
/** Words that weigh less are in everything that is said. */
const TELLING = 0.25;

/**
 * What a quotation goes on with. Reporters say in their own words what somebody denies or alleges, and let him speak at once:
 * 'The firm denied this. "Our guards stayed behind the gate," its spokeswoman said.' What is quoted stands to the matter as
 * what was reported. In six annotated stories all such quotations behind a denial were of the matter, and two in three of the others.
 *
 * @param list - all contents of the story in order; `at` is the quotation's place.
 * @param text - of its document.
 */
export function findContinued(
  list: readonly Content[],
  at: number,
  text: string,
  principals: Principals,
): Content | undefined {
  const quotation = list[at];
  const side = sideOf(quotation, principals);
  if (quotation?.attribution.form !== 'direct' || side === null || isPointing(quotation)) return undefined;
  const start = quotation.attribution.content.spans[0]?.[0] ?? 0;
  for (let back = at - 1; back >= Math.max(0, at - MOST_BEFORE); back--) {
    const other = list[back];
    if (!other || other.documentIndex !== quotation.documentIndex) return undefined;
    if (isWithin(other, quotation)) continue;
    const end = other.attribution.content.spans.at(-1)?.[1] ?? 0;
    if (end > start || start - end > NEAR || text.slice(end, start).includes('\n')) return undefined;
    if (other.attribution.form === 'direct') return undefined;
    if (sideOf(other, principals) === side) return goesOn(other, quotation) ? other : undefined;
  }
  return undefined;
}

/** Whether what is reported calls for more: it is contested, or the quotation has words of it. */
function goesOn(reported: Content, quotation: Content): boolean {
  const act = actOf(reported);
  if (act === 'deny' || act === 'allege' || isPointing(reported) || namedThing(reported)) return true;
  return alignTerms(reported.terms, quotation.terms).pairs.some(({ a, kinship }) => {
    const term = reported.terms[a];
    const says = term?.kind === 'noun' || term?.kind === 'verb';
    return says && kinship >= SAME_WORD && term.weight >= TELLING;
  });
}

/** Who speaks, as the state or body that he answers for. */
function sideOf(content: Content | undefined, principals: Principals): string | null {
  const speaker = content?.attribution.speaker ?? null;
  return speaker === null ? null : principals.of(speaker);
}

function isWithin(a: Content, b: Content): boolean {
  return a.attribution.content.spans.some((span) =>
    b.attribution.content.spans.some((other) => overlaps(span, other)),
  );
}
