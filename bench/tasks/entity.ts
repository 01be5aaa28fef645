import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { findNames } from '../../src/entity/find-names.ts';
import { resolveCoreference } from '../../src/entity/resolve-coreference.ts';
import { resolveSpeakers } from '../../src/entity/resolve-speakers.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import type { BenchTask } from '../task.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const ROUNDS = 5;
/** How many times the articles are linked at once, to see whether cost grows with the number of documents alone. */
const COPIES = 10;

export const task: BenchTask = {
  name: 'entity',
  title: 'Names, coreference, speakers and linking, apart from the rest of the analysis',
  needs: [ARTICLES],
  run({ data, examples }) {
    const texts = data === undefined ? exampleTexts(examples) : articleTexts(join(data, ARTICLES));
    const annotated = texts.map((text) => annotateDocument(documentFromText({ text, language: 'en' })));
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
    const perSecond = (run: () => void): number => {
      run();
      const seconds = Array.from({ length: ROUNDS }, () => {
        const started = performance.now();
        run();
        return (performance.now() - started) / 1000;
      });
      return words / (seconds.sort((a, b) => a - b)[ROUNDS >> 1] ?? 1);
    };
    const many = Array.from({ length: COPIES }, (_, copy) =>
      annotated.map((document) => ({
        ...document,
        document: { ...document.document, id: `${document.document.id}-${copy}` },
      })),
    ).flat();
    return {
      documents: texts.length,
      words,
      namesWordsPerSecond: perSecond(() => {
        for (const { language } of annotated) findNames(language);
      }),
      coreferenceWordsPerSecond: perSecond(() => {
        for (const document of annotated) resolveCoreference(document);
      }),
      speakersWordsPerSecond: perSecond(() => {
        for (const document of annotated) resolveSpeakers(document);
      }),
      linkingWordsPerSecond: perSecond(() => void linkEntities(annotated)),
      linkingManyWordsPerSecond: COPIES * perSecond(() => void linkEntities(many)),
    };
  },
};

function articleTexts(file: string): string[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

function exampleTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md)$/.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
