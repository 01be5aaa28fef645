import type { Attribution } from '../model/attribution.ts';
import type { Document, Provenance } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { EdgeKind, LineageEdge } from '../model/lineage.ts';
import type { Entity, EntityKind } from '../model/entity.ts';
import { anchorId } from './anchors.ts';

/** schema.org has no type for a loose group of people; its name is kept as the credit of what it said. */
const TYPES: Readonly<Record<EntityKind, string | null>> = {
  person: 'Person',
  organisation: 'Organization',
  government: 'GovernmentOrganization',
  place: 'Place',
  product: 'Product',
  group: null,
};

/** Types that schema.org lets speak (`spokenByCharacter`). */
const MAY_SPEAK = new Set(['Person', 'Organization', 'GovernmentOrganization']);

type Node = Readonly<Record<string, unknown>>;

/**
 * Renders the dossier as schema.org in JSON-LD: NewsArticle, Quotation, Claim, and who speaks.
 *
 * What schema.org cannot say is left out, and never bent: indirect speech is no Quotation, a stance has no property, and
 * there is no ClaimReview and no rating, as the dossier gives no verdict. docs/exports.md lists what is lost.
 */
export function renderJsonLd(dossier: Dossier): string {
  const entities = new Map(dossier.entities.map((entity) => [entity.id, entity]));
  const claimsOf = new Map<string, string[]>();
  const appearances = new Map<string, Set<string>>();
  const documentOf = new Map(dossier.attributions.map((each) => [each.id, each.document]));
  for (const claim of dossier.claims) {
    const documents = new Set<string>();
    appearances.set(claim.id, documents);
    for (const position of claim.positions) {
      for (const evidence of position.evidence ?? []) documents.add(evidence.document);
      for (const id of position.attributions) {
        const document = documentOf.get(id);
        if (document !== undefined) documents.add(document);
        const claims = claimsOf.get(id);
        if (claims) claims.push(claim.id);
        else claimsOf.set(id, [claim.id]);
      }
    }
  }
  const ids = new Set(dossier.documents.map((document) => document.id));
  const sourcesOf = new Map<string, LineageEdge[]>();
  for (const edge of dossier.lineage.edges) {
    // What was inferred from the wording alone says “from that text or its source”, which is no basis to name one.
    if (!edge.directed || edge.signs !== undefined || !ids.has(edge.from)) continue;
    const sources = sourcesOf.get(edge.to);
    if (sources) sources.push(edge);
    else sourcesOf.set(edge.to, [edge]);
  }
  const quoted = dossier.attributions.filter((attribution) => attribution.form !== 'indirect');
  const speakers = new Set(quoted.map((attribution) => attribution.speaker));
  const graph: Node[] = [
    ...dossier.documents.map((document) => article(document, sourcesOf.get(document.id) ?? [])),
    ...dossier.entities.filter((entity) => speakers.has(entity.id)).flatMap((entity) => speaker(entity)),
    ...quoted.map((attribution) => quotation(attribution, entities, claimsOf.get(attribution.id) ?? [])),
    ...dossier.claims.map((claim) => ({
      '@type': 'Claim',
      '@id': urn(claim.id),
      text: claim.text,
      appearance: [...(appearances.get(claim.id) ?? [])].map(reference),
    })),
  ];
  return `${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }, null, 2)}\n`;
}

function article(document: Document, sources: readonly LineageEdge[]): Node {
  const from = (kinds: readonly EdgeKind[]): Node[] =>
    sources.filter((edge) => kinds.includes(edge.kind)).map((edge) => reference(edge.from));
  return dropEmpty({
    '@type': 'NewsArticle',
    '@id': urn(document.id),
    headline: document.title,
    url: document.url,
    inLanguage: document.language === 'und' ? undefined : document.language,
    publisher: document.publisher && { '@type': 'Organization', name: document.publisher.value },
    author: document.byline?.map((name) => ({ '@type': 'Person', name })),
    datePublished: isoDate(document.published?.value.value),
    dateModified: isoDate(document.modified?.value.value),
    encoding: document.provenance && capture(document.provenance),
    isBasedOn: from(['copy', 'cites']),
    translationOfWork: from(['translation']),
    creditText: document.credits.map((credit) => credit.name).join(', ') || undefined,
  });
}

/** Types of what is read, by the names that the provenance gives them. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  feed: 'application/xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
};

/** The bytes that the text was read from: a file made when they were captured. */
function capture({ sha256, bytes, format, captured, address }: Provenance): Node {
  return dropEmpty({
    '@type': 'MediaObject',
    sha256,
    contentSize: `${bytes} B`,
    encodingFormat: MEDIA_TYPES[format],
    contentUrl: address,
    dateCreated: captured,
  });
}

function speaker(entity: Entity): Node[] {
  const type = TYPES[entity.kind];
  if (type === null) return [];
  return [
    dropEmpty({
      '@type': type,
      '@id': urn(entity.id),
      name: entity.name,
      alternateName: entity.aliases.filter((alias) => alias !== entity.name),
      jobTitle: type === 'Person' ? entity.roles : undefined,
    }),
  ];
}

function quotation(
  attribution: Attribution,
  entities: ReadonlyMap<string, Entity>,
  claims: readonly string[],
): Node {
  const entity = attribution.speaker === null ? undefined : entities.get(attribution.speaker);
  const type = entity ? TYPES[entity.kind] : null;
  const speaks = entity !== undefined && type !== null && MAY_SPEAK.has(type);
  return dropEmpty({
    '@type': 'Quotation',
    '@id': urn(attribution.id),
    text: attribution.content.text,
    spokenByCharacter: speaks ? reference(entity.id) : undefined,
    creditText: speaks ? undefined : entity?.name,
    isPartOf: reference(attribution.document),
    about: claims.map(reference),
  });
}

function reference(id: string): Node {
  return { '@id': urn(id) };
}

function urn(id: string): string {
  return `urn:stemma:${anchorId(id)}`;
}

/** schema.org dates are ISO 8601: a TIMEX3 value that is one, else nothing. */
function isoDate(value: string | null | undefined): string | undefined {
  return value && /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?$/.test(value) ? value : undefined;
}

function dropEmpty(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
