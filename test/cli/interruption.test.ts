import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve, type TestServer } from '../misbehaving-server.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
const TSX = import.meta.resolve('tsx');

let cwd: string;
let server: TestServer;
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'stemma-interrupted-'));
  server = await serve({ '/never': () => undefined });
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', TSX, COMMAND, ...args], { cwd });
}

/** Ends a command as soon as it has begun a file, and gives its exit code. */
async function endedWhileWriting(command: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  while (readdirSync(cwd).length === 0 && command.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(readdirSync(cwd)).toEqual([expect.stringMatching(/\.tmp$/)]);
  command.kill(signal);
  const [code] = (await once(command, 'exit')) as [number | null];
  return code;
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s while pages are fetched leaves no half of an archive', async (signal, code) => {
  const address = `${server.origin}/never`;
  const command = start(['analyse', address, '--allow-private-addresses', '--save-pages', 'a.warc.gz']);
  expect(await endedWhileWriting(command, signal)).toBe(code);
  expect(readdirSync(cwd)).toEqual([]);
});

test('Ctrl-C while a stream comes in leaves no half of its output', async () => {
  const command = start(['attribute', '--out', 'a.ndjson']);
  command.stdin?.write(`${JSON.stringify({ text: 'Tamm said it.' })}\n`);
  expect(await endedWhileWriting(command, 'SIGINT')).toBe(130);
  expect(readdirSync(cwd)).toEqual([]);
});

test('a command that is done listens to no signal', async () => {
  writeFileSync(join(cwd, 'a.ndjson'), `${JSON.stringify({ text: 'Tamm said it.' })}\n`);
  const command = start(['attribute', 'a.ndjson', '--out', 'b.ndjson']);
  expect(await once(command, 'exit')).toEqual([0, null]);
  expect(readdirSync(cwd)).toEqual(['a.ndjson', 'b.ndjson']);
});
