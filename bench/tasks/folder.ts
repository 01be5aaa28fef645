import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../eval/provenance.ts';
import { ARTICLES, readTexts, resample } from '../corpus.ts';
import { digestOf } from '../digest.ts';
import type { BenchTask } from '../task.ts';

const FILES = 500;
const MANY_FILES = 10_000;
const LINES = 2_000;
const MANY_LINES = 100_000;
/** Characters of a line's text: memory is looked at here, and must not grow with the number of lines. */
const LINE_CHARACTERS = 600;
const THREADS = 2;
/** Has the command say at its end how much memory it held at most. */
const WATCH = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`;

/** The built command, from outside: a folder of files to a dossier, and a stream of lines, on one thread and on several. */
export const task: BenchTask = {
  name: 'folder',
  title: 'The command over a folder of files and over a stream of lines, on one thread and on two',
  needs: [ARTICLES],
  run({ data, examples, large, say }): Record<string, number> {
    const command = join(root, 'dist', 'cli', 'stemma.mjs');
    if (!existsSync(command)) {
      say('There is no built command to measure; npm run build makes it.');
      return {};
    }
    const work = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
    const run = (
      args: readonly string[],
      out: string,
    ): { seconds: number; megabytes: number; digest: string } => {
      const started = performance.now();
      const file = openSync(out, 'w');
      const { stderr } = spawnSync(process.execPath, ['--import', WATCH, command, ...args, '--quiet'], {
        cwd: work,
        encoding: 'utf8',
        stdio: ['ignore', file, 'pipe'],
      });
      closeSync(file);
      const seconds = (performance.now() - started) / 1000;
      const megabytes = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
      say(`${args.join(' ')}: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`);
      return { seconds, megabytes, digest: digestOf(out) };
    };
    try {
      const texts = readTexts(data, examples);
      const folder = join(work, 'folder');
      mkdirSync(folder);
      const files = large ? MANY_FILES : FILES;
      resample(texts, files).forEach((text, at) => writeFileSync(join(folder, `${at}.txt`), text));
      const stream = join(work, 'stream.ndjson');
      const lines = large ? MANY_LINES : LINES;
      const descriptor = openSync(stream, 'w');
      for (let at = 0; at < lines; at++)
        writeFileSync(
          descriptor,
          `${JSON.stringify({ id: String(at), text: texts[at % texts.length]?.slice(0, LINE_CHARACTERS) })}\n`,
        );
      closeSync(descriptor);
      const out = join(work, 'out');
      const analysed = run(['analyse', folder, '--jobs', String(THREADS)], out);
      const dossierMegabytes = statSync(out).size / 2 ** 20;
      const [one, two] = [1, THREADS].map((jobs) => run(['attribute', stream, '--jobs', String(jobs)], out));
      return {
        files,
        analyseSeconds: analysed.seconds,
        analysePeakMegabytes: analysed.megabytes,
        dossierMegabytes,
        lines,
        streamSeconds: one?.seconds ?? Number.NaN,
        streamPeakMegabytes: one?.megabytes ?? Number.NaN,
        streamOnTwoSeconds: two?.seconds ?? Number.NaN,
        streamOnTwoPeakMegabytes: two?.megabytes ?? Number.NaN,
        // 1: to the byte what one thread writes
        streamOnTwoIsSame: Number(one !== undefined && one.digest === two?.digest),
      };
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
};
