import { describe, expect, test } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';

/** The lines that tell of one speaker who goes further in one account than in the other, as their readings. */
function changed(...texts: readonly string[]): string[][] {
  return between(...texts)
    .filter(({ note }) => note?.includes('account') === true && !note.includes('says of both'))
    .map(({ readings }) => readings.map(({ evidence }) => evidence.text));
}

describe('one speaker goes further in one account than in the other', () => {
  test.each<[string, string, string, string]>([
    [
      'The navy of Marn did not say whether its divers had cut the cable to Vell.',
      'The navy of Marn denied that its divers had cut the cable to Vell.',
      'did not say whether its divers had cut the cable to Vell',
      'denied that its divers had cut the cable to Vell',
    ],
    [
      'The chairman of the Harbour Board, Ada Rusk, told reporters that pumps had been sold to smugglers.',
      'The chairman of the Harbour Board, Ada Rusk, said the board would apologise if it was proved that pumps had been sold to smugglers.',
      'The chairman of the Harbour Board, Ada Rusk, said the board would apologise if it was proved that pumps had been sold to smugglers.',
      'told reporters that pumps had been sold to smugglers',
    ],
    [
      'The head of the League, Nils Brandt, said it would send observers to Vell if both mayors asked for them.',
      'The League will send observers to Vell, its head, Nils Brandt, said.',
      'The head of the League, Nils Brandt, said it would send observers to Vell if both mayors asked for them.',
      'The League will send observers to Vell',
    ],
    [
      'The navy of Marn denied that its divers had cut the cable to Vell.',
      'The navy of Marn admitted that its divers had cut the cable to Vell.',
      'denied that its divers had cut the cable to Vell',
      'admitted that its divers had cut the cable to Vell',
    ],
  ])('%s | %s', (one, other, reserved, plain) => {
    expect(changed(one, other)).toEqual([[reserved, plain]]);
  });
});

describe('is no change', () => {
  test.each<[string, string, string]>([
    [
      'where two speak',
      'The navy of Marn did not say whether its divers had cut the cable to Vell.',
      'Fishermen in Vell said divers had cut the cable to Vell.',
    ],
    [
      'where the other account has a condition of its own',
      'The head of the League, Nils Brandt, said it would send observers to Vell if both mayors asked for them.',
      'The League will send observers to Vell once it is asked, its head, Nils Brandt, said.',
    ],
    [
      'where something else is said',
      'The navy of Marn did not say whether its divers had cut the cable to Vell.',
      'The navy of Marn said its divers had found a wreck off Vell.',
    ],
    [
      'where two days are spoken of',
      'The navy of Marn did not say whether its divers had cut the cable to Vell on 3 May 2021.',
      'The navy of Marn said its divers had cut the cable to Vell on 9 June 2022.',
    ],
  ])('%s', (_, one, other) => {
    expect(changed(one, other)).toEqual([]);
  });
});
