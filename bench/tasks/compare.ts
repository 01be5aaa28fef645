import { keepHeapClose } from '../../src/cli/heap-growth.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';
import { arrangeDocuments, assembleDossier } from '../../src/pipeline/analyse-story.ts';
import { StringPool } from '../../src/pipeline/string-pool.ts';
import { ARTICLES, readTexts, resample } from '../corpus.ts';
import { countWords } from '../count-words.ts';
import type { BenchTask } from '../task.ts';

const SIZES = [100, 1_000];
const LARGE = 10_000;

export const task: BenchTask = {
  name: 'compare',
  title: 'Everything that needs all documents at once: linking, utterances, claims, discrepancies, lineage',
  needs: [ARTICLES],
  run({ data, examples, large, say }) {
    const texts = readTexts(data, examples);
    const figures: Record<string, number> = {};
    for (const size of large ? [...SIZES, LARGE] : SIZES) {
      const words = new StringPool();
      const sampled = resample(texts, size);
      const documents = arrangeDocuments(
        sampled.map((text, at) => documentFromText({ text, file: `${at}.txt`, language: 'en' })),
      );
      keepHeapClose(documents);
      const annotated = documents.map((document) => words.share(annotateDocument(document)));
      // Other work on the machine makes the clock slow and leaves the time of the processor as it is, more or less.
      const started = performance.now();
      const used = process.cpuUsage();
      const dossier = assembleDossier(annotated);
      const { user, system } = process.cpuUsage(used);
      const seconds = (performance.now() - started) / 1000;
      say(
        `${documents.length} documents, ${dossier.stories?.length ?? 1} stories: ${seconds.toFixed(1)} s, ${dossier.claims.length} claims`,
      );
      figures[`of${size}Words`] = sampled.reduce((sum, text) => sum + countWords(text), 0);
      figures[`of${size}Seconds`] = seconds;
      figures[`of${size}ProcessorSeconds`] = (user + system) / 1e6;
      figures[`of${size}PeakMegabytes`] = process.resourceUsage().maxRSS / 1024;
    }
    return figures;
  },
};
