import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with streams in memory. */
export async function stemma(
  args: readonly string[],
  options: {
    cwd: string;
    stdin?: string | Iterable<string | Buffer>;
    tty?: boolean;
    env?: Record<string, string>;
  },
): Promise<Outcome> {
  const stdout = collector(options.tty ?? false);
  const stderr = collector(options.tty ?? false);
  const stdin = Readable.from(
    typeof options.stdin === 'string' ? [Buffer.from(options.stdin)] : (options.stdin ?? []),
  );
  const code = await run(args, { stdin, stdout, stderr, env: options.env ?? {}, cwd: options.cwd });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(isTTY: boolean): Writable & { isTTY: boolean; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { isTTY, text: () => Buffer.concat(chunks).toString('utf8') });
}
