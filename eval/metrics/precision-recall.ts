/** What precision and recall are made of; sums of several documents are added field by field. */
export interface Tally {
  right: number;
  predicted: number;
  found: number;
  gold: number;
}

export const emptyTally = (): Tally => ({ right: 0, predicted: 0, found: 0, gold: 0 });

/** Fractions from a tally; 0 where there is nothing to divide by. */
export function precisionRecall({ right, predicted, found, gold }: Tally): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = gold === 0 ? 0 : found / gold;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
