import type { Stance } from '../model/claim.ts';
import { isStopping } from '../text/predicate-class.ts';
import type { Content } from './content.ts';

const CONDITION = /(?:^|[^\p{L}])(?:if|unless|provided that|as long as|on condition)(?:[^\p{L}]|$)/iu;
const HEDGE =
  /(?:^|[^\p{L}])(?:may|might|could|possibly|perhaps|potentially|probably|likely|unlikely|whether)(?:[^\p{L}]|$)/iu;
/** Verbs of a content among which one of ending must stand for a demand to be a demand for an end. */
const FIRST_VERBS = 3;
/** Terms at the beginning of a content whose negation turns the whole of it round. */
const FIRST_TERMS = 4;

/**
 * How a content stands to the proposition that it words, by what the speaker does, by negation, condition and modality.
 *
 * "Denied supplying drones" denies; "we have not supplied drones" denies; "stop supplying drones" demands an end; "would act
 * if it became clear" is a condition and no admission.
 */
export function stanceOf(content: Content): Stance {
  const { attribution, terms } = content;
  const { act } = attribution;
  const text = attribution.content.text;
  if (act === 'demand' || act === 'ask' || act === 'advise') {
    const verbs = terms
      .filter(({ kind, classes }) => kind === 'verb' || classes.length > 0)
      .slice(0, FIRST_VERBS);
    return verbs.some(({ key }) => isStopping(key)) ? 'demands-end' : 'demands';
  }
  const turned = isNegated(content);
  if (act === 'deny') return turned && !saysClaim(content) ? 'asserts' : 'denies';
  if (CONDITION.test(text)) return 'conditional';
  if (turned) return 'denies';
  if (act === 'decline' || HEDGE.test(text)) return 'hedges';
  return 'asserts';
}

/** Whether the first verb of a content, or a noun before it ("no danger"), is negated. */
export function isNegated({ terms }: Content): boolean {
  const verb = terms.findIndex(({ kind }) => kind === 'verb');
  const end = verb < 0 ? FIRST_TERMS : Math.min(verb + 1, FIRST_TERMS + 1);
  return terms.slice(0, end).some(({ negated }) => negated);
}

function saysClaim({ attribution }: Content): boolean {
  return /^[“"„«]?(?:the|these|those|such|any|all)?\s*(?:claims?|allegations?|accusations?|reports?|charges?)\b/i.test(
    attribution.content.text,
  );
}
