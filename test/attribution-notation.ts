import { findAttributions } from '../src/attribution/find-attributions.ts';
import { documentFromText } from '../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../src/language/annotate-language.ts';
import type { AttributionSpans } from '../src/model/attribution.ts';
import type { Span } from '../src/model/span.ts';
import { marked } from './marked.ts';

/** What is found in a text, or what its notation marks: a line for each attribution, in the order of the text. */
export interface AttributionLine {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
}

const EDGE_MARKS = /^[\s"“”‘’«».,:;–—-]+|[\s"“”‘’«».,:;–—-]+$/gu;

/** The pieces of a role; quotation marks, stops and a leading "that" at their edges are as readers like, and left out. */
function words(text: string, spans: readonly Span[]): string {
  return spans
    .map(([start, end]) =>
      text
        .slice(start, end)
        .replace(EDGE_MARKS, '')
        .replace(/^that\s+/iu, ''),
    )
    .filter((piece) => piece !== '')
    .join(' … ');
}

/** Runs the engine over a plain text, as it stands after reading. */
export function attributionsIn(text: string, minConfidence?: number): AttributionSpans[] {
  const document = documentFromText({ id: 'd-test', text, language: 'en' });
  return findAttributions(
    document,
    annotateLanguage(document),
    minConfidence === undefined ? {} : { minConfidence },
  );
}

/** What the labels S1, Q1 (cue), C1, S2 … of a notation mark. */
export function expectedLines(notation: string): AttributionLine[] {
  const { text, spans } = marked(notation);
  const numbers = [...new Set(Object.keys(spans).map((label) => label.slice(1)))].sort(
    (a, b) => Number(a) - Number(b),
  );
  return numbers.map((number) => ({
    source: words(text, spans[`S${number}`] ?? []),
    cue: words(text, spans[`Q${number}`] ?? []),
    content: words(text, spans[`C${number}`] ?? []),
  }));
}

/** What the engine finds in the text of a notation; of outer attributions only unless `nested`. */
export function foundLines(notation: string, nested = false): AttributionLine[] {
  const { text } = marked(notation);
  return attributionsIn(text)
    .filter(({ parent }) => nested || parent === undefined)
    .map(({ source, cue, content }) => ({
      source: words(text, source),
      cue: words(text, cue),
      content: words(text, content),
    }));
}
