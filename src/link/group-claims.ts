import { findAntecedent, isPointing } from './antecedent.ts';
import { claimText } from './claim-text.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import { AlignmentCache, candidatePairs, readContents, type Content, type Contents } from './content.ts';
import { stanceOf } from './stance.ts';
import type { Term } from '../learn/term.ts';
import type { Claim, Position, Stance } from '../model/claim.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { overlaps } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';
import { predicateClasses } from '../text/predicate-class.ts';

/** Least likeness of two contents for one proposition; set on our own example stories. */
const LEAST = 0.5;
/** The shorter content counts for more: a proposition is repeated with more or fewer circumstances. */
const SHORTER_SHARE = 0.6;
/** A proposition has at least a predicate and something it is said of. */
const LEAST_PAIRS = 2;
const LEAST_WEIGHT = 0.8;
/** Share of an outer content that an inner one covers for the outer to be a mere relay of it. */
const RELAYED = 0.7;

const SAYING = new Set(predicateClasses('claims'));

/**
 * Groups contents by the proposition that they assert, deny, hedge or demand, polarity apart.
 *
 * What is compared is who does what to whom: names, verbs, and nouns made of verbs; times and most circumstances only
 * lower the likeness. Readings of one utterance stay together. A content that only points at another ("denies this") joins
 * the claim of what it points at. A relay of somebody else's words holds no position of its own.
 *
 * @returns claims with the most positions first.
 */
export function groupClaims(
  story: LinkedStory,
  contents: Contents = readContents(story),
  utterances: readonly Utterance[] = [],
): Claim[] {
  const { list } = contents;
  const carriers = list.filter((content) => !isPointing(content) && content.weight >= LEAST_WEIGHT);
  const relays = relaysAmong(carriers);
  const propositions = list.map(propositionOf);
  const alignments = new AlignmentCache(propositions);
  const utteranceOf = new Map(
    utterances.flatMap(({ id, readings }) => readings.map((reading) => [reading.attribution, id] as const)),
  );
  const scoreOf = (one: number, other: number): number => {
    const [a, b] = [propositions[Math.min(one, other)], propositions[Math.max(one, other)]];
    if (!a || !b) return -1;
    const said = utteranceOf.get(a.attribution.id);
    if (said !== undefined && said === utteranceOf.get(b.attribution.id)) return 1;
    return likeness(a, b, alignments) - LEAST;
  };
  const eligible = new Set(carriers.map(({ index }) => index));
  const pairs: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(propositions)) {
    if (!eligible.has(a) || !eligible.has(b)) continue;
    const score = scoreOf(a, b);
    if (score >= 0) pairs.push({ a, b, score });
  }
  const groups = clusterPairs(list.length, pairs, -0.05, scoreOf);
  const grouped = new Set(groups.flat());
  for (const { index } of carriers) if (!grouped.has(index)) groups.push([index]);

  const pointers = pointersOf(list);
  return groups
    .map((group) =>
      makeClaim(
        story,
        contents,
        group.flatMap((index) => list[index] ?? []),
        relays,
        pointers,
      ),
    )
    .filter((claim) => claim !== null)
    .sort(
      (a, b) =>
        b.positions.length - a.positions.length || b.documents - a.documents || (a.id < b.id ? -1 : 1),
    );
}

/** A content without words of saying and without times: what is left is the proposition. */
function propositionOf(content: Content): Content {
  const terms = content.terms.filter(
    ({ kind, classes }) => kind !== 'time' && !classes.some((one) => SAYING.has(one)),
  );
  return { ...content, terms, weight: terms.reduce((sum, { weight }) => sum + weight, 0) };
}

function likeness(a: Content, b: Content, alignments: AlignmentCache): number {
  const { pairs, coverA, coverB, weight } = alignments.of(a.index, b.index);
  if (weight < LEAST_WEIGHT || pairs.length < LEAST_PAIRS) return 0;
  const predicates = pairs.filter(({ a: at }) => isPredicate(a.terms[at]));
  if (predicates.length === 0 || predicates.length === pairs.length) {
    if (predicates.length < 2) return 0;
  }
  const [shorter, longer] = a.weight <= b.weight ? [coverA, coverB] : [coverB, coverA];
  return SHORTER_SHARE * shorter + (1 - SHORTER_SHARE) * longer;
}

function isPredicate(term: Term | undefined): boolean {
  return term !== undefined && (term.kind === 'verb' || (term.kind === 'noun' && term.classes.length > 0));
}

/** Outer contents that only hand on an inner attribution of somebody else. */
function relaysAmong(carriers: readonly Content[]): Set<string> {
  const byId = new Map(carriers.map((content) => [content.attribution.id, content]));
  const relays = new Set<string>();
  for (const inner of carriers) {
    const outer = byId.get(inner.attribution.parent ?? '');
    if (!outer || outer.attribution.act === 'deny' || outer.attribution.act === 'confirm') continue;
    if (outer.attribution.speaker === inner.attribution.speaker) continue;
    if (inner.weight >= RELAYED * outer.weight) relays.add(outer.attribution.id);
  }
  return relays;
}

/** For each content that is pointed at: those that point at it. */
function pointersOf(list: readonly Content[]): Map<number, Content[]> {
  const pointers = new Map<number, Content[]>();
  list.forEach((content, at) => {
    if (!isPointing(content)) return;
    const before: Content[] = [];
    for (let back = at - 1; back >= 0 && before.length < 12; back--) {
      const other = list[back];
      if (!other || other.documentIndex !== content.documentIndex) break;
      const within = other.attribution.content.spans.some((span) =>
        content.attribution.content.spans.some((mine) => overlaps(span, mine)),
      );
      if (!within) before.push(other);
    }
    const antecedent = findAntecedent(content, before);
    if (!antecedent) return;
    const known = pointers.get(antecedent.index);
    if (known) known.push(content);
    else pointers.set(antecedent.index, [content]);
  });
  return pointers;
}

function makeClaim(
  story: LinkedStory,
  contents: Contents,
  members: readonly Content[],
  relays: ReadonlySet<string>,
  pointers: ReadonlyMap<number, readonly Content[]>,
): Claim | null {
  const positions = new Map<string, { actor: string | null; stance: Stance; attributions: string[] }>();
  const add = (content: Content, stance: Stance): void => {
    const { speaker, id } = content.attribution;
    const key = `${speaker ?? ''}/${stance}`;
    const position = positions.get(key);
    if (!position) positions.set(key, { actor: speaker, stance, attributions: [id] });
    else if (!position.attributions.includes(id)) position.attributions.push(id);
  };
  const documents = new Set<string>();
  for (const member of members) {
    if (relays.has(member.attribution.id)) continue;
    documents.add(member.attribution.document);
    add(member, stanceOf(member));
    for (const pointer of pointers.get(member.index) ?? []) {
      documents.add(pointer.attribution.document);
      add(pointer, pointer.attribution.act === 'deny' ? turn(stanceOf(member)) : stanceOf(pointer));
    }
  }
  if (positions.size === 0) return null;
  const sorted: Position[] = [...positions.values()].sort(
    (a, b) =>
      b.attributions.length - a.attributions.length ||
      compareText(a.actor ?? '', b.actor ?? '') ||
      compareText(a.stance, b.stance),
  );
  return {
    id: contentId('c', ...members.map(({ attribution }) => attribution.id)),
    text: claimText(members, contents),
    positions: sorted,
    documents: documents.size,
    origins: story.countOrigins(documents),
  };
}

/** Who denies a denial asserts; who denies a demand or anything else denies. */
function turn(stance: Stance): Stance {
  return stance === 'denies' ? 'asserts' : 'denies';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
