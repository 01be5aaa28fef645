import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../eval/provenance.ts';
import type { BenchTask } from './task.ts';

/** What a task measured, as its process hands it to `bench/run.ts`. */
export interface Measured {
  readonly name: string;
  readonly title: string;
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * Runs one task in this process and writes what it measured to standard output as JSON.
 *
 * @param large - whether collections that take many minutes are measured too.
 * @param data - folder of the data; a task whose files are not there falls back on our own examples.
 */
export async function runTask(task: BenchTask, large: boolean, data: string | undefined): Promise<void> {
  const lacking = task.needs.some((file) => data === undefined || !existsSync(join(data, file)));
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const figures = await task.run({
    data: lacking ? undefined : data,
    examples: join(root, 'examples'),
    large,
    say,
  });
  const measured: Measured = { name: task.name, title: task.title, figures };
  process.stdout.write(JSON.stringify(measured));
}
