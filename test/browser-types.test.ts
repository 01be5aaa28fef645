import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

// What runs in a browser has projects of its own, as it alone may know the browser's types; `tsc` at the root leaves it out.
it.each(['src/report/script', 'test/browser'])('%s has no type errors', (project) => {
  const checked = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', project],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  expect(checked.stdout).toBe('');
  expect(checked.status).toBe(0);
});
