import { attributeLine, type LineResult } from '../pipeline/attribute-line.ts';
import type { AnnotateOptions } from '../pipeline/annotate-document.ts';
import type { Line } from './line-reader.ts';
import { performInOrder } from './worker-pool.ts';
import type { Task } from './worker-task.ts';

/** A line's number with what became of it. */
export interface NumberedResult extends LineResult {
  readonly number: number;
}

/** Lines go to the workers in batches of this many, or this many characters: few enough to keep memory flat. */
const BATCH_LINES = 32;
const BATCH_CHARACTERS = 2 ** 20;

/** Attributes a stream of lines in the order in which they come, on this thread or on `jobs` workers; the output is the same. */
export async function* attributeStream(
  lines: AsyncIterable<Line>,
  jobs: number,
  options: AnnotateOptions,
): AsyncGenerator<NumberedResult> {
  if (jobs > 1) yield* performInOrder<NumberedResult>(batches(lines, options), jobs);
  else for await (const line of lines) yield attributeNumbered(line, options);
}

export function attributeNumbered(line: Line, options: AnnotateOptions): NumberedResult {
  if (line.text === undefined) return { number: line.number, problem: line.problem ?? 'unreadable' };
  return { number: line.number, ...attributeLine(line.text, options) };
}

async function* batches(lines: AsyncIterable<Line>, options: AnnotateOptions): AsyncGenerator<Task> {
  let batch: Line[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line.text?.length ?? 0;
    if (batch.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield { task: 'attribute', lines: batch, options };
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield { task: 'attribute', lines: batch, options };
}
