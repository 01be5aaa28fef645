import { judgedStance } from '../../src/compare/account-stance.ts';
import { fitStance } from '../../training/compare/fit-stance.ts';
import {
  FNC_BODIES,
  FNC_PAIRS,
  POLNEAR,
  readOwnHeadlines,
  readStancePairs,
  type StancePair,
} from '../../training/compare/stance-pairs.ts';
import type { EvalResult, EvalTask } from '../task.ts';

const FOLDS = 10;
const STANCES = ['agrees', 'disputes', 'discusses'] as const;

/**
 * How an article stands to a headline on the same matter (FNC-1, related pairs). On dev with weights of train; since only ten
 * pairs of dev dispute, also by cross-validation over all pairs, no matter in two folds (\`cv…\`).
 */
export const task: EvalTask = {
  name: 'stance-pairs',
  title: 'An article that disputes a headline (FNC-1 related pairs, F1)',
  needs: [FNC_PAIRS, FNC_BODIES, POLNEAR],
  run({ data }): EvalResult {
    const pairs = readStancePairs(data ?? '');
    const own = readOwnHeadlines(data ?? '');
    const train = pairs.filter(({ split }) => split === 'train');
    const dev = pairs.filter(({ split }) => split !== 'train');
    const weights = fitStance(train, own);
    const matters = [...new Set(pairs.map(({ matter }) => matter))];
    const foldOf = new Map(matters.map((matter, at) => [matter, at % FOLDS]));
    const byFold = Array.from({ length: FOLDS }, (_, fold) =>
      fitStance(
        pairs.filter(({ matter }) => foldOf.get(matter) !== fold),
        own,
      ),
    );
    const onDev = (pair: StancePair): string => judgedStance(pair.features, weights).stance;
    const crossed = (pair: StancePair): string =>
      judgedStance(pair.features, byFold[foldOf.get(pair.matter) ?? 0]).stance;
    const words = ({ words: [headline, body] }: StancePair): string =>
      headline !== body ? 'disputes' : 'discusses';
    return {
      figures: { ...figuresOf('', dev, onDev), ...figuresOf('cv', pairs, crossed) },
      baseline: {
        name: 'words of refuting on one side only',
        figures: {
          disputesF1: scoreOf(dev, words, 'disputes').f1,
          cvDisputesF1: scoreOf(pairs, words, 'disputes').f1,
        },
      },
      counts: {
        dev: dev.length,
        ...Object.fromEntries(
          STANCES.map((stance) => [`dev_${stance}`, dev.filter((pair) => pair.stance === stance).length]),
        ),
        pairs: pairs.length,
        disputing: pairs.filter(({ stance }) => stance === 'disputes').length,
        matters: matters.length,
      },
    };
  },
};

function figuresOf(
  prefix: string,
  pairs: readonly StancePair[],
  says: (pair: StancePair) => string,
): Record<string, number> {
  const name = (figure: string): string =>
    prefix === '' ? figure : `${prefix}${figure.charAt(0).toUpperCase()}${figure.slice(1)}`;
  const scores = STANCES.map((stance) => ({ stance, ...scoreOf(pairs, says, stance) }));
  return Object.fromEntries(
    scores.flatMap(({ stance, precision, recall, f1 }) => [
      [name(`${stance}F1`), f1],
      ...(stance === 'disputes'
        ? [
            [name(`${stance}Precision`), precision],
            [name(`${stance}Recall`), recall],
          ]
        : []),
    ]),
  );
}

function scoreOf(pairs: readonly StancePair[], says: (pair: StancePair) => string, stance: string) {
  const predicted = pairs.filter((pair) => says(pair) === stance);
  const gold = pairs.filter((pair) => pair.stance === stance).length;
  const right = predicted.filter((pair) => pair.stance === stance).length;
  return {
    precision: right / Math.max(1, predicted.length),
    recall: right / Math.max(1, gold),
    f1: (2 * right) / Math.max(1, predicted.length + gold),
  };
}
