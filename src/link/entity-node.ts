import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { LocalEntity, Mention } from '../model/mention.ts';
import { nameWords } from '../text/person-name.ts';

/** One local entity of one document, on its way to being joined with those of other documents. */
export interface EntityNode {
  /** Place in the list of nodes, which is sorted by document id: the same whatever the order of the documents. */
  readonly index: number;
  readonly annotated: AnnotatedDocument;
  readonly documentIndex: number;
  readonly localIndex: number;
  readonly local: LocalEntity;
  readonly mentions: readonly Mention[];
  /** Words of its fullest name, for named ones. */
  readonly words: readonly string[];
}

/** Lists all local entities, sorted by document id and by place in the document. */
export function entityNodes(documents: readonly AnnotatedDocument[]): EntityNode[] {
  const order = documents
    .map((annotated, documentIndex) => ({ annotated, documentIndex }))
    .sort((a, b) => compare(a.annotated.document.id, b.annotated.document.id));
  const nodes: EntityNode[] = [];
  for (const { annotated, documentIndex } of order) {
    const { entities, mentions } = annotated.coreference;
    const byEntity: Mention[][] = entities.map(() => []);
    for (const mention of mentions) byEntity[mention.entity]?.push(mention);
    entities.forEach((local, localIndex) => {
      nodes.push({
        index: nodes.length,
        annotated,
        documentIndex,
        localIndex,
        local,
        mentions: byEntity[localIndex] ?? [],
        words: local.named ? nameWords(local.name) : [],
      });
    });
  }
  return nodes;
}

/** Plain order of code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
