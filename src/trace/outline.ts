import type { Document } from '../model/document.ts';
import type { LanguageLayer } from '../model/language-layer.ts';
import type { Quantity } from '../model/quantity.ts';
import { compareSpans, type Span } from '../model/span.ts';
import { emptyScan, scanWords } from '../text/scan-words.ts';
import { isFurniture } from './furniture.ts';
import { outlineNumbers, type OutlineNumber } from './outline-numbers.ts';
import { firstAtOrAfter, type OutlineWords } from './outline-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What tracing keeps of a document: its words as terms with their places, in about ten bytes a word, so that a hundred
 * thousand documents fit in memory when their language layers do not.
 */
export interface Outline extends OutlineWords {
  /** Amounts of the narration, in the order of the text. */
  readonly numbers: readonly OutlineNumber[];
}

const scan = emptyScan();
/** Only so much of a sentence is read for the phrases of furniture. */
const LONGEST_FURNITURE = 600;

/**
 * Reduces a document to its outline and enters its words in the vocabulary.
 *
 * Only sentences that the language layer holds count, and of those nothing that the document lists as omitted: appeals and
 * navigation cannot make two documents look like one.
 */
export function outlineDocument(
  document: Document,
  layer: Pick<LanguageLayer, 'text' | 'sentences' | 'quotations'>,
  vocabulary: Vocabulary,
  quantities: readonly Quantity[] = [],
): Outline {
  const { text } = layer;
  const omitted = document.omitted.flatMap((omission) => omission.evidence.spans).toSorted(compareSpans);
  scan.count = 0;
  const sentenceStart: number[] = [];
  const sentenceSpan: number[] = [];
  let next = 0;
  const furniture = markFurniture(text, layer.sentences);
  for (let s = 0; s < layer.sentences.length; s++) {
    const span = layer.sentences[s]?.span ?? [0, 0];
    const before = scan.count;
    if (furniture[s] === 1) continue;
    let from = span[0];
    while ((omitted[next]?.[1] ?? Infinity) <= from) next++;
    for (let i = next; i < omitted.length; i++) {
      const gap = omitted[i];
      if (!gap || gap[0] >= span[1]) break;
      scanWords(text, from, Math.max(from, gap[0]), scan);
      from = Math.max(from, gap[1]);
    }
    scanWords(text, from, span[1], scan);
    if (scan.count === before) continue;
    sentenceStart.push(before);
    sentenceSpan.push(span[0], span[1]);
  }
  const wordCount = scan.count;
  sentenceStart.push(wordCount);

  const start = scan.start.slice(0, wordCount);
  const end = scan.end.slice(0, wordCount);
  const term = new Int32Array(wordCount);
  const seen = new Set<number>();
  for (let i = 0; i < wordCount; i++) {
    const t = vocabulary.termOf(text.slice(start[i], end[i]));
    term[i] = t;
    if (t >= 0) seen.add(t);
  }
  vocabulary.countDocument(seen);
  const outline = {
    document,
    wordCount,
    start,
    end,
    term,
    quoted: markQuoted(text, start, sentenceSpan, layer.quotations),
    sentenceStart: Int32Array.from(sentenceStart),
    sentenceSpan: Int32Array.from(sentenceSpan),
  };
  return { ...outline, numbers: outlineNumbers(outline, quantities) };
}

/** A sentence as short as this, next to furniture, belongs to it: “Please re-enter.” */
const SHORT_FURNITURE = 45;

function markFurniture(text: string, sentences: LanguageLayer['sentences']): Uint8Array {
  const furniture = new Uint8Array(sentences.length);
  sentences.forEach(({ span }, s) => {
    if (isFurniture(text.slice(span[0], Math.min(span[1], span[0] + LONGEST_FURNITURE)))) furniture[s] = 1;
  });
  const spread = (s: number, neighbour: number): void => {
    const { span } = sentences[s] ?? { span: [0, 0] };
    if (furniture[neighbour] === 1 && span[1] - span[0] < SHORT_FURNITURE) furniture[s] = 1;
  };
  for (let s = 1; s < sentences.length; s++) spread(s, s - 1);
  for (let s = sentences.length - 2; s >= 0; s--) spread(s, s + 1);
  return furniture;
}

/** A post that a page embeds is somebody's words, whoever shows them. */
const POST = /\(@\w{2,30}\)|\bpic\.twitter\.com\/|\bt\.co\/|\btwitter\.com\/\w+/;

function markQuoted(
  text: string,
  start: Int32Array,
  sentenceSpan: readonly number[],
  quotations: LanguageLayer['quotations'],
): Uint8Array {
  const quoted = new Uint8Array(start.length);
  const spans = quotations.map(({ span }) => span);
  for (let s = 0; s < sentenceSpan.length; s += 2) {
    const span: Span = [sentenceSpan[s] ?? 0, sentenceSpan[s + 1] ?? 0];
    if (POST.test(text.slice(span[0], span[1]))) spans.push(span);
  }
  for (const span of spans) {
    for (let i = firstAtOrAfter(start, span[0]); i < start.length && (start[i] ?? 0) < span[1]; i++)
      quoted[i] = 1;
  }
  return quoted;
}
