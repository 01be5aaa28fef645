import { logistic, logOdds, type LogisticRegression } from '../learn/logistic-regression.ts';
import type { Likeness } from './compare-documents.ts';
import { reuseFeatures } from './reuse-features.ts';
import { REUSE_WEIGHTS } from './reuse-weights.ts';

/** How one text comes from the other, or both from a third: in its words, or told again for the most part in other words. */
export type Reuse = 'copied' | 'retold';

/**
 * Probability from which a pair counts as copied. Cross-validation over events puts the best F1 for real articles between 0.3
 * and 0.4, and recall of lifted sentences falls above 0.3 (`eval/results/reuse.json` has both).
 */
const COPIED = 0.3;
/**
 * The same where both credit one agency for their copy, or share several faults: independent accounts of one event seldom do,
 * which triples the odds of reuse before a word is compared.
 */
const COPIED_WITH_EVIDENCE = 0.125;
/**
 * Retelling from which a pair counts as retold: no pair of independent accounts of one event reaches it (the highest of 679
 * in the development data is at 2.8), nine in ten of texts made of paraphrased sentences do.
 */
const RETOLD = 3;
/**
 * The same where the one that quotes less quotes just what the other does, in the same order, and at least three times: of 79 real events
 * five pairs of independent accounts do nearly so, of one speech or statement, and none of them has a retelling above 0.9.
 */
const RETOLD_WITH_QUOTATIONS = 1.7;
/** From as many on, the quotations that both have are told apart from those of one remark. */
export const LEAST_QUOTATIONS = 3;
/** Share of the shorter document that stands in the other one from which the two are one text, a statement's or a notice's. */
const ONE_TEXT = 0.95;
/** Shorter ones, “Breaking news” and the like, may be alike by chance. */
const LEAST_TEXT = 12;
/** Narration in a row, or share of it in common runs, from which the wording counts as taken over and not only the tale. */
const WORD_FOR_WORD = 12;
const MOSTLY_ALIKE = 0.25;
/** Sentences in order that make a tale told again: three or four may be a standing paragraph. */
const LEAST_RETOLD = 5;
/**
 * Two accounts of one event share words outside their common runs; where they share less than this, and the runs are not most
 * of the shorter one, the runs are a publisher's furniture.
 */
const LEAST_SUBJECT = 0.1;
const MOST_OF_IT = 0.5;

/**
 * Says how two documents come from one text, or `null` where what they share is a quotation, furniture or nothing.
 *
 * @param otherEvidence - whether both credit one agency for their copy, or share faults; it lowers what text must show, and never
 *   joins two documents alone.
 * @param model - weights other than the ones that come with Stemma, for measuring and training.
 */
export function judgeReuse(
  likeness: Likeness,
  otherEvidence: boolean,
  model: LogisticRegression = REUSE_WEIGHTS,
): Reuse | null {
  if (likeness.contained >= ONE_TEXT && likeness.commonWords >= LEAST_TEXT) return 'copied';
  if (likeness.subject < LEAST_SUBJECT && likeness.narratedShare < MOST_OF_IT) return null;
  if (copiedProbability(likeness, model) >= (otherEvidence ? COPIED_WITH_EVIDENCE : COPIED))
    return likeness.longestNarration >= WORD_FOR_WORD || likeness.narratedShare >= MOSTLY_ALIKE
      ? 'copied'
      : 'retold';
  const enough = likeness.quotationsInOrder >= LEAST_QUOTATIONS ? RETOLD_WITH_QUOTATIONS : RETOLD;
  return likeness.retelling >= enough && likeness.chain >= LEAST_RETOLD ? 'retold' : null;
}

/** Probability that one text was copied from the other or both from a third, before the guard against furniture. */
function copiedProbability(likeness: Likeness, model: LogisticRegression): number {
  return logistic(logOdds(model, reuseFeatures(likeness)));
}
