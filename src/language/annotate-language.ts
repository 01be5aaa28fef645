import type { Document } from '../model/document.ts';
import type { LanguageLayer, Paragraph, Sentence } from '../model/language-layer.ts';
import type { Span } from '../model/span.ts';
import { classifyParagraph } from './classify-paragraph.ts';
import { findParagraphs } from './find-paragraphs.ts';
import { findQuotations, type TokenRange } from './find-quotations.ts';
import { splitSentences } from './split-sentences.ts';
import { tagTokens } from './tag-tokens.ts';
import { Tagger } from './tagger.ts';
import { TokenBuffer } from './token-buffer.ts';
import { tokenize } from './tokenize.ts';

/** English prose has a token for 5 units or more; the buffer grows where it has not. */
const UNITS_PER_TOKEN = 4.5;

export interface LanguageOptions {
  /** Another tagger than this package's: training tags its own data with one that has not seen it. */
  readonly tagger?: Tagger;
}

/**
 * Finds paragraphs, sentences, tokens with their tags and lemmas, and quotations.
 *
 * Spans lie inside `document.text` and rise; every sentence has a token and every token a sentence. Omitted stretches
 * have none. Costs time in proportion to the text, whatever stands in it.
 */
export function annotateLanguage(
  document: Document,
  { tagger = Tagger.load() }: LanguageOptions = {},
): LanguageLayer {
  const { text } = document;
  const spans = findParagraphs(document);
  const buffer = new TokenBuffer(Math.ceil(text.length / UNITS_PER_TOKEN));
  const ranges: TokenRange[] = [];
  const kept: Span[] = [];
  for (const span of spans) {
    const first = buffer.count;
    tokenize(text, span[0], span[1], buffer);
    if (buffer.count === first) continue;
    kept.push(span);
    ranges.push([first, buffer.count]);
  }
  const quotation = findQuotations(text, buffer, ranges);

  const title = document.titleEvidence?.spans ?? [];
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(buffer.count);
  const ends: number[] = [];
  for (const [index, range] of ranges.entries()) {
    const span = kept[index] as Span;
    const kind = classifyParagraph(text, span, range, buffer, { index, count: ranges.length }, title);
    const firstSentence = sentences.length;
    ends.length = 0;
    if (kind === 'sentence') splitSentences(text, buffer, range, quotation, ends);
    else ends.push(range[1]);
    let firstToken = range[0];
    for (const endToken of ends) {
      sentenceOf.fill(sentences.length, firstToken, endToken);
      const from = buffer.start[firstToken] as number;
      const to = buffer.end[endToken - 1] as number;
      sentences.push({ span: [from, to], firstToken, endToken, paragraph: index, kind });
      firstToken = endToken;
    }
    paragraphs.push({ span, firstSentence, endSentence: sentences.length });
  }

  const count = buffer.count;
  const start = buffer.start.subarray(0, count);
  const end = buffer.end.subarray(0, count);
  const word: string[] = [];
  for (let token = 0; token < count; token++)
    word.push(text.slice(start[token] as number, end[token] as number));
  const tags = tagTokens(tagger, text, buffer, word, sentences);
  return {
    text,
    paragraphs,
    sentences,
    tokens: { count, start, end, word, ...tags, sentence: sentenceOf, quoted: quotation.quoted },
    quotations: quotation.quotations,
  };
}
