import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { warcOf } from '../../test/warc.ts';
import type { ErrorCode } from '../model/errors.ts';
import { verifyEvidence } from '../model/evidence.ts';
import { readDocuments, type IngestOptions, type IngestResult } from './read-documents.ts';

const STORY =
  'The ferry Halmar left the port of Oster at six in the evening, the harbour office said. It was found on its side two hours later.\n';
const OTHER =
  'The owner of the ferry denied that it had been overloaded. “We have nothing to hide,” she told reporters in Oster on Friday.\n';
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-ingest-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

function read(options: IngestOptions = {}): Promise<IngestResult> {
  return readDocuments([folder], options);
}

/** The warnings about files, without the one about dates that nearly every test has. */
function codes({ warnings }: IngestResult): [ErrorCode, string | undefined][] {
  return warnings.filter(({ code }) => code !== 'undated-documents').map(({ code, file }) => [code, file]);
}

describe('readDocuments', () => {
  it('reads a folder in the order of its names, without hidden files', async () => {
    await put({
      'b.txt': STORY,
      'B.txt': `${STORY}B`,
      'a/ä.txt': `${STORY}ä`,
      'a/z.txt': `${STORY}z`,
      '.hidden.txt': 'secret',
      '.git/config.txt': 'secret',
    });
    const { documents } = await read();
    expect(documents.map(({ file }) => file)).toEqual(['B.txt', 'a/z.txt', 'a/ä.txt', 'b.txt']);
  });

  it('keeps a text as it stands in its file', async () => {
    await put({ 'a.txt': `\n ${STORY}\n\n`, 'b.txt': `\uFEFF${OTHER}` });
    const { documents } = await read();
    expect(documents.map(({ text }) => text)).toEqual([`\n ${STORY}\n\n`, OTHER]);
    expect(documents[0]?.provenance).toMatchObject({
      format: 'txt',
      encoding: 'utf-8',
      bytes: STORY.length + 4,
    });
  });

  it('gives the same id to the same text, wherever it lies', async () => {
    await put({ 'here/a.txt': STORY, 'c.txt': OTHER });
    const first = await read();
    await rm(join(folder, 'here'), { recursive: true });
    await put({ 'there/z.txt': STORY });
    const second = await read();
    const ids = ({ documents }: IngestResult): string[] => documents.map(({ id }) => id).sort();
    expect(ids(second)).toEqual(ids(first));
  });

  it('says why a file was left out, and goes on', async () => {
    await put({
      'a-empty.txt': '',
      'b-blank.txt': ' \n\t\n',
      'c-picture.txt': PNG,
      'd-sheet.xlsx': 'x',
      'e-large.txt': 'x'.repeat(2000),
      'f-story.txt': STORY,
      'g-copy.txt': STORY,
    });
    await mkdir(join(folder, 'h-folder.txt'));
    const result = await read({ maxBytes: 1000 });
    expect(result.documents.map(({ file }) => file)).toEqual(['f-story.txt']);
    expect(codes(result)).toEqual([
      ['empty-file', 'a-empty.txt'],
      ['empty-file', 'b-blank.txt'],
      ['binary-file', 'c-picture.txt'],
      ['unsupported-format', 'd-sheet.xlsx'],
      ['too-large', 'e-large.txt'],
      ['duplicate-file', 'g-copy.txt'],
    ]);
    expect(result.warnings.find(({ code }) => code === 'duplicate-file')?.message).toContain('f-story.txt');
  });

  it('reports a file that the system will not give', async () => {
    await put({ 'a.txt': STORY, 'b.txt': OTHER });
    const denied = Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' });
    const result = await read({
      readFile: (path) =>
        path.endsWith('a.txt') ? Promise.reject(denied) : Promise.resolve(Buffer.from(OTHER)),
    });
    expect(result.documents.map(({ file }) => file)).toEqual(['b.txt']);
    expect(result.warnings[0]).toMatchObject({
      code: 'unreadable-file',
      message: 'a.txt could not be read: permission was denied.',
    });
  });

  it('survives links that lead round and links that lead nowhere', async () => {
    await put({ 'a/story.txt': STORY });
    await symlink(folder, join(folder, 'a/round'));
    await symlink(join(folder, 'gone.txt'), join(folder, 'broken.txt'));
    await symlink(join(folder, 'a/story.txt'), join(folder, 'again.txt'));
    const result = await read();
    expect(result.documents).toHaveLength(1);
    expect(codes(result)).toEqual([['unreadable-file', 'broken.txt']]);
  });

  it('does not take what speaks about a folder for an article', async () => {
    await put({ 'README.md': '# Where these are from\n\nSaved by me.', 'story.txt': STORY });
    const result = await read();
    expect(result.documents.map(({ file }) => file)).toEqual(['story.txt']);
    expect(codes(result)).toEqual([['about-the-folder', 'README.md']]);
    const named = await readDocuments([join(folder, 'README.md')]);
    expect(named.documents).toHaveLength(1);
  });

  it('ends when a path is not there', async () => {
    await expect(readDocuments([join(folder, 'nowhere')])).rejects.toMatchObject({ code: 'path-not-found' });
  });
});

describe('readDocuments: formats', () => {
  it('reads front matter, and takes the marks of Markdown off', async () => {
    await put({
      'a.md': `---\ntitle: "Ferry lost: what we know"\npublisher: The Oster Post\ndate: 21 October 2022\nurl: https://post.example/1\n---\n\n## A heading\n\nThe *Halmar* [sank](https://x.example/(1)) on **Friday**, the port said.\n`,
      'b.md': `---\n{ title: [\n---\n${OTHER}`,
    });
    const result = await read();
    expect(result.documents[0]).toMatchObject({
      title: 'Ferry lost: what we know',
      publisher: { value: 'The Oster Post', from: 'metadata' },
      published: { value: { text: '21 October 2022', value: '2022-10-21' }, from: 'metadata' },
      url: 'https://post.example/1',
    });
    expect(result.documents[0]?.text).toMatch(/^A heading\n\nThe Halmar sank.* on Friday, the port said\.$/s);
    expect(result.documents[1]?.text).toBe(OTHER.trim());
    expect(codes(result)).toEqual([['bad-front-matter', 'b.md']]);
  });

  it('reads the documents of JSON and NDJSON', async () => {
    await put({
      'a.json': JSON.stringify({
        articles: [{ id: 7, text: STORY, title: 'Lost', published: '2022-10-21' }],
      }),
      'b.ndjson': `${JSON.stringify({ id: 'b1', text: OTHER, publisher: 'Post' })}\n{"text": \n{"title":"none"}\n\n${JSON.stringify({ text: `${OTHER}!`, language: 'en-GB' })}\n`,
    });
    const result = await read();
    expect(result.documents.map(({ id, file }) => [id, file])).toEqual([
      ['7', 'a.json'],
      ['b1', 'b.ndjson'],
      [expect.stringMatching(/^d-/), 'b.ndjson'],
    ]);
    expect(result.documents.map(({ text }) => text)).toEqual([STORY, OTHER, `${OTHER}!`]);
    expect(result.documents[2]?.language).toBe('en-GB');
    expect(result.warnings.map(({ message }) => message).slice(0, 2)).toEqual([
      expect.stringMatching(/^b\.ndjson, line 2 was left out: it is not valid JSON/),
      'b.ndjson, line 3 was left out: it has no "text" that is a string, or an empty one.',
    ]);
  });

  it('does not read its own dossier as an article', async () => {
    await put({
      'dossier.json': JSON.stringify({ schema: 'stemma/dossier/1', documents: [{ text: STORY }] }),
    });
    const result = await read();
    expect(result.documents).toEqual([]);
    expect(codes(result)).toEqual([['own-dossier', 'dossier.json']]);
  });

  it('reads a page block by block', async () => {
    await put({
      'a.html': `<!doctype html><html lang="en"><head><title>Ferry lost</title><script>document.write("run")</script></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <article><h1>Ferry lost</h1><p>${STORY.trim()}</p><p>${OTHER.trim()}</p><p>The <b>Hal</b>mar was built<br>in Oster, according to the register of ships.</p></article></body></html>`,
    });
    const [document] = (await read()).documents;
    expect(document?.text).toContain(`${STORY.trim()}\n\n${OTHER.trim()}\n\nThe Halmar was built\nin Oster`);
    expect(document?.text).not.toContain('run');
  });

  it('reads a web archive from the disk as it does from memory', async () => {
    const page = `<html><head><title>Ferry lost</title></head><body><article><h1>Ferry lost</h1><p>${STORY}</p><p>${OTHER}</p></article></body></html>`;
    await put({
      'a.warc.gz': warcOf([{ address: 'https://lantern.example/lost', body: page }], { packed: true }),
    });
    const fromDisk = await read();
    expect(fromDisk.documents.map(({ title }) => title)).toEqual(['Ferry lost']);
    expect(await read({ readFile: (path) => readFile(path) })).toEqual(fromDisk);
  });

  it('keeps the same words of two publishers as two documents', async () => {
    await put({
      'a.ndjson': ['The Post', 'The Mail', 'The Mail']
        .map((publisher) => JSON.stringify({ text: STORY, publisher }))
        .join('\n'),
    });
    const result = await read();
    expect(result.documents.map(({ publisher }) => publisher?.value)).toEqual(['The Post', 'The Mail']);
    expect(new Set(result.documents.map(({ id }) => id)).size).toBe(2);
  });
});

describe('readDocuments: languages', () => {
  it('lists what is not English, and does not analyse it', async () => {
    await put({
      'ru.txt': Buffer.from(
        // Windows-1251, as an old editor saves it.
        [...'Владелец парома отрицает, что судно было перегружено. Об этом сообщили в порту.'].map(
          (letter) => {
            const code = letter.charCodeAt(0);
            return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
          },
        ),
      ),
      'de.txt': 'Die Eigentümerin der Fähre bestritt am Freitag, dass das Schiff überladen gewesen sei.',
      'en.txt': STORY,
      'short.txt': 'No comment.',
    });
    const result = await read();
    expect(result.documents.map(({ file, language, analysed }) => [file, language, analysed])).toEqual([
      ['de.txt', 'de', false],
      ['en.txt', 'en', true],
      ['ru.txt', 'ru', false],
      ['short.txt', 'und', true],
    ]);
    expect(codes(result)).toEqual([
      ['not-analysed-language', 'de.txt'],
      ['encoding-guessed', 'ru.txt'],
      ['not-analysed-language', 'ru.txt'],
    ]);
    expect(result.documents[2]?.text).toMatch(/^Владелец парома/);
  });
});

describe('readDocuments: what the user knows', () => {
  it('takes a table over the files, and says which rows and dates it could not use', async () => {
    await put({
      'a/one.txt': STORY,
      'two.md': `---\npublisher: Old\n---\n${OTHER}`,
      'known.csv':
        'file;publisher;published;title\na/one.txt;The Oster Post;21.10.2022;"Lost; found"\ntwo;New;03/04/2022;\nthree.txt;x;;\n',
    });
    const result = await read({ documentsTable: join(folder, 'known.csv') });
    expect(result.documents[0]).toMatchObject({
      publisher: { value: 'The Oster Post', from: 'given' },
      published: { value: { value: '2022-10-21' }, from: 'given' },
      title: 'Lost; found',
    });
    expect(result.documents[1]?.publisher).toEqual({ value: 'New', from: 'given' });
    expect(result.documents[1]?.published).toBeUndefined();
    expect(codes(result)).toEqual([
      ['bad-table-value', 'two'],
      ['unmatched-table-row', 'three.txt'],
    ]);
  });

  it('dates the undated with the day that was given, and only those', async () => {
    await put({ 'a.txt': STORY, 'b.md': `---\npublished: 2022-10-20\n---\n${OTHER}` });
    const { documents, warnings } = await read({ date: 'Oct. 28, 2022' });
    expect(documents.map(({ published }) => [published?.value.value, published?.from])).toEqual([
      ['2022-10-28', 'given'],
      ['2022-10-20', 'metadata'],
    ]);
    expect(warnings).toEqual([]);
    await expect(read({ date: '3/4/2022' })).rejects.toMatchObject({ code: 'bad-option' });
  });

  it('refuses a table without a column for the files', async () => {
    await put({ 'a.txt': STORY, 'known.csv': 'name,publisher\na.txt,Post\n' });
    await expect(read({ documentsTable: join(folder, 'known.csv') })).rejects.toMatchObject({
      code: 'bad-table',
    });
  });

  it('cuts all evidence from the documents', async () => {
    await put({ 'a.txt': `Ferry lost off Oster\n\n${STORY}`, 'b.txt': `a\0b\r\n${OTHER}\x92\uFFFD` });
    const { documents } = await read();
    expect(verifyEvidence(documents, documents)).toBeGreaterThan(1);
    expect(documents[0]).toMatchObject({
      title: 'Ferry lost off Oster',
      titleEvidence: { spans: [[0, 20]] },
    });
    expect(documents[1]?.oddities.map(({ kind }) => kind)).toEqual(['encoding', 'encoding']);
  });
});
