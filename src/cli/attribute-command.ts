import { createReadStream, createWriteStream, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { unreadable } from '../ingest/list-files.ts';
import { StemmaError } from '../model/errors.ts';
import { attributeStream } from './attribute-stream.ts';
import { readLines } from './line-reader.ts';
import type { AttributeFlags } from './options.ts';
import { cannotWrite, removeRest } from './output-file.ts';
import type { Surroundings, Terminal } from './terminal.ts';

/**
 * `stemma attribute`: documents in, attributions out, a line each, in the order in which they came. Holds a few lines at a
 * time, whatever the length of the stream; waits when its reader is slower.
 *
 * @throws {StemmaError} `path-not-found`, `would-overwrite`; `cannot-write`; `nothing-readable` when no line could be analysed.
 */
export async function attributeCommand(
  file: string | undefined,
  flags: AttributeFlags,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<void> {
  const input = readingFrom(openInput(file, surroundings), file);
  const output = openOutput(flags, surroundings);
  const options = flags.minConfidence === undefined ? {} : { minConfidence: flags.minConfidence };
  let written = 0;
  let bad = 0;
  try {
    for await (const { number, output: line, problem } of attributeStream(
      readLines(input, flags.maxSize),
      flags.jobs ?? 1,
      options,
    )) {
      if (line !== undefined) {
        written++;
        await output.write(`${line}\n`);
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

/** The chunks of a stream; what goes wrong in reading them is said plainly, whether at the beginning or half way. */
async function* readingFrom(input: Readable, file: string | undefined): AsyncGenerator<Buffer | string> {
  try {
    yield* input as AsyncIterable<Buffer | string>;
  } catch (cause) {
    const name = file === undefined || file === '-' ? 'The standard input' : file;
    throw new StemmaError('unreadable-file', unreadable(name, cause).message, { cause });
  }
}

interface Output {
  /** Waits where the reader, or the disk, is slower. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
  abandon(): void;
}

function openOutput(flags: AttributeFlags, { stdout, cwd }: Surroundings): Output {
  if (flags.out === undefined) {
    return {
      write: async (text) => {
        if (!stdout.write(text)) await once(stdout, 'drain');
      },
      close: () => Promise.resolve(),
      abandon: () => undefined,
    };
  }
  const path = resolve(cwd, flags.out);
  if (existsSync(path) && !flags.force) {
    throw new StemmaError(
      'would-overwrite',
      `${flags.out} is already there. Add --force to overwrite it, or name another file with --out.`,
    );
  }
  return openFile(path);
}

/** Writes beside the place that is meant, and moves the file there when it is whole. */
function openFile(path: string): Output {
  const beside = `${path}.${process.pid}.tmp`;
  let descriptor: number;
  try {
    descriptor = openSync(beside, 'wx');
  } catch (cause) {
    throw cannotWrite(path, cause);
  }
  const stream = createWriteStream(beside, { fd: descriptor });
  // a full disk shows between two writes, when nobody awaits the stream
  let failure: unknown;
  stream.on('error', (error) => (failure = error));
  return {
    write: async (text) => {
      if (failure !== undefined) throw cannotWrite(path, failure);
      if (stream.write(text)) return;
      try {
        await once(stream, 'drain');
      } catch (cause) {
        throw cannotWrite(path, cause);
      }
    },
    close: async () => {
      try {
        stream.end();
        await finished(stream);
        renameSync(beside, path);
      } catch (cause) {
        throw cannotWrite(path, failure ?? cause);
      }
    },
    abandon: () => {
      stream.destroy();
      removeRest(beside);
    },
  };
}
