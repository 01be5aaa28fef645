import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseDossier } from '../../src/model/dossier-schema.ts';
import { FORMAT_NAMES } from '../../src/cli/options.ts';
import { stemma } from './command.ts';

const ARTICLE = `Harbour master blames pilot

“The pilot left the channel,” harbour master Ilka Tamm said on Tuesday.

The pilots’ union denied that anybody had left the channel.
`;

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'stemma-cli-'));
  mkdirSync(join(cwd, 'articles'));
  writeFileSync(join(cwd, 'articles', 'first.txt'), ARTICLE);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('stemma report', () => {
  test('writes the page and its twin, and says where', async () => {
    const { code, stdout } = await stemma(['articles', '--title', 'The pilot'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The pilot\n {2}1 document/);
    expect(stdout).toContain('articles-dossier.html');
    const dossier = parseDossier(JSON.parse(readFileSync(join(cwd, 'articles-dossier.json'), 'utf8')));
    expect(dossier.attributions.length).toBeGreaterThanOrEqual(2);
    expect(readFileSync(join(cwd, 'articles-dossier.html'), 'utf8')).toContain('The pilot left the channel');
  });

  test('is headed by the folder’s name in words, not by one account’s headline', async () => {
    mkdirSync(join(cwd, 'harbour-pilot_2031'));
    writeFileSync(join(cwd, 'harbour-pilot_2031', 'a.txt'), ARTICLE);
    expect((await stemma(['harbour-pilot_2031'], { cwd })).stdout).toMatch(/^Harbour pilot 2031\n/);
  });

  test('again, with the same input, writes the same bytes to the same place', async () => {
    await stemma(['articles'], { cwd });
    const before = readFileSync(join(cwd, 'articles-dossier.html'), 'utf8');
    expect((await stemma(['articles'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'articles-dossier.html'), 'utf8')).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['articles', 'articles-dossier.html', 'articles-dossier.json']);
  });

  test('with other input keeps the dossier that is there and numbers the new one', async () => {
    await stemma(['articles'], { cwd });
    const before = readFileSync(join(cwd, 'articles-dossier.json'), 'utf8');
    writeFileSync(join(cwd, 'articles', 'second.txt'), ARTICLE.replace('Tuesday', 'Monday'));
    const { stdout } = await stemma(['articles'], { cwd });
    expect(stdout).toContain('articles-dossier-2.html');
    expect(readFileSync(join(cwd, 'articles-dossier.json'), 'utf8')).toBe(before);
  });

  test('--out onto a file that is there is refused without --force, and touches nothing', async () => {
    writeFileSync(join(cwd, 'mine.html'), 'mine');
    const refused = await stemma(['articles', '--out', 'mine.html'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(join(cwd, 'mine.html'), 'utf8')).toBe('mine');
    expect(readdirSync(cwd)).not.toContain('mine.json');
    expect((await stemma(['articles', '--out', 'mine.html', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'mine.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('--json prints one object, --quiet the paths alone', async () => {
    const json = await stemma(['articles', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      documents: 1,
      files: [
        { format: 'html', path: join(cwd, 'articles-dossier.html') },
        { format: 'json', path: join(cwd, 'articles-dossier.json') },
      ],
    });
    const quiet = await stemma(['articles', '--quiet'], { cwd });
    expect(quiet).toEqual({ code: 0, stdout: 'articles-dossier.html\narticles-dossier.json\n', stderr: '' });
  });

  test('a dossier that lies among the articles is told and not read', async () => {
    const inside = join(cwd, 'articles');
    await stemma(['.', '--format', 'html,json,md,csv,jsonld,annotations'], { cwd: inside });
    await stemma(['.', '--out', 'mine'], { cwd: inside });
    const { code, stdout, stderr } = await stemma(['.', '--out', join(cwd, 'again')], { cwd: inside });
    expect(code).toBe(0);
    expect(stdout).toContain('1 document ');
    expect(stderr).toContain('own-dossier: mine.html');
    expect(stderr).toContain('own-dossier: articles-dossier.md');
  });

  test('--format writes what it names, under the name that --out gives', async () => {
    const { code, stdout } = await stemma(
      ['articles', '--format', 'md,csv,jsonld,annotations', '--out', 'notes/pilot.md'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('pilot.md');
    const written = readdirSync(join(cwd, 'notes'));
    expect(written).toEqual(
      expect.arrayContaining([
        'pilot.md',
        'pilot.jsonld',
        'pilot.annotations.jsonld',
        'pilot-attributions.csv',
      ]),
    );
    expect(written).not.toContain('pilot.html');
  });

  test('the formats that the command names are those that there are', async () => {
    const { FORMATS } = await import('../../src/report/formats.ts');
    expect(FORMAT_NAMES).toEqual(FORMATS.map((format) => format.name));
  });

  test('a broken file is listed and the rest goes on', async () => {
    writeFileSync(join(cwd, 'articles', 'empty.txt'), '');
    writeFileSync(
      join(cwd, 'articles', 'picture.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    );
    const { code, stderr, stdout } = await stemma(['articles'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning: empty-file: .*empty\.txt/);
    expect(stderr).toMatch(/warning: binary-file: .*picture\.txt/);
    expect(stdout).toContain('1 document');
  });

  test('colour and progress stay away from pipes and from NO_COLOR', async () => {
    writeFileSync(join(cwd, 'articles', 'empty.txt'), '');
    expect((await stemma(['articles'], { cwd })).stderr).not.toContain('\u001b[');
    expect((await stemma(['articles'], { cwd, tty: true })).stderr).toContain('\u001b[33mwarning');
    expect((await stemma(['articles'], { cwd, tty: true, env: { NO_COLOR: '1' } })).stderr).not.toContain(
      '\u001b[33m',
    );
  });
});

describe('stemma stories', () => {
  const BAKERS =
    'Bakers strike\n\nBakers of the Golden Loaf chain in Dravna walked out on Tuesday over pay.\n';

  test('lists the documents of each story', async () => {
    writeFileSync(join(cwd, 'articles', 'pilot.txt'), ARTICLE.replace('Tuesday', 'Tuesday, June 4'));
    writeFileSync(join(cwd, 'articles', 'bakers.txt'), BAKERS);
    const { code, stdout, stderr } = await stemma(['stories', 'articles'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      '3 documents, 2 stories\n\nHarbour master blames pilot\n  first.txt\n  pilot.txt\n\nBakers strike\n  bakers.txt\n',
    );
  });

  test('--json prints the same as data', async () => {
    const { stdout } = await stemma(['stories', 'articles', '--json'], { cwd });
    const { stories } = JSON.parse(stdout) as { stories: { title: string; documents: unknown[] }[] };
    expect(stories).toMatchObject([
      { title: 'Harbour master blames pilot', documents: [{ file: 'first.txt' }] },
    ]);
  });

  test('a dossier of two stories warns on the terminal too', async () => {
    writeFileSync(join(cwd, 'articles', 'bakers.txt'), BAKERS);
    expect((await stemma(['analyse', 'articles'], { cwd })).stderr).toContain('several-stories');
  });

  test('nothing to read is an error', async () => {
    mkdirSync(join(cwd, 'empty'));
    const { code, stderr } = await stemma(['stories', 'empty'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: /m);
  });
});

describe('stemma analyse', () => {
  test('prints the dossier, the same whatever the order of the files', async () => {
    writeFileSync(join(cwd, 'articles', 'second.txt'), ARTICLE.replace('Tuesday', 'Monday'));
    const one = await stemma(['analyse', 'articles/first.txt', 'articles/second.txt'], { cwd });
    const other = await stemma(['analyse', 'articles/second.txt', 'articles/first.txt'], { cwd });
    expect(one.code).toBe(0);
    expect(parseDossier(JSON.parse(one.stdout)).documents).toHaveLength(2);
    expect(other.stdout).toBe(one.stdout);
  });

  test('writes to the file that --out names', async () => {
    const { code, stdout } = await stemma(['analyse', 'articles', '--out', 'story.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    parseDossier(JSON.parse(readFileSync(join(cwd, 'story.json'), 'utf8')));
  });

  test('dates and publishers come from the table, a date for the others from --date', async () => {
    writeFileSync(join(cwd, 'articles', 'second.txt'), ARTICLE.replace('Tuesday', 'Monday'));
    writeFileSync(
      join(cwd, 'documents.csv'),
      'file,publisher,published\nfirst.txt,Harbour Gazette,2031-05-06\n',
    );
    const { stdout } = await stemma(
      ['analyse', 'articles', '--documents', 'documents.csv', '--date', '2031-05-08'],
      { cwd },
    );
    const { documents } = parseDossier(JSON.parse(stdout));
    expect(documents[0]).toMatchObject({
      publisher: { value: 'Harbour Gazette', from: 'given' },
      published: { value: { value: '2031-05-06' }, from: 'given' },
    });
    expect(documents[1]).toMatchObject({ published: { value: { value: '2031-05-08' }, from: 'given' } });
  });
});

describe('usage', () => {
  test.each([
    [['--colour'], 'unknown option'],
    [['articles', '--date', 'yesterday'], 'YYYY-MM-DD'],
    [['articles', '--min-confidence', '80'], 'from 0 to 1'],
    [['articles', '--jobs', '0'], 'whole number'],
    [['articles', '--format', 'pdf'], 'There is no format "pdf"'],
    [['nowhere'], 'nowhere'],
    [[], 'Write, for example: stemma report articles/'],
    [['analyse'], 'Write, for example: stemma analyse articles/'],
    [['attribute', 'nowhere.ndjson'], 'nowhere.ndjson'],
    [['attribute', 'articles'], 'is a folder'],
    [['articles', '--documents', 'nowhere.csv'], 'nowhere.csv'],
  ])('%j exits 2 with a line that helps', async (args, message) => {
    const { code, stdout, stderr } = await stemma(args, { cwd });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('--help and --version print to standard output and exit 0', async () => {
    expect((await stemma(['--help'], { cwd })).stdout).toContain('stemma attribute < docs.ndjson');
    expect((await stemma(['--version'], { cwd })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('a folder with nothing to read exits 1 and says why', async () => {
    mkdirSync(join(cwd, 'bare'));
    const { code, stderr } = await stemma(['bare'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('Nothing in bare could be analysed');
  });
});

describe('what cannot be written or read', () => {
  test('a place that is no folder ends as cannot-write, with its reason', async () => {
    for (const args of [
      ['report', 'articles', '--out', 'articles/first.txt/dossier'],
      ['analyse', 'articles', '--out', 'articles/first.txt/dossier.json'],
      ['attribute', '--out', 'articles/first.txt/a.ndjson'],
      ['attribute', '--out', 'no-such-folder/a.ndjson'],
    ]) {
      const { code, stderr } = await stemma(args, { cwd, stdin: '{"text": "Tamm said it."}' });
      expect(stderr).toMatch(
        /^error: .* cannot be written: (?:part of the path is a file|its folder is not there)\.\n$/m,
      );
      expect(stderr).not.toContain('Something went wrong');
      expect(code).toBe(1);
    }
  });

  test('attribute --out --force onto a folder leaves the folder and no rest', async () => {
    const { code, stderr } = await stemma(['attribute', '--out', 'articles', '--force'], {
      cwd,
      stdin: '{"text": "Tamm said it."}',
    });
    expect(stderr).toContain('articles cannot be written: it is a folder.');
    expect(code).toBe(1);
    expect(readdirSync(cwd)).toEqual(['articles']);
  });

  test.each(['-', '/dev/stdin'])('a story from %s is refused, and told what to do instead', async (path) => {
    for (const command of ['report', 'analyse']) {
      const { code, stderr } = await stemma([command, path], { cwd, stdin: ARTICLE });
      expect(code).toBe(2);
      expect(stderr).toMatch(/standard input.*Write the text to a file.*stemma attribute/);
    }
  });

  test('when nothing could be read, each reason is told once', async () => {
    mkdirSync(join(cwd, 'bare'));
    writeFileSync(join(cwd, 'bare', 'a.txt'), '');
    writeFileSync(join(cwd, 'bare', 'b.txt'), ' ');
    const { code, stderr } = await stemma(['bare'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/error: Nothing in bare could be analysed: the reasons are listed above\.\n$/);
    expect(stderr.match(/a\.txt is empty/g)).toHaveLength(1);
    const quiet = await stemma(['bare', '--quiet'], { cwd });
    expect(quiet.stderr).toMatch(/^error: Nothing in bare could be analysed: a\.txt .*[^.]\.\n$/);
    expect(quiet.stderr).not.toContain('..');
  });
});

describe('stemma attribute', () => {
  const line = (id: string, text: string): string => JSON.stringify({ id, text });

  test('answers each document with a line, in order', async () => {
    const stdin = [line('a', 'Tamm said the pilot left the channel.'), line('b', 'It rained.')].join('\n');
    const { code, stdout } = await stemma(['attribute'], { cwd, stdin });
    expect(code).toBe(0);
    const [first, second] = stdout
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as { id: string; attributions: unknown[] });
    expect(first).toMatchObject({
      id: 'a',
      attributions: [{ source: [[0, 4]], cue: [[5, 9]], form: 'indirect', act: 'state' }],
    });
    expect(second).toEqual({ id: 'b', attributions: [] });
  });

  test('a bad line costs a warning with its number, not the stream', async () => {
    const stdin = [
      line('a', 'Tamm said it.'),
      '{"id": "b", "text"',
      '[]',
      '{"id": "c"}',
      '',
      line('d', 'Tamm denied it.'),
    ].join('\n');
    const { code, stdout, stderr } = await stemma(['attribute'], { cwd, stdin });
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((each) => (JSON.parse(each) as { id: string }).id),
    ).toEqual(['a', 'd']);
    expect(stderr).toMatch(/bad-line: line 2: not JSON/);
    expect(stderr).toMatch(/bad-line: line 3: not an object/);
    expect(stderr).toMatch(/bad-line: line 4: has no "text"/);
  });

  test('lines that are not UTF-8 are told, a byte-order mark is none of the text', async () => {
    const stdin = [
      Buffer.from('\ufeff' + line('a', 'Tamm said it.') + '\n'),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(line('b', 'It rained.')),
    ];
    const { stdout, stderr } = await stemma(['attribute'], { cwd, stdin });
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toContain('line 2: not UTF-8');
  });

  test('a line over the limit is told, whatever its length, and the stream goes on', async () => {
    const stdin = [line('a', 'Tamm said it. '.repeat(1000)), line('b', 'It rained.')].join('\n');
    const { code, stdout, stderr } = await stemma(['attribute', '--max-size', '0.01'], { cwd, stdin });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe('warning: bad-line: line 1: longer than 0.01 MiB\n');
  });

  test('the limit is 20 MiB unless another is given', async () => {
    const long = line('a', 'x'.repeat(20 * 2 ** 20));
    const { code, stderr } = await stemma(['attribute'], { cwd, stdin: long });
    expect(code).toBe(1);
    expect(stderr).toContain('bad-line: line 1: longer than 20 MiB');
  });

  test('spans count in the text as it was handed in, carriage returns and all', async () => {
    const text = 'Harbour.\r\n\r\nTamm said it rained.\r\nShe said: “It rains.”\u0000';
    const { stdout } = await stemma(['attribute'], { cwd, stdin: line('a', text) });
    const { attributions } = JSON.parse(stdout) as { attributions: { source: [number, number][] }[] };
    const sources = attributions.flatMap(({ source }) => source.map((span) => text.slice(...span)));
    expect(sources).toEqual(['Tamm', 'She']);
  });

  test('input that cannot be read on says so, and what came before is written', async () => {
    const stdin = (function* () {
      yield `${line('a', 'Ada Lunde said that the ferry had left.')}\n`;
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    })();
    const { code, stdout, stderr } = await stemma(['attribute'], { cwd, stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('"id":"a"');
    expect(stderr).toContain('The standard input could not be read: the disk reports an error.');
    expect(stderr).not.toContain('at ');
  });

  test('nothing but bad lines exits 1', async () => {
    const { code, stderr } = await stemma(['attribute'], { cwd, stdin: 'x\ny\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('None of the 2 lines could be read. attribute reads a document a line');
  });

  test('a stream without a line says what is read', async () => {
    const { code, stderr } = await stemma(['attribute'], { cwd, stdin: '' });
    expect(code).toBe(1);
    expect(stderr).toContain('The input holds no line. attribute reads a document a line');
    expect(stderr).toContain('stemma analyse articles/');
  });

  test('--out writes a file whole, and not over another', async () => {
    const stdin = line('a', 'Tamm said it.');
    expect(await stemma(['attribute', '--out', 'a.ndjson'], { cwd, stdin })).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(join(cwd, 'a.ndjson'), 'utf8')).toContain('"id":"a"');
    expect((await stemma(['attribute', '--out', 'a.ndjson'], { cwd, stdin })).code).toBe(2);
  });
});
