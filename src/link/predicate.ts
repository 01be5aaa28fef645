import { ENDING, INTENDING, LIGHT_VERBS, OPINIONS, PREVENTING, SUPPORT_VERBS } from '../text/verb-frames.ts';
import type { Clause } from './clause.ts';
import { complementOf, isEvent, objectHead } from './noun-phrase.ts';
import type { TokenStretch } from './token-stretch.ts';

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
  if (copula) head = complementOf(stretch, ...objects);
  else if (ENDING.has(lemma) && !passive) {
    const noun = objectHead(stretch, ...objects);
    if (noun >= 0 && isEvent(stretch, noun)) {
      ended = true;
      head = noun;
    }
  } else if (LIGHT_VERBS.has(lemma) || SUPPORT_VERBS.has(lemma)) {
    const noun = objectHead(stretch, ...objects);
    if (noun >= 0 && (LIGHT_VERBS.has(lemma) || isEvent(stretch, noun))) head = noun;
  }
  return { chain, inner, head: head < 0 ? verb : head, objects, ended, prevented, intended };
}

/** "I do not think that …": what is thought is what is said. */
function isOwnOpinion(stretch: TokenStretch, { group, subject }: Clause): boolean {
  if (!subject || !OPINIONS.has(stretch.lemma(group.verb))) return false;
  return subject[1] - subject[0] <= 2 && /^(?:I|we)$/i.test(stretch.word(subject[0]));
}
