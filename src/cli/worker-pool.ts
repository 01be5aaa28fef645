import { Worker } from 'node:worker_threads';
import { StemmaError } from '../model/errors.ts';
import type { Answer, Task } from './worker-task.ts';

/** Tasks that may be under way for each worker: one at work, one waiting. */
const TASKS_AHEAD = 2;

/**
 * Performs tasks on `jobs` worker threads and yields their results in the order of the tasks, so that what comes out does
 * not depend on the number of threads. Takes a new task only when an old one was read: memory stays flat however many come.
 *
 * @throws {StemmaError} What a worker could not do and that ends the work, such as `model-damaged`.
 */
export async function* performInOrder<T>(
  tasks: AsyncIterable<Task> | Iterable<Task>,
  jobs: number,
): AsyncGenerator<T> {
  const workers = Array.from({ length: jobs }, () => new PoolWorker());
  const open: Promise<readonly unknown[]>[] = [];
  try {
    let next = 0;
    for await (const task of tasks) {
      const worker = workers[next++ % jobs];
      if (worker) open.push(handled(worker.perform(task)));
      if (open.length >= jobs * TASKS_AHEAD) yield* ((await open.shift()) ?? []) as readonly T[];
    }
    while (open.length > 0) yield* ((await open.shift()) ?? []) as readonly T[];
  } finally {
    // what is still open is given up when the reader of the results went away
    await Promise.all(workers.map((worker) => worker.close()));
  }
}

/** A promise that may fail before anybody waits for it: two workers fail at once, and the first failure is the one to tell. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

interface Waiting {
  resolve(results: readonly unknown[]): void;
  reject(error: Error): void;
}

/** A worker thread; it answers its tasks in the order in which it got them. */
class PoolWorker {
  // the bundle's files lie side by side; run from source there are no workers
  readonly #worker = new Worker(new URL('./worker.mjs', import.meta.url));
  readonly #waiting: Waiting[] = [];

  constructor() {
    this.#worker.on('message', (answer: Answer) => {
      const first = this.#waiting.shift();
      if ('results' in answer) first?.resolve(answer.results);
      else {
        const { code, message } = answer.failure;
        first?.reject(code === undefined ? new Error(message) : new StemmaError(code, message));
      }
    });
    this.#worker.on('error', (error) => {
      for (const waiting of this.#waiting.splice(0)) waiting.reject(error as Error);
    });
  }

  perform(task: Task): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
