import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { root } from '../../eval/provenance.ts';
import type { BenchTask } from '../task.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const ROUNDS = 5;
/** Documents that the stream is made of, by repeating the articles: long enough for memory to show a slope. */
const STREAMED = 2_000;

export const task: BenchTask = {
  name: 'analysis',
  title: 'Whole analysis of single documents, and the command as a process',
  needs: [ARTICLES],
  run({ data, examples }) {
    const texts = data === undefined ? exampleTexts(examples) : articleTexts(join(data, ARTICLES));
    const documents = texts.map((text) => documentFromText({ text, language: 'en' }));
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    for (const document of documents) annotateDocument(document);
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      for (const document of documents) annotateDocument(document);
      seconds.push((performance.now() - started) / 1000);
    }
    return {
      documents: documents.length,
      words,
      wordsPerSecond: words / median(seconds),
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      ...processFigures(texts, examples),
    };
  },
};

/** The built command, timed from outside: start, five articles to a dossier, a long stream. */
function processFigures(texts: readonly string[], examples: string): Record<string, number> {
  const command = join(root, 'dist', 'cli', 'stemma.mjs');
  if (!existsSync(command)) return {};
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const timed = (args: string[], input?: string): { ms: number; megabytes: number } => {
      const started = performance.now();
      const { stderr } = spawnSync(
        process.execPath,
        [
          '--import',
          `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`,
          command,
          ...args,
        ],
        { cwd: folder, input: input ?? '', encoding: 'utf8', maxBuffer: 2 ** 30 },
      );
      return { ms: performance.now() - started, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
    };
    const many = (args: string[], input?: string): { ms: number; megabytes: number } => {
      const runs = Array.from({ length: ROUNDS }, () => timed(args, input));
      return {
        ms: median(runs.map((run) => run.ms)),
        megabytes: Math.max(...runs.map((run) => run.megabytes)),
      };
    };
    const line = (text: string, index: number): string => `${JSON.stringify({ id: String(index), text })}\n`;
    const stream = Array.from({ length: STREAMED }, (_, index) =>
      line(texts[index % texts.length] ?? '', index),
    ).join('');
    const short = timed(['attribute', '--quiet'], stream.slice(0, stream.length / 4));
    const long = timed(['attribute', '--quiet'], stream);
    return {
      startMs: many(['--version']).ms,
      firstAttributionMs: many(['attribute'], line(texts[0] ?? '', 0)).ms,
      exampleReportMs: many(['report', '--quiet', join(examples, 'ferry-collision')]).ms,
      [`streamOf${STREAMED / 4}PeakMegabytes`]: short.megabytes,
      [`streamOf${STREAMED}PeakMegabytes`]: long.megabytes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function articleTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

function exampleTexts(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  );
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
