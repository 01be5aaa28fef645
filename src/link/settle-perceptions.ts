import { PERCEIVING } from '../text/verb-frames.ts';
import type { Clause } from './clause.ts';
import { subjectIn } from './clause-gap.ts';
import type { TokenStretch } from './token-stretch.ts';

/**
 * "They saw men hit a boy": who says what was seen says that it was so. What is seen stands where the seeing stood; who did
 * not see it says nothing of it.
 */
export function settlePerceptions(stretch: TokenStretch, clauses: readonly Clause[]): Clause[] {
  const settled = [...clauses];
  settled.forEach((clause, k) => {
    const seen = settled[k + 1];
    const { group } = clause;
    if (!seen || seen.governor !== k || group.negator >= 0 || !PERCEIVING.has(stretch.lemma(group.verb)))
      return;
    const isGerund = seen.group.form === 'gerund' && seen.link === 'aim';
    if (!isGerund && seen.link !== 'reported') return;
    const subject = seen.subject ?? subjectIn(stretch, group.end, seen.group.first);
    if (
      !subject ||
      (clause.subject && stretch.hasWord(NOBODY, Math.max(0, clause.subject[0] - 1), clause.subject[1]))
    )
      return;
    settled[k] = { ...clause, link: 'reported', governor: -1 };
    settled[k + 1] = {
      ...seen,
      link: clause.link,
      governor: clause.governor,
      subject,
      first: Math.min(seen.first, subject[0]),
    };
  });
  return settled;
}

const NOBODY = /^(?:no|nobody|no-?one|none|neither)$/i;
