import type { DisjointSets } from './disjoint-sets.ts';
import type { EntityNode } from './entity-node.ts';
import { shortBodyNames } from '../text/body-name.ts';
import { nameKey } from '../text/person-name.ts';

/**
 * A town that one document calls the capital of a country which no lexicon has is that capital in the others: the
 * government where it acts, the city where things happen in it.
 */
export function joinCapitals(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const capitals = new Map<string, string>();
  const byKey = new Map<string, number>();
  for (const { local, mentions, annotated, index } of nodes) {
    if (local.key === undefined) continue;
    if (!byKey.has(local.key)) byKey.set(local.key, index);
    const country = /^capital\/(~.+)$/.exec(local.key)?.[1];
    if (country === undefined) continue;
    for (const { span } of mentions) capitals.set(nameKey(annotated.document.text.slice(...span)), country);
  }
  if (capitals.size === 0) return;
  for (const { local, index } of nodes) {
    if (!local.key?.startsWith('country/~')) continue;
    const country = capitals.get(nameKey(local.name));
    if (country === undefined) continue;
    const other = byKey.get(`${local.kind === 'government' ? 'country' : 'capital'}/${country}`);
    if (other !== undefined) sets.join(index, other);
  }
}

/**
 * A place that no lexicon has is that place in every document, whatever the finder of names took the bare word for where
 * little is said of it: "Korvenia", unless it stands in somebody's name.
 */
export function joinOwnPlaces(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const places = new Map<string, number>();
  const inNames = new Set<string>();
  for (const { local, words, index } of nodes) {
    if (local.key?.startsWith('country/~') && words.length === 1 && !places.has(words[0] ?? ''))
      places.set(words[0] ?? '', index);
    // Nobody's first name either: what is joined must not be a person anywhere.
    else if (local.kind === 'person' && words.length > 1) for (const word of words) inNames.add(word);
  }
  for (const { local, words, index } of nodes) {
    const [word = ''] = words;
    if (!local.named || words.length !== 1 || local.key !== undefined || inNames.has(word)) continue;
    const place = places.get(word);
    if (place !== undefined) sets.join(index, place);
  }
}

/**
 * A body of which a story has one is one in all documents: "the police" everywhere, "the rescue service" and the one that
 * another document names with its country. Where documents name several of a kind, each keeps its own.
 */
export function joinUnnamedBodies(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const known = new Map<string, Set<number>>();
  const add = (field: string, index: number) => {
    const roots = known.get(field) ?? new Set();
    known.set(field, roots.add(sets.find(index)));
  };
  const open: { node: EntityNode; field: string }[] = [];
  const owned = new Map<string, number>();
  for (const node of nodes) {
    if (node.local.kind === 'person') continue;
    const body = node.local.key ?? node.local.offices?.[0];
    const [, head, field, country] = /^([^/]+)\/([^/]*)\/(.*)$/.exec(body ?? '') ?? [];
    if (head === undefined || head === 'country' || head === 'capital' || head === 'seat') continue;
    const key = `${head}/${field}`;
    if (body !== undefined && country !== '') {
      const same = owned.get(body);
      if (same === undefined) owned.set(body, node.index);
      else sets.join(same, node.index);
    }
    // "The Osk police" are a kind of police, and so are those of a country.
    if (country === '' && node.local.key === undefined) open.push({ node, field: key });
    else add(key, node.index);
    if (field !== '') add(`${head}/`, node.index);
  }
  const first = new Map<string, number>();
  // "The Osk police" of all documents are one before "the police" are asked for.
  open.sort((a, b) => Number(a.field.endsWith('/')) - Number(b.field.endsWith('/')));
  for (const { node, field } of open) {
    // Bodies of one country, or of one name, have been joined since they were noted.
    const bodies = new Set([...(known.get(field) ?? [])].map((index) => sets.find(index)));
    if (field.endsWith('/') && bodies.size > 1) continue;
    const [body = first.get(field)] = bodies.size === 1 ? bodies : [];
    if (body !== undefined) sets.join(body, node.index);
    else if (bodies.size === 0) first.set(field, node.index);
  }
}

/** "Household Union" is the "Household Union of Brunia" that another document names, when only one such body is named. */
export function joinShortenedBodies(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const byShort = new Map<string, number[]>();
  const bodies = nodes.filter((node) => node.local.named && node.local.kind === 'organisation');
  for (const node of bodies) {
    const at = node.words.findIndex((word, index) => index >= 2 && (word === 'of' || word === 'for'));
    if (at < 0) continue;
    const key = node.words.slice(0, at).join('');
    const list = byShort.get(key);
    if (list) list.push(node.index);
    else byShort.set(key, [node.index]);
  }
  joinShortNames(nodes, bodies, sets);
  for (const node of bodies) {
    const roots = new Set((byShort.get(node.words.join('')) ?? []).map((body) => sets.find(body)));
    const [body] = roots;
    if (roots.size === 1 && body !== undefined) sets.join(node.index, body);
  }
}

/** "Corvane" is "Corvane Minerals" where one body alone is called so for short, and nothing else has the word for a name. */
function joinShortNames(
  nodes: readonly EntityNode[],
  bodies: readonly EntityNode[],
  sets: DisjointSets,
): void {
  const byShort = new Map<string, Set<number>>();
  const taken = new Set<string>();
  const places = new Set<string>();
  for (const { local, words } of nodes) {
    if (local.kind === 'person' && words.length > 1) taken.add(words.at(-1) ?? '');
    if (local.named && (local.kind === 'place' || /^(?:country|capital)\//.test(local.key ?? '')))
      places.add(words.join(' '));
  }
  for (const { index, local } of bodies) {
    if (local.key !== undefined) continue;
    for (const { word, town } of shortBodyNames(local.name))
      if (town === undefined || places.has(town))
        byShort.set(word, (byShort.get(word) ?? new Set()).add(sets.find(index)));
  }
  for (const { local, words, index } of nodes) {
    const [word = ''] = words;
    const isOther = local.key !== undefined || local.kind === 'place' || local.kind === 'product';
    if (!local.named || words.length !== 1 || isOther || taken.has(word) || places.has(word)) continue;
    const roots = byShort.get(word);
    const [body] = roots ?? [];
    if (roots?.size === 1 && body !== undefined) sets.join(index, body);
  }
}

/** "ICRC" is the "International Committee of the Red Cross" where the story has one body alone of these initials. */
export function joinAcronyms(nodes: readonly EntityNode[], sets: DisjointSets): void {
  const byInitials = new Map<string, Set<number>>();
  const acronyms: EntityNode[] = [];
  for (const node of nodes) {
    const { local, index } = node;
    if (!local.named || local.kind === 'person') continue;
    if (ACRONYM.test(local.name)) acronyms.push(node);
    else if (local.kind === 'organisation' || local.kind === 'government')
      for (const key of initials(local.name))
        byInitials.set(key, (byInitials.get(key) ?? new Set()).add(sets.find(index)));
  }
  for (const { local, index } of acronyms) {
    const bodies = byInitials.get(local.name.replaceAll('.', ''));
    const [body] = bodies ?? [];
    if (bodies?.size === 1 && body !== undefined) sets.join(index, body);
  }
}

/** Two letters are shared by too many names. */
const ACRONYM = /^(?:\p{Lu}{3,7}|(?:\p{Lu}\.){3,7})$/u;

/** The initials of a name's capitalised words, and of all but "the". */
function initials(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word) && word.toLowerCase() !== 'the');
  if (words.length < 3 || words.length > 9) return [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0));
  const all = words.map((word) => word.charAt(0).toUpperCase());
  return [...new Set([capitals.join(''), all.join('')])].filter((key) => key.length >= 3);
}
