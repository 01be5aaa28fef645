/** A probability that was given, and what came true. */
export interface Judgement {
  readonly confidence: number;
  readonly right: boolean;
}

export interface CalibrationBin {
  readonly from: number;
  readonly count: number;
  /** Mean of the probabilities given. */
  readonly confidence: number;
  /** Share that came true. */
  readonly accuracy: number;
}

const BINS = 10;

/** Ten bins of equal width; empty ones are left out. */
export function calibrationBins(judged: readonly Judgement[]): CalibrationBin[] {
  const bins: CalibrationBin[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    const own = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    if (own.length === 0) continue;
    bins.push({
      from: bin / BINS,
      count: own.length,
      confidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
      accuracy: own.filter(({ right }) => right).length / own.length,
    });
  }
  return bins;
}

/** Expected calibration error (Guo et al. 2017): how far confidence and accuracy lie apart, weighted by count. */
export function calibrationError(judged: readonly Judgement[]): number {
  const apart = calibrationBins(judged).reduce(
    (sum, { count, confidence, accuracy }) => sum + count * Math.abs(confidence - accuracy),
    0,
  );
  return judged.length === 0 ? 0 : apart / judged.length;
}
