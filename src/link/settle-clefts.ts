import type { Clause } from './clause.ts';
import type { Range, TokenStretch } from './token-stretch.ts';

/** What stands in focus may be so long, in tokens. */
const LONGEST_FOCUS = 12;

/**
 * "It was the miners, not the owners, who flooded the shaft": what is said is that the miners flooded it, and "it was" says
 * nothing. The relative clause becomes what is said, with what stands in focus as its subject ("who flooded"), or as a
 * circumstance beside its own ("it was in May that the mill closed"). "It is true that" says no more than what follows.
 */
export function settleClefts(stretch: TokenStretch, clauses: readonly Clause[]): Clause[] {
  const settled = [...clauses];
  settled.forEach((clause, k) => {
    const inner = settled[k + 1];
    if (!inner || inner.governor !== k || !isEmpty(stretch, clause)) return;
    const truth = truthIn(stretch, clause, inner);
    const focus = truth < 0 ? focusOf(stretch, clause, inner) : null;
    if (truth < 0 && !focus) return;
    const isFalse = FALSE.test(stretch.word(truth));
    const negator = isFalse && clause.group.negator < 0 ? truth : isFalse ? -1 : clause.group.negator;
    const group = inner.group.negator < 0 ? { ...inner.group, negator } : inner.group;
    const own = focus !== null && isRelative(stretch, inner);
    // what "it was" says is nobody's statement
    settled[k] = { ...clause, link: 'reported', governor: -1 };
    settled[k + 1] = {
      ...inner,
      group,
      link: clause.link,
      governor: clause.governor,
      first: own ? inner.group.first : (focus?.[0] ?? inner.first),
      subject: own ? focus : inner.subject,
    };
  });
  return settled;
}

/** "It was", and no more. */
function isEmpty(stretch: TokenStretch, { group, subject }: Clause): boolean {
  if (!group.copula || stretch.lemma(group.verb) !== 'be' || !subject) return false;
  return subject[1] - subject[0] === 1 && /^it$/i.test(stretch.word(subject[0]));
}

/** Tokens behind "it is" within which the word stands that says if what follows is so. */
const NEAR = 3;
const TRUE = /^(?:true|clear|evident|obvious|certain|undeniable|indisputable)$/i;
const FALSE = /^(?:false|untrue)$/i;

/** Place of "true" or "false" in "it is true that", -1 for none. */
function truthIn(stretch: TokenStretch, { group }: Clause, inner: Clause): number {
  if (!/^that$/i.test(stretch.word(inner.first - 1)) && !/^that$/i.test(stretch.word(inner.first))) return -1;
  for (let at = group.end; at < Math.min(group.end + NEAR, inner.first); at++)
    if (TRUE.test(stretch.word(at)) || FALSE.test(stretch.word(at))) return at;
  return -1;
}

/** Whether the clause has no subject but the relative pronoun. */
function isRelative(stretch: TokenStretch, { subject }: Clause): boolean {
  return (
    subject !== null &&
    subject[1] - subject[0] === 1 &&
    /^(?:who|which|that)$/i.test(stretch.word(subject[0]))
  );
}

/** What stands between "it was" and the relative clause: a name or noun where that clause has no subject, else a circumstance. */
function focusOf(stretch: TokenStretch, { group }: Clause, inner: Clause): Range | null {
  let end = isRelative(stretch, inner) ? (inner.subject?.[0] ?? inner.first) : inner.first - 1;
  if (end <= group.end || end - group.end > LONGEST_FOCUS) return null;
  let first = group.end;
  while (first < end && (stretch.tag(first) === 'ADV' || stretch.tag(first) === 'PART')) first++;
  const circumstance = stretch.tag(first) === 'ADP';
  if (isRelative(stretch, inner) === circumstance) return null;
  if (circumstance && !/^that$/i.test(stretch.word(end))) return null;
  // "the miners, not the owners"
  for (let at = first; at < end; at++) if (stretch.word(at) === ',') end = at;
  return stretch.hasName(first, end) ? [first, end] : null;
}
