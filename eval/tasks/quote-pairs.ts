import { utteranceProbability } from '../../src/link/utterance-likeness.ts';
import { fitUtterance, readQuotePairs, type QuotePair } from '../../training/semantics/fit-utterance.ts';
import { QUOTES } from '../../training/semantics/wording-pairs.ts';
import type { EvalResult, EvalTask } from '../task.ts';

/** The part of the file that the weights are learned from. */
const LEARNED = 'dev';
const THRESHOLDS = Array.from({ length: 61 }, (_, at) => 0.2 + at / 100);

/**
 * Whether two quotations are one utterance in two wordings, by their words alone: the pairs that a reader had to judge. Each
 * event is judged by weights learned from all others; pairs of another part than the one learned from, by the weights of the
 * package.
 */
export const task: EvalTask = {
  name: 'quote-pairs',
  title: 'One quotation in two wordings',
  needs: [QUOTES],
  run({ data = '' }): EvalResult {
    const pairs = readQuotePairs(data);
    const judged = pairs.filter((pair) => pair.judged);
    const learned = pairs.filter(({ split }) => split === LEARNED);
    const weightsWithout = new Map(
      [...new Set(judged.map(({ event }) => event))].map((event) => [
        event,
        learned.length === 0 ? undefined : fitUtterance(learned.filter((pair) => pair.event !== event)),
      ]),
    );
    const says = (pair: QuotePair): boolean =>
      utteranceProbability(
        pair.features,
        pair.split === LEARNED ? weightsWithout.get(pair.event) : undefined,
      ) >= 0.5;
    const retranslated = judged.filter((pair) => pair.same && pair.retranslated);
    return {
      figures: {
        judgedF1: f1(judged, says),
        retranslatedFound: retranslated.filter(says).length / Math.max(1, retranslated.length),
      },
      baseline: {
        name: 'Jaccard of words, threshold held out by event',
        figures: { judgedF1: f1(judged, jaccardRule(judged)) },
      },
      counts: {
        pairs: judged.length,
        same: judged.filter(({ same }) => same).length,
        retranslated: retranslated.length,
      },
    };
  },
};

function jaccardRule(pairs: readonly QuotePair[]): (pair: QuotePair) => boolean {
  const thresholds = new Map<number, number>();
  for (const { event } of pairs) {
    if (thresholds.has(event)) continue;
    const others = pairs.filter((pair) => pair.event !== event);
    const [best] = THRESHOLDS.map((least) => ({
      least,
      value: f1(others, ({ jaccard }) => jaccard >= least),
    })).sort((x, y) => y.value - x.value || x.least - y.least);
    thresholds.set(event, best?.least ?? 1);
  }
  return ({ event, jaccard }) => jaccard >= (thresholds.get(event) ?? 1);
}

function f1(pairs: readonly QuotePair[], says: (pair: QuotePair) => boolean): number {
  const predicted = pairs.filter(says);
  const right = predicted.filter(({ same }) => same).length;
  return (2 * right) / (predicted.length + pairs.filter(({ same }) => same).length || 1);
}
