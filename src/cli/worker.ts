import { parentPort } from 'node:worker_threads';
import { StemmaError, type ErrorCode } from '../model/errors.ts';
import type { Document } from '../model/document.ts';
import { annotateDocument, type AnnotateOptions } from '../pipeline/annotate-document.ts';
import { attributeNumbered } from './attribute-stream.ts';
import type { Line } from './line-reader.ts';

/** What a worker is asked to do. */
export type Task =
  | { readonly task: 'attribute'; readonly lines: readonly Line[]; readonly options: AnnotateOptions }
  | { readonly task: 'annotate'; readonly documents: readonly Document[]; readonly options: AnnotateOptions };

/** What it answers: the results in the order of the task, or the error that ends the work. */
export type Answer =
  | { readonly results: readonly unknown[] }
  | { readonly failure: { readonly code: ErrorCode | undefined; readonly message: string } };

function perform(task: Task): readonly unknown[] {
  return task.task === 'attribute'
    ? task.lines.map((line) => attributeNumbered(line, task.options))
    : task.documents.map((document) => annotateDocument(document, task.options));
}

parentPort?.on('message', (task: Task) => {
  let answer: Answer;
  try {
    answer = { results: perform(task) };
  } catch (error) {
    const code = error instanceof StemmaError ? error.code : undefined;
    answer = { failure: { code, message: error instanceof Error ? error.message : String(error) } };
  }
  parentPort?.postMessage(answer);
});
