import { expect, test } from 'vitest';
import { bodyNameKey } from './body-name.ts';

test.each([
  ['Solmec Inc.', 'solmec'],
  ['the Solmec Corp', 'solmec'],
  ['Trumbull Holdings Plc', 'trumbull holdings'],
  ['Heskline Co. Ltd', 'heskline'],
  ['Co', 'co'],
  ['Bank of Osk', 'bank of osk'],
])('%s is compared as %s', (name, key) => {
  expect(bodyNameKey(name)).toBe(key);
});
