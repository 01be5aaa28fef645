import { parentPort } from 'node:worker_threads';
import { StemmaError } from '../model/errors.ts';
import { annotateDocument } from '../pipeline/annotate-document.ts';
import { attributeNumbered } from './attribute-stream.ts';
import type { Answer, Task } from './worker-task.ts';

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
