import {
  INJECTED,
  NATURAL,
  pairScore,
  readClashPairs,
  type ClashPair,
} from '../../training/compare/clash-pairs.ts';
import { fitClash } from '../../training/compare/fit-clash.ts';
import { PAIR_SCORE } from '../../src/compare/clash-score.ts';
import type { EvalContext, EvalResult, EvalTask } from '../task.ts';

const FOLDS = 5;
/** Slots of the injected changes that are values; changed names, places and polarity are other tasks. */
const VALUES = new Set(['number', 'number_word', 'year', 'month', 'day']);

/**
 * Pairs of sentences whose numbers, dates and ages clash on the surface: is the clash real? The judged pairs are scored by
 * five-fold cross-validation, since there are too few to hold any back; what the package ships is fitted to all of them.
 */
export const task: EvalTask = {
  name: 'discrepancy-pairs',
  title: 'Real clashes among values that differ',
  needs: [NATURAL, INJECTED],
  lowerIsBetter: ['falseAlarmsOnConsistent', 'injectedFalseAlarms', 'injectedJudgedFalseAlarms'],
  run({ data }: EvalContext): EvalResult {
    const pairs = readClashPairs(data ?? '', NATURAL);
    const found = pairs.map((pair, at) => {
      const weights = fitClash(pairs.filter((_, other) => other % FOLDS !== at % FOLDS));
      return pairScore(pair, weights) >= PAIR_SCORE;
    });
    const injected = readClashPairs(data ?? '', INJECTED).filter(({ split }) => split === 'dev');
    const changed = injected.filter(({ label, slot }) => label === '1' && VALUES.has(slot ?? ''));
    const unchanged = injected.filter(({ label }) => label === '0');
    const share = (list: readonly ClashPair[], has: (pair: ClashPair) => boolean): number =>
      list.filter(has).length / Math.max(1, list.length);
    const excludes = (pair: ClashPair): boolean => pair.clashes.some(({ relation }) => relation === 'clash');
    const isJudged = (pair: ClashPair): boolean => pairScore(pair) >= PAIR_SCORE;
    return {
      figures: {
        naturalF1: f1(pairs, (_, at) => found[at] === true),
        falseAlarmsOnConsistent: rate(pairs, found, 'consistent'),
        injectedValuesFound: share(changed, excludes),
        injectedFalseAlarms: share(unchanged, excludes),
        injectedJudged: share(changed, isJudged),
        injectedJudgedFalseAlarms: share(unchanged, isJudged),
      },
      baseline: { name: 'flag every pair', figures: { naturalF1: f1(pairs, () => true) } },
      counts: {
        pairs: pairs.length,
        discrepancies: pairs.filter(isReal).length,
        injected: changed.length,
        unchanged: unchanged.length,
      },
    };
  },
};

function isReal({ label }: ClashPair): boolean {
  return label === 'discrepancy';
}

function f1(pairs: readonly ClashPair[], says: (pair: ClashPair, at: number) => boolean): number {
  const predicted = pairs.filter(says);
  const right = predicted.filter(isReal).length;
  return (2 * right) / (predicted.length + pairs.filter(isReal).length);
}

function rate(pairs: readonly ClashPair[], found: readonly boolean[], label: string): number {
  const of = pairs.filter((pair) => pair.label === label).length;
  return pairs.filter((pair, at) => pair.label === label && found[at] === true).length / Math.max(1, of);
}
