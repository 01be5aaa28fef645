import { groupStories } from '../link/group-stories.ts';
import type { StoryDocument } from '../link/story-terms.ts';
import type { Warning } from '../model/errors.ts';
import { contentId } from '../model/id.ts';
import type { Entity } from '../model/entity.ts';
import type { Lineage } from '../model/lineage.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Story } from '../model/story.ts';

/** A story with the places of its documents in the list that was given. */
export interface StoryPart {
  readonly story: Story;
  readonly members: readonly number[];
}

/** Longest title of a story in UTF-16 units; first sentences may have no end. */
const LONGEST_TITLE = 160;
/** Sizes that the warning names. */
const NAMED_SIZES = 5;

/** The stories that documents tell, the one with most documents first. Documents that are not analysed are in none. */
export function tellStoriesApart(documents: readonly StoryDocument[]): StoryPart[] {
  const places = documents.flatMap(({ document }, place) => (document.analysed ? [place] : []));
  const told = places.flatMap((place) => documents[place] ?? []);
  return groupStories(told).map(({ members, central }) => {
    const ids = members.map((member) => told[member]?.document.id ?? '');
    return {
      story: { id: contentId('s', ...ids), title: titleOf(told[central]), documents: ids },
      members: members.map((member) => places[member] ?? 0).sort((a, b) => a - b),
    };
  });
}

/**
 * What of a linked story each of the stories in it is made of: its documents, what they attribute, and those whom they speak of,
 * with whomever these speak for. Linear in the size of the whole, however many stories there are.
 *
 * @param parts - places of the documents of each story.
 */
export function partsOfStory(whole: LinkedStory, parts: readonly (readonly number[])[]): LinkedStory[] {
  const partOf = new Map<string, number>();
  parts.forEach((members, part) => {
    for (const member of members) partOf.set(whole.documents[member]?.document.id ?? '', part);
  });
  const attributions = parts.map((): LinkedStory['attributions'][number][] => []);
  for (const attribution of whole.attributions)
    attributions[partOf.get(attribution.document) ?? -1]?.push(attribution);
  const edges = parts.map((): Lineage['edges'][number][] => []);
  for (const edge of whole.lineage.edges) edges[partOf.get(edge.to) ?? -1]?.push(edge);
  const entities = new EntitiesOfPart(whole.entities);
  return parts.map((members, part) => {
    const entityOf = members.map((member) => whole.entityOf[member] ?? []);
    return {
      ...whole,
      documents: members.flatMap((member) => whole.documents[member] ?? []),
      entities: entities.behind(entityOf),
      entityOf,
      attributions: attributions[part] ?? [],
      lineage: { ...whole.lineage, edges: edges[part] ?? [] },
    };
  });
}

/** Finds the entities that some documents speak of, in the order of the whole. */
class EntitiesOfPart {
  readonly #entities: readonly Entity[];
  readonly #placeOf: ReadonlyMap<string, number>;

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
    this.#placeOf = new Map(entities.map(({ id }, place) => [id, place]));
  }

  behind(entityOf: LinkedStory['entityOf']): Entity[] {
    const places = new Set<number>();
    const add = (id: string | undefined): void => {
      const place = this.#placeOf.get(id ?? '');
      if (place === undefined || places.has(place)) return;
      places.add(place);
      add(this.#entities[place]?.speaksFor);
    };
    for (const ids of entityOf) ids.forEach(add);
    return [...places].sort((a, b) => a - b).flatMap((place) => this.#entities[place] ?? []);
  }
}

/** Says that the documents tell several stories, and how many documents each has. */
export function severalStories(stories: readonly Story[]): Warning {
  const sizes = stories.map(({ documents }) => documents.length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const named = sizes.slice(0, NAMED_SIZES).join(', ') + (sizes.length > NAMED_SIZES ? ', …' : '');
  return {
    code: 'several-stories',
    message:
      `These ${total} documents tell ${stories.length} stories (of ${named} documents). Utterances, claims and ` +
      'discrepancies are looked for within each. stemma stories lists which document tells which.',
  };
}

function titleOf(central: StoryDocument | undefined): string {
  if (!central) return '';
  const { document, language } = central;
  const first = language.sentences.find(({ kind }) => kind === 'title') ?? language.sentences[0];
  const words = (document.title ?? (first ? document.text.slice(...first.span) : ''))
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= LONGEST_TITLE) return words;
  return `${words.slice(0, LONGEST_TITLE).replace(/\s\S*$/, '')} …`;
}
