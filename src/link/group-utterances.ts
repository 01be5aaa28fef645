import { alignTerms } from '../learn/align-terms.ts';
import type { Attribution } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import { compareSpans, overlaps } from '../model/span.ts';
import type { Reading, Utterance } from '../model/utterance.ts';
import { isPointing } from './antecedent.ts';
import { classifyDifference } from './classify-difference.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import { readContents, type Content, type Contents } from './content.ts';
import { splitContents, type Piece } from './content-pieces.ts';
import { favourMutual, LEAST_FAVOURED } from './favour-mutual.ts';
import { UtteranceJudge } from './judge-utterance.ts';
import { Speakers } from './same-occasion.ts';

/** How far below what is asked of a pair the mean over two groups may lie. */
const LEAST_MEAN = -0.05;
/** Of a sentence so much must stand in another account's reading for it to belong to the same utterance. */
const ATTACHED = 0.5;
/** "Was ready for talks on claims that …": who speaks of what others claim does not say it. A denial does say something of it. */
const OF_CLAIMS =
  /\s(?:on|over|about|of|evaluate|discuss|examine|investigate|hear)\s(?:the |such |these )?(?:claims?|allegations?|accusations?|reports?)(?:\s(?:that|of|on))?$/i;
/** "We reject these allegations, which …" points at others and says enough of its own. */
const MOST_POINTING = 8;
/** Words that say less are in everything that somebody says. */
const TELLING = 0.25;
/** Nested contents stand beside the outer one in the list. */
const NESTED_NEAR = 8;

/**
 * Finds acts of speaking that several documents report: one speaker, one occasion, wordings that align.
 *
 * What is compared are the sentences of contents, since one account quotes in one go what another quotes in part. How
 * much they must have in common depends on whether the speakers are the same, belong together, or are not known. Reports of
 * two days or two channels are two acts, unless their words are the same. Candidates come from an index of words, entities
 * and numbers, and groups are joined best pair first: the order of documents changes nothing.
 *
 * @returns utterances with readings from two or more documents, those with most documents first.
 */
export function groupUtterances(story: LinkedStory, contents: Contents = readContents(story)): Utterance[] {
  const spoken = contents.list.filter((content) => isSpoken(content, contents.list));
  const speakers = new Speakers(story);
  const pieces = splitContents(spoken, contents, speakers);
  const judge = new UtteranceJudge(pieces, speakers);
  const scored: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(pieces, undefined, (piece) => wordsOfSpeaker(piece, speakers))) {
    if (pieces[a]?.documentIndex === pieces[b]?.documentIndex) continue;
    const score = judge.score(a, b);
    if (score >= LEAST_FAVOURED) scored.push({ a, b, score });
  }
  const raised = favourMutual(scored, pieces, speakers);
  const scoreOfRaised = new Map(raised.map(({ a, b, score }) => [a * pieces.length + b, score]));
  const scoreOf = (a: number, b: number): number =>
    scoreOfRaised.get(Math.min(a, b) * pieces.length + Math.max(a, b)) ?? judge.score(a, b);
  const pairs = [...scored.filter(({ score }) => score >= 0), ...raised];
  const groups = clusterPairs(pieces.length, pairs, LEAST_MEAN, scoreOf)
    .map((group) => withoutOverlaps(group.flatMap((index) => pieces[index] ?? [])))
    .filter((group) => documentsOf(group).size > 1);
  const taken = new Set(groups.flat().map(({ index }) => index));
  const utterances = joinSentences(groups).map((parts) => {
    const members = parts.flatMap((part) => withNeighbours(part, pieces, taken));
    return makeUtterance(story, members, speakers);
  });
  return utterances.sort(
    (a, b) =>
      new Set(b.readings.map(({ evidence }) => evidence.document)).size -
        new Set(a.readings.map(({ evidence }) => evidence.document)).size ||
      b.readings.length - a.readings.length ||
      (a.id < b.id ? -1 : 1),
  );
}

/** One word in common is enough to compare what one speaker says, or those who speak for one body. */
function wordsOfSpeaker({ attribution, terms }: Piece, speakers: Speakers): string[] {
  if (attribution.speaker === null) return [];
  const words = terms.filter(({ kind, weight }) => kind !== 'entity' && weight >= TELLING);
  const circle = speakers.circleOf(attribution.speaker);
  return [...new Set(words.flatMap(({ key }) => circle.map((speaker) => `${speaker} ${key}`)))];
}

function documentsOf(pieces: readonly Piece[]): Set<string> {
  return new Set(pieces.map(({ attribution }) => attribution.document));
}

/** Whether a content is one of an act of speaking of its own. */
function isSpoken(content: Content, list: readonly Content[]): boolean {
  const { act, form } = content.attribution;
  // What somebody thinks or plans is an utterance where the words are quoted; refusing to speak of a matter, where it is named.
  if ((act === 'think' || (act === 'decline' && !content.hasVerb)) && form === 'indirect') return false;
  if (OF_CLAIMS.test(content.attribution.cue?.text ?? '')) return false;
  return !(isPointing(content) && content.terms.length <= MOST_POINTING) && !isPartOfOwn(content, list);
}

/** Whether it is a part of a quotation, or of what the same speaker says in a longer content: no utterance of its own. */
function isPartOfOwn({ index, attribution }: Content, list: readonly Content[]): boolean {
  if (attribution.parent === undefined) return false;
  for (let at = Math.max(0, index - NESTED_NEAR); at <= index + NESTED_NEAR; at++) {
    const outer = list[at]?.attribution;
    if (outer?.id !== attribution.parent) continue;
    // "… that he had asked": nobody but the outer speaker can tell who "he" is.
    const unknown = attribution.speaker === null && attribution.source !== null;
    return outer.form === 'direct' || outer.speaker === attribution.speaker || unknown;
  }
  return false;
}

/** Of pieces that overlap in one document, the inner one stays: the outer one only relays it. */
function withoutOverlaps(members: readonly Piece[]): Piece[] {
  const shortestFirst = members.toSorted(
    (a, b) => a.attribution.content.text.length - b.attribution.content.text.length || a.index - b.index,
  );
  const kept: Piece[] = [];
  for (const member of shortestFirst) if (!kept.some((other) => standsIn(other, member))) kept.push(member);
  return kept.sort((a, b) => a.index - b.index);
}

function standsIn(a: Piece, b: Piece): boolean {
  return (
    a.attribution.document === b.attribution.document &&
    a.attribution.content.spans.some((span) =>
      b.attribution.content.spans.some((other) => overlaps(span, other)),
    )
  );
}

/**
 * Joins groups of sentences that the same contents hold: what one account leaves out of a speech then shows as a cut. A
 * group joins another when all its contents have a part in that one.
 */
function joinSentences(groups: readonly (readonly Piece[])[]): (readonly Piece[])[][] {
  const contentsOf = groups.map((group) => new Set(group.map(({ whole }) => whole.attribution.id)));
  const order = groups
    .map((_, at) => at)
    .sort((a, b) => (contentsOf[b]?.size ?? 0) - (contentsOf[a]?.size ?? 0) || a - b);
  const byContent = new Map<string, number[]>();
  const joined = new Map<number, (readonly Piece[])[]>();
  for (const at of order) {
    const own = contentsOf[at] as Set<string>;
    const [first] = own;
    const host = byContent
      .get(first ?? '')
      ?.find((other) => [...own].every((id) => contentsOf[other]?.has(id)));
    const group = groups[at] as readonly Piece[];
    if (host !== undefined) {
      joined.get(host)?.push(group);
      continue;
    }
    joined.set(at, [group]);
    for (const id of own) byContent.set(id, [...(byContent.get(id) ?? []), at]);
  }
  return [...joined].sort(([a], [b]) => a - b).map(([, parts]) => parts);
}

/** A group with the sentences beside its members that another member says too: one account's sentence is another's two. */
function withNeighbours(
  group: readonly Piece[],
  pieces: readonly Piece[],
  taken: ReadonlySet<number>,
): Piece[] {
  const members = [...group];
  for (const member of group) {
    for (const at of [member.index - 1, member.index + 1]) {
      const beside = pieces[at];
      if (!beside || beside.whole !== member.whole || taken.has(at) || members.includes(beside)) continue;
      const said = group.some(
        (other) =>
          other.attribution.document !== beside.attribution.document &&
          alignTerms(beside.terms, other.terms).coverA >= ATTACHED,
      );
      if (said) members.push(beside);
    }
  }
  return members;
}

/** Makes readings of pieces: those of one content are one reading. */
function makeUtterance(story: LinkedStory, members: readonly Piece[], speakers: Speakers): Utterance {
  const byContent = new Map<string, Piece[]>();
  for (const piece of members.toSorted((a, b) => a.index - b.index)) {
    const { id } = piece.attribution;
    byContent.set(id, [...(byContent.get(id) ?? []), piece]);
  }
  const ofContent = [...byContent.values()];
  const readings = ofContent.flatMap((pieces): Reading[] => {
    const [first] = pieces;
    const document = story.documents[first?.documentIndex ?? -1]?.document;
    if (!first || !document) return [];
    const spans = pieces.flatMap(({ attribution }) => attribution.content.spans).sort(compareSpans);
    return [{ attribution: first.attribution.id, evidence: evidenceAt(document, spans) }];
  });
  const attributions = ofContent.flatMap(([first]) => first?.attribution ?? []);
  const { difference, note } = classifyDifference(story, ofContent, speakers);
  const when = attributions.find((attribution) => attribution.when?.value)?.when;
  return {
    id: contentId('u', ...readings.map(({ attribution }) => attribution), readings[0]?.evidence.text ?? ''),
    speaker: speakerOf(attributions),
    ...(when === undefined ? {} : { when }),
    readings,
    difference,
    origins: story.countOrigins(documentsOf(members)),
    ...(note === undefined ? {} : { note }),
  };
}

/** Whom most readings name; a pronoun's speaker is a guess and counts for less. */
function speakerOf(attributions: readonly Attribution[]): string | null {
  const counts = new Map<string, number>();
  for (const { speaker, source } of attributions) {
    if (speaker === null) continue;
    const count = source === null || PRONOUN.test(source.text) ? 1 : NAMED;
    counts.set(speaker, (counts.get(speaker) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

const PRONOUN = /^(?:i|we|he|she|it|they|who|which)$/i;
const NAMED = 2;
