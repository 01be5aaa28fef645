import type { DisjointSets } from './disjoint-sets.ts';
import { compare, type EntityNode } from './entity-node.ts';
import type { NameClash } from './link-people.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import { compareSpans } from '../model/span.ts';

const REASONS: Readonly<Record<NameClash['because'], string>> = {
  office: 'the documents give both the same office',
  acts: 'the documents report the same statement of both',
  likeness: 'the names are alike, and each is much spoken of in documents that do not know the other',
};

/** One discrepancy for each person whom documents call by first names that no spelling explains. */
export function nameDiscrepancies(
  clashes: readonly NameClash[],
  sets: DisjointSets,
  groups: ReadonlyMap<number, readonly EntityNode[]>,
  idOf: ReadonlyMap<number, string>,
): Discrepancy[] {
  const reasons = new Map(
    [...clashes]
      .sort((x, y) => compare(x.because, y.because) || compare(x.part, y.part))
      .map((clash) => [sets.find(clash.a.nodes[0]?.index ?? 0), clash]),
  );
  const roots = new Set(reasons.keys());
  const discrepancies: Discrepancy[] = [];
  for (const root of roots) {
    const group = groups.get(root) ?? [];
    const id = idOf.get(root) ?? '';
    const readings = group.flatMap((node) => {
      const mention = node.mentions.find(
        ({ form, span }) =>
          form === 'name' && node.annotated.document.text.slice(...span) === node.local.name,
      );
      return mention && node.words.length > 1
        ? [
            {
              value: node.local.name,
              heldBy: null,
              evidence: evidenceAt(node.annotated.document, [mention.span]),
            },
          ]
        : [];
    });
    const family = group[0]?.words.at(-1) ?? '';
    const parts = readings[0]?.value.split(/\s+/) ?? [family];
    const isFirst = reasons.get(root)?.part !== 'family';
    readings.sort(
      (a, b) =>
        compare(a.value, b.value) ||
        compare(a.evidence.document, b.evidence.document) ||
        compareSpans(a.evidence.spans[0] ?? [0, 0], b.evidence.spans[0] ?? [0, 0]),
    );
    discrepancies.push({
      id: contentId('x', 'name', id, ...readings.map(({ value }) => value)),
      kind: 'name',
      about: isFirst ? `First name of ${parts.at(-1)}` : `Family name of ${parts[0]}`,
      importance: 'medium',
      readings,
      note: `Taken for one person because ${REASONS[reasons.get(root)?.because ?? 'acts']}.`,
    });
  }
  return discrepancies.sort((a, b) => compare(a.id, b.id));
}
