import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 of a file, read piece by piece: what a large run writes fits in no buffer. */
export function digestOf(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(2 ** 20);
  const descriptor = openSync(path, 'r');
  try {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}
