import type { Document } from '../model/document.ts';
import type { Lineage, LineageEdge } from '../model/lineage.ts';

/**
 * Divides documents into independent beginnings: whatever shares text, directly or through others, goes into one part, and so do the entries of
 * one live blog, which one newsroom writes.
 *
 * A part is named after the agency that its documents credit for the whole of their copy, where they credit just one. A
 * citation alone joins nobody: two accounts that each quote an agency's line are still two accounts.
 *
 * @returns a partition, parts and the documents in them in the order of their ids.
 */
export function groupOrigins(
  documents: readonly Document[],
  edges: readonly LineageEdge[],
): Lineage['origins'] {
  const parent = new Map(documents.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  const join = (a: string, b: string): void => {
    const [low, high] = [rootOf(a), rootOf(b)].sort();
    if (low !== undefined && high !== undefined) parent.set(high, low);
  };
  for (const { from, to, kind } of edges)
    if (kind !== 'cites' && parent.has(from) && parent.has(to)) join(from, to);
  const firstOf = new Map<string, string>();
  for (const { id, liveBlog } of documents) {
    if (liveBlog === undefined) continue;
    const first = firstOf.get(liveBlog.id);
    if (first === undefined) firstOf.set(liveBlog.id, id);
    else join(first, id);
  }
  const parts = new Map<string, Document[]>();
  for (const document of documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const root = rootOf(document.id);
    const part = parts.get(root);
    if (part) part.push(document);
    else parts.set(root, [document]);
  }
  return [...parts.values()].map((part) => ({ documents: part.map(({ id }) => id), origin: agencyOf(part) }));
}

function agencyOf(documents: readonly Document[]): string | null {
  const names = new Set(
    documents.flatMap(({ credits }) =>
      credits.filter(({ role }) => role === 'origin').map(({ name }) => name),
    ),
  );
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : null;
}

/**
 * How many independent beginnings stand behind `documentIds`: those who carry a claim or an utterance, for instance.
 *
 * A document that the lineage does not know counts as a beginning of its own.
 */
export function countOrigins(documentIds: readonly string[], lineage: Pick<Lineage, 'origins'>): number {
  return originCounter(lineage)(documentIds);
}

/** {@link countOrigins} for a lineage that is asked again and again: the documents are looked up in a table made once. */
export function originCounter({
  origins,
}: Pick<Lineage, 'origins'>): (documentIds: Iterable<string>) => number {
  const partOf = new Map(origins.flatMap((part, i) => part.documents.map((id) => [id, i] as const)));
  return (documentIds) => {
    const beginnings = new Set<number | string>();
    for (const id of documentIds) beginnings.add(partOf.get(id) ?? id);
    return beginnings.size;
  };
}
