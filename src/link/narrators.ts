import { alignTerms } from '../learn/align-terms.ts';
import { firstTokenAt } from '../learn/term.ts';
import type { Position, Stance } from '../model/claim.ts';
import type { Evidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Span } from '../model/span.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { weighBySpread, type Contents } from './content.ts';
import { compare } from './entity-node.ts';
import type { Principals } from './principals.ts';
import { likeness, likenessFeatures } from './proposition-likeness.ts';
import type { Proposition } from './proposition.ts';
import { readPropositions } from './read-propositions.ts';
import { contentAt, narratedAt } from './sentence-content.ts';
import { stanceOf } from './stance.ts';

/** Log-odds from which a sentence of the narrator's says what a claim says: he is held to what nobody reports him to say. */
const SURE = 1.5;
/** And to all that the claim's members say, on average. */
const SURE_OF_ALL = 0.5;
/** Members of a claim that are compared. */
const SAMPLE = 8;
/** Two that are compared share so much, as in `group-claims.ts`. */
const LEAST_IN_COMMON = 1.2;

/**
 * Finds what documents say in their own voice of claims that are disputed: a narrator who tells as a fact what others deny
 * takes a side, and is no speaker. Only whole sentences without any attribution count, and only what they say outright.
 *
 * @param disputed - the propositions of each disputed claim.
 * @returns positions without an actor and without attributions, for each claim; empty where no narrator takes a side.
 */
export function findNarrators(
  story: LinkedStory,
  contents: Contents,
  principals: Principals,
  disputed: readonly (readonly Proposition[])[],
): Position[][] {
  const claims = disputed.map((members) => members.filter(({ frame }) => !frame.presupposed));
  if (claims.every((members) => members.length === 0)) return disputed.map(() => []);
  const told = narration(story, contents, principals);
  const claimOf = claims.flatMap((members, claim) => members.map(() => claim));
  const list = weighBySpread([...claims.flat(), ...told]);
  const firstTold = claimOf.length;
  const pairs = new Map<number, Set<number>>();
  for (const [a, b] of candidatePairs(list, LEAST_IN_COMMON, undefined, firstTold)) {
    if (b < firstTold) continue;
    const claim = claimOf[a] as number;
    const known = pairs.get(b);
    if (known) known.add(claim);
    else pairs.set(b, new Set([claim]));
  }
  const samples = claims.map((): Proposition[] => []);
  claimOf.forEach((claim, at) => {
    const sample = samples[claim] as Proposition[];
    if (sample.length < SAMPLE) sample.push(list[at] as Proposition);
  });
  const scoreOf = (a: Proposition, b: Proposition): number =>
    likeness(likenessFeatures(a, b, alignTerms(a.terms, b.terms), principals));
  const held: Map<Stance, Evidence[]>[] = disputed.map(() => new Map());
  for (const [at, near] of [...pairs].sort(([a], [b]) => a - b)) {
    const sentence = list[at] as Proposition;
    for (const claim of near) {
      const scores = (samples[claim] as Proposition[]).map((member) => scoreOf(member, sentence));
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      if (Math.max(...scores) < SURE || mean < SURE_OF_ALL) continue;
      const stance = stanceOf(sentence);
      const evidence = held[claim]?.get(stance);
      if (evidence) evidence.push(sentence.attribution.content);
      else held[claim]?.set(stance, [sentence.attribution.content]);
    }
  }
  return held.map((stances) =>
    [...stances]
      .sort(([a], [b]) => compare(a, b))
      .map(([stance, evidence]): Position => ({ actor: null, stance, attributions: [], evidence })),
  );
}

/** What the documents say outright in sentences that report nobody. */
function narration(story: LinkedStory, contents: Contents, principals: Principals): Proposition[] {
  const reported = new Map<string, Span[]>();
  for (const { document, content, cue } of story.attributions) {
    const spans = reported.get(document) ?? [];
    spans.push(...content.spans, ...(cue?.spans ?? []));
    reported.set(document, spans);
  }
  const order = story.documents
    .map((annotated, documentIndex) => ({ annotated, documentIndex }))
    .sort((a, b) => compare(a.annotated.document.id, b.annotated.document.id));
  return order.flatMap(({ annotated, documentIndex }) => {
    const index = contents.indexes[documentIndex];
    if (!index) return [];
    const { document, language } = annotated;
    const taken = (reported.get(document.id) ?? []).toSorted((a, b) => a[0] - b[0]);
    let next = 0;
    let reach = 0;
    return language.sentences.flatMap(({ span, kind }) => {
      for (; next < taken.length && (taken[next]?.[0] ?? 0) < span[1]; next++)
        reach = Math.max(reach, taken[next]?.[1] ?? 0);
      if (kind !== 'sentence' || reach > span[0]) return [];
      const content = contentAt(index, documentIndex, narratedAt(document, span), [span]);
      return readPropositions(content, [span], index, principals).filter(
        // what stands within quotation marks is somebody else's, named or not
        (said) => isOutright(said) && language.tokens.quoted[firstTokenAt(annotated, said.headSpan[0])] === 0,
      );
    });
  });
}

function isOutright({ frame, roles }: Proposition): boolean {
  const { presupposed, conditional, question, possible, intended, dependent, modal, hasVerb } = frame;
  if (presupposed || conditional || question || possible || intended || dependent || modal !== '')
    return false;
  return hasVerb && (roles.includes('agent') || roles.includes('object'));
}
