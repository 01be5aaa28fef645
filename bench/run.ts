/**
 * `npm run bench [-- --data ../shared/data] [--only NAME]`: measures speed and memory, each task in a process of its own,
 * prints the figures with machine and commit, and writes `bench/results/<name>.json` (not kept in the repository).
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provenance, root } from '../eval/provenance.ts';
import type { BenchTask } from './task.ts';
import { readOptions } from '../eval/read-options.ts';

const values = readOptions('npm run bench -- [--data ../shared/data] [--only NAME,NAME]', {
  data: { type: 'string' },
  only: { type: 'string' },
  inner: { type: 'string' },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
// the data lies beside the project where there is any; without it the tasks fall back on our own examples
const beside = join(root, '..', 'shared', 'data');
const data = values.data !== undefined ? resolve(values.data) : existsSync(beside) ? beside : undefined;

if (values.inner !== undefined) {
  const { task } = (await import(join(root, 'bench', 'tasks', values.inner))) as { task: BenchTask };
  const lacking = task.needs.some((file) => data === undefined || !existsSync(join(data, file)));
  const figures = await task.run({ data: lacking ? undefined : data, examples: join(root, 'examples'), say });
  process.stdout.write(JSON.stringify({ name: task.name, title: task.title, figures }));
} else {
  const measured = provenance();
  say(
    `${measured.processor}, ${measured.cores} cores, ${measured.memoryGiB} GiB, Node ${measured.node}, commit ${measured.commit}`,
  );
  const files = readdirSync(join(root, 'bench', 'tasks'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const wanted = files.filter((file) => values.only?.split(',').includes(file.slice(0, -3)) ?? true);
  if (wanted.length === 0) {
    say(`No task is called ${values.only}; there are ${files.map((file) => file.slice(0, -3)).join(', ')}.`);
    process.exit(2);
  }
  for (const file of wanted) {
    const inner = spawnSync(
      process.execPath,
      [
        '--expose-gc',
        '--import',
        'tsx',
        fileURLToPath(import.meta.url),
        '--inner',
        file,
        ...(data === undefined ? [] : ['--data', data]),
      ],
      { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
    );
    if (inner.status !== 0) {
      say(`${file}: failed`);
      process.exitCode = 1;
      continue;
    }
    const result = JSON.parse(inner.stdout) as {
      name: string;
      title: string;
      figures: Record<string, number>;
    };
    process.stdout.write(`\n${result.title}\n`);
    for (const [name, value] of Object.entries(result.figures)) {
      process.stdout.write(
        `  ${name.padEnd(36)} ${value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toFixed(3))}\n`,
      );
    }
    mkdirSync(join(root, 'bench', 'results'), { recursive: true });
    writeFileSync(
      join(root, 'bench', 'results', `${result.name}.json`),
      `${JSON.stringify({ ...result, measured }, null, 2)}\n`,
    );
  }
}
