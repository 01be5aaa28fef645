import { REPORTING } from '../text/verb-frames.ts';
import type { TokenStretch } from './token-stretch.ts';
import type { VerbGroup } from './verb-group.ts';

/**
 * "The flow of weapons used to kill": a past form behind a noun, where the clause has its verb already or gets it later. "The
 * firm sent boats": where a past form has an object and stands alone in its sentence it is the verb.
 */
export function settleParticiples(stretch: TokenStretch, found: readonly VerbGroup[]): VerbGroup[] {
  return found.map((group, k) => {
    if (isPast(stretch, found, k)) return { ...group, form: 'finite', passive: false };
    if (group.form !== 'finite' || group.end - group.first > 1 || group.copula) return group;
    if (!/(?:ed|en|t|d|n)$/.test(stretch.word(group.verb)) || !/^VB[DN]$/.test(stretch.penn(group.verb)))
      return group;
    if (
      stretch.tag(group.first - 1) !== 'NOUN' &&
      stretch.tag(group.first - 1) !== 'PROPN' &&
      !/^[”"]$/.test(stretch.word(group.first - 1))
    )
      return group;
    const next = found[k + 1];
    const behind =
      next !== undefined &&
      next.form === 'finite' &&
      stretch.sentence(next.first) === stretch.sentence(group.first) &&
      !hasFreeName(stretch, group.end, next.first);
    const previous = found[k - 1];
    const after =
      previous !== undefined &&
      // "was hit by a missile launched from …", "met the woman accused of …"
      (previous.form !== 'finite' ||
        (previous.passive && /^by$/i.test(stretch.word(previous.end))) ||
        (hasNoObject(stretch, group.end) && !isRelative(stretch, previous.first))) &&
      stretch.sentence(previous.first) === stretch.sentence(group.first) &&
      !isParted(stretch, previous.end, group.first) &&
      !REPORTING.has(stretch.lemma(previous.verb));
    return behind || after ? { ...group, form: 'participle', passive: true } : group;
  });
}

/** Place of the "that" or "when" before a verb and its subject, -1 for none. */
function clauseOpener(stretch: TokenStretch, first: number): number {
  let at = first - 1;
  while (at >= 0 && stretch.isNominal(at) && stretch.tag(at) !== 'PART') at--;
  return stretch.tag(at) === 'SCONJ' ? at : -1;
}

/** Whether a verb that is tagged as a participle is the only one of its sentence, between a name and an object. */
function isPast(stretch: TokenStretch, found: readonly VerbGroup[], k: number): boolean {
  const group = found[k];
  if (group?.form !== 'participle' || group.end - group.first > 1) return false;
  const sentence = stretch.sentence(group.first);
  const opener = clauseOpener(stretch, group.first);
  const alone = !found.some(
    (other) => other !== group && stretch.sentence(other.first) === sentence && other.first > opener,
  );
  const next = stretch.tag(group.end);
  const object = next === 'DET' || next === 'NOUN' || next === 'PROPN' || next === 'PRON' || next === 'NUM';
  return alone && object && stretch.isName(group.first - 1);
}

/** Whether a preposition or nothing follows: a verb in the past without what it is done to. */
function hasNoObject(stretch: TokenStretch, at: number): boolean {
  return stretch.tag(at) === undefined || stretch.tag(at) === 'ADP' || /^of$/i.test(stretch.word(at));
}

/** "The woman who met him left": the verb of a relative clause, behind which that of the main clause may follow. */
function isRelative(stretch: TokenStretch, first: number): boolean {
  let at = first - 1;
  while (
    at > 0 &&
    first - at < RELATIVE_NEAR &&
    stretch.tag(at) !== 'PUNCT' &&
    !RELATIVE.test(stretch.word(at))
  )
    at--;
  return RELATIVE.test(stretch.word(at)) && stretch.isNoun(at - 1);
}

/** Tokens before a verb within which a pronoun opens its relative clause. */
const RELATIVE_NEAR = 8;
const RELATIVE = /^(?:who|which|that|whom|whose)$/i;

/** Whether a mark, a conjunction or an opener stands in between. */
function isParted(stretch: TokenStretch, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (
      stretch.tag(at) === 'SCONJ' ||
      stretch.tag(at) === 'CCONJ' ||
      stretch.tag(at) === 'PRON' ||
      (stretch.tag(at) === 'PUNCT' && /^[,;:–—()]$/.test(stretch.word(at)))
    )
      return true;
  return false;
}

/** Whether a name stands there that no preposition governs, or anything that parts clauses. */
function hasFreeName(stretch: TokenStretch, from: number, to: number): boolean {
  let governed = false;
  for (let at = from; at < to; at++) {
    if (stretch.tag(at) === 'ADP') governed = true;
    else if (stretch.isName(at) && !governed) return true;
  }
  return isParted(stretch, from, to);
}
