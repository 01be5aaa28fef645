import { parentPort, workerData } from 'node:worker_threads';

import type { PdfAnswer } from './page.ts';
import { takeApart, type PdfTask } from './take-apart.ts';

takeApart(workerData as PdfTask).then(
  (answer) => parentPort?.postMessage(answer),
  () => parentPort?.postMessage({ ok: false, problem: 'damaged' } satisfies PdfAnswer),
);
