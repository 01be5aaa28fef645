import { createReadStream, existsSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { isAddress, showAddress } from '../ingest/capture.ts';
import { unreadable } from '../ingest/list-files.ts';
import { StemmaError } from '../model/errors.ts';
import { attributeStream } from './attribute-stream.ts';
import { readLines } from './line-reader.ts';
import type { AttributeFlags } from './options.ts';
import { UnfinishedFile } from './unfinished-file.ts';
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
  if (written === 0) throw new StemmaError('nothing-readable', `${whatWasThere(bad)} ${EXPECTED}`);
}

const EXPECTED =
  'attribute reads a document a line, as {"text": "…"}: stemma attribute docs.ndjson. For articles in files and folders: stemma analyse articles/';

function whatWasThere(bad: number): string {
  if (bad === 0) return 'The input holds no line.';
  return bad === 1 ? 'The only line could not be read.' : `None of the ${bad} lines could be read.`;
}

function openInput(file: string | undefined, { stdin, cwd }: Surroundings): Readable {
  if (file === undefined && stdin.isTTY === true)
    throw new StemmaError('bad-option', `Nothing was given to read. ${EXPECTED}`);
  if (file === undefined || file === '-') return stdin;
  if (isAddress(file))
    throw new StemmaError(
      'bad-option',
      `attribute fetches nothing; it reads a file of NDJSON. For a page: stemma analyse ${showAddress(file)}`,
    );
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
  const unfinished = new UnfinishedFile(path);
  return {
    write: (text) => Promise.resolve(unfinished.write(text)),
    close: () => Promise.resolve(unfinished.finish()),
    abandon: () => unfinished.abandon(),
  };
}
