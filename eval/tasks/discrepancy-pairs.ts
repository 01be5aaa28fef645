import {
  INJECTED,
  NATURAL,
  pairScore,
  readClashPairs,
  type ClashPair,
} from '../../training/compare/clash-pairs.ts';
import { readChangedPairs, type ChangedPair } from '../../training/compare/changed-pairs.ts';
import { fitClash } from '../../training/compare/fit-clash.ts';
import { CHANGED, changeScore } from '../../src/compare/changed-slots.ts';
import { PAIR_SCORE } from '../../src/compare/clash-score.ts';
import type { EvalContext, EvalResult, EvalTask } from '../task.ts';

const FOLDS = 5;
/** Slots of the injected changes that are values; the others are names, places, and words turned into their opposites. */
const VALUES = new Set(['number', 'number_word', 'year', 'month', 'day']);

/**
 * Pairs of sentences whose numbers, dates and ages clash on the surface: is the clash real? The judged pairs are scored by
 * five-fold cross-validation, since there are too few to hold any back; what the package ships is fitted to all of them.
 *
 * In the injected ones a word was changed, or only written another way. `changed…` are found by laying the two sentences over each
 * other word by word, as is done with sentences that retell one another; `injected…` by the clauses around two values alone.
 */
export const task: EvalTask = {
  name: 'discrepancy-pairs',
  title: 'Real clashes among values that differ',
  needs: [NATURAL, INJECTED],
  lowerIsBetter: [
    'falseAlarmsOnConsistent',
    'injectedFalseAlarms',
    'injectedJudgedFalseAlarms',
    'changedFalseAlarms',
  ],
  run({ data }: EvalContext): EvalResult {
    const pairs = readClashPairs(data ?? '', NATURAL);
    const found = pairs.map((pair, at) => {
      const weights = fitClash(pairs.filter((_, other) => other % FOLDS !== at % FOLDS));
      return pairScore(pair, weights) >= PAIR_SCORE;
    });
    const injected = readClashPairs(data ?? '', INJECTED).filter(({ split }) => split === 'dev');
    const changed = injected.filter(({ label, slot }) => label === '1' && VALUES.has(slot ?? ''));
    const unchanged = injected.filter(({ label }) => label === '0');
    const aligned = readChangedPairs(data ?? '', INJECTED).filter(({ split }) => split === 'dev');
    const altered = aligned.filter(({ isChanged }) => isChanged);
    const share = <T>(list: readonly T[], has: (pair: T) => boolean): number =>
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
        changedFound: share(altered, isSeen),
        changedValuesFound: share(
          altered.filter(({ slot }) => VALUES.has(slot)),
          isSeen,
        ),
        changedFalseAlarms: share(
          aligned.filter(({ isChanged }) => !isChanged),
          isSeen,
        ),
      },
      baseline: { name: 'flag every pair', figures: { naturalF1: f1(pairs, () => true) } },
      counts: {
        pairs: pairs.length,
        discrepancies: pairs.filter(isReal).length,
        injected: changed.length,
        unchanged: unchanged.length,
        changed: altered.length,
      },
    };
  },
};

/** Whether a word is seen to have been exchanged. */
function isSeen({ slots }: ChangedPair): boolean {
  return slots.some((slot) => changeScore(slot) >= CHANGED);
}

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
