import { findDiscrepancies } from '../compare/find-discrepancies.ts';
import { readContents } from '../link/content.ts';
import { groupClaims } from '../link/group-claims.ts';
import { groupUtterances } from '../link/group-utterances.ts';
import { linkEntities } from '../link/link-entities.ts';
import { tellingReader } from '../link/read-tellings.ts';
import { settlePronounSpeakers } from '../link/settle-pronoun-speakers.ts';
import { buildTimeline } from '../order/build-timeline.ts';
import { creditOutlets } from '../trace/credit-outlets.ts';
import { originCounter } from '../trace/group-origins.ts';
import { findSharedReadings } from '../trace/shared-readings.ts';
import { traceLineage } from '../trace/trace-lineage.ts';
import type { TextInput } from '../ingest/document-from-text.ts';
import type { AnnotatedDocument } from '../model/annotated-document.ts';
import { mostImportantFirst, type Discrepancy } from '../model/discrepancy.ts';
import type { Document } from '../model/document.ts';
import { DOSSIER_SCHEMA, type Dossier } from '../model/dossier.ts';
import type { Warning } from '../model/errors.ts';
import { verifyEvidence } from '../model/evidence.ts';
import type { LinkedStory } from '../model/linked-story.ts';
import type { Story } from '../model/story.ts';
import { annotateDocument, type AnnotateOptions } from './annotate-document.ts';
import { asDocument } from './attribute-document.ts';
import { describeMethod } from './describe-method.ts';
import { resolveAttributions } from './resolve-attributions.ts';
import { resolveCredits } from './resolve-credits.ts';
import { StringPool } from './string-pool.ts';
import { partsOfStory, severalStories, tellStoriesApart } from './tell-stories-apart.ts';

export interface StoryOptions extends AnnotateOptions {
  /** Heading of the dossier. */
  readonly title?: string;
  /** What reading the files had to say; stands before the analysis's own warnings. */
  readonly warnings?: readonly Warning[];
  /** Called after each document that was annotated. */
  readonly onDocument?: (done: number, total: number) => void;
}

/**
 * Reads the accounts of one story and returns its dossier.
 *
 * Pure: no clock, no files, no network. The same documents give the same dossier, byte for byte as JSON, in whatever order
 * they come. Documents with the same id (the same text from the same place) count once.
 *
 * @throws {StemmaError} `evidence-mismatch` when a piece of evidence does not stand in its document: a bug of ours, and
 *   better no dossier than a wrong one. `model-damaged`, `model-version` when a model file cannot be used.
 */
export function analyseStory(inputs: readonly (Document | TextInput)[], options: StoryOptions = {}): Dossier {
  const documents = arrangeDocuments(inputs.map(asDocument));
  const words = new StringPool();
  const annotated = documents.map((document, index) => {
    const result = words.share(annotateDocument(document, options));
    options.onDocument?.(index + 1, documents.length);
    return result;
  });
  return assembleDossier(annotated, options);
}

/** Each document once, in the order in which a dossier shows them. */
export function arrangeDocuments(documents: readonly Document[]): Document[] {
  return [...new Map(documents.map((document) => [document.id, document])).values()].sort(byFileThenId);
}

/** From annotated documents, arranged, to the dossier: all that needs every document at once. */
export function assembleDossier(
  annotated: readonly AnnotatedDocument[],
  options: StoryOptions = {},
): Dossier {
  const linked = linkEntities(annotated);
  const credited = resolveCredits(creditOutlets(annotated), linked.entities);
  const documents = credited.documents.map(({ document }) => document);
  const attributions = settlePronounSpeakers(
    credited.documents,
    linked.entityOf,
    credited.documents.flatMap((each, index) => resolveAttributions(each, linked.entityOf[index] ?? [])),
  );
  const lineage = traceLineage(credited.documents);
  const story: LinkedStory = {
    documents: credited.documents,
    entities: credited.entities,
    entityOf: linked.entityOf,
    attributions,
    lineage,
    countOrigins: originCounter(lineage),
  };
  const parts = tellStoriesApart(credited.documents);
  const stories = parts.map((part) => part.story);
  // What is alike in two stories is chance: accounts are compared within one only.
  const compared =
    parts.length > 1
      ? partsOfStory(
          story,
          parts.map(({ members }) => members),
        ).map(compareAccounts)
      : [compareAccounts(story)];
  const utterances = compared.flatMap((accounts) => accounts.utterances);
  const claims = compared.flatMap((accounts) => accounts.claims);
  const readings = findSharedReadings(story, utterances, claims);
  const dossier: Dossier = {
    schema: DOSSIER_SCHEMA,
    title: options.title ?? titleOf(documents),
    documents,
    ...(stories.length > 1 ? { stories } : {}),
    entities: credited.entities,
    attributions,
    utterances,
    claims,
    discrepancies: [
      ...linked.discrepancies.filter((each) => stories.length < 2 || isWithinOne(each, stories)),
      ...compared.flatMap(({ discrepancies }) => discrepancies),
    ].sort(mostImportantFirst),
    lineage: readings.length > 0 ? { ...lineage, sharedReadings: readings } : lineage,
    timeline: buildTimeline(credited.documents, attributions),
    warnings: [...(options.warnings ?? []), ...(stories.length > 1 ? [severalStories(stories)] : [])],
    method: describeMethod(),
  };
  verifyEvidence(dossier, documents);
  return dossier;
}

/** Where the accounts of one story agree and where they part. */
function compareAccounts(story: LinkedStory): Pick<Dossier, 'utterances' | 'claims' | 'discrepancies'> {
  const contents = readContents(story);
  const utterances = groupUtterances(story, contents);
  const claims = groupClaims(story, contents, utterances);
  return {
    utterances,
    claims,
    discrepancies: findDiscrepancies(
      story,
      utterances,
      claims,
      contents.indexes,
      tellingReader(story, contents),
    ),
  };
}

/** Whether the readings of one story differ; two people of one family name in two stories are two people. */
function isWithinOne({ readings }: Discrepancy, stories: readonly Story[]): boolean {
  return stories.some(({ documents }) => {
    const own = readings.filter(({ evidence }) => documents.includes(evidence.document));
    return new Set(own.map(({ value }) => value)).size > 1;
  });
}

function byFileThenId(a: Document, b: Document): number {
  // Entries of a live blog in the order of time, its summary before them.
  const entry = (a.liveBlog?.number ?? 0) - (b.liveBlog?.number ?? 0);
  return compare(a.file ?? '', b.file ?? '') || entry || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The headline where there is one document only; several accounts have none in common. */
function titleOf(documents: readonly Document[]): string {
  const only = documents.length === 1 ? documents[0]?.title : undefined;
  return only ?? 'A story in several accounts';
}
