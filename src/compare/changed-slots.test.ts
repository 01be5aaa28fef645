import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOf } from '../../test/two-accounts.ts';
import { CHANGED, changeScore, findChangedSlots, isRetold, type ChangedSlot } from './changed-slots.ts';

/** What may have been exchanged between two sentences. */
function slotsOf(...sentences: [string, string]): ChangedSlot[] {
  const [a, b] = wordsOf(...sentences);
  return findChangedSlots(a ?? [], b ?? []);
}

/** What surely was, as "kind: word/word". */
function changed(a: string, b: string): string[] {
  return slotsOf(a, b)
    .filter((slot) => changeScore(slot) >= CHANGED)
    .map(({ kind, a: one, b: other }) => `${kind}: ${one.text}/${other.text}`);
}

test.each<[string, string, string]>([
  [
    'The divers were held under section 41 of the Harbour Act.',
    'Divers were held under section 43 of the Harbour Act.',
    'number: 41/43',
  ],
  [
    'The harbour board has rejected the offer of the mill owners.',
    'The board of the harbour has accepted the offer of the mill owners.',
    'pole: rejected/accepted',
  ],
  [
    'The mill will reopen in October once the repairs are over, its owner said.',
    'The mill will reopen in November once the repairs are over, said its owner.',
    'month: October/November',
  ],
  [
    'The inquiry will be headed by Ann T. Reedmoor, who has served in three ministries.',
    'The inquiry will be headed by Karen T. Reedmoor, who served in three ministries.',
    'name: Ann/Karen',
  ],
  [
    'He would sell the power stations in Turkey and Portugal to a rival for 21 million euros.',
    'He would sell the power stations in Turkey and Hungary to a rival for 21 million euros.',
    'place: Portugal/Hungary',
  ],
])('%s | %s', (a, b, expected) => {
  expect(changed(a, b)).toEqual([expected]);
});

test.each<[string, string]>([
  ['The five sailors were held for two days.', 'The 5 sailors were held for 2 days.'],
  ['The ferry left at 23.31 with all its crew.', 'The ferry left at 23:31 with all its crew.'],
  ['The mill lies in South Korea, near the sea.', 'The mill lies in Korea, near the sea.'],
  ['The judge freed Mike Reedmoor on Monday.', 'The judge freed Michael Reedmoor on Monday.'],
])('the same in other letters: %s | %s', (a, b) => {
  expect(changed(a, b)).toEqual([]);
});

test('sentences of two matters do not retell each other', () => {
  const slots = slotsOf(
    'The mill burned for 12 hours.',
    'The bridge had been closed for 14 months by the council.',
  );
  expect(slots.some(({ features }) => isRetold(features))).toBe(false);
});

test('whatever is compared, the other way round as much is found', () => {
  const words = fc.array(
    fc.constantFrom(
      'the',
      'mill',
      'burned',
      '12',
      '14',
      'Portugal',
      'Ann',
      'Reed',
      'won',
      'lost',
      'not',
      ',',
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [one, other] = [a.join(' '), b.join(' ')];
      expect(slotsOf(one, other)).toHaveLength(slotsOf(other, one).length);
    }),
    { seed: 5, numRuns: 40 },
  );
});
