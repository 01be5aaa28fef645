import { wordNet } from '../learn/word-net.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import type { EntityCallings } from './entity-callings.ts';
import type { EntityMention } from './entity-mention.ts';

/** Cosine of two heads from which they may stand for one thing. */
const LEAST_NEARNESS = 0.3;
const STEM = 4;
/** Heads beyond these are compared as words only: heads are compared with all others. */
const MOST_HEADS = 3000;

/**
 * For each mention those after it in the list that may stand for the same, in their order: they share an entity, a word, a
 * stem or a time, or have heads near in meaning, be it heads of what the story elsewhere calls their entities.
 *
 * @param anchors - as `pronounAnchors` gives them; mentions that are judged by another one have no candidates.
 */
export function mentionCandidates(
  mentions: readonly EntityMention[],
  anchors: Int32Array,
  callings: EntityCallings,
): number[][] {
  const own = mentions.filter((_, index) => anchors[index] === index);
  const related = relatedHeads(new Set(own.flatMap((mention) => callings.heads(mention))));
  const postings = new Map<string, number[]>();
  const keys = mentions.map((mention, index) => {
    if (anchors[index] !== index) return [];
    const found = keysOf(mention, callings);
    for (const key of found) {
      const list = postings.get(key);
      if (list) list.push(index);
      else postings.set(key, [index]);
    }
    return found;
  });
  return mentions.map((mention, index) => {
    const found = new Set<number>();
    const take = (key: string): void => {
      for (const other of postings.get(key) ?? []) if (other > index) found.add(other);
    };
    for (const key of keys[index] ?? []) take(key);
    if (anchors[index] === index)
      for (const head of callings.heads(mention))
        for (const partner of related.get(head) ?? []) take(`head/${partner}`);
    return [...found].sort((x, y) => x - y);
  });
}

function keysOf(mention: EntityMention, callings: EntityCallings): Set<string> {
  const { entity, documentIndex, local, time, key, words } = mention;
  const keys = new Set<string>();
  if (entity !== undefined) keys.add(`entity/${entity}`);
  if (local >= 0) keys.add(`local/${documentIndex}/${local}`);
  if (time !== undefined) keys.add(`time/${time}`);
  if (key.length >= STEM) keys.add(`stem/${key.slice(0, STEM)}`);
  for (const head of callings.heads(mention)) keys.add(`head/${head}`);
  for (const word of words) keys.add(`word/${word}`);
  for (const word of callings.words(mention)) keys.add(`word/${word}`);
  return keys;
}

/** For each lemma that heads a mention the other lemmas that are near it in meaning. */
function relatedHeads(lemmas: ReadonlySet<string>): Map<string, string[]> {
  const [vectors, net] = [wordVectors(), wordNet()];
  const heads = [...lemmas].slice(0, MOST_HEADS).map((lemma) => ({
    row: vectors.rowOf(lemma),
    entry: net.rowOf(lemma, 'noun'),
    lemma,
    related: [] as string[],
  }));
  heads.forEach((one, at) => {
    for (const other of heads.slice(at + 1)) {
      const relation = net.relate(one.entry, other.entry);
      const isRelated = relation !== null && relation !== 'antonym';
      if (!isRelated && vectors.similarity(one.row, other.row) < LEAST_NEARNESS) continue;
      one.related.push(other.lemma);
      other.related.push(one.lemma);
    }
  });
  return new Map(heads.map(({ lemma, related }) => [lemma, related]));
}
