import { Worker } from 'node:worker_threads';
import { attributeLine, type LineResult } from '../pipeline/attribute-line.ts';
import type { AnnotateOptions } from '../pipeline/annotate-document.ts';
import { StemmaError, type ErrorCode } from '../model/errors.ts';
import type { Line } from './line-reader.ts';

/** A line's number with what became of it. */
export interface NumberedResult extends LineResult {
  readonly number: number;
}

/** What a worker answers: results of its batch, or the error that ends the stream. */
export type WorkerAnswer =
  | { readonly results: NumberedResult[] }
  | { readonly failure: { readonly code: ErrorCode | undefined; readonly message: string } };

/** Lines go to the workers in batches of this many, or this many characters: few enough to keep memory flat. */
const BATCH_LINES = 32;
const BATCH_CHARACTERS = 2 ** 20;
/** Batches that may be under way for each worker: one at work, one waiting. */
const BATCHES_AHEAD = 2;

/** Attributes a stream of lines in the order in which they come, on this thread or on `jobs` workers; the output is the same. */
export async function* attributeStream(
  lines: AsyncIterable<Line>,
  jobs: number,
  options: AnnotateOptions,
): AsyncGenerator<NumberedResult> {
  if (jobs === 1) {
    for await (const line of lines) yield attributeNumbered(line, options);
    return;
  }
  const workers = Array.from({ length: jobs }, () => startWorker());
  const open: Promise<NumberedResult[]>[] = [];
  try {
    let next = 0;
    for await (const batch of batches(lines)) {
      const worker = workers[next++ % jobs];
      if (worker) open.push(ask(worker, batch, options));
      if (open.length >= jobs * BATCHES_AHEAD) yield* (await open.shift()) ?? [];
    }
    while (open.length > 0) yield* (await open.shift()) ?? [];
  } finally {
    // what is still open is given up when the reader of our output went away
    for (const promise of open) promise.catch(() => undefined);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

export function attributeNumbered(line: Line, options: AnnotateOptions): NumberedResult {
  if (line.text === undefined) return { number: line.number, problem: line.problem ?? 'unreadable' };
  return { number: line.number, ...attributeLine(line.text, options) };
}

async function* batches(lines: AsyncIterable<Line>): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let characters = 0;
  for await (const line of lines) {
    batch.push(line);
    characters += line.text?.length ?? 0;
    if (batch.length < BATCH_LINES && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

function startWorker(): Worker {
  // the bundle's files lie side by side; run from source there are no workers
  return new Worker(new URL('./attribute-worker.mjs', import.meta.url));
}

/** A worker answers its batches in the order in which it got them. */
function ask(worker: Worker, batch: Line[], options: AnnotateOptions): Promise<NumberedResult[]> {
  const { promise, resolve, reject } = withResolvers<NumberedResult[]>();
  const queue = waiting.get(worker) ?? listen(worker);
  queue.push({ resolve, reject });
  worker.postMessage({ batch, options });
  return promise;
}

interface Waiting {
  resolve(results: NumberedResult[]): void;
  reject(error: Error): void;
}

const waiting = new WeakMap<Worker, Waiting[]>();

function listen(worker: Worker): Waiting[] {
  const queue: Waiting[] = [];
  waiting.set(worker, queue);
  worker.on('message', (answer: WorkerAnswer) => {
    const first = queue.shift();
    if ('results' in answer) first?.resolve(answer.results);
    else {
      const { code, message } = answer.failure;
      first?.reject(code === undefined ? new Error(message) : new StemmaError(code, message));
    }
  });
  worker.on('error', (error) => {
    for (const each of queue.splice(0)) each.reject(error as Error);
  });
  return queue;
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
