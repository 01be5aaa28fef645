import type { EntityMention } from './entity-mention.ts';

/**
 * The mention that each mention is judged by: its own, or for a pronoun the words that it stands for. Those are the nearest
 * of its entity before it, if coreference has one; for a relative pronoun that it left open the mention right before.
 *
 * @returns for each mention the index of another one or its own.
 */
export function pronounAnchors(mentions: readonly EntityMention[]): Int32Array {
  const byDocument = new Map<number, number[]>();
  mentions.forEach(({ documentIndex }, index) => {
    const list = byDocument.get(documentIndex);
    if (list) list.push(index);
    else byDocument.set(documentIndex, [index]);
  });
  const anchors = Int32Array.from({ length: mentions.length }, (_, index) => index);
  for (const list of byDocument.values()) {
    /** The latest words for each entity of the document, and the latest of all. */
    const wordsFor = new Map<number, number>();
    let words = -1;
    const early: number[] = [];
    for (const index of list.sort((x, y) => (mentions[x]?.token ?? 0) - (mentions[y]?.token ?? 0))) {
      const mention = mentions[index];
      if (!mention) continue;
      const { form, local, lemma, sentence } = mention;
      if (form !== 'pronoun') {
        words = index;
        if (local >= 0) wordsFor.set(local, index);
      } else if (wordsFor.has(local)) anchors[index] = wordsFor.get(local) ?? index;
      else if (local >= 0) early.push(index);
      else if (RELATIVE.test(lemma) && mentions[words]?.sentence === sentence) anchors[index] = words;
    }
    // "Before she fled, the driver …": words that come later are better than none.
    for (const index of early) anchors[index] = wordsFor.get(mentions[index]?.local ?? -1) ?? index;
  }
  return anchors;
}

const RELATIVE = /^(?:who|whom|whose|which|that|where)$/;
