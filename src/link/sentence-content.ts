import { readTerms, type TermIndex } from '../learn/term.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Document } from '../model/document.ts';
import { evidenceAt } from '../model/evidence.ts';
import type { Span } from '../model/span.ts';
import type { Content } from './content.ts';

/** What a narrator says in a voice of his own, as an attribution without source, cue and speaker. */
export function narratedAt(document: Document, span: Span): Attribution {
  return {
    id: document.id,
    document: document.id,
    source: null,
    cue: null,
    content: evidenceAt(document, [span]),
    form: 'indirect',
    act: 'state',
    speaker: null,
    chain: [],
  };
}

/** What some stretches say of all that an attribution reports: a content that stands in no list. */
export function contentAt(
  index: TermIndex,
  documentIndex: number,
  attribution: Attribution,
  spans: readonly Span[],
): Content {
  const terms = readTerms(index, spans);
  return {
    index: 0,
    attribution,
    documentIndex,
    fullText: attribution.content.text,
    terms,
    hasVerb: true,
    weight: terms.reduce((sum, term) => sum + term.weight, 0),
  };
}
