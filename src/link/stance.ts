import type { Act } from '../model/attribution.ts';
import type { Stance } from '../model/claim.ts';
import { isStopping } from '../text/predicate-class.ts';
import type { Term } from '../learn/term.ts';
import type { Content } from './content.ts';

const CONDITION = /(?:^|[^\p{L}])(?:if|unless|provided that|as long as|on condition)(?:[^\p{L}]|$)/iu;
const HEDGE =
  /(?:^|[^\p{L}])(?:may|might|could (?:be (?:an?|the)|have|potentially)|possibly|perhaps|potentially|probably|likely|unlikely|whether)(?:[^\p{L}]|$)/iu;
export const ALLEGING: RegExp =
  /\b(?:claim(?:s|ed|ing)?|alleg\w+|accus\w+|charg(?:e|es|ed|ing)|report(?:s|ed|ing)?|reproach\w*|assert\w*)\b/i;
/** Cues that deny whatever their content says; other denials have their "not" in the content. */
const DENYING =
  /\b(?:den(?:y|ie|ial)\w*|reject\w*|dismiss\w*|refut\w*|disput\w*|contradict\w*|rebuff\w*|rebut\w*|slam(?:s|med|ming)?|laugh\w*)\b/i;
/** Verbs of a content among which one of ending must stand for a demand to be a demand for an end. */
const FIRST_VERBS = 3;
/** Tokens between a verb of ending and the noun that it ends. */
const OBJECT_NEAR = 3;

/**
 * How a content stands to the proposition that it words, by what the speaker does, by negation, condition and modality.
 *
 * "Denied supplying drones" denies; "we have not supplied drones" denies; "stop supplying drones" demands an end; "would act
 * if it became clear" is a condition and no admission.
 */
export function stanceOf(content: Content): Stance {
  const { attribution, terms } = content;
  const act = actOf(content);
  const text = attribution.content.text;
  if (act === 'demand' || act === 'ask' || act === 'advise') {
    return endsSomething(terms) ? 'demands-end' : 'demands';
  }
  const turned = isNegated(content);
  if (act === 'deny' && DENYING.test(attribution.cue?.text ?? ''))
    return turned && !saysClaim(content) ? 'asserts' : 'denies';
  if (CONDITION.test(text)) return 'conditional';
  if (turned) return 'denies';
  if (act === 'decline' || HEDGE.test(text)) return 'hedges';
  return 'asserts';
}

/** What the speaker does, by the cue where it leaves no doubt: "claims that" never denies, "slammed the claims" does. */
export function actOf({ attribution }: Content): Act {
  const cue = attribution.cue?.text ?? '';
  if (DENYING.test(cue)) return /(?:not|n[’']t|never)\b/i.test(cue) ? 'decline' : 'deny';
  if (attribution.act !== 'deny') return attribution.act;
  // "Said … had not" is a denial by its content, which speaks for itself.
  return ALLEGING.test(cue) ? 'allege' : 'state';
}

/** "Stop sending", "halt the shipment of": something else is to end. "The boat to stop" is no such demand. */
function endsSomething(terms: readonly Term[]): boolean {
  let predicates = 0;
  return terms.some((term, at) => {
    if (term.kind !== 'verb' && term.classes.length === 0) return false;
    const next = terms[at + 1];
    return (
      predicates++ < FIRST_VERBS &&
      isStopping(term.key) &&
      next !== undefined &&
      next.token - term.token <= OBJECT_NEAR &&
      (next.kind === 'verb' ? next.token === term.endToken : next.kind === 'noun')
    );
  });
}

/** Whether a content is turned round: "did not give way", "nobody saw", "no danger"; "without a light" is not. */
export function isNegated({ clause }: Content): boolean {
  return clause.negator !== null;
}

function saysClaim({ attribution }: Content): boolean {
  return /^[“"„«]?(?:the|these|those|such|any|all)?\s*(?:claims?|allegations?|accusations?|reports?|charges?)\b/i.test(
    attribution.content.text,
  );
}
