import { paraphraseModel, paraphraseProbability } from '../../src/learn/paraphrase.ts';
import { featuresOf, MSRP, readRows, STS } from '../../training/semantics/wording-pairs.ts';
import type { EvalResult, EvalTask } from '../task.ts';

interface Pair {
  readonly split: string;
  readonly a: string;
  readonly b: string;
}

/** Sentences of this part of the similarity set come from the paraphrase corpus that the model learned from. */
const SAME_ORIGIN = 'MSRpar';

/**
 * Whether two sentences mean the same (MSRP), and how alike the same model finds pairs of headlines and captions that readers
 * graded (STS benchmark, news): there it was never trained, so its correlation says what carries over.
 */
export const task: EvalTask = {
  name: 'paraphrase',
  title: 'Two sentences that mean the same',
  needs: [MSRP, STS],
  run({ data = '' }): EvalResult {
    const { least } = paraphraseModel();
    const all = readRows<Pair & { label: number }>(data, MSRP);
    const judged = all
      .filter(({ split }) => split !== 'train')
      .map(({ a, b, label }) => ({
        same: label === 1,
        score: paraphraseProbability(featuresOf(a, b)),
        shared: jaccard(a, b),
      }));
    const graded = readRows<Pair & { score: number; file: string }>(data, STS)
      .filter(({ split, file }) => split !== 'train' && !file.includes(SAME_ORIGIN))
      .map(({ a, b, score }) => ({
        grade: score,
        score: paraphraseProbability(featuresOf(a, b)),
        shared: jaccard(a, b),
      }));
    const train = all
      .filter(({ split }) => split === 'train')
      .map(({ a, b, label }) => ({ same: label === 1, shared: jaccard(a, b) }));
    const enough = bestThreshold(train);
    const grades = graded.map(({ grade }) => grade);
    return {
      figures: {
        ...rates(judged, ({ score }) => score >= least),
        stsPearson: pearson(
          grades,
          graded.map(({ score }) => score),
        ),
      },
      baseline: {
        name: 'Jaccard of words, threshold from the training pairs',
        figures: {
          ...rates(judged, ({ shared }) => shared >= enough),
          stsPearson: pearson(
            grades,
            graded.map(({ shared }) => shared),
          ),
        },
      },
      counts: { pairs: judged.length, same: judged.filter(({ same }) => same).length, graded: graded.length },
    };
  },
};

function rates<T extends { readonly same: boolean }>(
  pairs: readonly T[],
  says: (pair: T) => boolean,
): { accuracy: number; f1: number } {
  const predicted = pairs.filter(says);
  const right = predicted.filter(({ same }) => same).length;
  return {
    accuracy: pairs.filter((pair) => says(pair) === pair.same).length / pairs.length,
    f1: (2 * right) / (predicted.length + pairs.filter(({ same }) => same).length || 1),
  };
}

function bestThreshold(pairs: readonly { readonly same: boolean; readonly shared: number }[]): number {
  const thresholds = Array.from({ length: 100 }, (_, at) => at / 100);
  const accuracy = (least: number): number => rates(pairs, ({ shared }) => shared >= least).accuracy;
  return thresholds.reduce((best, least) => (accuracy(least) > accuracy(best) ? least : best), 0);
}

function jaccard(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common || 1);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function pearson(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [both, varianceX, varianceY] = [0, 0, 0];
  xs.forEach((x, at) => {
    const [dx, dy] = [x - meanX, (ys[at] ?? 0) - meanY];
    both += dx * dy;
    varianceX += dx * dx;
    varianceY += dy * dy;
  });
  return both / Math.sqrt(varianceX * varianceY || 1);
}
