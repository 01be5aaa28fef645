import { expect, it } from 'vitest';
import { DEFAULT_MAX_BYTES, showMebibytes } from './size-limit.ts';

it.each([
  [DEFAULT_MAX_BYTES, '20 MiB'],
  [26_543_210, '25.31 MiB'],
  [1.1 * 2 ** 20, '1.1 MiB'],
  [12, '0.01 MiB'],
  [0, '0 MiB'],
])('shows %d bytes as %s', (bytes, shown) => {
  expect(showMebibytes(bytes)).toBe(shown);
});
