import { isPointing } from './antecedent.ts';
import { classifyDifference } from './classify-difference.ts';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';
import { AlignmentCache, candidatePairs, readContents, type Content, type Contents } from './content.ts';
import type { TermAlignment } from '../learn/align-terms.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Entity } from '../model/entity.ts';
import { contentId } from '../model/id.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { TimeExpression } from '../model/moment.ts';
import { overlaps } from '../model/span.ts';
import type { Utterance } from '../model/utterance.ts';

/** Least likeness of two contents by what is known of their speakers; set on our own example stories. */
const LEAST = { same: 0.5, kin: 0.58, open: 0.66, other: 0.85 } as const;
/** Words in common that say anything at all: two rare ones. */
const LEAST_WEIGHT = 1;
/** The shorter wording counts for most of the likeness, since accounts cut what they quote. */
const SHORTER_SHARE = 0.65;
/** Another hour of the year, another channel: the words must be all but the same to be one act of speaking. */
const VERBATIM = 0.9;

/**
 * Finds acts of speaking that several documents report: one speaker, one occasion, contents that align.
 *
 * Contents are aligned word by word with near words counting in part; how much they must share depends on whether the
 * speakers are the same, belong together, or are not known. Reports of two days or two channels are two acts, unless their
 * words are the same. Candidates come from an index of words, entities and numbers; the order of documents changes nothing.
 *
 * @returns utterances with readings from two or more documents, those with most documents first.
 */
export function groupUtterances(story: LinkedStory, contents: Contents = readContents(story)): Utterance[] {
  const { list } = contents;
  const entities = new Map(story.entities.map((entity) => [entity.id, entity]));
  const alignments = new AlignmentCache(list);
  /** How far above what their speakers ask for two contents are alike. */
  const scoreOf = (one: number, other: number): number => {
    const [a, b] = [list[one], list[other]];
    if (!a || !b) return -1;
    return likeness(a, b, alignments) - leastLikeness(a, b, entities, alignments);
  };
  const left = new Set(
    list.filter((content) => isPointing(content) || isPartOfOwn(content, list)).map(({ index }) => index),
  );
  const pairs: ScoredPair[] = [];
  for (const [a, b] of candidatePairs(list)) {
    if (list[a]?.documentIndex === list[b]?.documentIndex || left.has(a) || left.has(b)) continue;
    const score = scoreOf(a, b);
    if (score >= 0) pairs.push({ a, b, score });
  }
  const utterances: Utterance[] = [];
  for (const group of clusterPairs(list.length, pairs, -0.1, scoreOf)) {
    const members = withoutOverlaps(group.flatMap((index) => list[index] ?? []));
    const documents = new Set(members.map(({ attribution }) => attribution.document));
    if (documents.size < 2) continue;
    const { difference, note } = classifyDifference(members, contents);
    const when = members.find(({ attribution }) => attribution.when?.value)?.attribution.when;
    utterances.push({
      id: contentId('u', ...members.map(({ attribution }) => attribution.id)),
      speaker: speakerOf(members.map(({ attribution }) => attribution)),
      ...(when === undefined ? {} : { when }),
      readings: members.map(({ attribution }) => ({
        attribution: attribution.id,
        evidence: attribution.content,
      })),
      difference,
      origins: story.countOrigins(documents),
      ...(note === undefined ? {} : { note }),
    });
  }
  return utterances.sort(
    (a, b) =>
      documentsOf(b) - documentsOf(a) || b.readings.length - a.readings.length || (a.id < b.id ? -1 : 1),
  );
}

function documentsOf({ readings }: Utterance): number {
  return new Set(readings.map(({ evidence }) => evidence.document)).size;
}

function likeness(a: Content, b: Content, alignments: AlignmentCache): number {
  const [first, second] = a.index < b.index ? [a, b] : [b, a];
  return wordingLikeness(alignments.of(a.index, b.index), first.weight <= second.weight);
}

/**
 * How alike two wordings are, 0 to 1, from their alignment.
 *
 * @param firstIsShorter - whether the first of the two says less, by weight.
 */
export function wordingLikeness(
  { coverA, coverB, weight, order }: TermAlignment,
  firstIsShorter: boolean,
): number {
  if (weight < LEAST_WEIGHT) return 0;
  const [shorter, longer] = firstIsShorter ? [coverA, coverB] : [coverB, coverA];
  return (SHORTER_SHARE * shorter + (1 - SHORTER_SHARE) * longer) * (0.85 + 0.15 * order);
}

function leastLikeness(
  a: Content,
  b: Content,
  entities: ReadonlyMap<string, Entity>,
  alignments: AlignmentCache,
): number {
  const relation = relateSpeakers(a.attribution.speaker, b.attribution.speaker, entities);
  const least = LEAST[relation];
  const apart =
    timesClash(a.attribution.when, b.attribution.when) ||
    (a.attribution.channel !== undefined &&
      b.attribution.channel !== undefined &&
      a.attribution.channel !== b.attribution.channel);
  const { exactA, exactB } = alignments.of(a.index, b.index);
  // Two people who say alike things are two utterances; only the very same words may have been given to the wrong one.
  const others = relation === 'other' && Math.min(exactA, exactB) < LEAST.other;
  return others || (apart && Math.max(exactA, exactB) < VERBATIM) ? NEVER : least;
}

const NEVER = 2;

/** Whether two speakers are one, one speaks for the other, or either is unknown. */
export function relateSpeakers(
  a: string | null,
  b: string | null,
  entities: ReadonlyMap<string, Entity>,
): keyof typeof LEAST {
  if (a === null || b === null) return 'open';
  if (a === b) return 'same';
  if (endsWithName(entities.get(a)?.name, entities.get(b)?.name)) return 'same';
  const forA = entities.get(a)?.speaksFor;
  const forB = entities.get(b)?.speaksFor;
  if (forA === b || forB === a || (forA !== undefined && forA === forB)) return 'kin';
  return 'other';
}

/** "Chief Maria Onde" and "Maria Onde": a title that was taken into the name. */
function endsWithName(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.includes(' ') && long.endsWith(` ${short}`);
}

/** Two days that are both known, or two days of the week. */
export function timesClash(a: TimeExpression | undefined, b: TimeExpression | undefined): boolean {
  const dayA = dayOf(a?.value);
  const dayB = dayOf(b?.value);
  if (dayA === undefined || dayB === undefined) return false;
  return dayA.length === dayB.length && dayA.slice(0, 5) === dayB.slice(0, 5) ? dayA !== dayB : false;
}

function dayOf(value: string | null | undefined): string | undefined {
  return /^(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d)/.exec(value ?? '')?.[0];
}

/** Whether it is a part of a quotation, or of what the same speaker says in a longer content: no utterance of its own. */
function isPartOfOwn({ index, attribution }: Content, list: readonly Content[]): boolean {
  if (attribution.parent === undefined) return false;
  // Nested contents stand beside the outer one in the list.
  for (let at = Math.max(0, index - NESTED_NEAR); at <= index + NESTED_NEAR; at++) {
    const outer = list[at]?.attribution;
    if (outer?.id === attribution.parent)
      return outer.form === 'direct' || outer.speaker === attribution.speaker;
  }
  return false;
}

const NESTED_NEAR = 8;

/** Of contents that overlap in one document, the inner one stays: the outer one only relays it. */
function withoutOverlaps(members: readonly Content[]): Content[] {
  const shortestFirst = members.toSorted((a, b) => lengthOf(a) - lengthOf(b) || a.index - b.index);
  const kept: Content[] = [];
  for (const member of shortestFirst) {
    const clash = kept.some(
      (other) =>
        other.attribution.document === member.attribution.document &&
        other.attribution.content.spans.some((span) =>
          member.attribution.content.spans.some((mine) => overlaps(span, mine)),
        ),
    );
    if (!clash) kept.push(member);
  }
  return kept.sort((a, b) => a.index - b.index);
}

function lengthOf({ attribution }: Content): number {
  return attribution.content.text.length;
}

function speakerOf(attributions: readonly Attribution[]): string | null {
  const counts = new Map<string, number>();
  for (const { speaker } of attributions) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
