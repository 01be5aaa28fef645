import { expect, test } from 'vitest';
import { bodyNameKey, shortBodyNames } from './body-name.ts';

test.each([
  ['Solmec Inc.', 'solmec'],
  ['the Solmec Corp', 'solmec'],
  ['Trumbull Holdings Plc', 'trumbull holdings'],
  ['Heskline Co. Ltd', 'heskline'],
  ['MV Coral Queen', 'coral queen'],
  ['Co', 'co'],
  ['Bank of Osk', 'bank of osk'],
])('%s is compared as %s', (name, key) => {
  expect(bodyNameKey(name)).toBe(key);
});

test.each([
  ['Nordhaven Bank', [{ word: 'nordhaven' }]],
  ['Osk Cubs', [{ word: 'cubs', town: 'osk' }]],
  ['Osk Council', []],
  ['National Bank', []],
  ['Osk and Sons', []],
  ['Osk', []],
])('what %s is called for short', (name, short) => {
  expect(shortBodyNames(name)).toEqual(short);
});
