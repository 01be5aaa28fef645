import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { redirect, send, serve, type TestServer } from '../misbehaving-server.ts';
import { stemma } from './command.ts';

function page(title: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>“The pilot left the channel,” harbour master Ilka Tamm said on Tuesday.</p><p>The pilots’ union denied that anybody had left the channel, and asked the port of ${title.split(' ')[0]} for its logs.</p></article></body></html>`;
}

let cwd: string;
let server: TestServer;
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'stemma-addresses-'));
  server = await serve({
    '/short': redirect('/story'),
    '/story': send(page('Oster harbour blames pilot')),
    '/other': send(page('Kell union denies blame')),
  });
});
afterEach(async () => {
  await server.close();
  rmSync(cwd, { recursive: true, force: true });
});

/** Two names of this computer are two hosts, so that nobody waits for the pause between two pages of one. */
const addresses = (): [string, string] => [`${server.origin}/short`, `http://localhost:${server.port}/other`];
const LOCAL = '--allow-private-addresses';

async function documentsOf(args: readonly string[]): Promise<readonly Document[]> {
  const { code, stdout, stderr } = await stemma(['analyse', ...args], { cwd });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return (JSON.parse(stdout) as Dossier).documents;
}

describe('addresses on the command line', () => {
  test('are read beside files, each with where and when it was fetched', async () => {
    writeFileSync(
      join(cwd, 'statement.txt'),
      'Pilots deny it\n\nThe union said on Monday that nobody had left the channel.\n',
    );
    const [short, other] = addresses();
    const before = new Date().toISOString();
    const documents = await documentsOf(['statement.txt', short, other, LOCAL]);
    expect(documents.map(({ file, url }) => file ?? url)).toEqual(
      expect.arrayContaining(['statement.txt', `${server.origin}/story`, other]),
    );
    const story = documents.find(({ url }) => url?.endsWith('/story'));
    expect(story).toMatchObject({
      title: 'Oster harbour blames pilot',
      provenance: { address: `${server.origin}/story`, requested: short, format: 'html' },
    });
    expect(story?.file).toBeUndefined();
    expect((story?.provenance?.captured ?? '') >= before).toBe(true);
  });

  test('are refused where they lead inside, and cost the files nothing', async () => {
    writeFileSync(
      join(cwd, 'statement.txt'),
      'Pilots deny it\n\nThe union said on Monday that nobody had left the channel.\n',
    );
    const { code, stderr } = await stemma(['statement.txt', `${server.origin}/story`], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(`address-refused: ${server.origin}/story `);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(server.asked).toEqual([]);
  });

  test('alone may all fail: the run does, with each reason', async () => {
    const { code, stderr } = await stemma([`${server.origin}/none`, 'ftp://me:secret@h.example/x', LOCAL], {
      cwd,
    });
    expect(code).toBe(1);
    expect(stderr).toContain('there is no such page (HTTP status 404)');
    expect(stderr).toContain('only http and https are fetched, not ftp:');
    expect(stderr).not.toContain('secret');
  });

  test('are sorted into stories, too; attribute says what to write instead', async () => {
    const sorted = await stemma(['stories', ...addresses(), LOCAL], { cwd });
    expect(sorted).toMatchObject({ code: 0, stdout: expect.stringContaining('2 documents') as string });
    const [short] = addresses();
    const refused = await stemma(['attribute', short], { cwd });
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`stemma analyse ${short}`) as string,
    });
  });

  test('name the dossier by their host', async () => {
    const { stdout } = await stemma([`http://localhost:${server.port}/other`, LOCAL], { cwd });
    expect(stdout).toContain('localhost-dossier.html');
  });

  test('take what the user knows from the table', async () => {
    const [short] = addresses();
    writeFileSync(join(cwd, 'documents.csv'), `file,publisher,published\n${short},Oster Ledger,2031-05-06\n`);
    const [document] = await documentsOf([short, LOCAL, '--documents', 'documents.csv']);
    expect(document).toMatchObject({
      publisher: { value: 'Oster Ledger', from: 'given' },
      published: { value: { value: '2031-05-06' } },
    });
  });

  test('say that a proxy is not used, where one is set and nothing can be reached', async () => {
    await server.close();
    const { stderr } = await stemma([`${server.origin}/story`, LOCAL], {
      cwd,
      env: { HTTPS_PROXY: 'http://proxy.example' },
    });
    expect(stderr).toContain('its host refuses the connection. The proxy in HTTPS_PROXY is not used.');
  });
});

describe('--save-pages', () => {
  test('keeps an archive from which the same dossier comes', async () => {
    const fetched = await documentsOf([...addresses(), LOCAL, '--save-pages', 'pages.warc.gz']);
    expect(fetched).toHaveLength(2);
    await server.close();
    const kept = await documentsOf(['pages.warc.gz']);
    expect(kept.map(({ file: _file, ...rest }) => rest)).toEqual(fetched);
  });

  test('overwrites nothing unasked, and leaves nothing behind when it cannot write', async () => {
    writeFileSync(join(cwd, 'pages.warc.gz'), 'mine');
    const refused = await stemma([...addresses(), LOCAL, '--save-pages', 'pages.warc.gz'], { cwd });
    expect(refused.code).toBe(2);
    expect(readFileSync(join(cwd, 'pages.warc.gz'), 'utf8')).toBe('mine');
    expect(server.asked).toEqual([]);
    const nowhere = await stemma([...addresses(), LOCAL, '--save-pages', 'none/pages.warc.gz'], { cwd });
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('its folder is not there') as string,
    });
    expect(existsSync(join(cwd, 'none'))).toBe(false);
  });

  test.each([
    [['--save-pages', 'pages.zip'], 'name it pages.warc.gz'],
    [['--save-pages', 'pages.warc.gz'], 'no address was given'],
  ])('%j is a mistake', async (flags, words) => {
    writeFileSync(join(cwd, 'a.txt'), 'x');
    const [short] = addresses();
    const { code, stderr } = await stemma([words.startsWith('no') ? 'a.txt' : short, ...flags], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
