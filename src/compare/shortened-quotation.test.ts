import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lossBetween } from './shortened-quotation.ts';

describe('what a quotation lost', () => {
  test.each<[string, string, string]>([
    ['“I have never knowingly sold a stolen boat.”', '“I have never sold a stolen boat.”', 'knowingly'],
    ['“The bridge was nearly finished when we came.”', '“The bridge was finished when we came”', 'nearly'],
    ['“We will sail in May, but we want no race.”', '“We will sail in May.”', 'but'],
    ['“It was late. We will sail on Monday, but not alone,”', '“We will sail on Monday.”', 'but'],
  ])('%s | %s', (whole, part, words) => {
    expect(lossBetween(whole, part)?.words).toBe(words);
  });

  test.each<[string, string, string]>([
    ['the same', '“I have never sold a stolen boat.”', '“I have never sold a stolen boat.”'],
    [
      'a word that changes nothing',
      '“I have really never sold a stolen boat.”',
      '“I have never sold a stolen boat.”',
    ],
    [
      'what was cut away with its clause',
      '“He knowingly sold a boat and left the town.”',
      '“He left the town.”',
    ],
    [
      'a quotation that is open at its end',
      '“We will sail in May, but we want no race.”',
      '“We will sail in May”,',
    ],
    [
      'a quotation that the account goes on with',
      '“We will sail in May, but we want no race.”',
      '“We will sail in May,”',
    ],
  ])('is nothing: %s', (_, whole, part) => {
    expect(lossBetween(whole, part)).toBeNull();
  });

  test('nothing is lost between a text and itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (text) => lossBetween(text, text) === null,
      ),
      { seed: 7 },
    );
  });
});
