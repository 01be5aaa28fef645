import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogisticRegression } from '../../src/learn/logistic-regression.ts';
import { changeScore, findChangedSlots, type ChangedSlot } from '../../src/compare/changed-slots.ts';
import { readSentenceWords } from '../../src/compare/sentence-slots.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { indexTerms } from '../../src/learn/term.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { fitLogistic } from '../trace/fit-logistic.ts';

/** Two sentences of one content, one of them with one word changed (`slot` says which), or only written another way. */
export interface ChangedPair {
  readonly split: string;
  readonly isChanged: boolean;
  readonly slot: string;
  readonly slots: readonly ChangedSlot[];
}

/** Reads pairs of sentences and finds what may have been exchanged in them. */
export function readChangedPairs(data: string, file: string): ChangedPair[] {
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as { a: string; b: string; split: string; label: number; slot: string };
      const documents = [row.a, row.b].map((text) =>
        annotateDocument(documentFromText({ text, language: 'en' })),
      );
      const { entityOf } = linkEntities(documents);
      const [a, b] = documents.map((document, at) => {
        const index = indexTerms(document, entityOf[at] ?? []);
        return document.language.sentences.map((_, sentence) => readSentenceWords(index, sentence));
      });
      const slots = (a ?? []).flatMap((one) => (b ?? []).flatMap((other) => findChangedSlots(one, other)));
      return { split: row.split, isChanged: row.label === 1, slot: row.slot, slots };
    });
}

/** A pair says only that something was changed: what, is guessed with the weights so far, and fitted again. */
const ROUNDS = 4;

/** Learns which words at like places were exchanged. */
export function fitSlots(pairs: readonly ChangedPair[]): LogisticRegression {
  let weights: LogisticRegression = { weights: [1, 1], intercept: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const known = weights;
    const rows = pairs.flatMap(({ isChanged, slots }) => {
      if (!isChanged) return slots.map(({ features }) => ({ features, label: false }));
      const [surest] = slots.toSorted((x, y) => changeScore(y, known) - changeScore(x, known));
      return surest ? [{ features: surest.features, label: true }] : [];
    });
    weights = fitLogistic(rows);
  }
  return weights;
}
