import type { Act } from '../model/attribution.ts';
import { PLAIN, type Frame } from '../model/frame.ts';
import type { Clause } from './clause.ts';
import { findNegator, isUniversal } from './negation.ts';
import type { Predicate } from './predicate.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

const POSSIBLE = /^(?:may|might|could)$/;
const POSSIBLY = /^(?:possibly|perhaps|potentially|probably|likely|unlikely|maybe)$/i;
/** Acts by which "to leave" is meant and not done. */
const MEANING: ReadonlySet<Act> = new Set(['pledge', 'think', 'warn']);
/** A question's mark stands no further behind its verb's clause. */
const MARK_NEAR = 14;

/** How a clause stands in its content: negation, modality, condition, question, and what its verbs do to what is said. */
export function readFrame(
  stretch: TokenStretch,
  clauses: readonly Clause[],
  clause: Clause,
  { chain, inner, objects, ended, prevented, intended, unsettled }: Predicate,
  subject: Range | null,
  act: Act,
): Frame {
  const negator = unsettled ? -1 : findNegator(stretch, chain, subject, objects[1]);
  const sentence = stretch.sentence(clause.group.first);
  const conditions = clauses.some(
    (other) => other.link === 'condition' && stretch.sentence(other.group.first) === sentence,
  );
  return {
    ...PLAIN,
    negator: negator < 0 ? null : stretch.token(negator),
    refuted: prevented,
    ended,
    intended: intended || (clause.group.form === 'infinitive' && MEANING.has(act)),
    possible:
      chain.some(({ group }) => POSSIBLE.test(group.modal)) ||
      stretch.hasWord(POSSIBLY, clause.first, inner.group.end),
    conditional: clause.link === 'condition',
    question: unsettled || clause.link === 'question' || isAsked(stretch, clause),
    presupposed: clause.link === 'presupposed',
    hasVerb: true,
    finite: clause.group.form === 'finite' && subject !== null,
    modal: isImperative(stretch, clause, subject) ? 'must' : clause.group.modal,
    universal: isUniversal(stretch, clause, negator),
    dependent: clause.link === 'main' && conditions,
  };
}

/** Whether the sentence of a clause is a question. */
export function isAsked(stretch: TokenStretch, clause: Clause): boolean {
  const sentence = stretch.sentence(clause.group.first);
  for (let at = clause.end - 1; at < clause.end + MARK_NEAR; at++) {
    if (stretch.sentence(at) !== sentence) return false;
    if (stretch.word(at) === '?') return true;
  }
  return false;
}

/** "Do not drink", "stop sending": no subject, no tense. */
function isImperative(stretch: TokenStretch, { group }: Clause, subject: Range | null): boolean {
  if (subject !== null || group.form !== 'finite' || group.copula) return false;
  const bare = group.end - group.first === 1 || /^(?:do|never|please)$/i.test(stretch.word(group.first));
  return bare && stretch.penn(group.verb) === 'VB';
}
