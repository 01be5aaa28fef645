import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Credit } from '../model/document.ts';
import type { Entity } from '../model/entity.ts';
import { contentId } from '../model/id.ts';

/** Documents whose credits name the story's entities, and the entities with those that only credits name. */
export interface ResolvedCredits {
  readonly documents: readonly AnnotatedDocument[];
  readonly entities: readonly Entity[];
}

/**
 * Makes the agencies that credits name entities of the story: the one that the texts mention under the same name, or else an
 * organisation that the credits alone are evidence for.
 */
export function resolveCredits(
  documents: readonly AnnotatedDocument[],
  entities: readonly Entity[],
): ResolvedCredits {
  const byName = new Map<string, string>();
  for (const entity of entities) {
    for (const alias of entity.aliases) byName.set(alias.toLowerCase(), entity.id);
  }
  const creditsOf = new Map<string, Credit[]>();
  for (const { document } of documents) {
    for (const credit of document.credits) {
      if (byName.has(credit.name.toLowerCase())) continue;
      const alike = creditsOf.get(credit.name) ?? [];
      creditsOf.set(credit.name, alike);
      alike.push(credit);
    }
  }
  const added = [...creditsOf].map(([name, credits]): Entity => {
    const id = contentId('e', 'credit', name);
    byName.set(name.toLowerCase(), id);
    return {
      id,
      kind: 'organisation',
      name,
      aliases: [name],
      aliasCounts: [credits.length],
      roles: [],
      roleEvidence: [],
      mentions: credits.map((credit) => credit.evidence),
    };
  });
  const withEntity = (credit: Credit): Credit => {
    const entity = byName.get(credit.name.toLowerCase());
    return entity === undefined ? credit : { ...credit, entity };
  };
  return {
    documents: documents.map((each) =>
      each.document.credits.length === 0
        ? each
        : { ...each, document: { ...each.document, credits: each.document.credits.map(withEntity) } },
    ),
    entities: [...entities, ...added.toSorted((a, b) => (a.id < b.id ? -1 : 1))],
  };
}
