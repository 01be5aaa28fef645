import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/document.ts';
import type { Quotation, Sentence } from '../../src/model/language-layer.ts';
import { outlineDocument } from '../../src/trace/outline.ts';
import { traceOutlines } from '../../src/trace/trace-lineage.ts';
import { TermKind, Vocabulary } from '../../src/trace/vocabulary.ts';
import type { BenchTask } from '../task.ts';

const SOURCES = ['cross-document/g5-articles.jsonl', 'cross-document/polnear-wire.jsonl'];
const SIZES = [1_000, 10_000, 100_000];
const WORDS = 500;
/** Documents that tell one story: half of them copies of the first with a desk's edits. */
const STORY = 10;
const COPIES = 4;

/**
 * Traces 1,000 to 100,000 documents of 500 words. A story takes its sentences from real articles and has its own telling words:
 * they are exchanged for others of the collection, differently for each story, so that documents of two stories are as
 * different as their frequent words allow. Documents are reduced to outlines one by one, as in a collection that does not fit
 * in memory with its language layers.
 */
export const task: BenchTask = {
  name: 'reuse',
  title: 'Tracing reuse among documents of 500 words',
  needs: SOURCES,
  run({ data, examples, say }) {
    const figures: Record<string, number> = {};
    const pool = readPool(data, examples);
    for (const size of SIZES) {
      const started = performance.now();
      const spentBefore = process.cpuUsage();
      const vocabulary = new Vocabulary();
      const outlines = [];
      let making = 0;
      for (let i = 0; i < size; i++) {
        const before = performance.now();
        const made = makeDocument(pool, i);
        making += performance.now() - before;
        outlines.push(outlineDocument(made.document, made.layer, vocabulary));
      }
      const outlined = performance.now();
      const { edges, origins } = traceOutlines(outlines, vocabulary);
      const traced = performance.now();
      const planted = (size / STORY) * ((COPIES * (COPIES + 1)) / 2);
      const found = edges.filter(({ from, to }) => isPlanted(from, to)).length;
      const memory = process.resourceUsage().maxRSS / 1024;
      figures[`documents${size}Seconds`] = (traced - started - making) / 1000;
      const spent = process.cpuUsage(spentBefore);
      figures[`documents${size}CpuSecondsWithMaking`] = (spent.user + spent.system) / 1e6;
      figures[`documents${size}OutlineSeconds`] = (outlined - started - making) / 1000;
      figures[`documents${size}PeakMegabytes`] = memory;
      figures[`documents${size}PlantedFound`] = found / planted;
      figures[`documents${size}OtherEdgesPerThousandDocuments`] = ((edges.length - found) / size) * 1000;
      say(
        `  ${size}: ${((traced - started - making) / 1000).toFixed(1)} s, ${memory.toFixed(0)} MB, ${found} of ${planted} planted pairs, ${edges.length - found} others, ${origins.length} origins`,
      );
    }
    return figures;
  },
};

interface Pool {
  /** Sentences of each article as words and the marks between them. */
  readonly articles: readonly (readonly (readonly string[])[])[];
  readonly telling: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
}

function readPool(data: string | undefined, examples: string): Pool {
  const texts =
    data === undefined || !existsSync(join(data, SOURCES[0] ?? ''))
      ? readdirSync(join(examples, 'ferry-collision'))
          .filter((file) => file.endsWith('.txt'))
          .map((file) => readFileSync(join(examples, 'ferry-collision', file), 'utf8'))
      : SOURCES.flatMap((file) =>
          readFileSync(join(data, file), 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => (JSON.parse(line) as { text: string }).text),
        );
  const articles = texts
    .map((text) =>
      text
        .split(/(?<=[.!?]["”’]?)\s+|\n+/)
        .filter((sentence) => sentence.length > 40)
        .map((sentence) => sentence.split(/([\p{L}\p{N}'’]+)/u)),
    )
    .filter((sentences) => sentences.length >= 8);
  const vocabulary = new Vocabulary();
  const telling = [
    ...new Set(
      articles.flat(2).filter((word) => vocabulary.kindOf(vocabulary.termOf(word)) >= TermKind.familiar),
    ),
  ].sort();
  return { articles, telling, placeOf: new Map(telling.map((word, i) => [word, i])) };
}

/** Document `i`: the first of its story, one of its copies, or an account of its own. */
function makeDocument(
  pool: Pool,
  i: number,
): { document: Document; layer: Parameters<typeof outlineDocument>[1] } {
  const story = Math.floor(i / STORY);
  const place = i % STORY;
  const random = seeded(i + 1);
  const copied = place <= COPIES;
  const first = seeded(copied ? story * STORY + 1 : i + 1)();
  let article = Math.floor(first * pool.articles.length);
  const shift = 1 + Math.floor(seeded(story + 77)() * (pool.telling.length - 2));
  let text = '';
  const sentences: Sentence[] = [];
  for (let words = 0; words < WORDS; article = (article + 1) % pool.articles.length) {
    for (const sentence of pool.articles[article] ?? []) {
      if (words >= WORDS) break;
      // A desk leaves out sentences and exchanges words.
      if (copied && place > 0 && random() < 0.2) continue;
      const start = text.length;
      for (const piece of sentence) {
        const known = pool.placeOf.get(piece);
        const edited = copied && place > 0 && known !== undefined && random() < 0.06;
        text +=
          known === undefined
            ? piece
            : (pool.telling[(known * 31 + shift + (edited ? 1 : 0)) % pool.telling.length] ?? piece);
      }
      words += sentence.length / 2;
      sentences.push({
        span: [start, text.length],
        firstToken: 0,
        endToken: 0,
        paragraph: 0,
        kind: 'sentence',
      });
      text += ' ';
    }
  }
  const quotations = [...text.matchAll(/“[^”]*”|"[^"]*"/g)].map((match): Quotation => ({
    span: [match.index, match.index + match[0].length],
    depth: 1,
    closed: true,
  }));
  const id = `d-${String(i).padStart(6, '0')}`;
  const document = { id, text, language: 'en', analysed: true, credits: [], omitted: [], oddities: [] };
  return { document, layer: { text, sentences, quotations } };
}

function isPlanted(from: string, to: string): boolean {
  const [a, b] = [Number(from.slice(2)), Number(to.slice(2))];
  return Math.floor(a / STORY) === Math.floor(b / STORY) && a % STORY <= COPIES && b % STORY <= COPIES;
}

function seeded(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
