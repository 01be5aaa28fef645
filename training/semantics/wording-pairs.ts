import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentFromText } from '../../src/ingest/document-from-text.ts';
import { indexTerms } from '../../src/learn/term.ts';
import { readWording, type Wording } from '../../src/learn/wording.ts';
import { wordingFeatures } from '../../src/learn/wording-features.ts';
import { linkEntities } from '../../src/link/link-entities.ts';
import { annotateDocument } from '../../src/pipeline/annotate-document.ts';

export const MSRP = 'cross-document/msrp.jsonl';
export const STS = 'cross-document/stsb-news.jsonl';
export const QUOTES = 'cross-document/g5-quote-pairs.jsonl';

/** The rows of a file with one JSON object a line. */
export function readRows<T>(data: string, file: string): T[] {
  return readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Two texts as the program reads them when they stand in two documents. */
export function readWordings(a: string, b: string): [Wording, Wording] {
  const documents = [a, b].map((text) => annotateDocument(documentFromText({ text, language: 'en' })));
  const { entityOf } = linkEntities(documents);
  const [one, other] = documents.map((annotated, at) =>
    readWording(indexTerms(annotated, entityOf[at] ?? []), [[0, annotated.document.text.length]]),
  );
  if (!one || !other) throw new RangeError('two texts, two wordings');
  return [one, other];
}

/** How two texts stand to each other, as numbers. */
export function featuresOf(a: string, b: string): Float32Array {
  return wordingFeatures(...readWordings(a, b));
}
