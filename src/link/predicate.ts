import {
  EMPTY_VERBS,
  ENDING,
  INTENDING,
  LIGHT_VERBS,
  OCCURRING,
  OPINIONS,
  PREVENTING,
  SETTLING,
  SUPPORT_VERBS,
  UNDERGOING,
} from '../text/verb-frames.ts';
import type { Clause } from './clause.ts';
import { complementOf, isEvent, objectHead, phraseHead } from './noun-phrase.ts';
import type { Range, TokenStretch } from './token-stretch.ts';
import type { VerbGroup } from './verb-group.ts';

/** What a clause says is done, however many verbs it takes: "has begun to carry out *attacks*". */
export interface Predicate {
  /** The clause and those that it governs, outermost first. */
  readonly chain: readonly Clause[];
  readonly inner: Clause;
  /** Place of the word that says what is done; where its objects begin, and one past their last place. */
  readonly head: number;
  readonly objects: Range;
  /** "Received a warning": the subject is whom it is done to. */
  readonly undergone: boolean;
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

/** "No search *was carried out*", "no warning *was received*": place of the subject's noun that says what is done, -1 for none. */
export function performedIn(stretch: TokenStretch, { verb, passive }: VerbGroup, subject: Range): number {
  const lemma = stretch.lemma(verb);
  if (!passive || !(LIGHT_VERBS.has(lemma) || SUPPORT_VERBS.has(lemma) || UNDERGOING.has(lemma))) return -1;
  const noun = phraseHead(stretch, subject);
  return noun >= 0 && isEvent(stretch, noun) ? noun : -1;
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
  // "the readiness to talk"
  let intended =
    chain[0]?.group.form === 'infinitive' && INTENDING.has(stretch.lemma((chain[0]?.group.first ?? 0) - 1));
  for (let at = k; ;) {
    const clause = clauses[at] as Clause;
    const next = clauses.findIndex(
      ({ governor, link }, j) =>
        j > at &&
        governor === at &&
        (link === 'governed' ||
          (link === 'reported' && isOwnOpinion(stretch, clause)) ||
          (link === 'presupposed' && j === at + 1 && saysOfNobody(stretch, clause, clauses[j] as Clause))),
    );
    if (next < 0) break;
    const verb = stretch.lemma(clause.group.verb);
    if (ENDING.has(verb)) ended = true;
    else if (PREVENTING.has(verb)) prevented = !prevented;
    else if (INTENDING.has(verb) || (clause.group.copula && INTENDING.has(adjectiveOf(stretch, clause))))
      intended = true;
    chain.push(clauses[next] as Clause);
    at = next;
  }
  const inner = chain.at(-1) as Clause;
  const { end, verb, copula, passive } = inner.group;
  const objects = [end, Math.max(inner.end, end)] as const;
  const lemma = stretch.lemma(verb);
  let head = -1;
  let unsettled = false;
  let undergone = false;
  if (copula) head = complementOf(stretch, ...objects);
  else if (ENDING.has(lemma) && !passive) {
    // "stop *advertising* lamps" is tagged as a noun and its object
    const noun = stretch.word(end).endsWith('ing') ? end : objectHead(stretch, ...objects);
    if (
      noun === end
        ? stretch.isName(end + 1) || stretch.tag(end + 1) === 'DET'
        : noun >= 0 && isEvent(stretch, noun)
    ) {
      ended = true;
      head = noun;
    }
  } else if (leavesUnsettled(stretch, inner.group)) {
    head = objectHead(stretch, ...objects);
    if (head >= 0 && !isEvent(stretch, head)) head = -1;
    unsettled = head >= 0;
  } else if (UNDERGOING.has(lemma) && !passive && isEventObject(stretch, objects)) {
    head = objectHead(stretch, ...objects);
    undergone = true;
  } else if (LIGHT_VERBS.has(lemma) || SUPPORT_VERBS.has(lemma)) {
    const noun = objectHead(stretch, ...objects);
    if (noun >= 0 && (EMPTY_VERBS.has(lemma) || isEvent(stretch, noun))) head = noun;
  }
  return {
    chain,
    inner,
    head: head < 0 ? verb : head,
    objects,
    undergone,
    ended,
    prevented,
    intended,
    unsettled,
  };
}

/** "Is *ready* to leave": what stands between a copula and what it governs. */
function adjectiveOf(stretch: TokenStretch, { group, end }: Clause): string {
  for (let at = group.end; at < end; at++)
    if (stretch.tag(at) === 'ADJ' || stretch.tag(at) === 'VERB') return stretch.lemma(at);
  return '';
}

function isEventObject(stretch: TokenStretch, objects: Range): boolean {
  const noun = objectHead(stretch, ...objects);
  return noun >= 0 && isEvent(stretch, noun);
}

/** "There is nobody to whom we should apologise", "knows of nobody who fell ill": what there is none of is what is said. */
function saysOfNobody(stretch: TokenStretch, { group, subject }: Clause, next: Clause): boolean {
  const exists = group.copula && subject !== null && /^there$/i.test(stretch.word(subject[0]));
  const known = KNOWING.has(stretch.lemma(group.verb)) && group.negator < 0;
  if (!exists && !known) return false;
  const at = known && /^of$/i.test(stretch.word(group.end)) ? group.end + 1 : group.end;
  if (!/^(?:nobody|no-?one|nothing|none)$/i.test(stretch.word(at))) return false;
  return (
    next.subject !== null && next.group.first - group.end <= LONGEST_RELATIVE && next.group.form === 'finite'
  );
}

const KNOWING = new Set(['know', 'find', 'meet', 'hear', 'have']);

/** Tokens between "nobody" and the verb of its relative clause. */
const LONGEST_RELATIVE = 6;

/** "I do not think that …": what is thought is what is said. */
function isOwnOpinion(stretch: TokenStretch, { group, subject }: Clause): boolean {
  if (!subject || !OPINIONS.has(stretch.lemma(group.verb))) return false;
  return subject[1] - subject[0] <= 2 && /^(?:I|we)$/i.test(stretch.word(subject[0]));
}
