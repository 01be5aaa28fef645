import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { assembleDossier } from '../../src/pipeline/analyse-story.ts';
import type { BenchTask } from '../task.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const SIZES = [100, 1_000];

export const task: BenchTask = {
  name: 'compare',
  title: 'Everything that needs all documents at once: linking, utterances, claims, discrepancies, lineage',
  needs: [ARTICLES],
  run({ data, examples, say }) {
    const texts = data === undefined ? exampleTexts(examples) : articleTexts(join(data, ARTICLES));
    const figures: Record<string, number> = {};
    for (const size of SIZES) {
      const annotated = Array.from({ length: size }, (_, at) =>
        annotateDocument(documentFromText(resample(texts, at))),
      );
      const started = performance.now();
      const dossier = assembleDossier(annotated);
      const seconds = (performance.now() - started) / 1000;
      say(`${size} documents: ${seconds.toFixed(1)} s, ${dossier.claims.length} claims`);
      figures[`of${size}Seconds`] = seconds;
      figures[`of${size}PeakMegabytes`] = process.resourceUsage().maxRSS / 1024;
    }
    return figures;
  },
};

/** The articles over and over, each round with its paragraphs turned and one left out, so that no two are the same text. */
function resample(texts: readonly string[], at: number): { text: string; file: string; language: string } {
  const round = Math.floor(at / texts.length);
  const paragraphs = (texts[at % texts.length] ?? '').split('\n').filter((line) => line.trim() !== '');
  const turn = round % Math.max(1, paragraphs.length);
  const turned = [...paragraphs.slice(turn), ...paragraphs.slice(0, turn)];
  const text = (round === 0 ? turned : turned.slice(0, -1)).join('\n\n') || 'Nothing is left.';
  return { text: `${text}\n`, file: `${at}.txt`, language: 'en' };
}

function articleTexts(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function exampleTexts(examples: string): string[] {
  return readdirSync(examples)
    .map((name) => join(examples, name))
    .filter((folder) => existsSync(join(folder, 'expected.json')))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
}
