import { readPointers } from './pointers.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { readContents, type Contents } from './content.ts';
import { withEchoes } from './echoes.ts';
import { ClaimJudge } from './judge-claim.ts';
import { ClaimMaker } from './make-claim.ts';
import { findNarrators } from './narrators.ts';
import { Principals } from './principals.ts';
import type { Proposition } from './proposition.ts';
import { splitScope } from './split-scope.ts';
import { readStoryPropositions } from './story-propositions.ts';
import type { Claim, Position } from '../model/claim.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Utterance } from '../model/utterance.ts';

/** Two that are compared share a word, somebody, or a class of words: claims of other words than these have little else in common. */
const LEAST_IN_COMMON = 0.6;
/** How far below even odds the mean over two clusters may lie. */
const LEAST_MEAN = -0.3;
/** And where more than half of their pairs are likely one. */
const LEAST_OF_MAJORITY = -2;
/** What is only presupposed joins a claim when it is surely the same. */
const PRESUPPOSED = 0.5;
/** And when nothing speaks against it this much: to another country, of another thing. */
const CONTRARY = -1.5;
const MOST_CONTRARY = 0.3;
/** Members of a claim that are asked when another, or a presupposition, is to join it. */
const SAMPLE = 16;

/**
 * Groups contents by the proposition that they assert, deny, hedge or demand, polarity apart.
 *
 * A content is read clause by clause (`proposition.ts`): who does what to whom. Main clauses make the claims; what a content
 * only presupposes ("its deliveries of …") joins a claim that others make, and makes none of its own. Readings of one
 * utterance stay together. A content that only points at another ("denies this") joins the claim of what it points at. A
 * relay of somebody else's words holds no position of its own.
 *
 * @returns claims with the most positions first, those that are called by a piece of a sentence behind the others.
 */
export function groupClaims(
  story: LinkedStory,
  contents: Contents = readContents(story),
  utterances: readonly Utterance[] = [],
): Claim[] {
  const principals = new Principals(story.entities);
  const { propositions, relays } = readStoryPropositions(contents, principals);
  const utteranceOf = new Map(
    utterances.flatMap(({ id, readings }) => readings.map((reading) => [reading.attribution, id] as const)),
  );
  const judge = new ClaimJudge(propositions, contents.list, principals, utteranceOf);
  const scoreOf = (one: number, other: number): number => judge.score(one, other);
  const pairs: ScoredPair[] = [];
  const loose = new Map<number, Set<number>>();
  for (const [a, b] of candidatePairs(propositions, LEAST_IN_COMMON)) {
    const score = scoreOf(a, b);
    if (score < 0) continue;
    const [one, other] = [isLoose(propositions[a]), isLoose(propositions[b])];
    if (!one && !other) pairs.push({ a, b, score });
    else if (one !== other && score >= PRESUPPOSED) addTo(loose, one ? a : b, one ? b : a);
  }
  const groups = clusterPairs(propositions.length, pairs, LEAST_MEAN, scoreOf, SAMPLE, LEAST_OF_MAJORITY);
  const grouped = new Set(groups.flat());
  for (const proposition of propositions)
    if (!grouped.has(proposition.index) && !isLoose(proposition)) groups.push([proposition.index]);
  const joined = joinLoose(withoutSpare(groups, propositions), loose, scoreOf);

  const pointers = withEchoes(readPointers(contents, principals), joined, propositions, principals);
  const maker = new ClaimMaker(story, contents, relays, pointers);
  const made = joined
    // the narrower claim is named first: the wider must not be called by its circumstances
    .flatMap((group) => splitScope(group.flatMap((index) => propositions[index] ?? [])).toReversed())
    .flatMap((members) => {
      const claim = maker.make(members);
      return claim ? [{ claim, members }] : [];
    });
  const disputed = made.filter(({ claim }) => claim.positions.some(({ stance }) => stance === 'denies'));
  const narrators = findNarrators(
    story,
    contents,
    principals,
    disputed.map(({ members }) => members),
  );
  const narrated = new Map(disputed.map(({ claim }, at) => [claim.id, narrators[at] ?? []]));
  const documentOf = new Map(story.attributions.map(({ id, document }) => [id, document]));
  return made
    .map(({ claim }) => withNarrators(story, documentOf, claim, narrated.get(claim.id) ?? []))
    .filter(isFirstOfItsKind())
    .sort(
      (a, b) =>
        Number(maker.isPiece(a)) - Number(maker.isPiece(b)) ||
        b.positions.length - a.positions.length ||
        b.documents - a.documents ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Passes a claim once: the same positions under the same words, or fewer of them, are one claim read twice. */
function isFirstOfItsKind(): (claim: Claim) => boolean {
  const texts = new Map<string, string[]>();
  return ({ positions, text }) => {
    const key = positions
      .map(({ stance, attributions }) => `${stance}:${attributions.toSorted().join(',')}`)
      .join(';');
    const known = texts.get(key);
    if (!known) texts.set(key, [text]);
    else if (known.some((other) => other.includes(text) || text.includes(other))) return false;
    else known.push(text);
    return true;
  };
}

/** A claim with those who tell it in their own voice; they carry it as much as those who report it. */
function withNarrators(
  { countOrigins }: LinkedStory,
  documentOf: ReadonlyMap<string, string>,
  claim: Claim,
  narrators: readonly Position[],
): Claim {
  if (narrators.length === 0) return claim;
  const documents = new Set([
    ...claim.positions.flatMap(({ attributions }) => attributions.flatMap((id) => documentOf.get(id) ?? [])),
    ...narrators.flatMap(({ evidence }) => (evidence ?? []).map(({ document }) => document)),
  ]);
  return {
    ...claim,
    positions: [...claim.positions, ...narrators],
    documents: documents.size,
    origins: countOrigins(documents),
  };
}

/** What makes no claim of its own. */
function isLoose(proposition: Proposition | undefined): boolean {
  return proposition?.frame.presupposed === true;
}

/**
 * Where a wording was read once for each of several things ("weapons or drones"), those that nobody else speaks of are left
 * out; where nobody speaks of any, the first stays for all.
 */
function withoutSpare(groups: readonly number[][], propositions: readonly Proposition[]): number[][] {
  const keyOf = (at: number): string | null => {
    const { conjunct, attribution } = propositions[at] ?? { conjunct: -1, attribution: { id: '' } };
    return conjunct < 0 ? null : `${attribution.id}/${String(conjunct)}`;
  };
  const shared = new Set<string>();
  for (const group of groups) {
    const ids = new Set(group.map((at) => propositions[at]?.attribution.id));
    if (ids.size > 1) for (const at of group) shared.add(keyOf(at) ?? '');
  }
  const kept = new Set<string>();
  return groups.filter((group) => {
    const keys = group.map(keyOf);
    if (new Set(group.map((at) => propositions[at]?.attribution.id)).size > 1) return true;
    const key = keys[0];
    if (key === null || key === undefined) return true;
    if (shared.has(key) || kept.has(key)) return false;
    kept.add(key);
    return true;
  });
}

/** Adds what is presupposed to the claim that it is likest to, if it is like it. */
function joinLoose(
  groups: readonly (readonly number[])[],
  loose: ReadonlyMap<number, ReadonlySet<number>>,
  scoreOf: (a: number, b: number) => number,
): number[][] {
  const groupOf = new Map(groups.flatMap((group, at) => group.map((member) => [member, at] as const)));
  const joined = groups.map((group) => [...group]);
  for (const [one, others] of loose) {
    let best = -1;
    let most = 0;
    for (const at of [...new Set([...others].flatMap((other) => groupOf.get(other) ?? []))].sort(
      (x, y) => x - y,
    )) {
      const sample = (groups[at] ?? []).slice(0, SAMPLE);
      const scores = sample.map((member) => scoreOf(one, member));
      if (scores.filter((score) => score < CONTRARY).length > MOST_CONTRARY * scores.length) continue;
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      if (mean > most) [best, most] = [at, mean];
    }
    joined[best]?.push(one);
  }
  return joined;
}

function addTo(map: Map<number, Set<number>>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
