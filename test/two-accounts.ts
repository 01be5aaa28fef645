import { clashScore } from '../src/compare/clash-score.ts';
import { compareStatements, type Comparison } from '../src/compare/judge-clash.ts';
import { findStatements } from '../src/compare/find-statements.ts';
import { readSentenceWords, type SentenceWord } from '../src/compare/sentence-slots.ts';
import type { Statement } from '../src/compare/statement.ts';
import { documentFromText } from '../src/ingest/document-from-text.ts';
import { indexTerms } from '../src/learn/term.ts';
import { linkEntities } from '../src/link/link-entities.ts';
import type { Discrepancy } from '../src/model/discrepancy.ts';
import type { LinkedStory } from '../src/model/linked-story.ts';
import { analyseStory } from '../src/pipeline/analyse-story.ts';
import { annotateDocument } from '../src/pipeline/annotate-document.ts';
import { resolveAttributions } from '../src/pipeline/resolve-attributions.ts';
import { traceLineage } from '../src/trace/trace-lineage.ts';
import { marked } from './marked.ts';

/** One account in bracket notation, `[V1:14 people] were killed`, read up to its statements; the marked one is looked at. */
export function statementsOf(...notations: readonly string[]): Statement[] {
  const read = notations.map((notation) => marked(notation));
  const documents = read.map(({ text }, at) =>
    annotateDocument(documentFromText({ text, language: 'en', file: `${String(at)}.txt` })),
  );
  const { entityOf } = linkEntities(documents);
  return documents.map((document, at) => {
    const [value] = read[at]?.spans['V'] ?? [];
    const found = findStatements(indexTerms(document, entityOf[at] ?? []), at).find(({ span, quantity }) => {
      const [start, end] = quantity?.span ?? span;
      return value !== undefined && start < value[1] && end > value[0];
    });
    if (!found)
      throw new RangeError(`no value is read where it is marked in ${JSON.stringify(notations[at])}`);
    return found;
  });
}

/** What becomes of two marked values: how they stand to each other, and whether they are told to the reader. */
export function judge(
  one: string,
  other: string,
): { told: Comparison['relation'] | 'two things'; score: number } {
  const [a, b] = statementsOf(one, other);
  const comparison = a && b ? compareStatements(a, b) : null;
  if (!comparison || comparison.doubt !== null) return { told: 'two things', score: 0 };
  return { told: comparison.relation, score: clashScore(comparison) };
}

/** The words of some sentences, each of another account. */
export function wordsOf(...sentences: readonly string[]): SentenceWord[][] {
  const documents = sentences.map((text) => annotateDocument(documentFromText({ text, language: 'en' })));
  const { entityOf } = linkEntities(documents);
  return documents.map((document, at) => readSentenceWords(indexTerms(document, entityOf[at] ?? []), 0));
}

/** Discrepancies of some accounts, each one paragraph of a paper that does not exist. */
export function discrepanciesBetween(...texts: readonly string[]): readonly Discrepancy[] {
  return analyseStory(
    texts.map((text, at) => ({ text: `Report\n\n${text}\n`, file: `${String(at)}.txt`, language: 'en' })),
  ).discrepancies;
}

/** Some accounts read and linked, as what compares them takes them; each counts as an origin of its own. */
export function linkedStory(...texts: readonly string[]): LinkedStory {
  const documents = texts.map((text, at) =>
    annotateDocument(documentFromText({ text, language: 'en', file: `${String(at)}.txt` })),
  );
  const { entities, entityOf } = linkEntities(documents);
  return {
    documents,
    entities,
    entityOf,
    attributions: documents.flatMap((each, at) => resolveAttributions(each, entityOf[at] ?? [])),
    lineage: traceLineage(documents),
    countOrigins: (ids) => new Set(ids).size,
  };
}
