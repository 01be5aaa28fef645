import type { AnnotatedDocument } from '../src/model/annotated-document.ts';
import type { Document } from '../src/model/document.ts';
import type { LanguageLayer, Quotation, Sentence } from '../src/model/language-layer.ts';
import type { Span } from '../src/model/span.ts';

/** A text as a document of which nothing else is known: no date, no publisher, nothing left out. */
export function bareDocument(text: string, more: Partial<Document> = {}): Document {
  return { id: 'd-1', text, language: 'en', analysed: true, credits: [], omitted: [], oddities: [], ...more };
}

/**
 * A document with the least that a language layer holds, for tests of what comes after it: a sentence ends at a full stop
 * before a space or at the end of a line, a quotation stands between two straight or two curly marks.
 */
export function plainDocument(id: string, text: string, more: Partial<Document> = {}): AnnotatedDocument {
  return {
    document: bareDocument(text, { id, ...more }),
    language: plainLayer(text),
    times: [],
    quantities: [],
    names: [],
    coreference: { entities: [], mentions: [] },
    attributions: [],
    speakers: [],
  };
}

export function plainLayer(text: string): LanguageLayer {
  const sentences = [...text.matchAll(/[^\n]+?(?:[.!?]["”’]?(?=\s)|(?=\n)|$)/g)]
    .map((match) => match.index + match[0].length - match[0].trimStart().length)
    .map((start, i, starts): Span => [start, trimEnd(text, start, starts[i + 1] ?? text.length)])
    .filter(([start, end]) => end > start)
    .map((span): Sentence => ({ span, firstToken: 0, endToken: 0, paragraph: 0, kind: 'sentence' }));
  const quotations = [...text.matchAll(/“[^”\n]*”|"[^"\n]*"/g)].map((match): Quotation => ({
    span: [match.index, match.index + match[0].length],
    depth: 1,
    closed: true,
  }));
  const none = new Int32Array(0);
  const tokens = {
    count: 0,
    start: none,
    end: none,
    word: [],
    lemma: [],
    upos: new Uint8Array(0),
    penn: [],
    sentence: none,
    quoted: new Uint8Array(0),
  };
  return { text, paragraphs: [], sentences, tokens, quotations };
}

const trimEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;
