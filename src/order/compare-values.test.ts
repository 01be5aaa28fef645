import { expect, test } from 'vitest';
import { compareValues } from './compare-values.ts';

test('sorts by where a value begins; open forms and nothing come last', () => {
  const values = [
    'XXXX-XX',
    'XXXX-WXX-5',
    null,
    '2022-10-21',
    '2022-W42',
    '2022',
    '2022-Q4',
    '2022-10-21T10:00',
    '199',
    '2022-SU',
  ];
  expect([...values].sort(compareValues)).toEqual([
    '199',
    '2022',
    '2022-SU',
    '2022-Q4',
    '2022-W42',
    '2022-10-21',
    '2022-10-21T10:00',
    'XXXX-XX',
    'XXXX-WXX-5',
    null,
  ]);
});
