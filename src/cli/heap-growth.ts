import { setFlagsFromString } from 'node:v8';
import type { Document } from '../model/document.ts';

/** UTF-16 units of text from which on the heap is kept close to what is in use: about a thousand articles. */
const LARGE = 2 ** 21;
/**
 * By how many percent the heap may grow past what is in use before what is not is collected. V8 itself lets it grow up to
 * fourfold while the machine has room. Of 1,000 articles half as much again took 340 MB and 1.1 of the processor's time, four fifths
 * 367 MB, V8's own choice 572 MB (docs/decisions/0142-ten-thousand-documents.md).
 */
const GROWTH_PERCENT = 50;

/**
 * Has V8 collect sooner where there is much to analyse, in this thread and in those that start later. It is no limit: a
 * folder that needs more memory gets it.
 */
export function keepHeapClose(documents: readonly Pick<Document, 'text'>[]): void {
  const units = documents.reduce((sum, { text }) => sum + text.length, 0);
  if (units >= LARGE) setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
