import { DEFAULT_MAX_BYTES, showMebibytes } from '../ingest/size-limit.ts';

/** One line of a stream, or why it cannot be had. Numbers count from 1, blank lines included. */
export interface Line {
  readonly number: number;
  readonly text?: string;
  readonly problem?: string;
}

const NEWLINE = 0x0a;

/**
 * Splits a stream of bytes into lines of UTF-8; holds one line at a time. Blank lines are passed over.
 *
 * @param maxBytes - a longer line is skipped while it streams by: no input may decide how much memory we use.
 */
export async function* readLines(
  stream: AsyncIterable<Buffer | string>,
  maxBytes: number = DEFAULT_MAX_BYTES,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let pieces: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  let number = 0;

  const finish = (): Line | undefined => {
    number++;
    const whole = Buffer.concat(pieces);
    pieces = [];
    size = 0;
    if (tooLong) {
      tooLong = false;
      return { number, problem: `longer than ${showMebibytes(maxBytes)}` };
    }
    try {
      const text = decoder.decode(whole).trim();
      return text === '' ? undefined : { number, text };
    } catch {
      return { number, problem: 'not UTF-8' };
    }
  };
  const keep = (piece: Buffer): void => {
    size += piece.length;
    if (size > maxBytes) {
      tooLong = true;
      pieces = [];
    } else if (!tooLong) pieces.push(piece);
  };

  for await (const part of stream) {
    const chunk = typeof part === 'string' ? Buffer.from(part) : part;
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      start = end + 1;
      const line = finish();
      if (line) yield line;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (size > 0 || tooLong) {
    const line = finish();
    if (line) yield line;
  }
}
