/**
 * `npm run eval -- --data ../shared/data [--only NAME] [--check] [--raise-floors]`
 *
 * Scores everything that there is gold for, writes `eval/results/<name>.json` and fills the tables in the README and the
 * docs. `--check` writes nothing: it fails when a figure is below its floor or a table does not hold the stored figures.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { belowFloor, raiseFloors, readFloors, writeFloors } from './gate.ts';
import { digestOf, provenance, root } from './provenance.ts';
import { writeMeasured } from './measured.ts';
import { fillTables, readResults, type StoredResult } from './tables.ts';
import type { EvalContext, EvalTask } from './task.ts';
import { readOptions } from './read-options.ts';

const values = readOptions(
  'npm run eval -- [--data ../shared/data] [--only NAME,NAME] [--check] [--raise-floors]',
  {
    data: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
    'raise-floors': { type: 'boolean', default: false },
  },
);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const data = values.data === undefined ? undefined : resolve(values.data);
if (data !== undefined && !existsSync(data)) {
  say(`There is no folder ${data}; write --data with the folder that holds polnear/, gum/ …`);
  process.exit(2);
}
if (data === undefined)
  say(
    'Without --data only the stories in examples/ are scored; write --data ../shared/data for the public gold.',
  );
const stories = data === undefined ? undefined : join(data, '..', 'stories');
const context: EvalContext = {
  data,
  stories: stories !== undefined && existsSync(stories) ? stories : undefined,
  examples: join(root, 'examples'),
  say,
};

const tasks: EvalTask[] = [];
for (const file of readdirSync(join(root, 'eval', 'tasks')).sort()) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
  tasks.push(((await import(join(root, 'eval', 'tasks', file))) as { task: EvalTask }).task);
}
const wanted = tasks.filter(
  (task) => values.only === undefined || values.only.split(',').includes(task.name),
);
if (wanted.length === 0) {
  say(`No task is called ${values.only}; there are ${tasks.map((task) => task.name).join(', ')}.`);
  process.exit(2);
}

const measured = provenance();
let floors = readFloors();
let fallen = 0;
let scored = 0;
for (const task of wanted) {
  const missing = task.needs.filter((file) => data === undefined || !existsSync(join(data, file)));
  if (missing.length > 0) {
    say(`- ${task.name}: not scored, needs ${missing.join(', ')}`);
    continue;
  }
  const started = performance.now();
  const result = await task.run(context);
  scored++;
  const figures = Object.entries(result.figures).map(
    ([name, value]) => `${name} ${Number(value.toFixed(4))}`,
  );
  say(`- ${task.name} (${((performance.now() - started) / 1000).toFixed(1)} s): ${figures.join('  ')}`);
  for (const line of belowFloor(task, result, floors)) {
    say(`  BELOW FLOOR ${line}`);
    fallen++;
  }
  if (values['raise-floors']) floors = raiseFloors(floors, task, result);
  if (values.check) continue;
  const digests: Record<string, string> = {};
  if (data !== undefined) for (const file of task.needs) digests[file] = await digestOf(join(data, file));
  const stored: StoredResult = { task: task.name, title: task.title, ...result, measured, digests };
  mkdirSync(join(root, 'eval', 'results'), { recursive: true });
  writeFileSync(join(root, 'eval', 'results', `${task.name}.json`), `${JSON.stringify(stored, null, 2)}\n`);
}

if (values['raise-floors']) writeFloors(floors);
if (!values.check) writeMeasured(readResults());
const tables = fillTables(readResults(), values.check);
if (values.check && tables.length > 0)
  say(`Tables that do not hold the stored figures: ${tables.join(', ')}; run npm run eval.`);
if (!values.check && tables.length > 0) {
  say(`Filled the tables of ${tables.join(', ')}.`);
  spawnSync(
    process.execPath,
    [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--write', '--log-level=warn', ...tables],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
}
say(`${scored} of ${wanted.length} tasks scored, ${fallen} figures below their floor.`);
process.exitCode = fallen > 0 || (values.check && tables.length > 0) ? 1 : 0;
