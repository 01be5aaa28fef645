import { createHash } from 'node:crypto';
import type { Provenance } from '../model/document.ts';
import type { ErrorCode, Warning } from '../model/errors.ts';
import { VERSION } from '../model/version.ts';
import type { DocumentParts } from './document-from-text.ts';

/** What one file holds: any number of documents, and what could not be read in it. */
export interface FileContents {
  readonly parts: readonly DocumentParts[];
  readonly warnings: readonly Warning[];
}

/** Nothing but a warning. */
export function refused(code: ErrorCode, file: string, message: string): FileContents {
  return { parts: [], warnings: [{ code, message, file }] };
}

/** How many broken lines or records of one file are named one by one; the rest is counted. */
const MOST_LINE_WARNINGS = 20;

/** The first warnings as they are, and a line with the number of the rest. */
export function shortened(warnings: readonly Warning[], file: string): Warning[] {
  const rest = warnings.slice(MOST_LINE_WARNINGS);
  const code = rest[0]?.code;
  if (code === undefined) return [...warnings];
  return [
    ...warnings.slice(0, MOST_LINE_WARNINGS),
    { code, message: `${file}: ${rest.length} more lines, items or files like these.`, file },
  ];
}

/** What the bytes of a file are; the encoding is absent where no text was decoded. */
export function provenanceOf(bytes: Uint8Array, format: string, encoding?: string): Provenance {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const extractor = `stemma ${VERSION}`;
  return { sha256, bytes: bytes.length, format, extractor, ...(encoding === undefined ? {} : { encoding }) };
}
