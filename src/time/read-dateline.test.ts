import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateline } from './read-dateline.ts';

function read(text: string): { place: string; date: string | null; agency: string | null } | null {
  const line = readDateline(text);
  return (
    line && {
      place: text.slice(...line.place),
      date: line.date?.value ?? null,
      agency: line.agency && text.slice(...line.agency),
    }
  );
}

describe('datelines', () => {
  test.each([
    ['KYIV, Oct 24 (Reuters) - The envoy said', { place: 'KYIV', date: 'XXXX-10-24', agency: 'Reuters' }],
    ['OSK, Dressen (VP) _ A fire broke out', { place: 'OSK, Dressen', date: null, agency: 'VP' }],
    ['BRAEMONT, Feb. 3, 2021 — The mayor', { place: 'BRAEMONT', date: '2021-02-03', agency: null }],
    ['Port-au-Prince (AFP) – The port', { place: 'Port-au-Prince', date: null, agency: 'AFP' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('stands behind a headline too', () => {
    expect(read('Port burns\n\nOSK, May 2 (Vardan Press) -- The port burns.')).toEqual({
      place: 'OSK',
      date: 'XXXX-05-02',
      agency: 'Vardan Press',
    });
  });

  test.each([
    'Osk - the capital - is burning.',
    'The mayor (who was ill) - and his wife - left.',
    'He said on Oct 24 - a Monday - that he would go.',
    '',
  ])('is not seen in: %s', (text) => {
    expect(readDateline(text)).toBeNull();
  });

  test('survives any text', () => {
    assert(
      property(string(), (text) => {
        const line = readDateline(text);
        if (line) expect(line.span[1]).toBeLessThanOrEqual(text.length);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
