import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { countWords } from '../count-words.ts';
import type { BenchTask } from '../task.ts';

const ARTICLES = 'cross-document/g5-articles.jsonl';
const ROUNDS = 5;
/** One line without a full stop or line break, and marks that never close: what sentences and quotations are bounded for. */
const HOSTILE_UNITS = 1_000_000;

/** The language layer alone: paragraphs, tokens, quotations, sentences, tags and lemmas. */
export const task: BenchTask = {
  name: 'language',
  title: 'Language layer, one thread: articles, and a line of 1 MB that never ends',
  needs: [ARTICLES],
  run({ data, examples, say }) {
    const texts =
      data === undefined
        ? readdirSync(examples, { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.txt'))
            .sort()
            .map((file) => readFileSync(join(examples, file), 'utf8'))
        : readFileSync(join(data, ARTICLES), 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => (JSON.parse(line) as { text: string }).text);
    const documents = texts.map((text) => documentFromText({ text, language: 'en' }));
    const hostile = documentFromText({
      text: 'the “ferry and ‘harbour" '.repeat(HOSTILE_UNITS / 25),
      language: 'en',
    });
    const words = texts.reduce((sum, text) => sum + countWords(text), 0);
    const hostileWords = countWords(hostile.text);
    let rate = 0;
    let hostileRate = 0;
    let tokens = 0;
    for (let round = 0; round < ROUNDS; round++) {
      let from = performance.now();
      tokens = 0;
      for (const document of documents) tokens += annotateLanguage(document).tokens.count;
      rate = Math.max(rate, (1000 * words) / (performance.now() - from));
      from = performance.now();
      annotateLanguage(hostile);
      hostileRate = Math.max(hostileRate, (1000 * hostileWords) / (performance.now() - from));
      say(
        `round ${round + 1}: ${Math.round(rate)} words/s in articles, ${Math.round(hostileRate)} in the line`,
      );
    }
    return {
      documents: documents.length,
      words,
      tokens,
      wordsPerSecond: rate,
      hostileWordsPerSecond: hostileRate,
      peakMegabytes: process.resourceUsage().maxRSS / 1024,
    };
  },
};
