import type { Clause } from './clause.ts';
import { isPlain, readGap, subjectIn, type Gap } from './clause-gap.ts';
import { coordinate, linkOf } from './clause-link.ts';
import { settleClefts } from './settle-clefts.ts';
import { settlePerceptions } from './settle-perceptions.ts';
import { settleParticiples } from './settle-participles.ts';
import type { Range, TokenStretch } from './token-stretch.ts';
import { findVerbGroups, type VerbGroup } from './verb-group.ts';

/** Marks behind which another sentence begins. */
const PARTING = /^(?:[;:–—]|--)$/;

/** Reads the clauses of a stretch by patterns over tags, from left to right; no parse, and no sentence that breaks it. */
export function readClauses(stretch: TokenStretch): Clause[] {
  const clauses: Clause[] = [];
  for (const group of settleParticiples(stretch, findVerbGroups(stretch)))
    clauses.push(readClause(stretch, clauses, group));
  return settlePerceptions(stretch, settleClefts(stretch, clauses)).map((clause, k) => {
    const next = clauses[k + 1]?.first ?? stretch.length;
    const end = Math.min(next, stretch.sentenceEnd(clause.group.end - 1));
    return { ...clause, end: Math.max(end, clause.group.end) };
  });
}

/** The clause of one verb; what was read before is corrected where it turns out to belong to this one's subject. */
function readClause(stretch: TokenStretch, clauses: Clause[], group: VerbGroup): Clause {
  const last = clauses.length - 1;
  const before = clauses[last];
  const sentence = stretch.sentence(group.first);
  const same = before !== undefined && stretch.sentence(before.group.first) === sentence;
  // where the material between the last verb and this one can begin
  let floor = same ? before.group.end : group.first;
  if (!same) while (floor > 0 && stretch.sentence(floor - 1) === sentence) floor--;
  const gap = readGap(stretch, floor, group.first);
  const end = stretch.length;
  if (same) {
    const taken = takeSubject(stretch, clauses, group, gap);
    if (taken) return { group, end, ...taken };
  }
  // "their policy of restraint and not sending arms": what stands before the "and" is no subject
  const start = same && hasPronoun(stretch, before, group) ? group.first - 1 : gap.start;
  const beside = group.form !== 'finite' && !gap.conjunction && standsBesideNoun(stretch, group.first);
  const own = group.form === 'finite' || (!same && !beside);
  return {
    group,
    end,
    ...linkOf(stretch, clauses, group, same ? last : -1, gap),
    first: own || (beside && !same) ? start : group.first,
    subject: own ? subjectIn(stretch, skipComplement(stretch, before, start), group.first) : null,
  };
}

/** A clause whose subject holds verbs that were read before it; `null` where it holds none. */
function takeSubject(
  stretch: TokenStretch,
  clauses: Clause[],
  group: VerbGroup,
  gap: Gap,
): Pick<Clause, 'first' | 'link' | 'governor' | 'subject'> | null {
  const k = clauses.length;
  const before = clauses[k - 1] as Clause;
  const main = { link: 'main', governor: -1 } as const;
  const goesOn =
    (isPlain(gap) && !hasPronoun(stretch, before, group)) ||
    isInserted(stretch, before, group) ||
    joinsNames(stretch, before, gap);
  if (group.form === 'finite' && goesOn && !hasMain(stretch, clauses, group)) {
    // "The drones used in the war were": what stood before belongs to the subject
    const first = takeOver(stretch, clauses, group);
    return { first, ...main, subject: subjectIn(stretch, first, group.first) };
  }
  const isGerund = before.group.form === 'gerund';
  if (group.form === 'finite' && gap.opener < 0 && !gap.comma && isGerund && opensSubject(stretch, before)) {
    // "…, but sending weapons is not our policy"
    const hanging = coordinate(clauses, k - 1);
    clauses[k - 1] = { ...before, link: 'aim', governor: k };
    return { first: before.first, ...hanging, subject: [before.first, group.first] };
  }
  const stands = isGerund && before.subject && stretch.tag(before.group.first - 1) !== 'ADP';
  if (group.form === 'infinitive' && k === 1 && stands) {
    // "its citizens living in Ukraine to leave": who they are, then what they shall do
    clauses[0] = { ...before, link: 'presupposed', governor: 1 };
    return { first: before.first, ...main, subject: before.subject };
  }
  return null;
}

/** "To publish every letter *it* has": a pronoun that is a subject begins a clause of its own behind a verb with an object. */
function hasPronoun(stretch: TokenStretch, before: Clause, { first }: VerbGroup): boolean {
  return first - 1 > before.group.end && /^(?:I|he|she|it|we|they)$/i.test(stretch.word(first - 1));
}

/** "The ship, having lost its rudder, drifted": commas part the clause from what it stands within. */
function isInserted(stretch: TokenStretch, before: Clause, { first }: VerbGroup): boolean {
  const isComma = (at: number): boolean => stretch.word(at) === ',';
  const opened =
    before.group.form === 'finite'
      ? before.link === 'presupposed' && isComma(before.first - 1)
      : isComma(before.group.first - 1);
  return opened && isComma(first - 1);
}

/** "A boat packed with miners and clerks sank": the conjunction joins what a participle has beside it. */
function joinsNames(stretch: TokenStretch, { group }: Clause, gap: Gap): boolean {
  return gap.opener < 0 && !gap.comma && group.form === 'participle' && stretch.isNoun(group.first - 1);
}

/** Whether the sentence of a verb has a finite clause of its own already. */
function hasMain(stretch: TokenStretch, clauses: readonly Clause[], group: VerbGroup): boolean {
  for (let at = clauses.length - 1; at >= 0; at--) {
    const clause = clauses[at];
    if (!clause || stretch.sentence(clause.group.first) !== stretch.sentence(group.first)) return false;
    if (clause.group.form === 'finite' && clause.link !== 'presupposed') return true;
  }
  return false;
}

/** Hangs all clauses of a sentence so far on the one to come, whose subject they belong to; where that subject begins. */
function takeOver(stretch: TokenStretch, clauses: Clause[], group: VerbGroup): number {
  const governor = clauses.length;
  let begin = group.first;
  for (let at = governor - 1; at >= 0; at--) {
    const clause = clauses[at];
    if (!clause || stretch.sentence(clause.group.first) !== stretch.sentence(group.first)) break;
    begin = clause.first;
    const hangs = clause.link === 'presupposed' && clause.governor < 0;
    if (clause.link !== 'main' && !hangs) continue;
    const claimed = !hangs && stretch.hasClaim(clause.first, clause.group.first);
    const link = claimed ? 'reported' : clause.group.form === 'infinitive' ? 'aim' : 'presupposed';
    const first = clause.group.form === 'gerund' ? clause.group.first : clause.first;
    clauses[at] = { ...clause, link, governor, first };
  }
  // what a relative clause at the very beginning is of: "the ship, which had lost its rudder, drifted"
  while (
    begin > 0 &&
    stretch.sentence(begin - 1) === stretch.sentence(group.first) &&
    !PARTING.test(stretch.word(begin - 1))
  )
    begin--;
  return begin;
}

function opensSubject(stretch: TokenStretch, { group }: Clause): boolean {
  const tag = stretch.tag(group.first - 1);
  return tag === undefined || tag === 'CCONJ' || tag === 'PUNCT';
}

function standsBesideNoun(stretch: TokenStretch, first: number): boolean {
  let at = first - 1;
  while (at >= 0 && (stretch.tag(at) === 'PUNCT' || stretch.tag(at) === 'PART')) at--;
  return at > 0 && stretch.tag(at) === 'CCONJ';
}

/** "Becomes evident Russia is": the adjective belongs to the verb before. */
function skipComplement(stretch: TokenStretch, before: Clause | undefined, start: number): Range[0] {
  if (!before?.group.copula || before.group.end !== start) return start;
  let at = start;
  while (stretch.tag(at) === 'ADV' || (stretch.tag(at) === 'ADJ' && stretch.tag(at + 1) !== 'NOUN')) at++;
  return at;
}
