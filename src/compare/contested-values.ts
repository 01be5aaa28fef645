import type { TermIndex } from '../learn/term.ts';
import type { Holders } from './holders.ts';
import { clashScore } from './clash-score.ts';
import { compareStatements, type Comparison } from './judge-clash.ts';
import { relateValues, unitOf } from './relate-values.ts';
import type { Statement } from './statement.ts';

/** Two values that one account gives for one thing, each as somebody else's. */
export interface ContestedPair {
  readonly a: Statement;
  readonly b: Statement;
  readonly comparison: Comparison;
  readonly score: number;
}

/** An account sets two numbers against each other within so many of its numbers. */
const WINDOW = 40;
/** What two values in a unit of their own are worth: nothing else in the account is measured so. */
const ONLY_ONES = 0.7;

/**
 * Pairs of values that one account has from two mouths: "the ministry counted 38 arrests … the movement puts the arrested at 63".
 *
 * What became of those counted must be said of both alike, or both stand alone in a unit that is measured of few things (knots,
 * micrograms), each with a holder of its own: one account tells of many things, and only these are surely one.
 *
 * @param statements - those of one document, in the order of the text.
 * @param least - the score from which on two values are taken for values of one thing.
 */
export function contestedPairs(
  { annotated }: TermIndex,
  statements: readonly Statement[],
  holders: Holders,
  least: number,
): ContestedPair[] {
  const { sentences } = annotated.language;
  const quantities = statements
    .filter(({ slot, sentenceIndex }) => slot === 'quantity' && sentences[sentenceIndex]?.kind === 'sentence')
    .sort((x, y) => x.span[0] - y.span[0]);
  const holderOf = (one: Statement): string | null => holders(one.documentIndex, one.span);
  const found: ContestedPair[] = [];
  quantities.forEach((a, at) => {
    for (const b of quantities.slice(at + 1, at + WINDOW)) {
      const relation = relateValues(a, b);
      if (relation !== 'clash' || a.sentenceIndex === b.sentenceIndex) continue;
      const comparison = compareStatements(a, b);
      if (comparison === null || comparison.doubt === 'time' || comparison.doubt === 'name') continue;
      const alone = isAlone(a, b, quantities);
      const score = alone ? ONLY_ONES : comparison.role === 'same' ? clashScore(comparison) : 0;
      if (score < least || (!alone && comparison.doubt !== null)) continue;
      if (holderOf(a) !== holderOf(b)) found.push({ a, b, comparison, score });
    }
  });
  return found;
}

/** Whether two values are the only ones of the account in a unit of which there are few things to measure. */
function isAlone(a: Statement, b: Statement, all: readonly Statement[]): boolean {
  const unit = a.quantity ? unitOf(a.quantity) : null;
  if (unit === null || COMMON_UNITS.has(unit) || MONEY.test(unit)) return false;
  const values = new Set(all.flatMap(({ quantity }) => (quantity?.unit === unit ? [quantity.value] : [])));
  return b.quantity?.unit === unit && values.size === 2;
}

const MONEY = /^[A-Z]{3}$/;

/** Units in which an account gives many things. */
const COMMON_UNITS: ReadonlySet<string> = new Set([
  'hour',
  'age',
  'percent',
  'percentage point',
  'fraction',
  'kilometre',
  'metre',
  'centimetre',
  'millimetre',
  'mile',
  'nautical mile',
  'foot',
  'yard',
  'inch',
  'kilogram',
  'gram',
  'tonne',
  'pound',
]);
