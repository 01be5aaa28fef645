import type { Attribution } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Entity } from '../model/entity.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import { anchorId, placeKey } from './anchors.ts';
import { plainWords } from './escape-html.ts';
import { rowsOf, type BackLink } from './page-rows.ts';

/** A place in a document that some row points to and that is not an attribution's content. */
export interface Anchor {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly back: BackLink[];
}

/** A document with what the page needs to name it. */
export interface IndexedDocument {
  readonly document: Document;
  /** Position in the dossier, the key by which the page script filters. */
  readonly number: number;
  /** `A`, `B`, … `Z`, `AA`: the letter by which an edition names a witness. */
  readonly siglum: string;
  /** Publisher, else title, else file. */
  readonly label: string;
  /** The same where it is said in passing: a long title is cut short. */
  readonly short: string;
  /** Number of the origin that it belongs to, from 1; `null` where lineage was not analysed. */
  readonly origin: number | null;
  /** In the order of the text. */
  readonly attributions: readonly Attribution[];
  readonly anchors: ReadonlyMap<string, Anchor>;
}

/** Everything that a section looks up, made once in time linear in the dossier. */
export interface PageIndex {
  readonly dossier: Dossier;
  /** Number of the story, from 1, where this is the part of one story on a page of several; `null` for a whole page. */
  readonly story: number | null;
  /** Whether there is so much that words which stand elsewhere on the page are linked and not repeated. */
  readonly large: boolean;
  readonly documents: readonly IndexedDocument[];
  document(id: string): IndexedDocument | undefined;
  entity(id: string): Entity | undefined;
  attribution(id: string): Attribution | undefined;
  /** The anchor of an attribution's words in its document. */
  inTextId(attribution: string): string;
  /** `A12`: the twelfth attribution of document A. */
  reference(attribution: Attribution): string;
  /** Rows elsewhere that show an attribution. */
  backLinks(attribution: string): readonly BackLink[];
  /** The speaker's name, or what is said where the text leaves the speaker open. */
  speakerName(id: string | null): string;
  /** Number by which the page script filters; 0 is "left open". */
  speakerNumber(id: string | null): number;
  /** The same for who speaks in evidence that is an attribution's content; `null` for other evidence. */
  speakerAt(evidence: Evidence): number | null;
  /** The attribution whose content the evidence is. */
  attributionAt(evidence: Evidence): Attribution | undefined;
  /** Where evidence stands on the page. */
  href(evidence: Evidence): string;
  /** Whether a step of the analysis is not there in this version. */
  missing(...steps: readonly string[]): boolean;
}

/** What the page calls a speaker whom the text leaves open. */
export const OPEN_SPEAKER = 'speaker left open';

/**
 * The anchor of an attribution in its document; its row bears the attribution's own id. Where a dossier is large, the
 * attribution's reference (`A12`) stands for it, since every link to it is paid for in bytes.
 */
export function inTextId(attribution: string): string {
  return `in-${anchorId(attribution)}`;
}

/** `0` → `A`, `25` → `Z`, `26` → `AA`. */
export function siglumOf(number: number): string {
  let rest = number + 1;
  let siglum = '';
  while (rest > 0) {
    rest--;
    siglum = String.fromCharCode(65 + (rest % 26)) + siglum;
    rest = Math.floor(rest / 26);
  }
  return siglum;
}

/** Above so many documents a page that repeats words in every section grows past what a browser opens at once. */
const LARGE = 60;

/** Looks up once what the sections of a page need, so that none of them searches the dossier again. */
export function indexDossier(dossier: Dossier): PageIndex {
  const large = dossier.documents.length > LARGE;
  const entities = new Map(dossier.entities.map((entity) => [entity.id, entity]));
  const speakerNumbers = new Map(dossier.entities.map((entity, index) => [entity.id, index + 1]));
  const attributions = new Map(dossier.attributions.map((attribution) => [attribution.id, attribution]));
  const byDocument = new Map<string, Attribution[]>(dossier.documents.map((document) => [document.id, []]));
  for (const attribution of dossier.attributions) byDocument.get(attribution.document)?.push(attribution);
  const origins = new Map(
    dossier.lineage.origins.flatMap((origin, index) =>
      origin.documents.map((id) => [id, index + 1] as const),
    ),
  );

  const references = new Map<string, string>();
  const contentAt = new Map<string, string>();
  const anchorsOf = new Map<string, Map<string, Anchor>>();
  const documents = dossier.documents.map((document, number): IndexedDocument => {
    const siglum = siglumOf(number);
    const own = (byDocument.get(document.id) ?? []).sort(inTextOrder);
    own.forEach((attribution, index) => {
      references.set(attribution.id, `${siglum}${index + 1}`);
      const key = placeKey(attribution.content);
      if (!contentAt.has(key)) contentAt.set(key, attribution.id);
    });
    const anchors = new Map<string, Anchor>();
    anchorsOf.set(document.id, anchors);
    const label = plainWords(document.publisher?.value ?? document.title ?? document.file ?? document.id);
    return {
      document,
      number,
      siglum,
      label,
      short: shortened(label),
      origin: origins.get(document.id) ?? null,
      attributions: own,
      anchors,
    };
  });
  const byId = new Map(documents.map((each) => [each.document.id, each]));

  const placeOf = (attribution: string): string =>
    (large ? references.get(attribution) : undefined) ?? inTextId(attribution);
  const evidenceId = (evidence: Evidence): string => {
    const siglum = large ? byId.get(evidence.document)?.siglum : undefined;
    const from = evidence.spans[0]?.[0] ?? 0;
    const to = evidence.spans.at(-1)?.[1] ?? 0;
    return siglum === undefined ? anchorId(`${evidence.document}.${from}-${to}`) : `${siglum}${from}-${to}`;
  };

  const backLinks = new Map<string, BackLink[]>();
  const leadBack = (evidence: Evidence, back: BackLink): void => {
    const attribution = contentAt.get(placeKey(evidence));
    if (attribution !== undefined) {
      push(backLinks, attribution, back);
      return;
    }
    const anchors = anchorsOf.get(evidence.document);
    if (!anchors) return;
    const id = evidenceId(evidence);
    const anchor = anchors.get(id);
    if (anchor) {
      if (anchor.back.at(-1)?.href !== back.href) anchor.back.push(back);
    } else anchors.set(id, { id, spans: evidence.spans, back: [back] });
  };
  for (const back of rowsOf(dossier, large, (id) => byId.get(id)?.siglum ?? '?')) {
    if ('attribution' in back) push(backLinks, back.attribution, back.link);
    else leadBack(back.evidence, back.link);
  }

  const speakerName = (id: string | null): string =>
    id === null ? OPEN_SPEAKER : (entities.get(id)?.name ?? OPEN_SPEAKER);
  const attributionAt = (evidence: Evidence): Attribution | undefined =>
    attributions.get(contentAt.get(placeKey(evidence)) ?? '');
  const speakerNumber = (id: string | null): number => (id === null ? 0 : (speakerNumbers.get(id) ?? 0));
  return {
    dossier,
    story: null,
    large,
    documents,
    document: (id) => byId.get(id),
    entity: (id) => entities.get(id),
    attribution: (id) => attributions.get(id),
    inTextId: placeOf,
    reference: (attribution) => references.get(attribution.id) ?? '?',
    backLinks: (attribution) => backLinks.get(attribution) ?? [],
    speakerName,
    speakerNumber,
    speakerAt: (evidence) => {
      const attribution = attributionAt(evidence);
      return attribution ? speakerNumber(attribution.speaker) : null;
    },
    attributionAt,
    href: (evidence) => {
      const attribution = contentAt.get(placeKey(evidence));
      return attribution === undefined ? `#${evidenceId(evidence)}` : `#${placeOf(attribution)}`;
    },
    missing: (...steps) =>
      dossier.method.notAnalysed.some((step) => steps.some((name) => step.includes(name))),
  };
}

/** Letters of a title that name a document in passing. */
const SHORT = 44;

/** A name cut to what may be said in passing. */
export function shortened(label: string): string {
  const letters = [...label];
  return letters.length <= SHORT
    ? label
    : `${letters
        .slice(0, SHORT - 1)
        .join('')
        .trimEnd()}…`;
}

function inTextOrder(a: Attribution, b: Attribution): number {
  const [startA, endA] = reach(a);
  const [startB, endB] = reach(b);
  return startA - startB || endB - endA;
}

function reach({ content }: Attribution): Span {
  return [content.spans[0]?.[0] ?? 0, content.spans.at(-1)?.[1] ?? 0];
}

function push(links: Map<string, BackLink[]>, key: string, link: BackLink): void {
  const list = links.get(key);
  if (!list) links.set(key, [link]);
  // Rows come item by item, so a second link to the same item follows the first.
  else if (list.at(-1)?.href !== link.href) list.push(link);
}
