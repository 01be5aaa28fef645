import { DisjointSets } from './disjoint-sets.ts';
import { compare, entityNodes, type EntityNode } from './entity-node.ts';
import { KindVotes } from './kind-votes.ts';
import {
  joinAcronyms,
  joinCapitals,
  joinOwnPlaces,
  joinShortenedBodies,
  joinUnnamedBodies,
} from './link-bodies.ts';
import { linkPeople } from './link-people.ts';
import { nameDiscrepancies } from './name-discrepancies.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Entity, EntityKind, Role } from '../model/entity.ts';
import { evidenceAt, type Evidence } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { Mention } from '../model/mention.ts';
import { bodyNameKey } from '../text/body-name.ts';
import { nameKey } from '../text/person-name.ts';

export interface LinkedEntities {
  readonly entities: Entity[];
  /** `entityOf[document][local entity]` is an entity's id; documents in the order in which they were given. */
  readonly entityOf: readonly (readonly string[])[];
  /** People whom documents call by different first names. */
  readonly discrepancies: Discrepancy[];
}

/**
 * Joins what several documents mention: one entity for a person, body or country with all its spellings.
 *
 * Named ones are joined by what general knowledge says of them (a country and its capital), by name, and for people by
 * family name and office. Unnamed sources and groups stay with their document, except holders of an office of which a
 * country has one ("Norway's foreign minister"). Ids are made from names, so the order of the documents changes nothing.
 * Costs n log n in the number of mentions.
 */
export function linkEntities(documents: readonly AnnotatedDocument[]): LinkedEntities {
  const nodes = entityNodes(documents);
  const sets = new DisjointSets(nodes.length);
  joinByKey(nodes, sets, (node) => node.local.key);
  joinCapitals(nodes, sets);
  joinOwnPlaces(nodes, sets);
  const kinds = new KindVotes(nodes);
  joinByKey(nodes, sets, (node) => (isNamedOtherwise(node, kinds) ? nameKeyOf(node) : undefined));
  joinShortenedBodies(nodes, sets);
  joinAcronyms(nodes, sets);
  const clashes = linkPeople(nodes, sets, kinds);
  joinOfficeHolders(nodes, sets);
  joinUnnamedBodies(nodes, sets);
  const groups = new Map<number, EntityNode[]>();
  for (const node of nodes) {
    const root = sets.find(node.index);
    const group = groups.get(root);
    if (group) group.push(node);
    else groups.set(root, [node]);
  }
  const idOf = nameGroups(groups);
  const entities = [...groups].map(([root, group]) =>
    makeEntity(idOf.get(root) ?? '', group, sets, idOf, nodes),
  );
  entities.sort((a, b) => b.mentions.length - a.mentions.length || compare(a.id, b.id));
  const entityOf: string[][] = documents.map(({ coreference }) => coreference.entities.map(() => ''));
  for (const node of nodes) {
    const row = entityOf[node.documentIndex];
    if (row) row[node.localIndex] = idOf.get(sets.find(node.index)) ?? '';
  }
  return {
    entities,
    entityOf,
    discrepancies: clashes.length === 0 ? [] : nameDiscrepancies(clashes, sets, groups, idOf),
  };
}

/** Whether a name is joined by its words alone: a single word for a person is joined as a family name instead. */
function isNamedOtherwise(node: EntityNode, kinds: KindVotes): boolean {
  const { local, words } = node;
  return local.named && local.key === undefined && (words.length > 1 || !kinds.isPerson(node));
}

function nameKeyOf(node: EntityNode): string {
  return `name/${bodyNameKey(node.local.name).replaceAll(' ', '')}`;
}

function joinByKey(
  nodes: readonly EntityNode[],
  sets: DisjointSets,
  keyOf: (node: EntityNode) => string | undefined,
): void {
  const first = new Map<string, number>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key === undefined) continue;
    const other = first.get(key);
    if (other === undefined) first.set(key, node.index);
    else sets.join(other, node.index);
  }
}

/**
 * "Norway's foreign minister", unnamed here, is who holds that office elsewhere, if all name the same person. "The Norwegian
 * minister" has no field and fits any minister of Norway, if the documents name one only.
 */
function joinOfficeHolders(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const holders = new Map<string, number[]>();
  for (const node of nodes) {
    if (!node.local.named) continue;
    for (const office of node.local.offices ?? [])
      for (const key of new Set([office, office.replace(/\/[^/]*\//, '//')])) {
        const list = holders.get(key);
        if (list) list.push(node.index);
        else holders.set(key, [node.index]);
      }
  }
  const unnamed = new Map<string, number>();
  for (const node of nodes) {
    if (node.local.named || node.local.kind !== 'person') continue;
    const [office] = node.local.offices ?? [];
    if (office === undefined) continue;
    const roots = new Set((holders.get(office) ?? []).map((holder) => sets.find(holder)));
    if (roots.size > 1) continue;
    const [holder = unnamed.get(office)] = roots;
    if (holder === undefined) unnamed.set(office, node.index);
    else sets.join(holder, node.index);
  }
}

/** Ids from what the entities are called; two of one name and kind also take their first place, by document id. */
function nameGroups(groups: ReadonlyMap<number, readonly EntityNode[]>): Map<number, string> {
  const idOf = new Map<number, string>();
  const owner = new Map<string, number>();
  for (const [root, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const named = group.some((node) => node.local.named);
    const place = `${first.annotated.document.id}:${first.mentions[0]?.span[0] ?? first.localIndex}:${first.localIndex}`;
    const key = group.find((node) => node.local.key !== undefined)?.local.key;
    const name =
      key ??
      (named
        ? `${kindOf(group) === 'person' ? 'person' : 'body'}/${nameKey(nameOf(group))}`
        : `unnamed/${place}`);
    let id = contentId('e', name);
    if (owner.has(id)) id = contentId('e', name, place);
    owner.set(id, root);
    idOf.set(root, id);
  }
  return idOf;
}

function makeEntity(
  id: string,
  group: readonly EntityNode[],
  sets: DisjointSets,
  idOf: ReadonlyMap<number, string>,
  nodes: readonly EntityNode[],
): Entity {
  const name = nameOf(group);
  const named = group.some((node) => node.local.named);
  const counts = new Map<string, number>();
  for (const node of group)
    for (const mention of node.mentions)
      if (mention.form !== 'pronoun') {
        const text = textOfMention(node, mention);
        // "The foreign office in Osk" is what gave the name, whatever stands in it.
        if (mention.form === 'name' || !named || namesSomebody(text) || text.replace(/^the /i, '') === name)
          counts.set(text, (counts.get(text) ?? 0) + 1);
      }
  // "Foreign Ministry" stands in each "Norway's Foreign Ministry", and "a source" in "a source close to the panel".
  if (!counts.has(name))
    counts.set(
      name,
      [...counts].reduce(
        (sum, [text, count]) =>
          text.includes(name) || (!named && name.startsWith(text)) ? sum + count : sum,
        0,
      ),
    );
  const aliases = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const roles = rolesOf(group);
  const speaksFor = speaksForOf(id, group, sets, idOf, nodes);
  return {
    id,
    kind: kindOf(group),
    name,
    aliases: aliases.map(([alias]) => alias),
    aliasCounts: aliases.map(([, count]) => count),
    roles: roles.map(({ text }) => text),
    roleEvidence: roles,
    ...(speaksFor === undefined ? {} : { speaksFor }),
    mentions: group.flatMap((node) => node.mentions.map((mention) => evidenceOf(node, mention))),
  };
}

function textOfMention(node: EntityNode, mention: Mention): string {
  return node.annotated.document.text.slice(...mention.span);
}

function evidenceOf(node: EntityNode, mention: Mention): Evidence {
  return evidenceAt(node.annotated.document, [mention.span]);
}

function namesSomebody(text: string): boolean {
  return NAMING.test(text) && !NO_NAMING.test(text) && / \p{Lu}/u.test(text);
}

/** A description that says by itself who is meant, by a name within it: "the top Brunian diplomat". */
const NAMING = /^(?:the )?(?!(?:an?|its?|his|her|their|our|my|your) )(?:[^\s,;:]+ ){0,6}[^\s,;:]+$/i;
const NO_NAMING = / (?:and|or|to|in|at|from|on|with|by|regarding|against) |^\S+$/;

/** Opens what is no name but a description in the place of one: "its foreign ministry". */
const DESCRIBES = /^(?:the|its|his|her|their|our|my|a|an) /i;

/** The fullest name that most documents use, a name before a description: by words, then by how many documents have it, then by the alphabet. */
function nameOf(group: readonly EntityNode[]): string {
  const named = group.filter((node) => node.local.named);
  const documents = new Map<string, number>();
  for (const node of named.length > 0 ? named : group)
    documents.set(node.local.name, (documents.get(node.local.name) ?? 0) + 1);
  const isPerson = kindOf(group) === 'person';
  const words = (name: string) => (isPerson ? Math.min(2, name.split(/\s+/).length) : 0);
  return (
    [...documents].sort(
      (a, b) =>
        Number(DESCRIBES.test(a[0])) - Number(DESCRIBES.test(b[0])) ||
        words(b[0]) - words(a[0]) ||
        b[1] - a[1] ||
        b[0].length - a[0].length ||
        compare(a[0], b[0]),
    )[0]?.[0] ?? ''
  );
}

function kindOf(group: readonly EntityNode[]): EntityKind {
  const counts = new Map<EntityKind, number>();
  for (const { local } of group) counts.set(local.kind, (counts.get(local.kind) ?? 0) + 1);
  // A country that acts in one document is a government in the story, wherever else it is only a place.
  if (counts.has('government')) return 'government';
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? 'group';
}

function rolesOf(group: readonly EntityNode[]): Role[] {
  const roles = new Map<string, { text: string; evidence: Evidence[] }>();
  for (const node of group)
    for (const { text, span } of node.local.roles) {
      const key = nameKey(text).replace(/^(?:the|a|an) /, '');
      const role = roles.get(key) ?? { text, evidence: [] };
      role.evidence.push(evidenceAt(node.annotated.document, [span]));
      roles.set(key, role);
    }
  return [...roles.values()].sort((a, b) => b.evidence.length - a.evidence.length || compare(a.text, b.text));
}

function speaksForOf(
  id: string,
  group: readonly EntityNode[],
  sets: DisjointSets,
  idOf: ReadonlyMap<number, string>,
  nodes: readonly EntityNode[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const { local, index, localIndex } of group) {
    if (local.speaksFor === undefined) continue;
    // Local entities of one document lie side by side in the list of nodes.
    const node = nodes[index - localIndex + local.speaksFor];
    const other = node && idOf.get(sets.find(node.index));
    if (other !== undefined && other !== id) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
}
