import { kinship, type TermAlignment, type TermPair } from '../learn/align-terms.ts';
import type { Term } from '../learn/term.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import type { Role } from '../model/role.ts';
import { predicateClasses } from '../text/predicate-class.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import type { Principals } from './principals.ts';
import type { Proposition } from './proposition.ts';

/** From this kinship on two words say the same. */
const SURE = 0.6;
/** Things are the same by word, class or stem; near in meaning is not enough: rockets are no rifles. */
const SAME_THING = 0.8;

/** Who is meant by a pronoun is known so far. */
const DOUBTED = 0.4;

/** Weight of all that two propositions share, from which on there is enough to judge by. */
const ENOUGH = 2.5;

/**
 * What speaks for and against two wordings having one proposition: what is done, who does it, to what, with how much else
 * in common. Symmetric.
 *
 * @returns values between 0 and 1: what is done the same, akin, another; cover of the shorter and the longer; agents the same,
 *   others; objects the same, in part, others; recipients the same, others; roles swapped; numbers the same, others; weight of
 *   what is shared; one denied; one alone; one only intended; agents and objects crossed; subjects others.
 */
export function likenessFeatures(
  a: Proposition,
  b: Proposition,
  alignment: TermAlignment,
  principals: Principals,
): number[] {
  const { pairs, coverA, coverB, weight } = alignment;
  const head = headKinship(a, b);
  const lighter = a.weight <= b.weight;
  const objects = compareObjects(a, b, pairs);
  const numbers = compareNumbers(a, b);
  // nine villagers may be nine civilians
  const clash = objects.clash && numbers !== 'same' && !(head >= SURE && isPaying(a) && isPaying(b));
  const agents = compareParties(a.agents, b.agents, principals);
  const patients = compareParties(a.patients, b.patients, principals);
  const doubt = (ours: readonly string[], theirs: readonly string[]): number =>
    ours.every((one) => a.pronouns.includes(one)) || theirs.every((one) => b.pronouns.includes(one))
      ? DOUBTED
      : 1;
  const swapped =
    agents === 'other' &&
    a.agents.some((one) => b.patients.includes(one)) &&
    b.agents.some((one) => a.patients.includes(one));
  return [
    Number(head === 1),
    head < 1 && head >= SURE ? head : 0,
    Number(head < SURE),
    lighter ? coverA : coverB,
    lighter ? coverB : coverA,
    Number(agents === 'same'),
    agents === 'other' ? doubt(a.agents, b.agents) : 0,
    objects.shared,
    Number(objects.shared > 0 && objects.left),
    Number(objects.shared === 0 && clash),
    Number(patients === 'same'),
    patients === 'other' ? doubt(a.patients, b.patients) : 0,
    Number(swapped),
    Number(numbers === 'same'),
    Number(numbers === 'other'),
    Math.min(1, weight / ENOUGH),
    deniedMore(a, b, pairs),
    Number(!sharesArgument(a, b, pairs)),
    Number(a.frame.intended !== b.frame.intended),
    Number(
      crosses(a, b) &&
        !(
          head >= SURE &&
          agents !== 'other' &&
          patients !== 'other' &&
          (isSameMatter(a, b, objects.shared, agents, patients) || isElliptical(a, b))
        ),
    ),
    Number(otherSubjects(a, b, pairs)),
  ];
}

/**
 * Who denies having sent arms for the war does not deny having sent arms: how much of a denied wording the other, which
 * does not deny, lacks.
 */
function deniedMore(a: Proposition, b: Proposition, pairs: readonly TermPair[]): number {
  const denied = [a.denied, b.denied];
  if (denied[0] === denied[1]) return 0;
  const matched = new Set(pairs.map(({ a: i, b: j }) => (denied[0] ? i : j)));
  const one = denied[0] ? a : b;
  const more = one.terms.filter(
    ({ kind }, at) =>
      one.roles[at] === 'other' &&
      (kind === 'noun' || kind === 'entity' || kind === 'verb') &&
      !matched.has(at),
  );
  return Math.min(1, more.length / MOST_MORE);
}

/** So many words that a denial has and what it is held against has not make it another matter. */
const MOST_MORE = 3;

const ARGUMENTS: readonly Role[] = ['agent', 'object', 'other'];

/** Whether they have somebody or something in common besides what is done. */
function sharesArgument(a: Proposition, b: Proposition, pairs: readonly TermPair[]): boolean {
  if (a.agents.some((one) => b.agents.includes(one)) || a.patients.some((one) => b.patients.includes(one)))
    return true;
  // "Nobody was fired upon" is of everybody
  if (a.frame.universal || b.frame.universal) return true;
  if ((isBare(a) && isBare(b)) || isElliptical(a, b)) return true;
  // "out of the dark" and "came out of the dark": one tag is wrong
  return pairs.some(
    ({ a: i, b: j, kinship: kin }) =>
      kin >= SURE && isArgument(a, i) && isArgument(b, j) && (isThing(a, i) || isThing(b, j)),
  );
}

function isArgument({ roles }: Proposition, at: number): boolean {
  return ARGUMENTS.includes(roles[at] ?? 'beside');
}

function isThing({ terms }: Proposition, at: number): boolean {
  return terms[at]?.kind !== 'modifier';
}

/** Says what happened and, but for pronouns, of nobody and nothing. */
function isBare(one: Proposition): boolean {
  return !one.terms.some(
    (term, at) =>
      isArgument(one, at) && isThing(one, at) && !(term.kind === 'entity' && term.weight <= PRONOUN),
  );
}

/** A noun that weighs so much, and is so rare, says by itself what matter it is. Chosen by reading pairs of forty stories. */
const TELLING_NOUN = { weight: 0.6, rank: 1500 } as const;

/**
 * "No search took place" beside "police searched the mill": who and what is left out, since it was told before. In nine
 * annotated stories nine in ten of such pairs were of one claim. Whoever denies in answer leaves out that much, and whoever
 * has a noun for it; but "they would support that" may be of anything.
 */
function isElliptical(a: Proposition, b: Proposition): boolean {
  if (a.frame.presupposed || b.frame.presupposed || a.headKey !== b.headKey) return false;
  if (compareNumbers(a, b) === 'other') return false;
  return (isBare(a) && leavesOut(a, b)) || (isBare(b) && leavesOut(b, a));
}

function leavesOut(bare: Proposition, other: Proposition): boolean {
  const head = bare.terms[bare.head];
  const denied = isNegative(bare);
  if (head?.kind === 'verb') return denied && !isNegative(other);
  if (head?.kind !== 'noun') return false;
  const telling = head.weight >= TELLING_NOUN.weight && wordVectors().rankOf(head.row) >= TELLING_NOUN.rank;
  return denied || telling;
}

/** Also where somebody asks us to note that it was not. */
function isNegative({ denied, frame }: Proposition): boolean {
  return denied || frame.negator !== null;
}

/** Whether one denies and the other does not. */
function crosses(a: Proposition, b: Proposition): boolean {
  return a.denied !== b.denied;
}

/** Whether somebody or something that both speak of says that it is one matter. */
function isSameMatter(
  a: Proposition,
  b: Proposition,
  objects: number,
  agents: string,
  patients: string,
): boolean {
  return objects > 0 || agents === 'same' || patients === 'same' || a.frame.universal || b.frame.universal;
}

/** Whether both say what does it, by a noun or name, and not the same. */
function otherSubjects(a: Proposition, b: Proposition, pairs: readonly TermPair[]): boolean {
  const isSubject = ({ roles, terms }: Proposition, at: number): boolean =>
    roles[at] === 'agent' &&
    (terms[at]?.kind === 'noun' || (terms[at]?.kind === 'entity' && (terms[at]?.weight ?? 0) > PRONOUN));
  const has = (one: Proposition): boolean => one.terms.some((_, at) => isSubject(one, at));
  if (!has(a) || !has(b) || a.agents.some((one) => b.agents.includes(one))) return false;
  if (a.frame.universal || b.frame.universal) return false;
  return !pairs.some(
    ({ a: i, b: j, kinship: kin }) => kin >= SURE && a.roles[i] === 'agent' && b.roles[j] === 'agent',
  );
}

/** Names weigh more than this, pronouns less. */
const PRONOUN = 0.2;

function headKinship(a: Proposition, b: Proposition): number {
  if (a.headKey === b.headKey) return 1;
  const [one, other] = [a.terms[a.head], b.terms[b.head]];
  return one && other ? kinship(one, other) : 0;
}

function compareParties(
  ours: readonly string[],
  theirs: readonly string[],
  principals: Principals,
): 'same' | 'other' | 'open' {
  if (ours.length === 0 || theirs.length === 0) return 'open';
  if (ours.some((one) => theirs.includes(one))) return 'same';
  return ours.some((one) => principals.isDefinite(one)) && theirs.some((one) => principals.isDefinite(one))
    ? 'other'
    : 'open';
}

const PAYING = predicateClasses('paid');

/** What is paid is money, whether it is called a ransom or two million. */
function isPaying({ terms, head }: Proposition): boolean {
  return terms[head]?.classes.some((one) => PAYING.includes(one)) ?? false;
}

/** Things, not people or places, that something is done to or with. */
function compareObjects(
  a: Proposition,
  b: Proposition,
  pairs: readonly TermPair[],
): { shared: number; left: boolean; clash: boolean } {
  const isObject = (proposition: Proposition, at: number): boolean =>
    proposition.roles[at] === 'object' && (proposition.terms[at] as Term).kind === 'noun';
  const countOf = (proposition: Proposition): number =>
    proposition.terms.filter((_, at) => isObject(proposition, at)).length;
  const shared = pairs.filter(
    ({ a: i, b: j, kinship: kin }) => kin >= SAME_THING && isObject(a, i) && isObject(b, j),
  ).length;
  const [ours, theirs] = [countOf(a), countOf(b)];
  const fewer = Math.min(ours, theirs);
  return {
    shared: fewer > 0 ? shared / fewer : 0,
    left: shared < fewer,
    clash: ours > 0 && theirs > 0,
  };
}

function compareNumbers(a: Proposition, b: Proposition): 'same' | 'other' | 'open' {
  const numbers = (proposition: Proposition) => proposition.terms.flatMap(({ quantity }) => quantity ?? []);
  const [ours, theirs] = [numbers(a), numbers(b)];
  if (ours.length === 0 || theirs.length === 0) return 'open';
  return ours.some((one) => theirs.some((other) => relateQuantities(one, other) === 'compatible'))
    ? 'same'
    : 'other';
}

/** Weights in the order of the features, and what they start from. */
const WEIGHTS: readonly number[] = [
  1.6, 1.4, -1.5, 2.2, 1.6, 0.6, -2, 0.9, -0.2, -3, 0.6, -3, -2.5, 0.3, -1.2, 1, -1.5, -2.5, -3, -2, -1.5,
];
const BIAS = -3;

/** Log-odds that two wordings have one proposition. */
export function likeness(features: readonly number[]): number {
  let sum = BIAS;
  for (let at = 0; at < features.length; at++) sum += (features[at] ?? 0) * (WEIGHTS[at] ?? 0);
  return sum;
}
