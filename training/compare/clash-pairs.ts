import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { clashScore } from '../../src/compare/clash-score.ts';
import { compareStatements, type Comparison } from '../../src/compare/judge-clash.ts';
import { findStatements } from '../../src/compare/find-statements.ts';
import type { Statement } from '../../src/compare/statement.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { indexTerms } from '../../src/learn/term.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';

export const NATURAL = 'cross-document/natural-discrepancy.jsonl';
export const INJECTED = 'cross-document/injected-discrepancy.jsonl';

/** Two sentences with every pair of values in them that clash on the surface. */
export interface ClashPair {
  readonly split: string;
  readonly label: string;
  readonly slot: string | null;
  readonly clashes: readonly Comparison[];
}

/** Reads pairs of sentences and finds the clashes in them, as the program does between two documents. */
export function readClashPairs(data: string, file: string): ClashPair[] {
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as {
        a: string;
        b: string;
        split: string;
        label: string | number;
        slot: string | null;
      };
      const documents = [row.a, row.b].map((text) =>
        annotateDocument(documentFromText({ text, language: 'en' })),
      );
      const { entityOf } = linkEntities(documents);
      const [a, b] = documents.map((document, at) =>
        findStatements(indexTerms(document, entityOf[at] ?? []), at),
      );
      const clashes = (a ?? []).flatMap((one) => (b ?? []).flatMap((other) => clashOf(one, other)));
      return { split: row.split, label: String(row.label), slot: row.slot, clashes };
    });
}

function clashOf(a: Statement, b: Statement): Comparison[] {
  const comparison = compareStatements(a, b);
  return comparison === null || comparison.relation === 'agree' ? [] : [comparison];
}

/** How sure the surest clash of a pair is; 0 where there is none. */
export function pairScore({ clashes }: ClashPair, weights?: LogisticRegression): number {
  return Math.max(0, ...clashes.map((clash) => clashScore(clash, weights)));
}
