import { kinship } from '../learn/align-terms.ts';
import { logistic, logOdds, type LogisticRegression } from '../learn/logistic-regression.ts';
import { givenNamesFit } from '../text/name-similarity.ts';
import { nameKey } from '../text/person-name.ts';
import type { Quantity } from '../model/quantity.ts';
import { relateQuantities } from '../text/relate-quantities.ts';
import { areOpposite } from './opposites.ts';
import type { SentenceWord, SlotKind } from './sentence-slots.ts';
import { SLOT_WEIGHTS } from './slot-weights.ts';

/** Two words at one place of two sentences that tell the same, and that say something else. */
export interface ChangedSlot {
  readonly kind: SlotKind;
  readonly a: SentenceWord;
  readonly b: SentenceWord;
  /** As {@link slotFeatures} orders them. */
  readonly features: readonly number[];
}

/** Words around a slot that are looked at on each side, the nearest first, with how much each says. */
const NEAR = [0.4, 0.3, 0.2, 0.1] as const;
/** Words that every sentence has say less of where a slot stands. */
const PLAIN_WORD = 0.5;
/** From this kinship on two words stand for one another. */
const SAME = 0.8;

/** Slots that were exchanged between two sentences: each with the one whose surroundings are likest, each at most once. */
export function findChangedSlots(a: readonly SentenceWord[], b: readonly SentenceWord[]): ChangedSlot[] {
  const shared = sharedWords(a, b);
  const [onlyA, onlyB] = [changeable(a, b), changeable(b, a)];
  const pairs = onlyA.flatMap((i) =>
    onlyB.flatMap(
      (j): (ChangedSlot & { readonly i: number; readonly j: number; readonly near: number })[] => {
        const [one, other] = [a[i] as SentenceWord, b[j] as SentenceWord];
        const kind = partOfName(a, i, b, j) ?? kindOfChange(one, other);
        if (kind === null) return [];
        if (kind === 'place' && (liesIn(one, b) || liesIn(other, a))) return [];
        const [left, right] = [alike(a, i, b, j, -1), alike(a, i, b, j, 1)];
        const rivals =
          onlyA.filter((at) => a[at]?.slot === one.slot).length +
          onlyB.filter((at) => b[at]?.slot === other.slot).length -
          2;
        const features = slotFeatures(kind, left, right, shared, rivals);
        return [{ kind, a: one, b: other, features, i, j, near: left + right }];
      },
    ),
  );
  pairs.sort((x, y) => y.near - x.near || x.i - y.i || x.j - y.j);
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return pairs.filter(({ i, j }) => {
    if (takenA.has(i) || takenB.has(j)) return false;
    takenA.add(i);
    takenB.add(j);
    return true;
  });
}

/** Words that the other sentence does not have, or has fewer times, and that can be exchanged. */
function changeable(words: readonly SentenceWord[], others: readonly SentenceWord[]): number[] {
  return words.flatMap((word, at) => {
    const has = others.filter((other) => isSame(word, other)).length;
    if (has > 0 && has >= words.filter((other) => isSame(word, other)).length) return [];
    if (word.slot !== null || word.negated) return [at];
    return word.term && others.some((other) => other.negated && other.key === word.key) ? [at] : [];
  });
}

function isSame(a: SentenceWord, b: SentenceWord): boolean {
  if (a.quantity && b.quantity) return sameNumber(a, b);
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.key === b.key) return a.negated === b.negated || (a.slot !== null && a.slot !== 'pole');
  if (a.slot === 'name' && b.slot === 'name') return givenNamesFit(nameKey(a.text), nameKey(b.text));
  return false;
}

/** "About 500" and 480 may be one number; "more than 200" and "more than 160" are two. */
function sameNumber({ quantity: a }: SentenceWord, { quantity: b }: SentenceWord): boolean {
  if (!a || !b) return false;
  if (bounds(a) * bounds(b) < 0) return false;
  if (a.value === b.value) return true;
  if (relateQuantities(a, b) !== 'compatible') return false;
  return a.approximator !== b.approximator || a.approximator === 'about';
}

/** "More than" and "fewer than" turn a number round. */
function bounds({ approximator }: Quantity): number {
  return approximator === 'more-than' || approximator === 'at-least'
    ? 1
    : approximator === 'less-than' || approximator === 'at-most'
      ? -1
      : 0;
}

/** How two words exclude each other; `null` where they do not. */
function kindOfChange(a: SentenceWord, b: SentenceWord): SlotKind | null {
  if (a.key === b.key && a.slot !== 'number')
    return a.negated !== b.negated && a.term && b.term ? 'negation' : null;
  if (isYearOrNumber(a) && isYearOrNumber(b) && a.slot !== b.slot) return 'number';
  if (a.slot !== b.slot || a.slot === null || a.slot === 'name') return null;
  if (a.slot === 'place' && sharesWord(a, b)) return null;
  if (a.slot === 'pole') return a.negated === b.negated && areOpposite(a.poles, b.poles) ? 'pole' : null;
  if (a.quantity && b.quantity && relateQuantities(a.quantity, b.quantity) === 'unlike') return null;
  return a.slot;
}

function isNamed({ slot }: SentenceWord): boolean {
  return slot === 'name' || slot === 'place';
}

/** "In 1960" and "in 2254": whoever mistypes a year writes a number. */
function isYearOrNumber({ slot, quantity }: SentenceWord): boolean {
  return slot === 'year' || (slot === 'number' && (quantity === null || quantity.unit === null));
}

/** "Korea" and "South Korea", "Colo." and "Colorado": one name, or a part of it. */
function sharesWord(a: SentenceWord, b: SentenceWord): boolean {
  const [one, other] = [a, b].map(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return (one ?? []).some(
    (word) => other?.some((each) => each.startsWith(word) || word.startsWith(each)) === true,
  );
}

/** Letters that the name of a country and of its people share: "Korvenia", "Korvenian". */
const STEM = 5;

/** Whether the other sentence names a place by another word: "in Korvenia" and "in the Korvenian city of Vell" are one. */
function liesIn(place: SentenceWord, words: readonly SentenceWord[]): boolean {
  const stem = place.text.toLowerCase().slice(0, STEM);
  return (
    stem.length === STEM &&
    words.some(({ text }) => /^\p{Lu}/u.test(text) && text.toLowerCase().startsWith(stem))
  );
}

/** "John S. Wolf" and "Karen S. Wolf", "Tokyo Electric" and "Seattle Electric": one word of a name of several. */
function partOfName(
  a: readonly SentenceWord[],
  i: number,
  b: readonly SentenceWord[],
  j: number,
): SlotKind | null {
  const [one, other] = [a[i] as SentenceWord, b[j] as SentenceWord];
  if (
    !isNamed(one) ||
    !isNamed(other) ||
    givenNamesFit(nameKey(one.text), nameKey(other.text)) ||
    sharesWord(one, other)
  )
    return null;
  const beside = [1, -1].some((step) => {
    const [next, theirs] = [besideIn(a, i, step), besideIn(b, j, step)];
    return next !== null && theirs !== null && next.key === theirs.key;
  });
  return beside ? 'name' : null;
}

/** The other word of a name, behind its initials. */
function besideIn(words: readonly SentenceWord[], at: number, step: number): SentenceWord | null {
  for (let next = at + step; Math.abs(next - at) <= INITIALS; next += step) {
    const word = words[next];
    if (!word) return null;
    if (isNamed(word)) return word;
    if (!/^\p{L}\.?$|^of$/iu.test(word.key)) return null;
  }
  return null;
}

const INITIALS = 3;

/** How far what stands on one side of two words is the same, 0 to 1. */
function alike(
  a: readonly SentenceWord[],
  i: number,
  b: readonly SentenceWord[],
  j: number,
  step: 1 | -1,
): number {
  let [same, total] = [0, 0];
  NEAR.forEach((weight, at) => {
    const one = a[i + step * (at + 1)];
    if (!one) return;
    const worth = weight * (one.term ? 1 : PLAIN_WORD);
    total += worth;
    for (const shift of [0, 1, -1]) {
      const other = at + shift < 0 ? undefined : b[j + step * (at + 1 + shift)];
      if (other && matches(one, other)) {
        same += worth * (shift === 0 ? 1 : 0.8);
        break;
      }
    }
  });
  return total === 0 ? 0.5 : same / total;
}

function matches(a: SentenceWord, b: SentenceWord): boolean {
  if (a.key === b.key) return true;
  return a.term !== null && b.term !== null && kinship(a.term, b.term) >= SAME;
}

/** Shares by weight of what both sentences have. */
interface Shared {
  readonly shorter: number;
  readonly longer: number;
  readonly weight: number;
}

function sharedWords(a: readonly SentenceWord[], b: readonly SentenceWord[]): Shared {
  const taken = new Set<number>();
  let weight = 0;
  for (const word of a) {
    if (!word.term || word.slot !== null) continue;
    const at = b.findIndex((other, j) => !taken.has(j) && other.term !== null && matches(word, other));
    if (at < 0) continue;
    taken.add(at);
    weight += word.term.weight;
  }
  const [one, other] = [weightOf(a), weightOf(b)];
  return {
    shorter: Math.min(1, weight / Math.max(0.1, Math.min(one, other))),
    longer: Math.min(1, weight / Math.max(0.1, one, other)),
    weight,
  };
}

function weightOf(words: readonly SentenceWord[]): number {
  return words.reduce((sum, { term, slot }) => sum + (slot === null ? (term?.weight ?? 0) : 0), 0);
}

/** More in common than this says no more. */
const MOST_WEIGHT = 5;

const KINDS: readonly SlotKind[] = [
  'number',
  'year',
  'month',
  'weekday',
  'name',
  'place',
  'pole',
  'negation',
];

/**
 * What the judgement is made of: how alike the surroundings are on the better and the worse side, and both together; how much
 * of the sentences is shared (shorter, longer, weight); how many other slots might have been meant; the kind of the slot.
 */
function slotFeatures(kind: SlotKind, left: number, right: number, shared: Shared, rivals: number): number[] {
  return [
    Math.max(left, right),
    Math.min(left, right),
    left * right,
    shared.shorter,
    shared.longer,
    Math.min(MOST_WEIGHT, shared.weight),
    Math.min(4, rivals),
    ...KINDS.map((one) => (one === kind ? 1 : 0)),
    kind === 'place' ? Math.min(left, right) : 0,
    kind === 'place' ? Math.max(left, right) : 0,
    kind === 'negation' ? Math.min(left, right) : 0,
  ];
}

/** From this score on two words at one place were exchanged; chosen on the training part. */
export const CHANGED = 0.5;

/** How sure it is that two words stand at one place of what two sentences tell, 0 to 1. */
export function changeScore(
  { features }: Pick<ChangedSlot, 'features'>,
  model: LogisticRegression = SLOT_WEIGHTS,
): number {
  return logistic(logOdds(model, features));
}

/** Shares of the shorter and the longer sentence, and weight of what is shared, from which on one sentence retells the other. */
const RETOLD_SHORTER = 0.75;
const RETOLD_LONGER = 0.6;
const RETOLD_WEIGHT = 2;

/** Whether the rest of two sentences tells the same, so that what was exchanged is another version of it. */
export function isRetold([, , , shorter = 0, longer = 0, weight = 0]: readonly number[]): boolean {
  return shorter >= RETOLD_SHORTER && longer >= RETOLD_LONGER && weight >= RETOLD_WEIGHT;
}
