import type { DisjointSets } from './disjoint-sets.ts';
import { compare, type EntityNode } from './entity-node.ts';
import type { KindVotes } from './kind-votes.ts';
import { sharedActs } from './shared-acts.ts';
import { soundKey, latinize } from '../text/latinize.ts';
import { SAME_NAME, givenNamesFit, jaroWinkler, nameSimilarity } from '../text/name-similarity.ts';
import { isFamilyNameOf } from '../text/person-name.ts';

/** A full name as documents spell it, with all who bear it. */
export interface PersonName {
  readonly words: readonly string[];
  readonly nodes: EntityNode[];
}

/** Two full names of one person that no spelling explains: another first name, or another family name that sounds alike. */
export interface NameClash {
  readonly a: PersonName;
  readonly b: PersonName;
  readonly part: 'first' | 'family';
  /** What shows that it is one person. */
  readonly because: 'office' | 'acts' | 'likeness';
}

/** More full names than this that sound alike are not compared pair by pair: it is a family name like "Lee". */
const MAX_NAMES_A_FAMILY = 64;

/**
 * Joins people across documents by name, and says where one person goes by two first names.
 *
 * 1. The same full name is the same person, hyphens, apostrophes and accents aside.
 * 2. Full names that are spellings of each other (transliterations, initials, slips) are one person.
 * 3. A family name alone goes to the only full name that it fits; where it fits several, to the one with the same office,
 *    else to none.
 * 4. Different first names with one family name stay apart, and so do family names that sound alike with one first name, unless the documents show one person: the same office of one
 *    holder, or the same statements, or like first names of somebody whom both stories are much about, in documents that never name
 *    both. Those are joined and reported.
 *
 * Candidates come from an index of how family names sound, never from all pairs.
 */
export function linkPeople(nodes: readonly EntityNode[], sets: DisjointSets, kinds: KindVotes): NameClash[] {
  const full = new Map<string, PersonName>();
  const short: EntityNode[] = [];
  for (const node of nodes) {
    if (!node.local.named || node.words.length === 0 || node.local.key !== undefined || !kinds.isPerson(node))
      continue;
    const key = node.words.join('');
    const name = full.get(key);
    if (node.words.length === 1) short.push(node);
    else if (name) name.nodes.push(node);
    else full.set(key, { words: node.words, nodes: [node] });
  }
  const families = new Map<string, PersonName[]>();
  const sounds = new Map<string, PersonName[]>();
  const given = new Map<string, PersonName[]>();
  for (const name of full.values()) {
    joinAll(name.nodes, sets);
    for (const family of familyKeys(name.words)) push(families, family, name);
    push(sounds, skeleton(name.words.at(-1) ?? ''), name);
    push(given, name.words[0] ?? '', name);
  }
  const clashes: NameClash[] = [];
  for (const names of sounds.values()) clashes.push(...joinSpellings(names, sets));
  const alone = new Map<string, number>();
  const others = new Set(nodes.flatMap((node) => (isOtherKind(node) ? node.words.join('') : [])));
  for (const node of short) {
    const isOther = others.has(node.words[0] ?? '');
    if (joinShort(node, families, sounds, sets) || (!isOther && joinGiven(node, given, sets))) continue;
    // A family name that no document gives in full: the same word is the same person.
    const [word = ''] = node.words;
    const other = families.has(word) ? undefined : alone.get(word);
    if (other === undefined) alone.set(word, node.index);
    else sets.join(other, node.index);
  }
  return clashes;
}

/** Whether something is named that is no person: its name alone is nobody's first name. */
function isOtherKind({ local }: EntityNode): boolean {
  return local.named && (local.key !== undefined || local.kind !== 'person');
}

function joinAll(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const [first] = nodes;
  if (first) for (const node of nodes) sets.join(first.index, node.index);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
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

/** The consonants of how a word sounds, voiced or not: spellings of one family name share it. */
function skeleton(word: string): string {
  const sound = soundKey(latinize(word)).replace(/[gdb]/g, (letter) => UNVOICED[letter] ?? letter);
  return sound.charAt(0) + sound.slice(1).replace(/[aeiou]/g, '');
}

/** "Beglan" and "Beghlan", of which the second sounds like "Beklan", are to be compared. */
const UNVOICED: Readonly<Record<string, string>> = { g: 'k', d: 't', b: 'p' };

function joinSpellings(names: readonly PersonName[], sets: DisjointSets): NameClash[] {
  const clashes: NameClash[] = [];
  if (names.length < 2 || names.length > MAX_NAMES_A_FAMILY) return clashes;
  const sorted = [...names].sort((a, b) => compare(a.words.join(' '), b.words.join(' ')));
  sorted.forEach((a, at) => {
    for (const b of sorted.slice(at + 1)) {
      // Who is named in full by two spellings in one document is two people: a writer keeps to one spelling.
      if (shareDocument(a, b)) continue;
      const [first, second] = [a.nodes[0]?.index ?? 0, b.nodes[0]?.index ?? 0];
      if (sameName(a, b)) sets.join(first, second);
      else {
        const part = differingPart(a.words, b.words);
        if (part === undefined || (part === 'first' && (hasKin(a) || hasKin(b)))) continue;
        const because =
          shareOffice(a, b) || shareRole(a, b, part)
            ? 'office'
            : sharedActs(a.nodes, b.nodes)
              ? 'acts'
              : part === 'first' && areLike(a, b)
                ? 'likeness'
                : undefined;
        if (because === undefined) continue;
        sets.join(first, second);
        clashes.push({ a, b, part, because });
      }
    }
  });
  return clashes;
}

/** Which of two names differs while the other is the same; `undefined` when neither or both do. */
function differingPart(a: readonly string[], b: readonly string[]): NameClash['part'] | undefined {
  if (a.at(-1) === b.at(-1)) return 'first';
  return a[0] === b[0] && (a[0]?.length ?? 0) > 2 ? 'family' : undefined;
}

/** "Ada and Odo Lunde": whoever shares a family name with somebody beside is not the only one of the family in the story. */
function hasKin({ nodes, words }: PersonName): boolean {
  return nodes.some(({ annotated, mentions }) =>
    mentions.some(
      ({ form, span }) =>
        form === 'name' &&
        annotated.document.text.slice(...span).includes(' ') === words.length > 1 &&
        KIN_BEFORE.test(annotated.document.text.slice(Math.max(0, span[0] - KIN_REACH), span[0])),
    ),
  );
}

/** A first name alone before "and"; no second word of a full name. */
const KIN_BEFORE = /(?:^|[^\p{L}\s]\s*|\s\p{Ll}+\s+)\p{Lu}\p{Ll}+\s+and\s+$/u;
const KIN_REACH = 40;

/** From this similarity on (Jaro–Winkler) a first name may be another one misremembered: spellings of one are from .88 on. */
const LIKE_GIVEN_NAME = 0.8;
/** Mentions in each document from which on somebody is one of those whom its story is about. */
const PROMINENT = 3;

/**
 * Whether two of one family name have first names that are alike without being spellings of each other, and are each much spoken of
 * in a document that calls nobody else by that family name: whoever has most to do with a story is in it once.
 */
function areLike(a: PersonName, b: PersonName): boolean {
  const isProminent = ({ nodes }: PersonName): boolean =>
    nodes.some(({ mentions }) => mentions.filter(({ form }) => form === 'name').length >= PROMINENT);
  return (
    jaroWinkler(a.words[0] ?? '', b.words[0] ?? '') >= LIKE_GIVEN_NAME && isProminent(a) && isProminent(b)
  );
}

function sameName(a: PersonName, b: PersonName): boolean {
  const sameFamily = a.words.at(-1) === b.words.at(-1);
  // A title or a second given name more: "Alhaji Musa Bello" is Musa Bello.
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (sameFamily && few.every((word) => many.includes(word))) return true;
  if (sameFamily && givenNamesFit(a.words[0] ?? '', b.words[0] ?? '')) return true;
  return (
    nameSimilarity(a.words.join(' '), b.words.join(' ')) >= SAME_NAME &&
    givenNamesFit(a.words[0] ?? '', b.words[0] ?? '')
  );
}

function shareDocument(a: PersonName, b: PersonName): boolean {
  const documents = new Set(a.nodes.map((node) => node.documentIndex));
  return b.nodes.some((node) => documents.has(node.documentIndex));
}

function shareOffice(a: PersonName, b: PersonName): boolean {
  const offices = new Set(a.nodes.flatMap((node) => node.local.offices ?? []));
  return b.nodes.some((node) => node.local.offices?.some((office) => offices.has(office)));
}

/**
 * A noun that both are described by: "its director", "the authority's director". Of one family name with two first names it
 * has to be an office of one holder, since brothers may both be bakers.
 */
function shareRole(a: PersonName, b: PersonName, part: NameClash['part']): boolean {
  const other = roleNouns(b);
  return [...roleNouns(a)].some((noun) => other.has(noun) && (part === 'family' || SINGLE_OFFICE.test(noun)));
}

/** The nouns that head the roles of a person, one word for those that mean the same. */
function roleNouns({ nodes }: PersonName): Set<string> {
  const nouns = nodes.flatMap(({ local }) =>
    local.roles.flatMap(({ text }) => /\p{L}+(?=$| (?:of|for|at|in) )/u.exec(text)?.[0].toLowerCase() ?? []),
  );
  return new Set(nouns.map((noun) => SAME_ROLE[noun] ?? noun));
}

const SAME_ROLE: Readonly<Record<string, string>> = {
  chief: 'head',
  boss: 'head',
  director: 'head',
  skipper: 'captain',
  spokesman: 'spokesperson',
  spokeswoman: 'spokesperson',
  chairman: 'chair',
  chairwoman: 'chair',
  chairperson: 'chair',
};

/** Offices of which whatever has one has one at a time. */
const SINGLE_OFFICE =
  /^(?:head|president|premier|minister|governor|mayor|captain|commander|chair|spokesperson|secretary|treasurer|coach|bishop|archbishop|principal|dean|rector|prosecutor|coroner|ambassador)$/;

function joinShort(
  node: EntityNode,
  families: ReadonlyMap<string, readonly PersonName[]>,
  sounds: ReadonlyMap<string, readonly PersonName[]>,
  sets: DisjointSets,
): boolean {
  const [word = ''] = node.words;
  const exact = (families.get(word) ?? []).filter((name) => isFamilyNameOf(node.words, name.words));
  const candidates =
    exact.length > 0
      ? exact
      : (sounds.get(skeleton(word)) ?? []).filter(
          (name) => nameSimilarity(word, name.words.at(-1) ?? '') >= SAME_NAME,
        );
  const only = onlyRoot(candidates, sets);
  if (only !== undefined) {
    sets.join(node.index, only);
    return true;
  }
  const held = new Set(node.local.offices ?? []);
  const holder = onlyRoot(
    candidates.filter((name) =>
      name.nodes.some((other) => other.local.offices?.some((office) => held.has(office))),
    ),
    sets,
  );
  const meant = holder ?? mainBearer(candidates, sets);
  if (meant !== undefined) sets.join(node.index, meant);
  return meant !== undefined;
}

/** A first name alone, as the popular press has it, is the only one who bears it: nobody's family name comes into question. */
function joinGiven(
  node: EntityNode,
  given: ReadonlyMap<string, readonly PersonName[]>,
  sets: DisjointSets,
): boolean {
  const only = onlyRoot(given.get(node.words[0] ?? '') ?? [], sets);
  if (only !== undefined) sets.join(node.index, only);
  return only !== undefined;
}

/** How many times as often as everybody else of the family somebody must be mentioned to be meant by the family name. */
const MAIN_BEARER = 5;

/** The one whom a story calls by the family name alone: mentioned far more often than all others who have it. */
function mainBearer(names: readonly PersonName[], sets: DisjointSets): number | undefined {
  const mentions = new Map<number, number>();
  let all = 0;
  for (const { nodes } of names)
    for (const { index, mentions: places } of nodes) {
      const root = sets.find(index);
      mentions.set(root, (mentions.get(root) ?? 0) + places.length);
      all += places.length;
    }
  for (const [root, count] of mentions) if (count >= MAIN_BEARER * (all - count)) return root;
  return undefined;
}

/** The one set that all names belong to; `undefined` when there is none or more than one. */
function onlyRoot(names: readonly PersonName[], sets: DisjointSets): number | undefined {
  const roots = new Set(names.map((name) => sets.find(name.nodes[0]?.index ?? 0)));
  return roots.size === 1 ? [...roots][0] : undefined;
}
