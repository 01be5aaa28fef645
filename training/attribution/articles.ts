import { readFileSync } from 'node:fs';
import { tokenFacts, type TokenFacts } from '../../src/attribution/token-facts.ts';
import { annotateLanguage } from '../../src/language/annotate-language.ts';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import type { Document } from '../../src/model/document.ts';
import type { LanguageLayer } from '../../src/model/language-layer.ts';
import type { Span } from '../../src/model/span.ts';

/** A line of PolNeAR as `data/README.md` describes it. */
export interface AnnotatedText {
  readonly id: string;
  readonly text: string;
  readonly publisher?: string;
  readonly annotator?: string;
  readonly attributions: readonly {
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
  }[];
  readonly discard?: readonly Span[];
}

/** An attribution by the tokens of its roles, in rising order. */
export interface GoldAttribution {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
}

/** A document with its annotation, ready for the models. */
export interface Article {
  readonly document: Document;
  readonly layer: LanguageLayer;
  readonly facts: TokenFacts;
  readonly gold: readonly GoldAttribution[];
  readonly row: AnnotatedText;
}

export function readAnnotated(file: string): AnnotatedText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as AnnotatedText);
}

/**
 * Reads an annotated text as the product reads it: what is no part of the account has no tokens.
 *
 * @throws {RangeError} When reading changes the text's length, so that the annotation's offsets no longer fit.
 */
export function prepareArticle(row: AnnotatedText, annotate = annotateLanguage): Article {
  const document = documentFromText({ id: row.id, text: row.text, language: 'en' });
  // Control characters are replaced one by one, which leaves the annotation's offsets in place.
  if (document.text.length !== row.text.length)
    throw new RangeError(`Reading changes the length of ${row.id}.`);
  const layer = annotate(document);
  return {
    document,
    layer,
    facts: tokenFacts(layer),
    gold: row.attributions
      .map(({ source, cue, content }) => ({
        source: tokensOf(layer, source),
        cue: tokensOf(layer, cue),
        content: tokensOf(layer, content),
      }))
      .filter(({ content }) => content.length > 0),
    row,
  };
}

/** The tokens that lie for the greater part inside the spans. */
function tokensOf({ tokens }: LanguageLayer, spans: readonly Span[]): number[] {
  const found: number[] = [];
  for (const [start, end] of spans) {
    let low = 0;
    let high = tokens.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens.end[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < tokens.count && tokens.start[i]! < end; i++) {
      const shared = Math.min(end, tokens.end[i]!) - Math.max(start, tokens.start[i]!);
      if (shared * 2 >= tokens.end[i]! - tokens.start[i]!) found.push(i);
    }
  }
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Parts a rising list of tokens into runs without a gap, half-open. */
export function runsOf(tokens: readonly number[]): [first: number, end: number][] {
  const runs: [number, number][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.[1] === token) last[1]++;
    else runs.push([token, token + 1]);
  }
  return runs;
}
