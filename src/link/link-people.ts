import type { DisjointSets } from './disjoint-sets.ts';
import { compare, type EntityNode } from './entity-node.ts';
import { isFamilyNameOf } from '../text/person-name.ts';
import { givenNamesFit } from '../text/name-similarity.ts';

/** A full name as documents spell it, with all who bear it. */
export interface PersonName {
  readonly words: readonly string[];
  readonly nodes: EntityNode[];
}

/** Two full names of one person that no spelling explains: another first name with the same family name. */
export interface NameClash {
  readonly a: PersonName;
  readonly b: PersonName;
}

/** More full names than this with one family name are not compared pair by pair: it is a family name like "Lee". */
const MAX_NAMES_A_FAMILY = 64;

/**
 * Joins people across documents by name, and says where one person goes by two first names.
 *
 * 1. The same full name is the same person, hyphens, apostrophes and accents aside.
 * 2. With one family name, first names that spell each other (initials, transliterations) are one person.
 * 3. A family name alone goes to the only full name that it fits; where it fits several, to the one with the same office,
 *    else to none.
 * 4. Different first names with one family name stay apart, unless the documents show one person: the same office of one
 *    holder, in documents that never name both. Those are joined and reported.
 *
 * Candidates come from an index of family names, never from all pairs.
 */
export function linkPeople(nodes: readonly EntityNode[], sets: DisjointSets): NameClash[] {
  const people = nodes.filter(
    (node) => node.local.kind === 'person' && node.local.named && node.words.length > 0,
  );
  const full = new Map<string, PersonName>();
  const short: EntityNode[] = [];
  for (const node of people) {
    if (node.words.length === 1) {
      short.push(node);
      continue;
    }
    const key = node.words.join('');
    const name = full.get(key);
    if (name) name.nodes.push(node);
    else full.set(key, { words: node.words, nodes: [node] });
  }
  const families = new Map<string, PersonName[]>();
  for (const name of full.values()) {
    joinAll(name.nodes, sets);
    for (const family of familyKeys(name.words)) {
      const list = families.get(family);
      if (list) list.push(name);
      else families.set(family, [name]);
    }
  }
  const clashes: NameClash[] = [];
  for (const list of families.values()) clashes.push(...joinFamily(list, sets));
  for (const node of short) joinShort(node, families, sets);
  return clashes;
}

function joinAll(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const [first] = nodes;
  if (first) for (const node of nodes) sets.join(first.index, node.index);
}

/** Keys under which a full name is found by its family name: its last word, and its last words together. */
function familyKeys(words: readonly string[]): string[] {
  const keys: string[] = [];
  let suffix = '';
  for (let at = words.length - 1; at >= 1; at--) {
    suffix = (words[at] ?? '') + suffix;
    keys.push(suffix);
  }
  return keys;
}

function joinFamily(names: readonly PersonName[], sets: DisjointSets): NameClash[] {
  const clashes: NameClash[] = [];
  if (names.length < 2 || names.length > MAX_NAMES_A_FAMILY) return clashes;
  const sorted = [...names].sort((a, b) => compare(a.words.join(' '), b.words.join(' ')));
  sorted.forEach((a, at) => {
    for (const b of sorted.slice(at + 1)) {
      if (givenNamesFit(a.words[0] ?? '', b.words[0] ?? '')) {
        if (!shareDocument(a, b)) sets.join(a.nodes[0]?.index ?? 0, b.nodes[0]?.index ?? 0);
      } else if (!shareDocument(a, b) && shareOffice(a, b)) {
        sets.join(a.nodes[0]?.index ?? 0, b.nodes[0]?.index ?? 0);
        clashes.push({ a, b });
      }
    }
  });
  return clashes;
}

function shareDocument(a: PersonName, b: PersonName): boolean {
  const documents = new Set(a.nodes.map((node) => node.documentIndex));
  return b.nodes.some((node) => documents.has(node.documentIndex));
}

function shareOffice(a: PersonName, b: PersonName): boolean {
  const offices = new Set(a.nodes.flatMap((node) => node.local.offices ?? []));
  return b.nodes.some((node) => node.local.offices?.some((office) => offices.has(office)));
}

function joinShort(
  node: EntityNode,
  families: ReadonlyMap<string, readonly PersonName[]>,
  sets: DisjointSets,
): void {
  const candidates = (families.get(node.words.join('')) ?? []).filter((name) =>
    isFamilyNameOf(node.words, name.words),
  );
  const roots = new Set(candidates.map((name) => sets.find(name.nodes[0]?.index ?? 0)));
  if (roots.size === 1) {
    sets.join(node.index, [...roots][0] ?? node.index);
    return;
  }
  const held = new Set(node.local.offices ?? []);
  const same = candidates.filter((name) =>
    name.nodes.some((other) => other.local.offices?.some((office) => held.has(office))),
  );
  const sameRoots = new Set(same.map((name) => sets.find(name.nodes[0]?.index ?? 0)));
  if (sameRoots.size === 1) sets.join(node.index, [...sameRoots][0] ?? node.index);
}
