import { describe, expect, test } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';

/** The lines that tell of two that each say the other did it, as their readings. */
function whoDidIt(...texts: readonly string[]): string[][] {
  return between(...texts)
    .filter(({ readings }) => readings.some(({ value }) => /^it (?:was|were)/i.test(value)))
    .map(({ readings }) => readings.map(({ evidence }) => evidence.text));
}

describe('who did it', () => {
  test('is told against those of whom another says that they did', () => {
    expect(
      whoDidIt(
        'The harbour board said strikers smashed the gate on Monday evening.',
        'The mayor, Jan Orsk, stood at the gate. He says it was the guards, not the strikers, who smashed it.',
      ),
    ).toEqual([
      ['strikers smashed the gate on Monday evening', 'it was the guards, not the strikers, who smashed it'],
    ]);
  });

  test('is told where each names the other', () => {
    expect(
      whoDidIt(
        'Marnia’s navy said gunboats rammed its trawlers on Monday. The navy of Tollen said it was the Marnians who attacked, wounding two sailors.',
      ),
    ).toEqual([
      ['gunboats rammed its trawlers on Monday', 'it was the Marnians who attacked, wounding two sailors'],
    ]);
  });
});

describe('nothing is told', () => {
  test.each<[string, readonly string[]]>([
    [
      'of what is only said to be clear',
      ['Marnia says gunboats came. Tollen says it was clear that Marnia would ask for help.'],
    ],
    [
      'of one whom nobody contradicts',
      ['Marnia says gunboats came on Monday. Tollen says it was the fishermen who called for help.'],
    ],
    [
      'of another thing',
      [
        'The harbour board said strikers smashed a lamp on Monday evening.',
        'The mayor, Jan Orsk, stood at the gate. He says it was the guards, not the strikers, who smashed it.',
      ],
    ],
  ])('%s', (_, texts) => {
    expect(whoDidIt(...texts)).toEqual([]);
  });
});
