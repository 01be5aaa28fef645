import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import {
  redirect,
  send,
  serve,
  serveRaw,
  type Behaviour,
  type TestServer,
} from '../../test/misbehaving-server.ts';
import type { Capture } from '../ingest/capture.ts';
import { readCapture } from '../ingest/read-captures.ts';
import type { Warning } from '../model/errors.ts';
import { fetchCaptures, type FetchCapturesOptions } from './fetch-captures.ts';

const PAGE =
  '<!doctype html><html><head><title>Ferry lost</title></head><body><article><h1>Ferry lost</h1><p>The ferry Halmar left the port of Oster at six, the harbour office said.</p></article></body></html>';
const NOW = '2031-03-15T09:30:00.000Z';

const servers: TestServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function server(behaviours: Readonly<Record<string, Behaviour>>): Promise<TestServer> {
  const started = await serve(behaviours);
  servers.push(started);
  return started;
}

async function rawServer(answer: Parameters<typeof serveRaw>[0]): Promise<TestServer> {
  const started = await serveRaw((socket, head) =>
    head.startsWith('GET /robots.txt')
      ? socket.end('HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n')
      : answer(socket, head),
  );
  servers.push(started);
  return started;
}

/** Small bodies and no pauses, but all the time that a busy computer may need. */
const LIMITS = { delayMs: 0, maxBytes: 100_000 };

async function fetched(
  addresses: readonly string[],
  options: Partial<FetchCapturesOptions> = {},
): Promise<{ captures: Capture[]; warnings: Warning[] }> {
  const captures: Capture[] = [];
  const warnings: Warning[] = [];
  const given = { now: () => new Date(NOW), allowPrivateAddresses: true, ...options };
  for await (const result of fetchCaptures(addresses, { ...given, limits: { ...LIMITS, ...options.limits } }))
    if ('bytes' in result) captures.push(result);
    else warnings.push(result);
  return { captures, warnings };
}

/** What is said of the one address that a host spoils. */
async function problem(address: string, options: Partial<FetchCapturesOptions> = {}): Promise<string> {
  const { captures, warnings } = await fetched([address], options);
  expect(captures).toEqual([]);
  expect(warnings).toHaveLength(1);
  const [{ code, message, file }] = warnings as [Warning];
  expect(message.startsWith(`${file} was not fetched: `)).toBe(true);
  expect(message).toMatch(/^[^\n]{1,600}\.$/);
  return `${code}: ${message.slice(`${file} was not fetched: `.length)}`;
}

describe('a page', () => {
  it('comes with where it was asked for, where it came from, when, and its bytes as they are', async () => {
    const { origin, asked } = await server({ '/a': redirect('/b?x=1#top', 301), '/b?x=1': send(PAGE) });
    const { captures, warnings } = await fetched([`${origin}/a#part`]);
    expect(warnings).toEqual([]);
    expect(captures).toMatchObject([
      {
        address: `${origin}/b?x=1`,
        requested: `${origin}/a`,
        captured: NOW,
        contentType: 'text/html; charset=utf-8',
      },
    ]);
    const [document] = (await readCapture(captures[0] as Capture)).parts;
    expect(document).toMatchObject({
      title: 'Ferry lost',
      url: `${origin}/b?x=1`,
      provenance: {
        sha256: createHash('sha256').update(PAGE).digest('hex'),
        captured: NOW,
        address: `${origin}/b?x=1`,
        requested: `${origin}/a`,
      },
    });
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/b?x=1']);
    expect(asked[1]?.headers['user-agent']).toMatch(/^stemma\/\d+\.\d+\.\d+ \(/);
  });

  it('is unpacked, and read in the encoding that its host names', async () => {
    const latin = Buffer.from(PAGE.replace('Oster', 'Öster'), 'latin1');
    const { origin } = await server({
      '/gzip': send(gzipSync(PAGE), { 'Content-Encoding': 'gzip' }),
      '/br': send(brotliCompressSync(PAGE), { 'Content-Encoding': 'br' }),
      '/latin': send(latin, { 'Content-Type': 'text/html; charset=iso-8859-1' }),
      // Its bytes are valid UTF-8, whatever it says of them.
      '/wrong': send(PAGE.replace('Oster', 'Öster'), { 'Content-Type': 'text/html; charset=koi8-r' }),
      '/unknown': send(PAGE.replace('Oster', 'Öster'), { 'Content-Type': 'text/html; charset=x-nonsense' }),
      '/text': send('Ferry lost\n\nThe ferry left Öster, the harbour office said.', {
        'Content-Type': 'text/plain',
      }),
    });
    const { captures } = await fetched(
      ['gzip', 'br', 'latin', 'wrong', 'unknown', 'text'].map((path) => `${origin}/${path}`),
    );
    const texts: (string | undefined)[] = [];
    for (const capture of captures)
      texts.push((await readCapture(capture)).parts[0]?.text.replaceAll(/\s+/g, ' '));
    expect(texts[0]).toContain('port of Oster at six');
    expect(texts[1]).toBe(texts[0]);
    for (const text of texts.slice(2, 5)) expect(text).toContain('port of Öster at six');
    expect(texts[5]).toBe('Ferry lost The ferry left Öster, the harbour office said.');
  });

  it('sends no cookie that it was given', async () => {
    const { origin, asked } = await server({
      '/a': (_request, response) =>
        void response.writeHead(302, { Location: '/b', 'Set-Cookie': 'id=1; Path=/' }).end(),
      '/b': send(PAGE, { 'Set-Cookie': 'id=2' }),
      '/c': send(PAGE),
    });
    await fetched([`${origin}/a`, `${origin}/c`]);
    expect(asked).toHaveLength(4);
    expect(asked.every(({ headers }) => headers.cookie === undefined)).toBe(true);
  });

  it('is asked for once, however often it is named, and a bad one costs none of the others', async () => {
    const { origin, paths } = await server({
      '/a': send(PAGE),
      '/b': send(PAGE),
      '/bad': send('x', {}, 500),
    });
    const { captures, warnings } = await fetched(
      ['/a', '/a#1', '/bad', '/none', '/b']
        .map((path) => origin + path)
        .concat('ftp://h.example/x', 'http://[::z]/'),
    );
    expect(captures.map(({ address }) => address)).toEqual([`${origin}/a`, `${origin}/b`]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'http-status',
      'http-status',
      'bad-address',
      'bad-address',
    ]);
    expect(paths()).toEqual(['/a', '/bad', '/none', '/b']);
  });
});

describe('a host that answers badly', () => {
  it.each([
    [404, 'http-status: there is no such page (HTTP status 404).'],
    [410, 'http-status: the page was taken away (HTTP status 410).'],
    [401, 'http-status: its host asks for a password (HTTP status 401).'],
    [500, 'http-status: its host failed; try again later (HTTP status 500).'],
    [204, 'http-status: its host does not give it (HTTP status 204).'],
    [304, 'http-status: its host does not give it (HTTP status 304).'],
  ])('%i', async (status, expected) => {
    const { origin } = await server({
      '/a': (_request, response) => void response.writeHead(status, { 'Content-Type': 'text/html' }).end(),
    });
    expect(await problem(`${origin}/a`)).toBe(expected);
  });

  it('is asked again when it says after how long, within bounds', async () => {
    let times = 0;
    const busy: Behaviour = (_request, response) => {
      times++;
      if (times < 3) response.writeHead(429, { 'Retry-After': '0' }).end();
      else response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
    };
    const { origin, paths } = await server({
      '/busy': busy,
      '/always': (_request, response) => void response.writeHead(503, { 'Retry-After': '0' }).end(),
      '/tomorrow': (_request, response) => void response.writeHead(429, { 'Retry-After': '86400' }).end(),
      '/date': (_request, response) =>
        void response.writeHead(429, { 'Retry-After': 'Sat, 15 Mar 2031 23:59:00 GMT' }).end(),
      '/nonsense': (_request, response) => void response.writeHead(429, { 'Retry-After': 'soon' }).end(),
    });
    const { captures, warnings } = await fetched(
      ['busy', 'always', 'tomorrow', 'date', 'nonsense'].map((path) => `${origin}/${path}`),
    );
    expect(captures.map(({ address }) => address)).toEqual([`${origin}/busy`]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'http-status',
      'http-status',
      'http-status',
      'http-status',
    ]);
    expect(paths()).toEqual([
      '/busy',
      '/busy',
      '/busy',
      '/always',
      '/always',
      '/always',
      '/tomorrow',
      '/date',
      '/nonsense',
    ]);
  });

  it('sends what is no page', async () => {
    const { origin } = await server({
      '/picture': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'image/jpeg' });
        // It never ends: nobody waits for what is not read.
        response.write(Buffer.alloc(1000));
      },
      '/unsaid': send(Buffer.from([0, 1, 2, 3]), { 'Content-Type': 'application/octet-stream' }),
      '/lie': send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), { 'Content-Type': 'text/html' }),
    });
    expect(await problem(`${origin}/picture`)).toBe(
      'unsupported-format: it is of the type image/jpeg, no page, text, feed or PDF.',
    );
    expect(await problem(`${origin}/unsaid`)).toMatch(
      /^unsupported-format: it is of the type application\/octet-stream/,
    );
    const { captures } = await fetched([`${origin}/lie`]);
    expect((await readCapture(captures[0] as Capture)).warnings).toMatchObject([
      { code: 'binary-file', message: `${origin}/lie was left out: its bytes are a PNG image, not text.` },
    ]);
  });
});

describe('a body that is too large', () => {
  it.each<[string, Behaviour, string]>([
    [
      'says so',
      (_request, response) =>
        void response
          .writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '200000' })
          .flushHeaders(),
      'too-large: it has more than',
    ],
    [
      'does not say so',
      send(Buffer.alloc(150_000, 0x61), { 'Transfer-Encoding': 'chunked' }),
      'too-large: it has more than',
    ],
    [
      'never ends',
      (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, 0x61)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
      'too-large: it has more than',
    ],
    [
      'unpacks to too much',
      send(gzipSync(Buffer.alloc(3_000_000)), { 'Content-Encoding': 'gzip' }),
      'too-large: it unpacks to more than',
    ],
    [
      'unpacks to too much (br)',
      send(brotliCompressSync(Buffer.alloc(3_000_000)), { 'Content-Encoding': 'br' }),
      'too-large: it unpacks to more than',
    ],
    [
      'is packed over and over',
      send('x', { 'Content-Encoding': 'gzip, gzip, gzip, gzip, gzip' }),
      'fetch-failed: it is packed too many times over',
    ],
    [
      'is packed in what nobody knows',
      send('x', { 'Content-Encoding': 'x-fancy' }),
      'fetch-failed: it is packed in a way that is not read (x-fancy)',
    ],
    [
      'is packed and damaged',
      send(gzipSync(PAGE).fill(0x55, 12), { 'Content-Encoding': 'gzip' }),
      'fetch-failed: what it is packed in is damaged',
    ],
    [
      'is packed and cut off',
      send(gzipSync(PAGE).subarray(0, 100), { 'Content-Encoding': 'gzip' }),
      'fetch-failed: its answer breaks off before its end',
    ],
  ])('%s', async (_what, behaviour, expected) => {
    const { origin } = await server({ '/a': behaviour });
    expect(await problem(`${origin}/a`)).toContain(expected);
  });
});

describe('a host that takes its time', () => {
  it('before the header', async () => {
    const { origin } = await server({ '/a': () => undefined });
    expect(await problem(`${origin}/a`, { limits: { headersMs: 200 } })).toBe(
      'fetch-timeout: its host did not begin to answer in time (0.2 s).',
    );
  });

  it('within the header', async () => {
    const { origin } = await rawServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('X-A: b\r\n'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await problem(`${origin}/a`, { limits: { headersMs: 200 } })).toContain(
      'fetch-timeout: its host did not begin to answer in time',
    );
  });

  it('within the body', async () => {
    const { origin } = await server({
      '/a': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        response.write('<p>');
      },
    });
    expect(await problem(`${origin}/a`, { limits: { idleMs: 150 } })).toContain(
      'fetch-timeout: its host stopped in the middle of the answer',
    );
  });

  it('by a trickle that never stops for long', async () => {
    const { origin } = await server({
      '/a': (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        const drip = setInterval(() => response.write('x'), 30);
        response.on('close', () => clearInterval(drip));
      },
    });
    expect(await problem(`${origin}/a`, { limits: { totalMs: 400 } })).toBe(
      'fetch-timeout: its answer took too long (0.4 s).',
    );
  });

  it('in being looked up', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(await problem('http://slow.example/', { resolve, limits: { connectMs: 60 } })).toContain(
      'fetch-timeout: its host could not be reached in time',
    );
  });
});

describe('a connection that breaks', () => {
  it.each<[string, Parameters<typeof serveRaw>[0], string]>([
    [
      'at once',
      (socket) => void socket.resetAndDestroy(),
      'fetch-failed: its host broke the connection off.',
    ],
    [
      'before the length that was announced',
      (socket) =>
        void socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<p>'),
      'fetch-failed: its host broke the connection off.',
    ],
    [
      'within a chunk',
      (socket) =>
        void socket.end(
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<p>',
        ),
      'fetch-failed: its host broke the connection off.',
    ],
    [
      'in something else than HTTP',
      (socket) => void socket.end('SSH-2.0-OpenSSH\r\n'),
      'fetch-failed: its answer is no proper HTTP (HPE_INVALID_CONSTANT).',
    ],
    [
      'with a header that is too long',
      (socket) => void socket.end(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`),
      'fetch-failed: the header of its answer is too long.',
    ],
    [
      'with two lengths',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n<p>xx'),
      'fetch-failed: its answer is no proper HTTP',
    ],
    [
      'by changing the subject',
      (socket) =>
        void socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
        ),
      'fetch-failed: its host wants to speak something else than HTTP.',
    ],
  ])('%s', async (_what, answer, expected) => {
    const { origin } = await rawServer(answer);
    expect(await problem(`${origin}/a`)).toContain(expected);
  });

  it('because nobody is there', async () => {
    const closed = await server({});
    await closed.close();
    expect(await problem(`${closed.origin}/a`)).toBe('fetch-failed: its host refuses the connection.');
  });

  it('because the name is not known', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    expect(await problem('http://none.example/', { resolve })).toBe('fetch-failed: its host is not known.');
  });

  it('because it is asked for HTTPS where there is none', async () => {
    const { port } = await rawServer((socket) => void socket.end('no'));
    expect(await problem(`https://127.0.0.1:${port}/`)).toMatch(/^fetch-failed: /);
  });

  it('takes no more of a body than its length says', async () => {
    const { origin } = await rawServer(
      (socket) =>
        void socket.end(
          `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}trailing`,
        ),
    );
    const { captures } = await fetched([`${origin}/a`]);
    expect(captures.map(({ bytes }) => bytes.length)).toEqual([PAGE.length]);
  });
});

it('survives mutated answers, with a page or a reason', async () => {
  const whole = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: identity\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`,
  );
  let answer = whole;
  const { origin } = await rawServer((socket) => void socket.end(answer));
  const change = fc.record({
    // Mostly in the header.
    at: fc.oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: whole.length })),
    removed: fc.integer({ min: 0, max: 20 }),
    inserted: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc.constantFrom(
        ...['\r\n', '302', 'chunked', 'Location: //h', 'gzip', '\0', '\r\n\r\n'].map((words) =>
          Buffer.from(words),
        ),
      ),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      answer = whole;
      for (const { at, removed, inserted } of changes)
        answer = Buffer.concat([answer.subarray(0, at), inserted, answer.subarray(at + removed)]);
      const { captures, warnings } = await fetched([`${origin}/a`], {
        limits: { headersMs: 1000, idleMs: 1000, totalMs: 2000 },
      });
      expect(captures.length + warnings.length).toBe(1);
      for (const { message } of warnings) expect(message).toMatch(/^[^\n]{1,600}\.$/);
    }),
    { seed: 37, numRuns: 100 },
  );
});

describe('redirects', () => {
  it.each([
    ['to itself', { '/a': redirect('/a') }, 'bad-redirect: it redirects in a circle.'],
    ['in a circle', { '/a': redirect('/b'), '/b': redirect('/a') }, '/b, and it redirects in a circle.'],
    ['nowhere', { '/a': redirect('http://') }, 'bad-redirect: it redirects to what is no address.'],
    [
      'to a file',
      { '/a': redirect('file:///etc/passwd') },
      'bad-address: only http and https are fetched, not file:.',
    ],
    [
      'to data',
      { '/a': redirect('data:text/html,<p>x') },
      'bad-address: only http and https are fetched, not data:.',
    ],
    [
      'with a password',
      { '/a': redirect('http://me:secret@127.0.0.1/') },
      'bad-address: it holds a name or a password',
    ],
    ['without an address', { '/a': send('', {}, 301) }, 'bad-redirect: it redirects without saying where.'],
  ])('%s', async (_what, behaviours: Record<string, Behaviour>, expected) => {
    const { origin } = await server(behaviours);
    const said = await problem(`${origin}/a`);
    expect(said).toContain(expected);
    expect(said).not.toContain('secret');
  });

  it('without end', async () => {
    const { origin, paths } = await server(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`/${i}`, redirect(`/${i + 1}`)])),
    );
    expect(await problem(`${origin}/0`)).toContain('it redirects more than 10 times');
    expect(paths()).toHaveLength(11);
  });

  it('into a private network are refused on whatever step', async () => {
    const inner = await server({ '/secret': send(PAGE) });
    const outer = await server({
      '/a': redirect('/b'),
      '/b': redirect(`http://localhost:${inner.port}/secret`),
      '/metadata': redirect('http://169.254.169.254/latest/meta-data/'),
      '/octal': redirect('http://0x7f.0.0.2/'),
      '/v6': redirect('http://[::ffff:10.0.0.1]/'),
    });
    // Of this computer's addresses the one that the outer server is at counts as public here.
    const refuse = (address: string): string | null =>
      address === '127.0.0.1' ? null : `private (${address})`;
    const resolve = () => Promise.resolve([{ address: '127.0.0.3', family: 4 as const }]);
    const options = { allowPrivateAddresses: false, refuse, resolve };
    expect(await problem(`${outer.origin}/a`, options)).toContain(
      `address-refused: it leads to http://localhost:${inner.port}/secret, and localhost resolves to 127.0.0.3, which leads to private (127.0.0.3)`,
    );
    expect(await problem(`${outer.origin}/metadata`, options)).toContain('169.254.169.254 leads to private');
    expect(await problem(`${outer.origin}/octal`, options)).toContain('127.0.0.2 leads to private');
    expect(await problem(`${outer.origin}/v6`, options)).toContain('::ffff:a00:1 leads to private');
    expect(inner.asked).toEqual([]);
  });

  it('keep what is not ASCII', async () => {
    const { origin } = await server({
      '/a': (_request, response) => {
        response.writeHead(302, { Location: Buffer.from('/fähre', 'utf8').toString('latin1') });
        response.end();
      },
      '/f%C3%A4hre': send(PAGE),
    });
    expect((await fetched([`${origin}/a`])).captures[0]?.address).toBe(`${origin}/f%C3%A4hre`);
  });
});

describe('addresses', () => {
  it.each([
    'http://127.0.0.1:9/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.8/',
    'http://169.254.169.254/latest/',
    'http://localhost/',
  ])('%s is refused unless it is allowed', async (address) => {
    expect(await problem(address, { allowPrivateAddresses: false })).toMatch(/^address-refused: /);
  });

  it('that hold a password are refused, and the password is shown nowhere', async () => {
    const { warnings } = await fetched(['http://me:secret@lantern.example/a']);
    expect(warnings).toMatchObject([{ code: 'bad-address', file: 'http://…@lantern.example/a' }]);
    expect(JSON.stringify(warnings)).not.toContain('secret');
  });

  it('are checked and then asked: a name that leads elsewhere a moment later gains nothing', async () => {
    const { port, paths } = await server({ '/a': send(PAGE), '/b': send(PAGE) });
    const answers: string[] = [];
    // Public for the rules and the first page, private from then on.
    const resolve = () => {
      const address = answers.length < 2 ? '127.0.0.1' : '127.0.0.9';
      answers.push(address);
      return Promise.resolve([{ address, family: 4 as const }]);
    };
    const refuse = (address: string): string | null => (address === '127.0.0.1' ? null : 'a private network');
    const { captures, warnings } = await fetched(
      [`http://rebinding.example:${port}/a`, `http://rebinding.example:${port}/b`],
      { allowPrivateAddresses: false, resolve, refuse },
    );
    expect(captures.map(({ address }) => address)).toEqual([`http://rebinding.example:${port}/a`]);
    expect(warnings).toMatchObject([{ code: 'address-refused' }]);
    // One look-up for each connection: what was checked is what was asked.
    expect(answers).toHaveLength(3);
    expect(paths()).toEqual(['/a']);
  });
});

describe('robots.txt', () => {
  const rules = (text: string, status = 200): Behaviour =>
    send(text, { 'Content-Type': 'text/plain' }, status);

  it.each<[string, Behaviour, string | null]>([
    [
      'forbids it to all',
      rules('User-agent: *\nDisallow: /story'),
      'robots-disallowed: its host does not let programs fetch it',
    ],
    [
      'forbids it to us by name',
      rules('User-agent: other\nUser-agent: Stemma/2\nDisallow: /\n\nUser-agent: *\nAllow: /'),
      'robots-disallowed',
    ],
    ['forbids it to others', rules('User-agent: other\nDisallow: /'), null],
    [
      'allows us what it forbids to all',
      rules('User-agent: *\nDisallow: /\n\nUser-agent: stemma\nDisallow: /private'),
      null,
    ],
    ['allows the longer pattern', rules('User-agent: *\nDisallow: /\nAllow: /story$'), null],
    ['forbids by a pattern', rules('User-agent: *\nDisallow: /*ory'), 'robots-disallowed'],
    ['is not there', rules('', 404), null],
    ['is not for us to see', rules('', 403), null],
    [
      'fails',
      rules('', 500),
      'robots-disallowed: its host fails to say what programs may fetch (robots.txt answers 500)',
    ],
    ['is a page', send(PAGE), null],
    ['leads elsewhere', redirect('/rules'), 'robots-disallowed'],
    ['leads in a circle', redirect('/robots.txt'), null],
    [
      'begins with a mark and ends lines with CR',
      rules('\uFEFFUser-agent: *\rDisallow: /story\r'),
      'robots-disallowed',
    ],
    [
      'names very many programs and rules',
      rules('User-agent: a\n'.repeat(15_000) + 'Disallow: /\n'.repeat(15_000)),
      null,
    ],
    ['is full of stars', rules(`User-agent: *\nDisallow: /${'*a'.repeat(5_000)}\n`), null],
  ])('that %s', async (_what, behaviour, expected) => {
    const { origin, paths } = await server({
      '/robots.txt': behaviour,
      '/rules': rules('User-agent: *\nDisallow: /'),
      '/story': send(PAGE),
    });
    const { captures, warnings } = await fetched([`${origin}/story`], { limits: { totalMs: 5000 } });
    if (expected === null) expect(captures).toHaveLength(1);
    else {
      expect(`${warnings[0]?.code}: ${warnings[0]?.message.split('not fetched: ')[1]}`).toContain(expected);
      expect(paths()).not.toContain('/story');
    }
  });

  it('is asked for once, and on every host that a redirect leads to', async () => {
    const second = await server({ '/robots.txt': rules('User-agent: *\nDisallow: /b'), '/b': send(PAGE) });
    const first = await server({ '/a': redirect(`${second.origin}/b`), '/c': send(PAGE), '/d': send(PAGE) });
    const { captures, warnings } = await fetched([
      `${first.origin}/a`,
      `${first.origin}/c`,
      `${first.origin}/d`,
    ]);
    expect(captures).toHaveLength(2);
    expect(warnings).toMatchObject([{ code: 'robots-disallowed' }]);
    expect(first.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    expect(second.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });
});

describe('politeness', () => {
  it('asks one host for one page at a time, with a pause between', async () => {
    let open = 0;
    let most = 0;
    const slow: Behaviour = (_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE);
      }, 10);
    };
    const { origin, asked } = await server({ '/1': slow, '/2': slow, '/3': slow });
    const { captures } = await fetched([`${origin}/1`, `${origin}/2`, `${origin}/3`], {
      limits: { delayMs: 60 },
    });
    expect(captures).toHaveLength(3);
    expect(most).toBe(1);
    const times = asked.slice(1).map(({ at }) => at);
    for (let i = 1; i < times.length; i++) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(60);
  });

  it('keeps the delay that a host asks for, up to a bound', async () => {
    const { origin, asked } = await server({
      '/robots.txt': send('User-agent: *\nCrawl-delay: 3600', { 'Content-Type': 'text/plain' }),
      '/1': send(PAGE),
      '/2': send(PAGE),
    });
    await fetched([`${origin}/1`, `${origin}/2`], { limits: { maxDelayMs: 80 } });
    expect((asked[2]?.at ?? 0) - (asked[1]?.at ?? 0)).toBeGreaterThan(75);
  });

  it('does not let one host’s slowness hold up another', async () => {
    const quick = await server({ '/2': send(PAGE) });
    const slow = await server({
      // Answers only when the other host was asked.
      '/1': (request, response) => {
        const look = setInterval(() => {
          if (quick.paths().length > 0) send(PAGE)(request, response);
        }, 5);
        response.on('close', () => clearInterval(look));
        response.on('finish', () => clearInterval(look));
      },
    });
    const { captures } = await fetched([`${slow.origin}/1`, `http://localhost:${quick.port}/2`], {
      resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 as const }]),
    });
    expect(captures.map(({ address }) => address)).toEqual([
      `${slow.origin}/1`,
      `http://localhost:${quick.port}/2`,
    ]);
  });
});

describe('a feed', () => {
  const feed = (links: readonly string[]): string =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The Lantern</title>${links.map((link) => `<item><title>x</title><link>${link}</link><description>Short.</description></item>`).join('')}</channel></rss>`;

  it('leads to its articles, up to a bound, each once and by the same rules', async () => {
    const { origin, paths } = await server({
      '/feed': send(feed(['/1', '/2', '/1', 'file:///etc/passwd', 'http://10.0.0.1/', '/gone', '/late']), {
        'Content-Type': 'application/rss+xml',
      }),
      '/1': send(PAGE),
      '/2': send(PAGE),
      '/late': send(PAGE),
    });
    const refuse = (address: string): string | null => (address === '127.0.0.1' ? null : 'a private network');
    const { captures, warnings } = await fetched([`${origin}/feed`, `${origin}/2`], {
      feedArticles: 5,
      allowPrivateAddresses: false,
      refuse,
    });
    expect(captures.map(({ address }) => address)).toEqual([`${origin}/1`, `${origin}/2`]);
    expect(warnings.map(({ code }) => code)).toEqual([
      'feed-bounded',
      'bad-address',
      'address-refused',
      'http-status',
    ]);
    expect(warnings[0]?.message).toBe(
      `${origin}/feed lists 6 articles; the first 5 were fetched. --feed-articles changes the number.`,
    );
    expect(paths()).not.toContain('/late');
  });

  it('may be JSON; other JSON and XML is read as what it is', async () => {
    const { origin } = await server({
      '/feed.json': send(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          items: [{ url: '/1' }, { url: 7 }, null],
        }),
        { 'Content-Type': 'application/feed+json' },
      ),
      '/1': send(PAGE),
      '/data.json': send(JSON.stringify({ text: 'The ferry left, the office said.' }), {
        'Content-Type': 'application/json',
      }),
      '/empty': send(feed([]), { 'Content-Type': 'text/xml' }),
    });
    const { captures } = await fetched([`${origin}/feed.json`, `${origin}/data.json`, `${origin}/empty`]);
    expect(captures.map(({ address }) => address)).toEqual([
      `${origin}/1`,
      `${origin}/data.json`,
      `${origin}/empty`,
    ]);
  });
});
