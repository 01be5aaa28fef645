import { findAntecedent, isPointing } from './antecedent.ts';
import { claimText } from './claim-text.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import {
  AlignmentCache,
  candidatePairs,
  readContents,
  weighBySpread,
  type Content,
  type Contents,
} from './content.ts';
import { splitPropositions } from './split-propositions.ts';
import { readClause } from './clause.ts';
import { actOf, ALLEGING, stanceOf } from './stance.ts';
import type { TermPair } from '../learn/align-terms.ts';
import { readTerms, type Term } from '../learn/term.ts';
import type { Claim, Position, Stance } from '../model/claim.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { overlaps, type Span } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';
import { isPredicateClass, predicateClasses } from '../text/predicate-class.ts';
import { relateQuantities } from '../text/relate-quantities.ts';

/** Least likeness of two contents for one proposition; set on our own example stories. */
const LEAST = 0.52;
/** The shorter content counts for more: a proposition is repeated with more or fewer circumstances. */
const SHORTER_SHARE = 0.6;
/** A proposition has at least a predicate and something it is said of. */
const LEAST_PAIRS = 2;
const LEAST_WEIGHT = 0.8;
const LEAST_SHARED = 0.4;
/** Share of an outer content that an inner one covers for the outer to be a mere relay of it. */
const RELAYED = 0.7;

/** Readings of one utterance are readings of its claims, if they speak of the same matter at all. */
const SAME_UTTERANCE = 0.2;
/** From here on a content hands on what others claim. */
const EMBEDDED = /\p{L}{3,}\s[^.;“"]*?(?:claims?|allegations?|accusations?|charges) (?:that|of)(?=\s)/u;
/** Contents nested in one stand beside it in the list. */
const NESTED_NEAR = 8;
/** Two propositions that each have an object and no object in common. */
const OTHER_OBJECT = 0.65;
/** Two that each name somebody whom the other does not. */
const OTHER_PARTY = 0.85;
/** How far below the threshold the mean over two clusters may lie. */
const LEAST_MEAN = -0.05;
/** From this kinship on two predicates say the same. */
const SURE = 0.6;
/** Wordings this alike need no predicate that the lists know. */
const ALL_BUT_SAME = 0.8;
/** Another number of the same thing is another claim. */
const OTHER_NUMBER = 0.75;

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
  const propositions = weighBySpread(
    carriers.flatMap((content) => propositionsOf(content, carriers, contents)),
  );
  const alignments = new AlignmentCache(propositions);
  const utteranceOf = new Map(
    utterances.flatMap(({ id, readings }) => readings.map((reading) => [reading.attribution, id] as const)),
  );
  const scoreOf = (one: number, other: number): number => {
    const [a, b] = [propositions[Math.min(one, other)], propositions[Math.max(one, other)]];
    if (!a || !b) return -1;
    const said = utteranceOf.get(a.attribution.id);
    const bonus = said !== undefined && said === utteranceOf.get(b.attribution.id) ? SAME_UTTERANCE : 0;
    return likeness(a, b, alignments) + bonus - LEAST;
  };
  const pairs: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(propositions)) {
    const score = scoreOf(a, b);
    if (score >= 0) pairs.push({ a, b, score });
  }
  const groups = clusterPairs(propositions.length, pairs, LEAST_MEAN, scoreOf);
  const grouped = new Set(groups.flat());
  for (const { index } of propositions) if (!grouped.has(index)) groups.push([index]);

  const pointers = pointersOf(list);
  const byId = new Map(list.map((content) => [content.attribution.id, content]));
  return groups
    .map((group) =>
      makeClaim(
        story,
        contents,
        group.flatMap((index) => propositions[index] ?? []),
        relays,
        pointers,
        byId,
      ),
    )
    .filter((claim) => claim !== null)
    .sort(
      (a, b) =>
        b.positions.length - a.positions.length || b.documents - a.documents || (a.id < b.id ? -1 : 1),
    );
}

/** What a content says, proposition by proposition, without words of saying and without times. */
function propositionsOf(content: Content, carriers: readonly Content[], contents: Contents): Content[] {
  const index = contents.indexes[content.documentIndex];
  if (!index) return [];
  const { attribution } = content;
  const { document } = index.annotated;
  const found = splitPropositions(index, ownSpans(content, carriers)).map((spans): Content => {
    const terms = readTerms(index, spans).filter(
      ({ kind, classes }) => kind !== 'time' && !classes.some((one) => SAYING.has(one)),
    );
    return {
      ...content,
      attribution: { ...attribution, content: evidenceAt(document, spans) },
      terms,
      clause: readClause(index, spans),
      weight: terms.reduce((sum, { weight }) => sum + weight, 0),
    };
  });
  return found.filter(({ weight }) => weight >= LEAST_WEIGHT);
}

/**
 * A content without the contents of attributions within it: in "is ready for talks about claims that …" the claims are not
 * the speaker's. What somebody denies or confirms stays his matter.
 */
function ownSpans(content: Content, carriers: readonly Content[]): readonly Span[] {
  const act = actOf(content);
  const { spans } = content.attribution.content;
  if (act === 'deny' || act === 'confirm') return spans;
  const inner: Span[] = [];
  const near = carriers.findIndex(({ index }) => index === content.index);
  for (let at = Math.max(0, near - NESTED_NEAR); at <= near + NESTED_NEAR; at++) {
    const other = carriers[at];
    if (!other || other.attribution.parent !== content.attribution.id) continue;
    const { speaker, cue } = other.attribution;
    const anothers =
      ALLEGING.test(cue?.text ?? '') || (speaker !== null && speaker !== content.attribution.speaker);
    if (anothers && other.weight < RELAYED * content.weight) inner.push(...other.attribution.content.spans);
  }
  const [start] = spans[0] ?? [0];
  const embedded = EMBEDDED.exec(content.attribution.content.text);
  if (embedded && spans.length === 1)
    inner.push([start + embedded.index + embedded[0].length, spans[0]?.[1] ?? start]);
  if (inner.length === 0) return spans;
  const own = spans.flatMap((span) => without(span, inner));
  return own.length > 0 ? own : spans;
}

function without(span: Span, holes: readonly Span[]): Span[] {
  let left: Span[] = [span];
  for (const [start, end] of holes) {
    left = left.flatMap(([from, to]) => {
      if (end <= from || start >= to) return [[from, to] as Span];
      const parts: Span[] = [];
      if (start > from) parts.push([from, start]);
      if (end < to) parts.push([end, to]);
      return parts;
    });
  }
  return left;
}

function likeness(a: Content, b: Content, alignments: AlignmentCache): number {
  const { pairs, coverA, coverB, weight } = alignments.of(a.index, b.index);
  if (pairs.length < LEAST_PAIRS || weight < LEAST_SHARED) return 0;
  const predicates = pairs.filter(({ a: at, kinship }) => kinship >= SURE && isPredicate(a.terms[at]));
  const [shorter, longer] = a.weight <= b.weight ? [coverA, coverB] : [coverB, coverA];
  if (predicates.length === 0 && longer < ALL_BUT_SAME) return 0;
  const alike = SHORTER_SHARE * shorter + (1 - SHORTER_SHARE) * longer;
  return (
    alike *
    (numbersClash(a, b) ? OTHER_NUMBER : 1) *
    (differIn(isObject, a, b, pairs) ? OTHER_OBJECT : 1) *
    (differIn(isParty, a, b, pairs) ? OTHER_PARTY : 1)
  );
}

/** Whether both have terms of a sort, and none of them is shared (objects) or each has one of its own (parties). */
function differIn(
  sort: (term: Term) => boolean,
  a: Content,
  b: Content,
  pairs: readonly TermPair[],
): boolean {
  const shared = pairs.some(({ a: at, kinship }) => kinship >= SURE && sort(a.terms[at] as Term));
  return !shared && a.terms.some(sort) && b.terms.some(sort);
}

function isObject(term: Term): boolean {
  return term.kind === 'noun' && !isPredicate(term);
}

function isParty(term: Term): boolean {
  return term.kind === 'entity';
}

function numbersClash(a: Content, b: Content): boolean {
  const numbers = (content: Content) => content.terms.flatMap(({ quantity }) => quantity ?? []);
  const [ours, theirs] = [numbers(a), numbers(b)];
  if (ours.length === 0 || theirs.length === 0) return false;
  return !ours.some((one) => theirs.some((other) => relateQuantities(one, other) === 'compatible'));
}

function isPredicate(term: Term | undefined): boolean {
  return (
    term !== undefined &&
    (term.kind === 'verb' || (term.kind === 'noun' && term.classes.some(isPredicateClass)))
  );
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
function pointersOf(list: readonly Content[]): Map<string, Content[]> {
  const pointers = new Map<string, Content[]>();
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
    const known = pointers.get(antecedent.attribution.id);
    if (known) known.push(content);
    else pointers.set(antecedent.attribution.id, [content]);
  });
  return pointers;
}

function makeClaim(
  story: LinkedStory,
  contents: Contents,
  members: readonly Content[],
  relays: ReadonlySet<string>,
  pointers: ReadonlyMap<string, readonly Content[]>,
  byId: ReadonlyMap<string, Content>,
): Claim | null {
  // one attribution has one stance to a claim, whatever its propositions and pointers say one by one
  const stances = new Map<string, { content: Content; stance: Stance }>();
  const add = (content: Content, stance: Stance): void => {
    const known = stances.get(content.attribution.id);
    if (known && STRONGEST_FIRST.indexOf(known.stance) <= STRONGEST_FIRST.indexOf(stance)) return;
    stances.set(content.attribution.id, { content, stance });
  };
  const documents = new Set<string>();
  // Where nobody says the contrary, "did not give way" is asserted as it stands and no denial of anything.
  const opposed = members.some((member) => actOf(member) === 'deny' || !member.clause.verbNegated);
  for (const member of members) {
    if (relays.has(member.attribution.id)) continue;
    documents.add(member.attribution.document);
    const stance = opposed || stanceOf(member) !== 'denies' ? stanceOf(member) : 'asserts';
    add(member, stance);
    for (const pointer of pointers.get(member.attribution.id) ?? []) {
      documents.add(pointer.attribution.document);
      add(pointer, actOf(pointer) === 'deny' ? denialOf(pointer, stance) : stanceOf(pointer));
    }
  }
  if (
    stances.size === 0 ||
    !members.some((member) => member.clause.hasVerb || member.terms.some(isPredicate))
  )
    return null;
  const positions = new Map<string, { actor: string | null; stance: Stance; attributions: string[] }>();
  for (const [id, { content, stance }] of stances) {
    const actor = actorOf(content, byId);
    const key = `${actor ?? ''}/${stance}`;
    const position = positions.get(key);
    if (position) position.attributions.push(id);
    else positions.set(key, { actor, stance, attributions: [id] });
  }
  const sorted: Position[] = [...positions.values()].sort(
    (a, b) =>
      b.attributions.length - a.attributions.length ||
      compareText(a.actor ?? '', b.actor ?? '') ||
      compareText(a.stance, b.stance),
  );
  return {
    id: contentId(
      'c',
      ...members.map(({ attribution }) => `${attribution.id}:${String(attribution.content.spans[0]?.[0])}`),
    ),
    text: claimText(members, contents, !opposed),
    positions: sorted,
    documents: documents.size,
    origins: story.countOrigins(documents),
  };
}

/** Of several stances that one content takes to a claim the first of these is its own: a denial is no assertion besides. */
const STRONGEST_FIRST: readonly Stance[] = [
  'denies',
  'demands-end',
  'demands',
  'conditional',
  'hedges',
  'asserts',
];

/**
 * Who holds what a content says. Whoever is asked to do something ("asked both sides to examine claims that …") does not
 * hold what he is asked about: those claims are nobody's who is named.
 */
function actorOf({ attribution }: Content, byId: ReadonlyMap<string, Content>): string | null {
  const parent = byId.get(attribution.parent ?? '');
  if (!parent || !attribution.source) return attribution.speaker;
  const { act, content } = parent.attribution;
  const asked = act === 'ask' || act === 'demand' || act === 'advise';
  const within = attribution.source.spans.every((span) =>
    content.spans.some((outer) => overlaps(outer, span)),
  );
  return asked && within ? null : attribution.speaker;
}

/** Who denies a denial asserts; but "the allegations" that somebody rejects are the allegations, whoever rejected them before. */
function denialOf(pointer: Content, stance: Stance): Stance {
  return stance === 'denies' && !ALLEGING.test(pointer.attribution.content.text) ? 'asserts' : 'denies';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
