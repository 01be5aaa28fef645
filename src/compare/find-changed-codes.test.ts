import { describe, expect, it } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';

const codesOf = (...texts: readonly string[]): string[][] =>
  between(...texts)
    .filter(({ kind, importance }) => kind === 'detail' && importance !== 'low')
    .map(({ readings }) => readings.map(({ value }) => value));

describe('codes', () => {
  it.each([
    [
      'one end of a range',
      'The office of Harn had the dairy take back batches K2407 to K2411 of its cheese.',
      'At issue is cheese from batches K2407 to K2412, a newspaper in Osk wrote.',
      ['K2407 to K2411', 'K2407 to K2412'],
    ],
    [
      'two figures that changed places',
      'The wreck of flight 612 lies in the bay of Vell.',
      'Nobody on flight 621 has been found, the harbour master said.',
      ['612', '621'],
    ],
  ])('differ in %s', (_, one, other, values) => {
    expect(codesOf(one, other)).toEqual([values]);
  });

  it.each([
    ['gates', 'The bus stopped at gate 3.', 'The crowd waited at gate 4 of the yard.'],
    [
      'two flights in one account',
      'Flight 612 left after flight 621 had landed.',
      'Flight 621 landed in Vell.',
    ],
    [
      'two models',
      'A Lark fighter F-15 was seen over Osk.',
      'The pilot of a fighter F-16 bailed out over Osk.',
    ],
    ['two shapes', 'They sold lot A7 on Monday.', 'They sold lot 7113 on Monday.'],
  ])('are left alone: %s', (_, one, other) => {
    expect(codesOf(one, other)).toEqual([]);
  });

  it('survive a list without end', () => {
    const parts = Array.from({ length: 3000 }, (_, at) => `part X${String(10_000 + at)}`).join(', ');
    expect(codesOf(`They sold ${parts}.`, 'They sold part X10001 to a man.')).toEqual([]);
  });
});
