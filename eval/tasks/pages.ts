import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

import { decodeBytes } from '../../src/ingest/decode-bytes.ts';
import { composeDocument } from '../../src/ingest/document-from-text.ts';
import { parseDate } from '../../src/ingest/parse-date.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import type { Document } from '../../src/model/document.ts';
import type { EvalContext, EvalResult, EvalTask } from '../task.ts';

/**
 * Saved pages: phrases that the main text must and must not hold, authors, publication days. Texts are compared with white space made
 * one, less what the document lists as omitted; an author, a person or an agency, counts when one of the names contains the other.
 */
export const task: EvalTask = {
  name: 'pages',
  title: 'Main text, authors and publication days of saved pages',
  needs: ['pages/text/pages.jsonl', 'pages/dates/pages.jsonl'],
  run,
};

interface TextRow {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly author?: string | readonly string[];
}

interface DateRow {
  readonly file: string;
  readonly set: string;
  readonly date: string | null;
}

/** What one way of reading made of a page. */
interface Reading {
  readonly text: string;
  readonly byline: readonly string[];
  readonly day: string | null;
}

function run({ data, say }: EvalContext): EvalResult {
  if (data === undefined) throw new Error('pages needs the data folder');
  const texts = rows<TextRow>(join(data, 'pages/text/pages.jsonl'));
  const dates = rows<DateRow>(join(data, 'pages/dates/pages.jsonl'));
  const textFile = ({ file }: { file: string }): string => join(data, 'pages/text', file);
  const dateFile = ({ file }: { file: string }): string => join(data, 'pages/dates', file);

  const started = process.cpuUsage();
  const ours = measure(
    texts.map((row) => [row, readOurs(textFile(row))]),
    dates.map((row) => [row, readOurs(dateFile(row))]),
  );
  const used = process.cpuUsage(started);
  const pagesPerSecond = (texts.length + dates.length) / ((used.user + used.system) / 1e6);
  say(`${texts.length + dates.length} pages, ${pagesPerSecond.toFixed(0)} a CPU second`);
  const baseline = measure(
    texts.map((row) => [row, readBaseline(textFile(row))]),
    dates.map((row) => [row, readBaseline(dateFile(row))]),
  );
  return {
    figures: ours.figures,
    baseline: { name: 'Readability as it comes', figures: baseline.figures },
    counts: ours.counts,
    details: { pagesPerCpuSecond: Math.round(pagesPerSecond) },
  };
}

function measure(
  texts: readonly (readonly [TextRow, Reading])[],
  dates: readonly (readonly [DateRow, Reading])[],
): { figures: Record<string, number>; counts: Record<string, number> } {
  let found = 0;
  let missed = 0;
  let extra = 0;
  let authors = 0;
  let authorsRight = 0;
  for (const [row, { text, byline }] of texts) {
    for (const phrase of row.with)
      if (text.includes(oneSpace(phrase))) found++;
      else missed++;
    for (const phrase of row.without) if (text.includes(oneSpace(phrase))) extra++;
    const gold = [row.author ?? '']
      .flat()
      .map(letters)
      .filter((name) => name !== '');
    if (gold.length === 0) continue;
    authors++;
    const named = byline.map(letters).filter((name) => name !== '');
    if (gold.some((name) => named.some((other) => other.includes(name) || name.includes(other))))
      authorsRight++;
  }
  const precision = found / (found + extra);
  const recall = found / (found + missed);
  const figures: Record<string, number> = {
    textPrecision: precision,
    textRecall: recall,
    textF1: (2 * precision * recall) / (precision + recall),
    authorsLenient: authorsRight / authors,
  };
  const counts: Record<string, number> = { textPages: texts.length, phrases: found + missed, authors };
  for (const set of new Set(dates.map(([row]) => row.set))) {
    const own = dates.filter(([row]) => row.set === set);
    // A page without a day in the gold is right when none is claimed.
    figures[`day.${set}`] = own.filter(([row, { day }]) => (row.date ?? null) === day).length / own.length;
    counts[`pages.${set}`] = own.length;
  }
  return { figures, counts };
}

function readOurs(file: string): Reading {
  const page = readPage(decodeBytes(readFileSync(file)).text);
  if (!page.ok) return { text: '', byline: [], day: null };
  const document = composeDocument(page.parts);
  return {
    text: oneSpace(withoutOmitted(document)),
    byline: [...(document.byline ?? []), ...(document.agencies ?? [])],
    day: document.published?.value.value ?? null,
  };
}

function withoutOmitted({ text, omitted }: Document): string {
  const kept: string[] = [];
  let from = 0;
  for (const [start, end] of omitted.flatMap(({ evidence }) => evidence.spans)) {
    kept.push(text.slice(from, start));
    from = end;
  }
  return [...kept, text.slice(from)].join('');
}

function readBaseline(file: string): Reading {
  const { document } = parseHTML(decodeBytes(readFileSync(file)).text);
  try {
    const article = new Readability(document as never).parse();
    return {
      text: oneSpace(article?.textContent ?? ''),
      byline: article?.byline == null ? [] : [article.byline],
      day: parseDate(article?.publishedTime ?? '')?.value ?? null,
    };
  } catch {
    return { text: '', byline: [], day: null };
  }
}

function rows<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.replaceAll(': NaN', ': null')) as T);
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function letters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
