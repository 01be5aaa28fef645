import { attributeText } from './attribute-document.ts';
import { documentFromText, type TextInput } from '../ingest/document-from-text.ts';
import type { AnnotateOptions } from './annotate-document.ts';

/** What became of one line of NDJSON. */
export interface LineResult {
  /** A line of NDJSON without its line break; absent when the line was bad. */
  readonly output?: string;
  /** What was wrong, or what the reader should know; without the line's number. */
  readonly problem?: string;
}

const TEXT_FIELDS = ['title', 'published', 'publisher', 'language', 'url'] as const;

/**
 * One line of the `stemma attribute` stream: `{id, text, title?, published?, publisher?, language?}` in,
 * `{id, attributions}` out. Never throws for what stands in the line; model errors do end the stream.
 */
export function attributeLine(line: string, options: AnnotateOptions): LineResult {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { problem: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'not an object {id, text}' };
  const fields = value as Record<string, unknown>;
  const { id, text } = fields;
  if (typeof text !== 'string') return { problem: 'has no "text" that is a string' };
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number')
    return { problem: 'its "id" is neither text nor a number' };
  const input: Record<string, string> = { text };
  if (id !== undefined) input['id'] = String(id);
  for (const field of TEXT_FIELDS) {
    const given = fields[field];
    if (typeof given === 'string') input[field] = given;
  }
  const document = documentFromText(input as unknown as TextInput);
  const attributions = attributeText(document, text, options);
  const output = JSON.stringify({ id: id ?? document.id, attributions });
  return document.analysed
    ? { output }
    : { output, problem: `language ${document.language} is not analysed, only English is` };
}
