import { parentPort } from 'node:worker_threads';
import { StemmaError } from '../model/errors.ts';
import type { AnnotateOptions } from '../pipeline/annotate-document.ts';
import { attributeNumbered, type WorkerAnswer } from './attribute-pool.ts';
import type { Line } from './line-reader.ts';

parentPort?.on('message', ({ batch, options }: { batch: Line[]; options: AnnotateOptions }) => {
  let answer: WorkerAnswer;
  try {
    answer = { results: batch.map((line) => attributeNumbered(line, options)) };
  } catch (error) {
    const code = error instanceof StemmaError ? error.code : undefined;
    answer = { failure: { code, message: error instanceof Error ? error.message : String(error) } };
  }
  parentPort?.postMessage(answer);
});
