import { PIECE_SEPARATOR, textOf, type Span } from './span.ts';
import { StemmaError } from './errors.ts';

/** Where a line of the dossier stands: a document, the spans in it, and the exact words there. */
export interface Evidence {
  readonly document: string;
  readonly spans: readonly Span[];
  /** The slices of the document's text, joined by {@link PIECE_SEPARATOR}. */
  readonly text: string;
}

/** Makes evidence from spans; the text is cut from the document, never passed in. */
export function evidenceAt(document: { id: string; text: string }, spans: readonly Span[]): Evidence {
  return { document: document.id, spans, text: textOf(document.text, spans) };
}

/** Whether a value has the shape of evidence, wherever in a dossier it stands. */
export function isEvidence(value: unknown): value is Evidence {
  return (
    typeof value === 'object' &&
    value !== null &&
    'document' in value &&
    'text' in value &&
    'spans' in value &&
    Array.isArray(value.spans)
  );
}

/**
 * Compares every piece of evidence in `root`, at any depth, with the words of its document.
 *
 * Runs before anything is written: a dossier whose evidence does not stand in its documents is worse than none.
 *
 * @returns how many pieces of evidence were checked.
 * @throws {StemmaError} `evidence-mismatch`, naming the document, the spans and both texts.
 */
export function verifyEvidence(
  root: unknown,
  documents: readonly { readonly id: string; readonly text: string }[],
): number {
  const texts = new Map(documents.map((document) => [document.id, document.text]));
  const open: unknown[] = [root];
  let checked = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isVersion(value)) verifyPassages(value);
    if (isEvidence(value)) {
      verify(value, texts.get(value.document));
      checked++;
      continue;
    }
    for (const child of Object.values(value))
      if (typeof child === 'object' && child !== null) open.push(child);
  }
  return checked;
}

function verify(evidence: Evidence, text: string | undefined): void {
  const where = `document ${evidence.document}, spans ${JSON.stringify(evidence.spans)}`;
  if (text === undefined)
    throw new StemmaError('evidence-mismatch', `Evidence names a document that is not there: ${where}`);
  if (evidence.spans.length === 0)
    throw new StemmaError('evidence-mismatch', `Evidence without a span: ${where}`);
  let previousEnd = 0;
  for (const [start, end] of evidence.spans) {
    if (
      !Number.isInteger(start) ||
      !Number.isInteger(end) ||
      start < previousEnd ||
      end <= start ||
      end > text.length
    ) {
      throw new StemmaError(
        'evidence-mismatch',
        `Evidence has a span that does not fit its document (${text.length} units): ${where}`,
      );
    }
    previousEnd = end;
  }
  const found = textOf(text, evidence.spans);
  if (found !== evidence.text) {
    throw new StemmaError(
      'evidence-mismatch',
      `Evidence says ${JSON.stringify(evidence.text)} but the document has ${JSON.stringify(found)}: ${where} (pieces are joined by ${JSON.stringify(PIECE_SEPARATOR)})`,
    );
  }
}

/** What is said of an earlier version of a document: its words stand in its own text. */
interface Version {
  readonly id: string;
  readonly text: string;
  readonly earlierBy: string;
  readonly omitted: readonly Passage[];
  readonly changes?: readonly { readonly before?: Passage | string }[];
}

type Passage = Pick<Evidence, 'spans' | 'text'>;

function isVersion(value: object): value is Version {
  return 'earlierBy' in value && 'text' in value && 'omitted' in value && Array.isArray(value.omitted);
}

function verifyPassages({ id, text, omitted, changes = [] }: Version): void {
  const befores = changes.flatMap(({ before }) =>
    before === undefined || typeof before === 'string' ? [] : [before],
  );
  for (const passage of [...omitted, ...befores]) verify({ ...passage, document: id }, text);
}
