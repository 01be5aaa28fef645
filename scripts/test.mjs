// `npm test`: sets up what is missing, then checks types, lint, format and unused code, and runs every test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, requireNode, root } from './setup.mjs';

requireNode();
ensureInstalled();
ensureBuilt();

const bin = (...path) => join(root, 'node_modules', ...path);
const checks = [
  ['types', bin('typescript', 'bin', 'tsc'), '--noEmit'],
  ['lint', bin('oxlint', 'bin', 'oxlint'), '--deny-warnings'],
  ['format', bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  ['unused code', bin('knip', 'bin', 'knip.js')],
];
const only = process.argv.slice(2);
let failed = 0;
if (only.length === 0) {
  for (const [name, ...command] of checks) {
    const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (status !== 0) failed++;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'stemma-test-'));
const results = join(folder, 'results.json');
const vitest = spawnSync(
  process.execPath,
  [
    bin('vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...only,
  ],
  { cwd: root, stdio: 'inherit' },
);
let tests = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTotalTests: 0 };
try {
  tests = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  console.log('FAILED tests: the runner wrote no results');
  failed++;
}
rmSync(folder, { recursive: true, force: true });
if (vitest.status !== 0 && tests.numFailedTests === 0) failed++;
// a skipped test is no test: the suite has none, and a new one is a failure
if (tests.numPendingTests > 0) console.log(`FAILED ${tests.numPendingTests} tests were skipped`);
failed += tests.numFailedTests + tests.numPendingTests;
console.log(`${tests.numPassedTests} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
