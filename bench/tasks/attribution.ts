import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAttributions } from '../../src/attribution/find-attributions.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import type { BenchTask } from '../task.ts';
import { countWords } from '../count-words.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const LONG_UNITS = 2_000_000;
/** Rounds of each kind, taken in turn, so that both see the same machine; the best of them counts. */
const ROUNDS = 3;

/** From text to attributions on one thread: tokens, tags, cues, arguments. */
export const task: BenchTask = {
  name: 'attribution',
  title: 'Text to attributions, one thread: articles, and one document of 2 MB',
  needs: [ARTICLES],
  run({ data, examples, say }) {
    const startMegabytes = process.memoryUsage().rss / 2 ** 20;
    const texts = data !== undefined && existsSync(join(data, ARTICLES)) ? articles(data) : own(examples);
    const started = performance.now();
    attribute('a', 'The mayor of Quell said that the ferry had left.');
    const loadMs = performance.now() - started;

    let long = '';
    for (let at = 0; long.length < LONG_UNITS; at++) long += `${texts[at % texts.length]!}\n\n`;
    const shortWords = texts.reduce((sum, text) => sum + countWords(text), 0);
    const longWords = countWords(long);
    let shortRate = 0;
    let longRate = 0;
    let attributions = 0;
    let articlesPeakMegabytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let from = performance.now();
      attributions = 0;
      for (const [at, text] of texts.entries()) attributions += attribute(`s${at}`, text);
      shortRate = Math.max(shortRate, (1000 * shortWords) / (performance.now() - from));
      // the highest ever, so it tells of the articles alone only until the long one was read
      if (round === 0) articlesPeakMegabytes = process.resourceUsage().maxRSS / 1024;
      from = performance.now();
      attribute('long', long);
      longRate = Math.max(longRate, (1000 * longWords) / (performance.now() - from));
      say(
        `round ${round + 1}: ${Math.round(shortRate)} words/s in articles, ${Math.round(longRate)} in one of 2 MB`,
      );
    }
    return {
      loadMs,
      wordsPerSecond: shortRate,
      longWordsPerSecond: longRate,
      longOverShort: shortRate / longRate,
      // what Node takes with our code read and no document yet is in the peak too
      startMegabytes,
      articlesPeakMegabytes,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
      articles: texts.length,
      words: shortWords,
      attributions,
    };
  },
};

function attribute(id: string, text: string): number {
  const document = documentFromText({ id, text, language: 'en' });
  return findAttributions(document, annotateLanguage(document)).length;
}

function articles(data: string): string[] {
  return readFileSync(join(data, ARTICLES), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

/** The text files of our own examples, wherever they lie. */
function own(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
