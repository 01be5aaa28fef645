import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

import type { PdfAnswer } from './page.ts';
import type { PdfTask } from './take-apart.ts';

/** What one PDF may cost before it is given up. */
export interface PdfLimits {
  readonly ms: number;
  /** Bytes by which the memory of the process may grow. */
  readonly memory: number;
  readonly mostPages: number;
  readonly mostRuns: number;
}

/** A report of 300 pages takes two seconds; a file of a few kilobytes can unpack to gigabytes. */
export const PDF_LIMITS: PdfLimits = {
  ms: 30_000,
  memory: 1_000_000_000,
  mostPages: 500,
  mostRuns: 2_000_000,
};

/** How often the memory is looked at while a PDF is taken apart, in milliseconds. */
const LOOK_EVERY = 50;

/** What came of a PDF; `too-slow` and `too-large` are limits that were met. */
export type OpenedPdf = PdfAnswer | { readonly ok: false; readonly problem: 'too-slow' | 'too-large' };

/**
 * Takes a PDF apart on a thread of its own, which is ended when it takes too long or too much: what PDFs can ask of a reader has no bound, and a
 * thread can be ended in the middle of a loop.
 */
export function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<OpenedPdf> {
  const { mostPages, mostRuns } = limits;
  // The thread keeps what it is given: the caller's bytes stay the caller's.
  const task: PdfTask = { bytes: Uint8Array.from(bytes), mostPages, mostRuns };
  const worker = startThread(task, limits);
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const end = (answer: OpenedPdf): void => {
      clearTimeout(deadline);
      clearInterval(look);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate().then(() => resolve(answer));
    };
    const deadline = setTimeout(() => end({ ok: false, problem: 'too-slow' }), limits.ms);
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memory) end({ ok: false, problem: 'too-large' });
    }, LOOK_EVERY);
    worker.once('message', end);
    worker.once('error', (error) =>
      end({
        ok: false,
        problem:
          (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged',
      }),
    );
    worker.once('exit', () => end({ ok: false, problem: 'damaged' }));
  });
}

function startThread(task: PdfTask, { memory }: PdfLimits): Worker {
  const ending = extname(import.meta.url);
  const thread = new URL(`./pdf-thread${ending}`, import.meta.url);
  const fromSource = ending === '.ts';
  return new Worker(fromSource ? loaderOf(thread) : thread, {
    eval: fromSource,
    workerData: task,
    transferList: [task.bytes.buffer as ArrayBuffer],
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memory / 1_000_000 },
  });
}

/** Run from source, the thread needs tsx to read its TypeScript; what is built does not. */
function loaderOf(thread: URL): string {
  const tsx = new URL(
    './dist/esm/api/index.mjs',
    pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
  );
  return `import(${JSON.stringify(tsx.href)}).then(({ register }) => (register(), import(${JSON.stringify(thread.href)})))`;
}
