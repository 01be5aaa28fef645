import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Document } from '../model/document.ts';
import type { Lineage, LineageEdge } from '../model/lineage.ts';
import { AlignmentIndex, type Alignment } from './align-outlines.ts';
import { measureLikeness, type Likeness } from './compare-documents.ts';
import { findDirection, type Direction } from './direct-edge.ts';
import { findCandidates } from './find-candidates.ts';
import { groupOrigins } from './group-origins.ts';
import { judgeReuse } from './judge-reuse.ts';
import { outlineDocument, type Outline } from './outline.ts';
import { passagesOf } from './passages.ts';
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
    .map(({ document, language }) => outlineDocument(document, language, vocabulary));
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
  for (const { a, b } of findCandidates(outlines, vocabulary)) {
    const first = outlines[b];
    const second = outlines[a];
    if (!first || !second) continue;
    // Candidates of one document follow one another, so that its index is built once.
    if (index?.outline !== first) index = new AlignmentIndex(first, weights);
    const alignment = index.alignWith(second);
    const likeness = measureLikeness(first, second, alignment, weights);
    if (judgeReuse(likeness)) edges.push(reuseEdge(first, second, alignment, likeness));
  }
  edges.push(...outlines.flatMap(({ document }) => citations(document)));
  edges.sort((x, y) => compare(x.from, y.from) || compare(x.to, y.to) || compare(x.kind, y.kind));
  return {
    edges,
    origins: groupOrigins(
      outlines.map(({ document }) => document),
      edges,
    ),
  };
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Share of the shorter document's narration from which the whole of it counts as one text with the other. */
const WHOLE_COPY = 0.5;

function reuseEdge(a: Outline, b: Outline, alignment: Alignment, likeness: Likeness): LineageEdge {
  const direction = findDirection(a.document, b.document);
  // Without a direction the lower id comes first, whichever document was indexed.
  const swapped = direction.first === 1 || (direction.first === null && b.document.id < a.document.id);
  const [from, to] = swapped ? [b, a] : [a, b];
  const passages = passagesOf(a, b, alignment).map((passage) =>
    swapped ? { a: passage.b, b: passage.a } : passage,
  );
  return {
    from: from.document.id,
    to: to.document.id,
    kind: direction.first === null && likeness.narratedShare < WHOLE_COPY ? 'same-origin' : 'copy',
    passages,
    directed: direction.first !== null,
    reason: reasonFor(likeness, passages.length, direction),
  };
}

function reasonFor(likeness: Likeness, passages: number, direction: Direction): string {
  const share = Math.round(likeness.narratedShare * 100);
  const shared =
    likeness.longestNarration >= 8
      ? `they share ${passages} passages, with up to ${likeness.longestNarration} words of narration alike in a row (${share} % of the shorter account's narration)`
      : `they tell ${passages} passages alike in other words`;
  return `${shared[0]?.toUpperCase()}${shared.slice(1)}; ${direction.reason}.`;
}

/** One edge for each agency or outlet that a document names as where its copy, or a line of it, came from. */
function citations(document: Document): LineageEdge[] {
  const seen = new Set<string>();
  return document.credits.flatMap((credit) => {
    const from = credit.entity ?? credit.name;
    if (credit.role === undefined || seen.has(from)) return [];
    seen.add(from);
    return [
      {
        from,
        to: document.id,
        kind: 'cites' as const,
        passages: [],
        directed: true,
        reason: `${CREDIT_WORDS[credit.role]}: “${credit.evidence.text}”.`,
      },
    ];
  });
}

const CREDIT_WORDS = {
  origin: 'The copy is credited to it',
  contribution: 'Part of the copy is credited to it',
  'hat-tip': 'It is named as the first to publish',
  cited: 'A line is attributed to it',
} as const;
