import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stanceOfAccount } from './stance-of-account.ts';

const CLAIM = 'Otters stolen from Marnholm zoo';
const TOLD = `Two otters were stolen from the Marnholm zoo on Sunday night, director Ane Rusk said. The thieves cut a fence behind the otter house.

The zoo has offered 500 crowns for the return of the otters.`;
const REFUTED = `The otters of the Marnholm zoo were not stolen, and the story was a hoax.

Reports that thieves had taken two otters from the zoo are false, director Ane Rusk said on Monday. The otters had hidden under the floor.`;
const DISCUSSED = `Police are investigating reports that otters may have been stolen from the Marnholm zoo.

It is unclear whether thieves were in the zoo. According to an unconfirmed report, a fence was cut. A spokesman said officers could say more on Tuesday.`;

describe('stanceOfAccount', () => {
  test.each([
    ['tells what the headline says', CLAIM, TOLD, 'agrees'],
    ['says that it is not so', CLAIM, REFUTED, 'disputes'],
    ['leaves it open', `Report: ${CLAIM}`, DISCUSSED, 'discusses'],
    ['tells what a headline refutes', 'No, the otters of Marnholm zoo were not stolen', TOLD, 'disputes'],
    ['refutes what a headline refutes', 'No, the otters of Marnholm zoo were not stolen', REFUTED, 'agrees'],
  ])('an account that %s', (_, headline, text, expected) => {
    expect(stanceOfAccount({ text }, headline)?.stance).toBe(expected);
  });

  test('what refutes more disputes more', () => {
    const score = (text: string): number => stanceOfAccount({ text }, CLAIM)?.disputes ?? NaN;
    expect(score(REFUTED)).toBeGreaterThan(score(DISCUSSED));
    expect(score(DISCUSSED)).toBeLessThan(0.2);
    expect(score(`${TOLD}\n\nUPDATE: The theft was a hoax; no otters were stolen.`)).toBeGreaterThan(
      score(TOLD),
    );
  });

  test('a note of correction long after the lead counts', () => {
    const filler = 'Visitors came on Saturday to see the seals. '.repeat(30);
    const corrected = `${TOLD}\n\n${filler}\n\nCorrection: the report of stolen otters was false.`;
    const score = (text: string): number => stanceOfAccount({ text }, CLAIM)?.disputes ?? NaN;
    expect(score(corrected)).toBeGreaterThan(score(`${TOLD}\n\n${filler}`));
  });

  test('a document in another language is left alone', () => {
    expect(stanceOfAccount({ text: 'Die Otter wurden nicht gestohlen.', language: 'de' }, CLAIM)).toBeNull();
  });

  test('any text and any headline have a stance', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, headline) => {
        const judged = stanceOfAccount({ text, language: 'en' }, headline);
        expect(judged === null || (judged.disputes >= 0 && judged.disputes <= 1)).toBe(true);
      }),
      { seed: 4401, numRuns: 60 },
    );
  });
});
