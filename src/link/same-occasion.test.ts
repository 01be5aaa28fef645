import { describe, expect, it } from 'vitest';
import { timesClash } from './same-occasion.ts';

describe('two times', () => {
  const clash = (a: string | null, b: string | null): boolean =>
    timesClash({ text: '', value: a }, { text: '', value: b });

  it.each([
    ['2031-03-04', '2031-03-05', true],
    ['2031-03-04', '2031-03-04TEV', false],
    ['2031-03', '2031-04-01', true],
    ['2031-03', '2031-03-30', false],
    ['2031', '2032-01-01', true],
    ['XXXX-WXX-1', 'XXXX-WXX-4', true],
    ['XXXX-WXX-1', 'XXXX-WXX-1TMO', false],
    // 4 March 2031 is a Tuesday.
    ['2031-03-04', 'XXXX-WXX-2', false],
    ['2031-03-04', 'XXXX-WXX-5', true],
    ['2031-03', 'XXXX-WXX-5', false],
    ['2031-W10', '2031-03-05', false],
    ['PAST_REF', '2031-03-05', false],
    [null, '2031-03-05', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(clash(a, b)).toBe(expected);
    expect(clash(b, a)).toBe(expected);
  });
});
