import { readTerms, indexTerms, type TermIndex } from '../src/learn/term.ts';
import type { Content } from '../src/link/content.ts';
import { linkEntities } from '../src/link/link-entities.ts';
import { Principals } from '../src/link/principals.ts';
import type { Proposition } from '../src/link/proposition.ts';
import { readPropositions } from '../src/link/read-propositions.ts';
import { TokenStretch } from '../src/link/token-stretch.ts';
import type { Act } from '../src/model/attribution.ts';
import { evidenceAt } from '../src/model/evidence.ts';
import type { Span } from '../src/model/span.ts';
import { annotateDocument } from '../src/pipeline/annotate-document.ts';
import { asDocument } from '../src/pipeline/attribute-document.ts';
import { marked } from './marked.ts';

/** A content as a test writes it, `[S:Ann Reed] [Q:denied] [C:that the mill had closed].`, with its document read. */
export interface Said {
  readonly content: Content;
  readonly spans: readonly Span[];
  readonly index: TermIndex;
  readonly principals: Principals;
}

/** Reads a marked content; the act is what the cue's author would say of it. */
export function said(notation: string, act: Act = 'state'): Said {
  const { text, spans } = marked(notation);
  const annotated = annotateDocument(asDocument({ text, language: 'en' }));
  const linked = linkEntities([annotated]);
  const index = indexTerms(annotated, linked.entityOf[0] ?? []);
  const own = spans.C ?? [[0, text.length]];
  const pieces = (label: string) => {
    const found = spans[label];
    return found ? evidenceAt(annotated.document, found) : null;
  };
  const terms = readTerms(index, own);
  const content: Content = {
    index: 0,
    attribution: {
      id: 'a',
      document: annotated.document.id,
      source: pieces('S'),
      cue: pieces('Q'),
      content: evidenceAt(annotated.document, own),
      form: 'indirect',
      act,
      speaker: null,
      chain: [],
    },
    documentIndex: 0,
    fullText: evidenceAt(annotated.document, own).text,
    terms,
    hasVerb: true,
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
  };
  return { content, spans: own, index, principals: new Principals(linked.entities) };
}

/** What a marked content says. */
export function propositions(notation: string, act: Act = 'state'): Proposition[] {
  const { content, spans, index, principals } = said(notation, act);
  return readPropositions(content, spans, index, principals);
}

/** The tokens of a marked content. */
export function stretchOf(notation: string): TokenStretch {
  const { spans, index } = said(notation);
  return TokenStretch.of(index, spans);
}
