import type { Claim } from '../model/claim.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Entity } from '../model/entity.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Lineage, LineageEdge } from '../model/lineage.ts';
import { publicationId, type Moment } from '../model/moment.ts';
import type { Story } from '../model/story.ts';

/** What of a dossier belongs to one of its stories. */
export interface StoryDossier {
  readonly story: Story;
  /** As if its documents alone had been given; entities keep the names that all documents give them. */
  readonly dossier: Dossier;
}

/** A dossier divided by its stories. */
export interface DividedDossier {
  readonly stories: readonly StoryDossier[];
  /** Text that stands in documents of two stories. */
  readonly between: readonly LineageEdge[];
  /** The documents that belong to no story, such as those in a language that is not analysed. */
  readonly others: Dossier;
}

/** Whether a dossier tells several stories. */
export function tellsSeveral({ stories }: Dossier): boolean {
  return (stories?.length ?? 0) > 1;
}

/** Divides a dossier by its stories, in their order; linear in its size. */
export function divideByStory(dossier: Dossier): DividedDossier {
  const stories = dossier.stories ?? [];
  const places = new Places(dossier, stories);
  const deal = <T>(items: readonly T[], placeOf: (item: T) => number): T[][] => {
    const dealt = Array.from({ length: stories.length + 1 }, (): T[] => []);
    for (const item of items) dealt[placeOf(item)]?.push(item);
    return dealt;
  };
  const documents = deal(dossier.documents, ({ id }) => places.ofDocument(id));
  const attributions = deal(dossier.attributions, ({ document }) => places.ofDocument(document));
  const utterances = deal(dossier.utterances, ({ readings }) => places.ofEvidence(readings[0]?.evidence));
  const claims = deal(dossier.claims, (claim) => places.ofClaim(claim));
  const discrepancies = deal(dossier.discrepancies, (each) => places.ofDiscrepancy(each));
  const timeline = deal(dossier.timeline, (moment) => places.ofMoment(moment));
  const within = dossier.lineage.edges.filter((edge) => !places.isBetween(edge));
  const edges = deal(within, ({ from, to }) => Math.min(places.ofDocument(from), places.ofDocument(to)));
  const shared = deal(dossier.lineage.sharedReadings ?? [], (each) => places.ofEvidence(each.shared[0]));
  const warnings = deal(dossier.warnings, ({ document, file }) => places.ofFile(document, file));
  const origins = originsOf(dossier.lineage, stories.length + 1, places);
  const entities = entitiesOf(dossier, stories.length + 1, places);
  const part = (place: number): Omit<Dossier, 'title'> => ({
    schema: dossier.schema,
    documents: documents[place] ?? [],
    entities: entities[place] ?? [],
    attributions: attributions[place] ?? [],
    utterances: utterances[place] ?? [],
    claims: claims[place] ?? [],
    discrepancies: (discrepancies[place] ?? []).map((each) => places.withinOne(each, place)),
    lineage: {
      edges: edges[place] ?? [],
      origins: origins[place] ?? [],
      ...((shared[place]?.length ?? 0) > 0 ? { sharedReadings: shared[place] ?? [] } : {}),
    },
    timeline: timeline[place] ?? [],
    warnings: warnings[place] ?? [],
    method: dossier.method,
  });
  return {
    stories: stories.map((story, place) => ({ story, dossier: { title: story.title, ...part(place) } })),
    between: dossier.lineage.edges.filter((edge) => places.isBetween(edge)),
    others: { title: dossier.title, ...part(stories.length) },
  };
}

/** The dossier without what joins two of its stories: readings set side by side by chance, and text in documents of both. */
export function withoutChance(dossier: Dossier, { stories, between, others }: DividedDossier): Dossier {
  const left = new Set(between);
  return {
    ...dossier,
    discrepancies: [...stories.map((each) => each.dossier), others].flatMap((each) => each.discrepancies),
    lineage: { ...dossier.lineage, edges: dossier.lineage.edges.filter((edge) => !left.has(edge)) },
  };
}

/** Knows to which story something belongs, by its place among the stories; what belongs to none has the place behind the last. */
class Places {
  readonly #ofDocument = new Map<string, number>();
  readonly #ofFile = new Map<string, number>();
  readonly #ofPublication = new Map<string, number>();
  readonly #documentOf: ReadonlyMap<string, string>;
  readonly #none: number;

  constructor({ documents, attributions }: Dossier, stories: readonly Story[]) {
    this.#none = stories.length;
    stories.forEach((story, place) => {
      for (const id of story.documents) this.#ofDocument.set(id, place);
    });
    for (const { id, file } of documents) {
      const place = this.ofDocument(id);
      this.#ofPublication.set(publicationId(id), place);
      if (file !== undefined) this.#ofFile.set(file, place);
    }
    this.#documentOf = new Map(attributions.map(({ id, document }) => [id, document]));
  }

  ofDocument(id: string): number {
    return this.#ofDocument.get(id) ?? this.#none;
  }

  ofEvidence(evidence: Evidence | undefined): number {
    return evidence === undefined ? this.#none : this.ofDocument(evidence.document);
  }

  ofClaim({ positions }: Claim): number {
    const [position] = positions;
    const [attribution] = position?.attributions ?? [];
    return attribution === undefined
      ? this.ofEvidence(position?.evidence?.[0])
      : this.ofDocument(this.#documentOf.get(attribution) ?? '');
  }

  /** The story within which most values differ: what two stories call by one name is chance. */
  ofDiscrepancy({ readings }: Discrepancy): number {
    const values = new Map<number, Set<string>>();
    for (const { evidence, value } of readings) {
      const place = this.ofEvidence(evidence);
      values.set(place, (values.get(place) ?? new Set()).add(value));
    }
    const [most] = [...values].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]);
    return most?.[0] ?? this.#none;
  }

  withinOne(discrepancy: Discrepancy, place: number): Discrepancy {
    const readings = discrepancy.readings.filter(({ evidence }) => this.ofEvidence(evidence) === place);
    return readings.length === discrepancy.readings.length ? discrepancy : { ...discrepancy, readings };
  }

  ofMoment({ id, evidence, when }: Moment): number {
    return this.#ofPublication.get(id) ?? this.ofEvidence(evidence[0] ?? when.evidence);
  }

  /** What a warning is about. */
  ofFile(document: string | undefined, file: string | undefined): number {
    if (document !== undefined) return this.ofDocument(document);
    return this.#ofFile.get(file ?? '') ?? this.#none;
  }

  /** Whether an edge joins documents of two stories; a credit joins an agency and a document. */
  isBetween({ from, to }: LineageEdge): boolean {
    const [one, other] = [this.ofDocument(from), this.ofDocument(to)];
    return one !== other && one !== this.#none && other !== this.#none;
  }
}

function originsOf({ origins }: Lineage, parts: number, places: Places): Lineage['origins'][number][][] {
  const dealt = Array.from({ length: parts }, (): Lineage['origins'][number][] => []);
  for (const { origin, documents } of origins) {
    const own = new Map<number, string[]>();
    for (const id of documents) {
      const place = places.ofDocument(id);
      const ids = own.get(place);
      if (ids) ids.push(id);
      else own.set(place, [id]);
    }
    for (const [place, ids] of own) dealt[place]?.push({ origin, documents: ids });
  }
  return dealt;
}

/** The entities that each part mentions, in the order of the whole, with those for whom they speak. */
function entitiesOf(dossier: Dossier, parts: number, places: Places): Entity[][] {
  const byId = new Map(dossier.entities.map((entity, place) => [entity.id, place]));
  const mentioned = Array.from({ length: parts }, () => new Set<number>());
  const add = (part: Set<number> | undefined, id: string | undefined): void => {
    const place = byId.get(id ?? '');
    if (place === undefined || !part || part.has(place)) return;
    part.add(place);
    add(part, dossier.entities[place]?.speaksFor);
  };
  for (const { id, mentions } of dossier.entities)
    for (const part of new Set(mentions.map((mention) => places.ofEvidence(mention))))
      add(mentioned[part], id);
  return mentioned.map((part) =>
    [...part].sort((a, b) => a - b).flatMap((place) => dossier.entities[place] ?? []),
  );
}
