import {
  ENDING,
  INTENDING,
  LIGHT_VERBS,
  OCCURRING,
  OPINIONS,
  PREVENTING,
  SETTLING,
  SUPPORT_VERBS,
} from '../text/verb-frames.ts';
import type { Clause } from './clause.ts';
import { complementOf, isEvent, objectHead } from './noun-phrase.ts';
import type { TokenStretch } from './token-stretch.ts';
import type { VerbGroup } from './verb-group.ts';

/** What a clause says is done, however many verbs it takes: "has begun to carry out *attacks*". */
export interface Predicate {
  /** The clause and those that it governs, outermost first. */
  readonly chain: readonly Clause[];
  readonly inner: Clause;
  /** Place of the word that says what is done; where its objects begin, and one past their last place. */
  readonly head: number;
  readonly objects: readonly [number, number];
  /** "Stopped sending". */
  readonly ended: boolean;
  /** "Failed to warn". */
  readonly prevented: boolean;
  /** "Plans to leave". */
  readonly intended: boolean;
  /** "Cannot exclude a launch": its noun is left open. */
  readonly unsettled: boolean;
}

/** One past "happened" or "took place", -1 where a verb says more than that its subject is. */
export function occurrenceEnd(stretch: TokenStretch, { verb, end }: VerbGroup): number {
  const lemma = stretch.lemma(verb);
  if (OCCURRING.has(lemma)) return end;
  return lemma === 'take' && /^place$/i.test(stretch.word(end)) ? end + 1 : -1;
}

/** Whether a clause says that somebody cannot or does not say if what follows is so. */
export function leavesUnsettled(stretch: TokenStretch, { verb, negator }: VerbGroup): boolean {
  return negator >= 0 && SETTLING.has(stretch.lemma(verb));
}

/** Follows the k-th clause down to the word that says what is done. */
export function readPredicate(stretch: TokenStretch, clauses: readonly Clause[], k: number): Predicate {
  const chain = [clauses[k] as Clause];
  let ended = false;
  let prevented = false;
  let intended = false;
  for (let at = k; ;) {
    const clause = clauses[at] as Clause;
    const next = clauses.findIndex(
      ({ governor, link }, j) =>
        j > at &&
        governor === at &&
        (link === 'governed' || (link === 'reported' && isOwnOpinion(stretch, clause))),
    );
    if (next < 0) break;
    const verb = stretch.lemma(clause.group.verb);
    if (ENDING.has(verb)) ended = true;
    else if (PREVENTING.has(verb)) prevented = !prevented;
    else if (INTENDING.has(verb)) intended = true;
    chain.push(clauses[next] as Clause);
    at = next;
  }
  const inner = chain.at(-1) as Clause;
  const { end, verb, copula, passive } = inner.group;
  const objects = [end, Math.max(inner.end, end)] as const;
  const lemma = stretch.lemma(verb);
  let head = -1;
  let unsettled = false;
  if (copula) head = complementOf(stretch, ...objects);
  else if (ENDING.has(lemma) && !passive) {
    const noun = objectHead(stretch, ...objects);
    if (noun >= 0 && isEvent(stretch, noun)) {
      ended = true;
      head = noun;
    }
  } else if (leavesUnsettled(stretch, inner.group)) {
    head = objectHead(stretch, ...objects);
    if (head >= 0 && !isEvent(stretch, head)) head = -1;
    unsettled = head >= 0;
  } else if (LIGHT_VERBS.has(lemma) || SUPPORT_VERBS.has(lemma)) {
    const noun = objectHead(stretch, ...objects);
    if (noun >= 0 && (LIGHT_VERBS.has(lemma) || isEvent(stretch, noun))) head = noun;
  }
  return { chain, inner, head: head < 0 ? verb : head, objects, ended, prevented, intended, unsettled };
}

/** "I do not think that …": what is thought is what is said. */
function isOwnOpinion(stretch: TokenStretch, { group, subject }: Clause): boolean {
  if (!subject || !OPINIONS.has(stretch.lemma(group.verb))) return false;
  return subject[1] - subject[0] <= 2 && /^(?:I|we)$/i.test(stretch.word(subject[0]));
}
