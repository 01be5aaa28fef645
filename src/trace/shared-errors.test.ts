import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneLetterOff } from './shared-errors.ts';

describe('isOneLetterOff', () => {
  it.each([
    ['abdollahian', 'abdolahian'],
    ['spillway', 'spilway'],
    ['resevoir', 'reservoir'],
    ['parliament', 'parliamnet'],
  ])('takes %s for a slip of %s', (a, b) => {
    expect(isOneLetterOff(a, b)).toBe(true);
  });

  it.each([
    ['warden', 'garden'],
    ['minister', 'ministers'],
    ['council', 'council'],
    ['council', 'counsels'],
  ])('leaves %s and %s two words', (a, b) => {
    expect(isOneLetterOff(a, b)).toBe(false);
  });

  it('is the same for both orders', () => {
    const word = fc.stringMatching(/^[abc]{1,7}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneLetterOff(a, b)).toBe(isOneLetterOff(b, a));
      }),
      { seed: 6 },
    );
  });
});
