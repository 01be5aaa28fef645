import type { BoostedTrees } from '../learn/boosted-trees.ts';
import { clusterMentions, MOST_COMPARED, type MentionPair } from './cluster-mentions.ts';
import { DocumentLikenesses } from './document-likeness.ts';
import { EntityCallings } from './entity-callings.ts';
import type { EntityMention } from './entity-mention.ts';
import { headSpreads } from './head-spread.ts';
import { mentionCandidates } from './mention-candidates.ts';
import { mentionFeatures } from './mention-likeness.ts';
import { loadMentionModel } from './mention-model.ts';
import { pronounAnchors } from './pronoun-anchor.ts';
import type { StoryDocument } from './story-terms.ts';

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
  const clusters = clusterMentions(mentions.length, mentionPairs(mentions, documents), trees);
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
