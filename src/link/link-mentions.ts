import { treesProbability, type BoostedTrees } from '../learn/boosted-trees.ts';
import { averageLink, type LikePair } from './average-link.ts';
import { DocumentLikenesses } from './document-likeness.ts';
import { EntityCallings } from './entity-callings.ts';
import type { EntityMention } from './entity-mention.ts';
import { headSpreads } from './head-spread.ts';
import { mentionCandidates } from './mention-candidates.ts';
import { mentionFeatures } from './mention-likeness.ts';
import { loadMentionModel } from './mention-model.ts';
import { pronounAnchors } from './pronoun-anchor.ts';
import type { StoryDocument } from './story-terms.ts';

/** Two mentions by index, `a` below `b`, with the features of {@link mentionFeatures}. */
export interface MentionPair {
  readonly a: number;
  readonly b: number;
  readonly features: Float32Array;
}

/** Mean probability from which two clusters are joined; chosen by cross-validation over the topics of ECB+ train. */
const LEAST_MEAN = 0.3;
/** Pairs less likely than this count as having nothing in common. */
const LEAST_PROBABILITY = 0.01;
/** A mention is compared with so many others, those that follow it in the list. */
const MOST_COMPARED = 400;

/**
 * Which mentions stand for one person, body, thing, place or time, across documents and within.
 *
 * Wider than `linkEntities`, which names the entities of a dossier and leaves apart whatever is not certain: here what is
 * likely is joined, "the flaw" and "a security hole" as well. Boosted trees judge pairs that have a word or an entity in
 * common or heads near in meaning; average linkage makes clusters of pairs. A pronoun goes with the words that it stands for.
 *
 * @param documents - all documents of the folder, which the mentions name by index.
 * @returns for each mention the smallest index of a mention of the same.
 */
export function linkMentions(
  mentions: readonly EntityMention[],
  documents: readonly StoryDocument[],
  trees: BoostedTrees = loadMentionModel(),
): Int32Array {
  const pairs: LikePair[] = [];
  for (const { a, b, features } of mentionPairs(mentions, documents)) {
    const likeness = treesProbability(trees, features);
    if (likeness >= LEAST_PROBABILITY) pairs.push({ a, b, likeness });
  }
  const clusters = averageLink(mentions.length, pairs, LEAST_MEAN, MOST_COMPARED);
  const smallest = new Map<number, number>();
  return pronounAnchors(mentions).map((anchor, index) => {
    const cluster = clusters[anchor] as number;
    const first = smallest.get(cluster) ?? index;
    smallest.set(cluster, first);
    return first;
  });
}

/** Pairs of mentions that are worth judging; a pronoun with words to stand for is in none. */
export function* mentionPairs(
  mentions: readonly EntityMention[],
  documents: readonly StoryDocument[],
): Generator<MentionPair> {
  const callings = new EntityCallings(mentions, documents.length);
  const likenesses = new DocumentLikenesses(documents);
  const spreads = headSpreads(mentions, documents.length);
  const candidates = mentionCandidates(mentions, pronounAnchors(mentions), callings);
  for (const [index, partners] of candidates.entries()) {
    const a = mentions[index];
    if (!a) continue;
    for (const other of partners.slice(0, MOST_COMPARED)) {
      const b = mentions[other];
      if (!b) continue;
      const spread = Math.max(spreads.get(a.key) ?? 0, spreads.get(b.key) ?? 0);
      const likeness = likenesses.of(a.documentIndex, b.documentIndex);
      yield {
        a: index,
        b: other,
        features: mentionFeatures(a, b, { documents: likeness, callings, spread }),
      };
    }
  }
}
