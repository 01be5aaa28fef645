import { keyOfTerms, numberAlike, PairScores } from './alike.ts';
import { isPointing, readPointers } from './antecedent.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import { readContents, weighBySpread, type Contents } from './content.ts';
import { ClaimMaker } from './make-claim.ts';
import { findNarrators } from './narrators.ts';
import { Principals } from './principals.ts';
import { likeness, likenessFeatures } from './proposition-likeness.ts';
import type { Proposition } from './proposition.ts';
import { readPropositions } from './read-propositions.ts';
import { findRelays } from './relay.ts';
import { splitScope } from './split-scope.ts';
import { alignTerms } from '../learn/align-terms.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Claim, Position } from '../model/claim.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { overlaps } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';

/** A content says something of its own from here on. */
const LEAST_WEIGHT = 0.8;
/** A proposition may be as short as "no light", and must be more than a pronoun. */
const LEAST_SAID = 0.4;
/** A proposition has at least a predicate and something it is said of. */
const LEAST_SHARED = 0.4;
/** Two that are compared share two words, or a class of words and somebody. */
const LEAST_IN_COMMON = 1.2;
/** Log-odds that two propositions of the very same words are one. */
const VERBATIM = 2;
/** Log-odds by which readings of one utterance are likelier to say the same. */
const SAME_UTTERANCE = 1;
/** How far below even odds the mean over two clusters may lie. */
const LEAST_MEAN = -0.4;
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
 * @returns claims with the most positions first.
 */
export function groupClaims(
  story: LinkedStory,
  contents: Contents = readContents(story),
  utterances: readonly Utterance[] = [],
): Claim[] {
  const { list, indexes } = contents;
  const principals = new Principals(story.entities);
  const carriers = list.filter((content) => !isPointing(content) && content.weight >= LEAST_WEIGHT);
  const relays = findRelays(carriers);
  const read = carriers.flatMap((content): Proposition[] => {
    const index = indexes[content.documentIndex];
    if (!index || relays.others.has(content.attribution.id)) return [];
    const found = readPropositions(content, content.attribution.content.spans, index, principals);
    const inner = relays.own.get(content.attribution.id) ?? [];
    return found.filter((proposition) => !inner.some((one) => isHandedOn(proposition, one)));
  });
  const propositions = weighBySpread(read.filter(({ weight }) => weight >= LEAST_SAID));
  const utteranceOf = new Map(
    utterances.flatMap(({ id, readings }) => readings.map((reading) => [reading.attribution, id] as const)),
  );
  const words = propositions.map(wordsOf);
  const said = propositions.map(({ attribution }) => utteranceOf.get(attribution.id));
  const alike = numberAlike(
    propositions.map((proposition, at) => `${said[at]}|${words[at]}|${keyOfProposition(proposition)}`),
  );
  const scores = new PairScores(alike, (one, other) => {
    const [a, b] = [propositions[one], propositions[other]];
    if (!a || !b) return -1;
    const alignment = alignTerms(a.terms, b.terms);
    if (alignment.weight < LEAST_SHARED) return -1;
    const bonus = said[one] !== undefined && said[one] === said[other] ? SAME_UTTERANCE : 0;
    const score = likeness(likenessFeatures(a, b, alignment, principals)) + bonus;
    return words[one] === words[other] ? Math.max(score, VERBATIM) : score;
  });
  const scoreOf = (one: number, other: number): number => scores.of(one, other);
  const pairs: ScoredPair[] = [];
  const loose = new Map<number, Set<number>>();
  for (const [a, b] of candidatePairs(propositions, LEAST_IN_COMMON)) {
    const score = scoreOf(a, b);
    if (score < 0) continue;
    const [one, other] = [isLoose(propositions[a]), isLoose(propositions[b])];
    if (!one && !other) pairs.push({ a, b, score });
    else if (one !== other && score >= PRESUPPOSED) addTo(loose, one ? a : b, one ? b : a);
  }
  const groups = clusterPairs(propositions.length, pairs, LEAST_MEAN, scoreOf, SAMPLE);
  const grouped = new Set(groups.flat());
  for (const proposition of propositions)
    if (!grouped.has(proposition.index) && !isLoose(proposition)) groups.push([proposition.index]);
  const joined = joinLoose(withoutSpare(groups, propositions), loose, scoreOf);

  const maker = new ClaimMaker(story, contents, relays, readPointers(list));
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
        b.positions.length - a.positions.length || b.documents - a.documents || (a.id < b.id ? -1 : 1),
    );
}

/** "Said [he demanded that] …": what is said is what the inner content says. */
function isHandedOn({ attribution, headSpan }: Proposition, inner: Attribution): boolean {
  const said = [...(inner.cue?.spans ?? []), ...inner.content.spans];
  return (
    attribution.content.spans.some((span) => said.some((other) => overlaps(span, other))) &&
    said.some((span) => overlaps(span, headSpan))
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

/** A wording without its marks, and which of several things of it is meant. */
function wordsOf({ attribution, conjunct, headKey, terms }: Proposition): string {
  const words = attribution.content.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const which = conjunct < 0 ? '' : terms.map(({ key }) => key).join(' ');
  return `${headKey}/${words}/${which}`;
}

/** All of a proposition that its likeness to another asks, but for its words as they stand. */
function keyOfProposition(proposition: Proposition): string {
  const { terms, roles, head, agents, patients, pronouns, denied, weight, frame } = proposition;
  const { intended, universal } = frame;
  const parties = [agents, patients, pronouns, roles].map((list) => list.join(',')).join('|');
  return `${parties}|${head}|${denied}|${weight}|${intended}|${universal}|${keyOfTerms(terms)}`;
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
    let most = PRESUPPOSED;
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
