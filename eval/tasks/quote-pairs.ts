import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { alignTerms } from '../../src/learn/align-terms.ts';
import { indexTerms, readTerms, type Term } from '../../src/learn/term.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { wordingLikeness } from '../../src/link/group-utterances.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import type { EvalResult, EvalTask } from '../task.ts';

const QUOTES = 'cross-document/g5-quote-pairs.jsonl';
const THRESHOLDS = Array.from({ length: 61 }, (_, at) => 0.3 + at / 100);

interface Row {
  readonly event_id: number;
  readonly label: number;
  readonly judged: boolean;
  readonly a_quote: string;
  readonly b_quote: string;
  readonly jaccard: number;
}

interface Judged {
  readonly event: number;
  readonly same: boolean;
  readonly score: number;
  readonly jaccard: number;
}

/**
 * Whether two quotations are one utterance in two wordings, by their words alone: the pairs that a reader had to judge. Each
 * event is scored with the threshold that is best on all others.
 */
export const task: EvalTask = {
  name: 'quote-pairs',
  title: 'One quotation in two wordings',
  needs: [QUOTES],
  run({ data }): EvalResult {
    const rows = readFileSync(join(data ?? '', QUOTES), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .filter(({ judged }) => judged);
    const judged = rows.map(judge);
    return {
      figures: { judgedF1: heldOutF1(judged, ({ score }) => score) },
      baseline: {
        name: 'Jaccard of words, threshold held out by event',
        figures: { judgedF1: heldOutF1(judged, ({ jaccard }) => jaccard) },
      },
      counts: { pairs: judged.length, same: judged.filter(({ same }) => same).length },
    };
  },
};

function judge(row: Row): Judged {
  const documents = [row.a_quote, row.b_quote].map((text) =>
    annotateDocument(documentFromText({ text, language: 'en' })),
  );
  const { entityOf } = linkEntities(documents);
  const [a = [], b = []] = documents.map((annotated, at) =>
    readTerms(indexTerms(annotated, entityOf[at] ?? []), [[0, annotated.document.text.length]]),
  );
  const score = wordingLikeness(alignTerms(a, b), total(a) <= total(b));
  return { event: row.event_id, same: row.label === 1, score, jaccard: row.jaccard };
}

function total(terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

function heldOutF1(pairs: readonly Judged[], scoreOf: (pair: Judged) => number): number {
  const thresholds = new Map<number, number>();
  for (const { event } of pairs) {
    if (thresholds.has(event)) continue;
    const others = pairs.filter((pair) => pair.event !== event);
    const [best] = THRESHOLDS.map((least) => ({
      least,
      value: f1(others, (pair) => scoreOf(pair) >= least),
    })).sort((x, y) => y.value - x.value || x.least - y.least);
    thresholds.set(event, best?.least ?? 1);
  }
  return f1(pairs, (pair) => scoreOf(pair) >= (thresholds.get(pair.event) ?? 1));
}

function f1(pairs: readonly Judged[], says: (pair: Judged) => boolean): number {
  const predicted = pairs.filter(says);
  const right = predicted.filter(({ same }) => same).length;
  return (2 * right) / (predicted.length + pairs.filter(({ same }) => same).length || 1);
}
