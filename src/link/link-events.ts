import type { BoostedTrees } from '../learn/boosted-trees.ts';
import { clusterMentions, MOST_COMPARED, type MentionPair } from './cluster-mentions.ts';
import { DocumentLikenesses } from './document-likeness.ts';
import { eventFeatures, headsRelate } from './event-likeness.ts';
import type { EventMention } from './event-mention.ts';
import { loadEventModel } from './event-model.ts';
import { headSpreads } from './head-spread.ts';
import type { StoryDocument } from './story-terms.ts';

/**
 * Which mentions are of one event, across documents and within: boosted trees judge pairs whose heads have to do with each
 * other (the same word or stem, one class of predicates, near in meaning) by the heads, the words around them and the likeness
 * of the documents; average linkage makes clusters of pairs.
 *
 * @param documents - all documents of the folder, which the mentions name by index.
 * @returns for each mention the smallest index of a mention of the same event.
 */
export function linkEvents(
  mentions: readonly EventMention[],
  documents: readonly StoryDocument[],
  trees: BoostedTrees = loadEventModel(),
): Int32Array {
  return clusterMentions(mentions.length, eventPairs(mentions, documents), trees);
}

/** Pairs of mentions whose heads have to do with each other; heads are compared with heads, not mentions with mentions. */
export function* eventPairs(
  mentions: readonly EventMention[],
  documents: readonly StoryDocument[],
): Generator<MentionPair> {
  const likenesses = new DocumentLikenesses(documents);
  const byHead = new Map<string, number[]>();
  mentions.forEach((mention, index) => {
    const key = `${mention.lemma} ${[...mention.words].join(' ')}`;
    const same = byHead.get(key);
    if (same) same.push(index);
    else byHead.set(key, [index]);
  });
  const heads = [...byHead.values()];
  const related = new Map<number, number[][]>();
  heads.forEach((one, at) => {
    for (const other of heads.slice(at)) {
      const [a, b] = [mentions[one[0] ?? 0], mentions[other[0] ?? 0]];
      if (!a || !b || (one !== other && !headsRelate(a, b))) continue;
      for (const list of new Set([one, other])) {
        const known = related.get(list[0] ?? 0);
        const partner = list === one ? other : one;
        if (known) known.push(partner);
        else related.set(list[0] ?? 0, [partner]);
      }
    }
  });
  const spreads = headSpreads(mentions, documents.length);
  for (const list of heads) {
    const partners = (related.get(list[0] ?? 0) ?? []).flat().sort((x, y) => x - y);
    let next = 0;
    for (const index of list) {
      const a = mentions[index];
      if (!a) continue;
      while (next < partners.length && (partners[next] as number) <= index) next++;
      for (const other of partners.slice(next, next + MOST_COMPARED)) {
        const b = mentions[other];
        if (!b) continue;
        const spread = Math.max(spreads.get(a.key) ?? 0, spreads.get(b.key) ?? 0);
        const likeness = likenesses.of(a.documentIndex, b.documentIndex);
        yield { a: index, b: other, features: eventFeatures(a, b, likeness, spread) };
      }
    }
  }
}
