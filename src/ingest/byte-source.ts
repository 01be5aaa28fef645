import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes that are had piece by piece: what a file holds need not fit into memory. */
export interface ByteSource {
  readonly length: number;
  /** The bytes of `[start, end)`, fewer where they end before. */
  read(start: number, end: number): Buffer;
}

/** Bytes that are in memory already. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { length: buffer.length, read: (start, end) => buffer.subarray(start, end) };
}

/**
 * A file on the disk, open until `close` is called.
 *
 * @throws {NodeJS.ErrnoException} When it cannot be opened; later reads throw when the disk fails.
 */
export function openSource(path: string): ByteSource & { close(): void } {
  const file = openSync(path, 'r');
  return {
    length: fstatSync(file).size,
    read: (start, end) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, end - start));
      let read = 0;
      while (read < bytes.length) {
        const got = readSync(file, bytes, read, bytes.length - read, start + read);
        if (got === 0) break;
        read += got;
      }
      return bytes.subarray(0, read);
    },
    close: () => closeSync(file),
  };
}
