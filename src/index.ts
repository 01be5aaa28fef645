/**
 * Stemma as a library: the same functions that the command calls.
 *
 * @example
 * ```ts
 * import { analyseStory, attributeDocument } from 'stemma';
 *
 * const text = '“We were hit first,” the captain said.';
 * for (const { source, content } of attributeDocument({ text })) console.log(source, content);
 *
 * const dossier = analyseStory([{ text, publisher: 'Harbour Gazette' }, { text: '…' }]);
 * ```
 *
 * @example Files and addresses; `fetchCaptures` alone asks the network, by the rules in docs/formats.md.
 * ```ts
 * import { analyseStory, fetchCaptures, readDocuments } from 'stemma';
 *
 * const captures = fetchCaptures(['https://example.org/story']);
 * const { documents, warnings } = await readDocuments(['articles/'], { captures });
 * const dossier = analyseStory(documents, { warnings });
 * ```
 */
export { analyseStory, type StoryOptions } from './pipeline/analyse-story.ts';
export { attributeDocument } from './pipeline/attribute-document.ts';
export { stanceOfAccount } from './pipeline/stance-of-account.ts';
export type { AccountStance, JudgedAccount } from './compare/account-stance.ts';
export type { AnnotateOptions } from './pipeline/annotate-document.ts';
export { documentFromText, type TextInput } from './ingest/document-from-text.ts';
export { readDocuments, type IngestOptions } from './ingest/read-documents.ts';
export { fetchCaptures, type FetchCapturesOptions } from './fetch/fetch-captures.ts';
export type { Capture } from './ingest/capture.ts';
export { renderHtml } from './report/render-html.tsx';
export { parseDossier } from './model/dossier-schema.ts';
export { verifyEvidence, type Evidence } from './model/evidence.ts';
export { StemmaError, type ErrorCode, type Warning } from './model/errors.ts';
export { VERSION } from './model/version.ts';
export type { Span } from './model/span.ts';
export type { Act, Attribution, AttributionSpans, Form } from './model/attribution.ts';
export type { Claim, Position, Stance } from './model/claim.ts';
export type { Discrepancy, DiscrepancyKind, Importance } from './model/discrepancy.ts';
export type { Credit, Document, Inferred, Oddity, Omission, Provenance } from './model/document.ts';
export type { Dossier, Method } from './model/dossier.ts';
export type { Entity, EntityKind, Role } from './model/entity.ts';
export type {
  DescentSign,
  DescentSignKind,
  EdgeKind,
  Lineage,
  LineageEdge,
  SharedReading,
} from './model/lineage.ts';
export type { Moment, TimeExpression } from './model/moment.ts';
export type { Story } from './model/story.ts';
export type { Difference, Reading, Utterance } from './model/utterance.ts';
