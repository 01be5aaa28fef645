import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts a real Chromium: the one that `STEMMA_CHROMIUM` names, else one that the system has, else the one that
 * @sparticuz/chromium carries, unpacked once into the temporary folder. There is always one, so no test is skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env['STEMMA_CHROMIUM'] ?? installedChromium();
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: FLAGS });
  const folder = unpackedChromium();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      // Fonts and libraries of the package stand in only where the system has none.
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
      ...(hasLibrary('libnss3.so') && hasLibrary('libnspr4.so')
        ? {}
        : {
            LD_LIBRARY_PATH: [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
          }),
    },
  });
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').concat('/usr/bin', '/usr/local/bin');
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function hasLibrary(name: string): boolean {
  const listed = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.includes(name);
}

/** Unpacks beside and renames, so that two processes that start at once never see half a browser. */
function unpackedChromium(): string {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin');
  const packed = readFileSync(join(bin, 'chromium.br'));
  const version = createHash('sha256')
    .update(packed.subarray(0, 1 << 20))
    .digest('hex')
    .slice(0, 12);
  const folder = join(tmpdir(), `stemma-chromium-${process.getuid?.() ?? 0}-${version}`);
  if (existsSync(folder)) return folder;
  const making = mkdtempSync(join(tmpdir(), 'stemma-chromium-'));
  writeFileSync(join(making, 'chromium'), brotliDecompressSync(packed));
  chmodSync(join(making, 'chromium'), 0o755);
  unpack(join(bin, 'fonts.tar.br'), making);
  unpack(join(bin, 'swiftshader.tar.br'), making);
  unpack(join(bin, 'al2023.tar.br'), making);
  try {
    renameSync(making, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true, force: true });
  }
  return folder;
}

function unpack(archive: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const result = spawnSync('tar', ['-x', '-C', folder], {
    input: brotliDecompressSync(readFileSync(archive)),
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) throw new Error(`tar could not unpack ${archive}: ${result.stderr.toString()}`);
}
