/**
 * `npm run train -- --data ../shared/data [--only NAME] [--seed N]`: makes every model again from data outside the project.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TrainingStep } from './step.ts';
import { readOptions } from '../eval/read-options.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const values = readOptions('npm run train -- --data ../shared/data [--only NAME,NAME]', {
  data: { type: 'string' },
  only: { type: 'string' },
  seed: { type: 'string', default: '1' },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
if (values.data === undefined || !existsSync(values.data)) {
  say(
    'Training reads data from outside the project: write --data with the folder that holds polnear/, gum/ …',
  );
  process.exit(2);
}
const data = resolve(values.data);
const seed = Number(values.seed);
if (!Number.isInteger(seed)) {
  say(`--seed takes a whole number, not ${values.seed}`);
  process.exit(2);
}

const steps: TrainingStep[] = [];
for (const file of readdirSync(join(root, 'training', 'steps')).sort()) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
  steps.push(((await import(join(root, 'training', 'steps', file))) as { step: TrainingStep }).step);
}
steps.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));

for (const step of steps) {
  if (values.only !== undefined && !values.only.split(',').includes(step.name)) continue;
  const missing = step.needs.filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0) {
    say(`${step.name}: needs ${missing.join(', ')} under ${values.data}`);
    process.exitCode = 1;
    continue;
  }
  const started = performance.now();
  const bytes = await step.run({ data, seed, say: (line) => say(`  ${line}`) });
  mkdirSync(join(root, 'models'), { recursive: true });
  writeFileSync(join(root, 'models', `${step.name}.bin`), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  say(
    `${step.name}: ${bytes.length.toLocaleString('en')} bytes, ${digest}, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}
