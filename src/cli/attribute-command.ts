import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StemmaError } from '../model/errors.ts';
import { attributeStream } from './attribute-stream.ts';
import { readLines } from './line-reader.ts';
import type { AttributeFlags } from './options.ts';
import type { Surroundings, Terminal } from './terminal.ts';

/**
 * `stemma attribute`: documents in, attributions out, a line each, in the order in which they came. Holds a few lines at a
 * time, whatever the length of the stream; waits when its reader is slower.
 *
 * @throws {StemmaError} `path-not-found`, `would-overwrite`; `nothing-readable` when no line could be analysed.
 */
export async function attributeCommand(
  file: string | undefined,
  flags: AttributeFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const input = openInput(file, surroundings);
  const output = openOutput(flags, surroundings);
  const options = flags.minConfidence === undefined ? {} : { minConfidence: flags.minConfidence };
  let written = 0;
  let bad = 0;
  try {
    for await (const { number, output: line, problem } of attributeStream(
      readLines(input),
      flags.jobs ?? 1,
      options,
    )) {
      if (line !== undefined) {
        written++;
        if (!output.stream.write(`${line}\n`)) await once(output.stream, 'drain');
      }
      if (problem !== undefined) {
        if (line === undefined) bad++;
        terminal.warn({
          code: line === undefined ? 'bad-line' : 'not-analysed-language',
          message: `line ${number}: ${problem}`,
        });
      }
    }
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
  if (written === 0) {
    throw new StemmaError(
      'nothing-readable',
      bad > 0 ? `None of the ${bad} lines could be read.` : 'The input holds no line.',
    );
  }
}

function openInput(file: string | undefined, { stdin, cwd }: Surroundings): Readable {
  if (file === undefined || file === '-') return stdin;
  const path = resolve(cwd, file);
  if (!existsSync(path)) throw new StemmaError('path-not-found', `There is no file ${file}.`);
  if (statSync(path).isDirectory()) {
    throw new StemmaError(
      'path-not-found',
      `${file} is a folder; attribute reads a file of NDJSON. For a folder of articles: stemma analyse ${file}`,
    );
  }
  return createReadStream(path);
}

interface Output {
  readonly stream: Writable;
  close(): Promise<void>;
  abandon(): void;
}

function openOutput(flags: AttributeFlags, { stdout, cwd }: Surroundings): Output {
  if (flags.out === undefined) {
    return { stream: stdout, close: () => Promise.resolve(), abandon: () => undefined };
  }
  const path = resolve(cwd, flags.out);
  if (existsSync(path) && !flags.force) {
    throw new StemmaError(
      'would-overwrite',
      `${flags.out} is already there. Add --force to overwrite it, or name another file with --out.`,
    );
  }
  const beside = `${path}.${process.pid}.tmp`;
  const stream = createWriteStream(beside, { flags: 'wx' });
  return {
    stream,
    close: async () => {
      stream.end();
      await finished(stream);
      renameSync(beside, path);
    },
    abandon: () => {
      stream.destroy();
      rmSync(beside, { force: true });
    },
  };
}
