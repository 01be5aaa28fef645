import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** The command as users get it: one process from the built bundle. `npm test` builds it before the tests run. */
const root = join(import.meta.dirname, '..', '..');
const command = join(root, 'dist', 'cli', 'stemma.mjs');
const cwd = mkdtempSync(join(tmpdir(), 'stemma-bundle-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function stemma(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const story = Array.from({ length: 150 }, (_, i) =>
  i % 40 === 7
    ? 'broken'
    : JSON.stringify({
        id: `doc-${i}`,
        text: `Captain Tamm said that ${i} crates had been lost. “We counted them,” he added.`,
      }),
).join('\n');

test('the bundle reads the example story', () => {
  const { status, stdout, stderr } = stemma(['report', join(root, 'examples', 'ferry-collision')]);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(0);
  expect(stdout).toContain('6 documents');
  expect(stdout).toContain('ferry-collision-dossier.html');
});

test('two workers give the same bytes as one thread, results and warnings alike', () => {
  const one = stemma(['attribute'], story);
  const two = stemma(['attribute', '--jobs', '2'], story);
  expect(one.status).toBe(0);
  expect(one.stdout.trimEnd().split('\n')).toHaveLength(146);
  expect(one.stderr).toContain('line 8: not JSON');
  expect(two).toEqual(one);
});

test('without its models the command says so, on one thread as on two', () => {
  const moved = join(cwd, 'moved');
  cpSync(join(root, 'dist', 'cli'), moved, { recursive: true });
  for (const jobs of ['1', '2']) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(moved, 'stemma.mjs'), 'attribute', '--jobs', jobs],
      { cwd, input: story, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('The model');
    expect(stderr).not.toMatch(/\n\s+at /);
  }
});

test('two workers make the same dossier as one thread', () => {
  const example = join(root, 'examples', 'ferry-collision');
  const one = stemma(['analyse', '--quiet', example]);
  expect(JSON.parse(one.stdout)).toMatchObject({ schema: 'stemma/dossier/1' });
  expect(stemma(['analyse', '--quiet', '--jobs', '2', example])).toEqual(one);
});

test('a reader that goes away early ends the command quietly', async () => {
  const child = spawn(process.execPath, [command, 'attribute', '--quiet'], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end(`${story}\n`.repeat(50));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
});

test('the bundle fetches over HTTPS, from hosts whose certificate is vouched for', async () => {
  const files = join(root, 'test', 'files');
  const certificate = join(files, 'localhost-certificate.pem');
  const page =
    '<html><head><title>Union denies</title></head><body><article><h1>Union denies</h1><p>The union said on Monday that nobody had left the channel, and that its logs would show it.</p></article></body></html>';
  const server = createServer(
    { key: readFileSync(join(files, 'localhost-key.pem')), cert: readFileSync(certificate) },
    (request, response) =>
      request.url === '/robots.txt'
        ? response.writeHead(404).end()
        : response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://localhost:${(server.address() as AddressInfo).port}/a`;
  const run = (env: Record<string, string>): Promise<{ stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [command, 'analyse', address, '--allow-private-addresses'], {
        cwd,
        env: { ...process.env, ...env },
      });
      const out = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
      child.on('close', () => resolve(out));
    });
  const trusted = await run({ NODE_EXTRA_CA_CERTS: certificate });
  expect(JSON.parse(trusted.stdout)).toMatchObject({
    documents: [{ title: 'Union denies', provenance: { address } }],
  });
  const untrusted = await run({ NODE_EXTRA_CA_CERTS: '' });
  expect(untrusted.stderr).toContain('its host vouches for itself alone (a self-signed certificate)');
  server.close();
});

test('usage mistakes exit 2', () => {
  expect(stemma(['--colour']).status).toBe(2);
});
