import { CATENATIVES, ENDING, PREVENTING, REPORTING } from '../text/verb-frames.ts';
import type { Clause, Hanging } from './clause.ts';
import type { Gap } from './clause-gap.ts';
import { leavesUnsettled } from './predicate.ts';
import type { TokenStretch } from './token-stretch.ts';
import type { VerbGroup } from './verb-group.ts';

const CONDITION = /^(?:if|unless|provided|providing|lest)$/i;
const QUESTION = /^whether$/i;
const INDIRECT_QUESTION = /^(?:what|how|why)$/i;
const RELATIVE = /^(?:who|which|whose|whom|that)$/i;
/** "By selling", "after leaving": what is done so is done. */
const BY = /^(?:by|through|after|while|when|since|and)$/i;
const ABOUT = /^(?:of|about|on|over|for|from|with|at|in|to)$/i;
/** "It is clear that": what follows is what somebody may find so. */
const EVIDENT =
  /^(?:clear|evident|true|known|likely|obvious|apparent|sure|certain|confident|possible|aware|told)$/i;
/** Nouns whose infinitive says what is done: "the readiness to talk", "no reason to leave". */
const WITH_INFINITIVE =
  /^(?:nothing|something|anything|little|reason|readiness|willingness|plan|intention|desire|attempt|effort|decision|pledge|promise|aim|goal|bid|offer|right)$/;

/** How the clause of a verb hangs in those before it, by what stands between them. */
export function linkOf(
  stretch: TokenStretch,
  clauses: readonly Clause[],
  group: VerbGroup,
  previous: number,
  gap: Gap,
): Hanging {
  const opener = gap.opener >= 0 ? stretch.word(gap.opener) : '';
  if (CONDITION.test(opener)) return { link: 'condition', governor: -1 };
  if (QUESTION.test(opener)) return { link: 'question', governor: -1 };
  const before = clauses[previous];
  if (!before) {
    const at = stretch.word(gap.opener - 1) === ',' ? gap.opener - 2 : gap.opener - 1;
    const relative = RELATIVE.test(opener) && stretch.isName(at) && !stretch.isClaim(at);
    // "whoever drinks falls ill"
    if (/ever$/i.test(opener)) return { link: 'presupposed', governor: -1 };
    return { link: relative ? 'presupposed' : 'main', governor: -1 };
  }
  if (group.form === 'finite') return linkOfFinite(stretch, clauses, group, previous, gap);
  const beside = { link: before.link, governor: before.governor };
  if (gap.conjunction && before.group.form === group.form) return beside;
  if (group.form === 'infinitive') return linkOfInfinitive(stretch, before, group, previous);
  if (group.form === 'gerund') return linkOfGerund(stretch, before, group, previous);
  if (gap.conjunction && gap.start === group.first && hasFinite(stretch, clauses, group, previous))
    return coordinate(clauses, previous);
  return { link: 'presupposed', governor: previous };
}

function linkOfFinite(
  stretch: TokenStretch,
  clauses: readonly Clause[],
  group: VerbGroup,
  previous: number,
  gap: Gap,
): Hanging {
  const before = clauses[previous] as Clause;
  const reports = isReporting(stretch, before);
  const reported: Hanging = {
    link:
      before.link === 'condition'
        ? 'condition'
        : leavesUnsettled(stretch, before.group)
          ? 'question'
          : 'reported',
    governor: previous,
  };
  const presupposed: Hanging = { link: 'presupposed', governor: previous };
  if (gap.opener >= 0) {
    const opener = stretch.word(gap.opener);
    if (/^that$/i.test(opener)) {
      // "that he left and that she stayed"
      if (stretch.tag(gap.opener - 1) === 'CCONJ') return coordinate(clauses, previous);
      const noun = stretch.lastNoun(before.group.end, gap.opener);
      if (reports || (noun >= 0 && stretch.isClaim(noun))) return reported;
      const relative = noun >= 0 || stretch.tag(gap.opener - 1) === 'PRON';
      return relative ? presupposed : { link: 'reported', governor: previous };
    }
    return reports && INDIRECT_QUESTION.test(opener) ? { link: 'reported', governor: previous } : presupposed;
  }
  // "to kill civilians and destroy": the second infinitive has no "to"
  if (
    gap.conjunction &&
    before.group.form === 'infinitive' &&
    group.end - group.first === 1 &&
    /^VBP?$/.test(stretch.penn(group.verb)) &&
    stretch.onlyAdverbs(gap.start, group.first)
  )
    return { link: before.link, governor: before.governor };
  if (gap.conjunction || gap.comma) return coordinate(clauses, previous);
  return reports ? reported : presupposed;
}

function linkOfInfinitive(
  stretch: TokenStretch,
  before: Clause,
  group: VerbGroup,
  previous: number,
): Hanging {
  const verb = stretch.lemma(before.group.verb);
  const near =
    before.group.end >= group.first - 1 || onlyCircumstance(stretch, before.group.end, group.first);
  const governed =
    ENDING.has(verb) ||
    PREVENTING.has(verb) ||
    (near && CATENATIVES.has(verb)) ||
    (before.group.copula && CATENATIVES.has(complementLemma(stretch, before.group.end, group.first))) ||
    WITH_INFINITIVE.test(stretch.lemma(group.first - 1));
  return { link: governed ? 'governed' : 'aim', governor: previous };
}

/** "Agreed [in a hotel] to sell": no more than what a preposition brings. */
function onlyCircumstance(stretch: TokenStretch, from: number, to: number): boolean {
  if (stretch.tag(from) !== 'ADP') return false;
  for (let at = from + 1; at < to; at++)
    if (!stretch.isNominal(at) && stretch.tag(at) !== 'ADP') return false;
  return true;
}

function linkOfGerund(stretch: TokenStretch, before: Clause, group: VerbGroup, previous: number): Hanging {
  const verb = stretch.lemma(before.group.verb);
  const { end } = before.group;
  const adjacent = end === group.first || (end === group.first - 1 && stretch.tag(end) === 'ADV');
  const stops = ENDING.has(verb) || PREVENTING.has(verb);
  if (adjacent && (stops || CATENATIVES.has(verb))) return { link: 'governed', governor: previous };
  if (adjacent && REPORTING.has(verb)) return { link: 'reported', governor: previous };
  const preposition = stretch.word(group.first - 1);
  if (/^from$/i.test(preposition) && stops) return { link: 'governed', governor: previous };
  const noun = stretch.lastNoun(end, group.first);
  if (ABOUT.test(preposition) && (REPORTING.has(verb) || (noun >= 0 && stretch.isClaim(noun))))
    return { link: 'reported', governor: previous };
  const done = BY.test(preposition) || stretch.tag(group.first - 1) === 'PUNCT';
  return { link: done ? 'presupposed' : 'aim', governor: previous };
}

/** A clause beside another hangs where that one hangs. */
export function coordinate(clauses: readonly Clause[], previous: number): Hanging {
  let at = previous;
  // back to the last finite clause: what stands within it is done
  while (at > 0 && clauses[at]?.group.form !== 'finite') at--;
  let partner = clauses[at];
  while (partner && partner.link === 'presupposed' && partner.governor >= 0)
    partner = clauses[partner.governor];
  // behind a condition that opens the sentence stands what depends on it
  if (!partner || partner.link === 'condition') return { link: 'main', governor: -1 };
  return { link: partner.link, governor: partner.governor };
}

function isReporting(stretch: TokenStretch, { group }: Clause): boolean {
  if (REPORTING.has(stretch.lemma(group.verb)) || leavesUnsettled(stretch, group)) return true;
  return group.copula && EVIDENT.test(complementWord(stretch, group.end));
}

function hasFinite(
  stretch: TokenStretch,
  clauses: readonly Clause[],
  group: VerbGroup,
  previous: number,
): boolean {
  return clauses
    .slice(0, previous + 1)
    .some(
      (other) =>
        other.group.form === 'finite' &&
        stretch.sentence(other.group.first) === stretch.sentence(group.first),
    );
}

/** Tokens behind a copula within which its adjective stands. */
const COMPLEMENT_NEAR = 4;

function complementWord(stretch: TokenStretch, from: number): string {
  for (let at = from; at < from + COMPLEMENT_NEAR; at++)
    if (stretch.tag(at) === 'ADJ' || stretch.tag(at) === 'NOUN') return stretch.word(at);
  return '';
}

function complementLemma(stretch: TokenStretch, from: number, to: number): string {
  for (let at = to - 1; at >= from; at--) {
    const tag = stretch.tag(at);
    if (tag === 'ADJ' || tag === 'ADV' || tag === 'NOUN') return stretch.lemma(at);
    if (tag !== 'PART') break;
  }
  return '';
}
