import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { CreditRole, Document } from '../model/document.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Lineage, LineageEdge } from '../model/lineage.ts';
import { AlignmentIndex, type Alignment } from './align-outlines.ts';
import { measureLikeness } from './compare-documents.ts';
import { agenciesInCommon, describeSigns, kindOf, reasonFor, type Kinship } from './describe-edge.ts';
import { findDirection, type Direction } from './direct-edge.ts';
import { FingerprintFinder, isStrong } from './fingerprints.ts';
import { findCandidates } from './find-candidates.ts';
import { groupOrigins } from './group-origins.ts';
import { inferDescent } from './infer-descent.ts';
import { judgeReuse } from './judge-reuse.ts';
import { KinGroups } from './kin-groups.ts';
import { leaveCirclesOpen } from './order-edges.ts';
import { outlineDocument, type Outline } from './outline.ts';
import { passagesOf, type Passage } from './passages.ts';
import { Vocabulary } from './vocabulary.ts';

/**
 * Finds which documents share text or credit an agency for it, and divides them into independent beginnings.
 *
 * The order of the documents makes no difference; a document that is given twice counts once. Documents in a language that is
 * not analysed are compared by the words they have, and stand alone where they share none.
 */
export function traceLineage(documents: readonly AnnotatedDocument[]): Lineage {
  const vocabulary = new Vocabulary();
  const byId = new Map(documents.map((annotated) => [annotated.document.id, annotated]));
  const outlines = [...byId.values()]
    .toSorted((a, b) => (a.document.id < b.document.id ? -1 : 1))
    .map(({ document, language, quantities }) => outlineDocument(document, language, vocabulary, quantities));
  return traceOutlines(outlines, vocabulary);
}

/**
 * The same for documents that were reduced to outlines one by one, which is what a collection too large to annotate at once
 * needs.
 *
 * @param outlines - in the order of their documents' ids, each id once.
 */
export function traceOutlines(outlines: readonly Outline[], vocabulary: Vocabulary): Lineage {
  const weights = vocabulary.weights();
  const edges: LineageEdge[] = [];
  let index: AlignmentIndex | undefined;
  let finder: FingerprintFinder | undefined;
  const kin = new KinGroups(outlines.length);
  for (const { a, b } of findCandidates(outlines, vocabulary)) {
    const first = outlines[b];
    const second = outlines[a];
    // The entries of a live blog are parts of one account, and repeat one another.
    if (!first || !second || kin.areSettled(b, a) || areOfOneBlog(first.document, second.document)) continue;
    // Candidates of one document follow one another, so that its index is built once.
    if (index?.outline !== first) index = new AlignmentIndex(first, weights);
    const alignment = index.alignWith(second);
    const likeness = measureLikeness(first, second, alignment, weights);
    const agencies = agenciesInCommon(first.document, second.document);
    // Faults in common are looked for only where they can matter: they join nothing that the text does not half show.
    const withEvidence = judgeReuse(likeness, true);
    if (withEvidence === null) continue;
    finder ??= new FingerprintFinder(outlines, vocabulary);
    const fingerprints = finder.find(first, second, alignment);
    const reuse = agencies.length > 0 || isStrong(fingerprints) ? withEvidence : judgeReuse(likeness, false);
    if (reuse === null) continue;
    kin.join(b, a);
    const passages = passagesOf(first, second, alignment);
    edges.push(
      joinDocuments(first.document, second.document, passages, {
        reuse,
        likeness,
        agencies,
        direction: directionOf(first, second, alignment, vocabulary),
        passages: passages.length,
        fingerprints,
      }),
    );
  }
  const ordered = leaveCirclesOpen(edges);
  for (const { document } of outlines) ordered.push(...citations(document));
  ordered.sort((x, y) => compare(x.from, y.from) || compare(x.to, y.to) || compare(x.kind, y.kind));
  const documents = outlines.map(({ document }) => document);
  return { edges: ordered, origins: groupOrigins(documents, ordered) };
}

/** What credits, dates and notes of a version say; where they are silent, what the wording betrays. */
function directionOf(a: Outline, b: Outline, alignment: Alignment, vocabulary: Vocabulary): Direction {
  const direction = findDirection(a.document, b.document);
  if (direction.first !== null || direction.contradicted) return direction;
  const descent = inferDescent(a, b, alignment, vocabulary);
  return descent === null ? direction : { ...descent, reason: describeSigns(descent.signs) };
}

const areOfOneBlog = (a: Document, b: Document): boolean =>
  a.liveBlog !== undefined && a.liveBlog.id === b.liveBlog?.id;

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

function joinDocuments(
  a: Document,
  b: Document,
  passages: readonly Passage[],
  kinship: Kinship,
): LineageEdge {
  const { first } = kinship.direction;
  // Without a direction the lower id comes first, whichever document was indexed.
  const swapped = first === 1 || (first === null && b.id < a.id);
  const kind = kindOf(a, b, kinship);
  return {
    from: swapped ? b.id : a.id,
    to: swapped ? a.id : b.id,
    kind,
    passages: passages
      .map((passage) => (swapped ? { a: passage.b, b: passage.a } : passage))
      .toSorted((x, y) => startOf(x.a) - startOf(y.a) || startOf(x.b) - startOf(y.b)),
    directed: first !== null,
    ...(kinship.direction.signs ? { signs: kinship.direction.signs } : {}),
    reason: reasonFor(kinship, kind),
  };
}

const startOf = ({ spans }: Evidence): number => spans[0]?.[0] ?? 0;

/** One edge for each agency or outlet that a document names as where its copy, or a line of it, came from. */
function citations(document: Document): LineageEdge[] {
  const seen = new Set<string>();
  return document.credits.flatMap((credit) => {
    const from = credit.entity ?? credit.name;
    if (credit.role === undefined || seen.has(from)) return [];
    seen.add(from);
    const reason = `${CREDIT_WORDS[credit.role]}: “${credit.evidence.text}”.`;
    return [{ from, to: document.id, kind: 'cites' as const, passages: [], directed: true, reason }];
  });
}

const CREDIT_WORDS: Readonly<Record<CreditRole, string>> = {
  origin: 'The copy is credited to it',
  contribution: 'Part of the copy is credited to it',
  'hat-tip': 'It is named as the first to publish',
  cited: 'A line is attributed to it',
};
