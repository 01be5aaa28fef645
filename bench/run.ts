/**
 * `npm run bench [-- --data ../shared/data] [--only NAME] [--large]`: measures speed and memory, each task bundled and in a plain Node
 * process of its own, so that no loader of TypeScript is measured with it; prints the figures with machine and commit, and writes `bench/results/<name>.json` (not kept in the repository).
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { provenance, root } from '../eval/provenance.ts';
import type { Measured } from './run-task.ts';
import { readOptions } from '../eval/read-options.ts';

const values = readOptions('npm run bench -- [--data ../shared/data] [--only NAME,NAME] [--large]', {
  data: { type: 'string' },
  only: { type: 'string' },
  // collections that take many minutes too: ten thousand documents, a hundred thousand lines
  large: { type: 'boolean' },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
// the data lies beside the project where there is any; without it the tasks fall back on our own examples
const beside = join(root, '..', 'shared', 'data');
const data = values.data !== undefined ? resolve(values.data) : existsSync(beside) ? beside : undefined;

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
      await bundled(file),
      String(values.large ?? false),
      ...(data === undefined ? [] : [data]),
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
  );
  if (inner.status !== 0) {
    say(`${file}: failed`);
    process.exitCode = 1;
    continue;
  }
  const result = JSON.parse(inner.stdout) as Measured;
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

/** Makes one file of a task and all that it imports, beside the built library; returns its path. */
async function bundled(file: string): Promise<string> {
  const outfile = join(root, 'dist', `bench-${file.slice(0, -'.ts'.length)}.mjs`);
  await build({
    stdin: {
      contents: `import { runTask } from './run-task.ts';
        import { task } from './tasks/${file}';
        await runTask(task, process.argv[2] === 'true', process.argv[3]);`,
      resolveDir: join(root, 'bench'),
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    // they look for files of their own beside them
    external: ['playwright-core', '@sparticuz/chromium'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}
