import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantitiesIn, timesOf } from '../../test/time-notation.ts';
import { findQuantities } from './find-quantities.ts';

describe('values, approximators and units', () => {
  test.each([
    ['The army ordered about 2,400 drones.', ['about 2,400 = 2400 about [drones]']],
    ['They were promised up to several hundred drones.', ['up to several hundred = 0..999 at-most [drones]']],
    ['At least 17 people died.', ['At least 17 people = 17 at-least person [people]']],
    ['An estimated 300 kilograms of tea burned.', ['An estimated 300 kilograms = 300 about kilogram [tea]']],
    ['It cost $1.2bn.', ['$1.2bn = 1200000000 exact USD']],
    [
      'It cost between €3 million and €5 million.',
      ['between €3 million and €5 million = 3000000..5000000 range EUR'],
    ],
    ['Some 50,000-60,000 marchers came.', ['Some 50,000-60,000 = 50000..60000 range [marchers]']],
    ['Two dozen villagers fled.', ['Two dozen = 24 exact [villagers]']],
    ['The wreck lies half a mile south.', ['half a mile = 0.5 exact mile']],
    ['They found 30 micrograms of lead.', ['30 micrograms = 30 exact microgram [lead]']],
    ['Half a million homes were dark.', ['Half a million = 500000 exact [homes]']],
    ['Prices rose 4.5 per cent.', ['4.5 per cent = 4.5 exact percent']],
    [
      'Tens of thousands of people left.',
      ['Tens of thousands of people = 20000..99999 exact person [people]'],
    ],
    ['Two-thirds of the crop was lost.', ['Two-thirds = 0.6666666666666666 exact fraction [crop]']],
    ['A 12-member panel sat.', ['12 = 12 exact [member]']],
    ['Nine were killed.', ['Nine = 9 exact']],
    ['Some 100-odd guests left.', ['Some 100-odd = 100 about [guests]']],
    ['They fund 55,000 Vardish public schools.', ['55,000 = 55000 exact [Vardish public schools]']],
    ['They shot down 37 of the 43 missiles.', ['37 = 37 exact [missiles]', '43 = 43 exact [missiles]']],
  ])('%s', (text, expected) => {
    expect(quantitiesIn(text)).toEqual(expected);
  });
});

describe('what is no quantity', () => {
  test.each([
    'He was born in 1951 and left on 12 May 1970.',
    'The F-16 and the Kestrel-3 flew past.',
    'Resolution 2231 was adopted.',
    'Rovers won 3-2.',
    'Call 555-0142.',
    'Call 0207 946 0018 now.',
    'Children as young as 6 were held.',
    'The third man fled.',
    'He finished 5th.',
    'One of them spoke.',
    '1. The board meets.',
    'Mira Tandel, 42, appealed.',
    'It opens at 10:30.',
    'Open 24/7.',
    'Version 2.1.4 is out.',
  ])('%s', (text) => {
    expect(quantitiesIn(text)).toEqual([]);
  });
});

test('bounds hold the value, spans lie in the text, whatever the text is', () => {
  const pieces = constantFrom(
    'about ',
    'up to ',
    '$',
    '€',
    '1,200',
    '3.5',
    '-',
    ' million ',
    'bn ',
    'two ',
    'dozen ',
    'hundreds of ',
    'between ',
    ' and ',
    '%',
    ' people ',
    '1e9 ',
    '00,000,000 ',
    '9'.repeat(400),
    '\ud800',
    '\u0000',
    'a ',
    'third ',
    ' of ',
  );
  assert(
    property(array(pieces, { maxLength: 50 }), string(), (parts, noise) => {
      const text = parts.join('') + noise;
      const { layer, times } = timesOf(text);
      let last = 0;
      for (const { span, low, high, value, counted } of findQuantities(layer, times)) {
        expect(span[0]).toBeGreaterThanOrEqual(last);
        expect(span[1]).toBeLessThanOrEqual(text.length);
        expect(low).toBeLessThanOrEqual(high);
        if (value !== null) {
          expect(Number.isFinite(value)).toBe(true);
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
        }
        if (counted) expect(counted[1]).toBeLessThanOrEqual(text.length);
        last = span[1];
      }
    }),
    { seed: 11, numRuns: 300 },
  );
});

test.each([
  'about ',
  'tens of thousands of ',
  'two hundred and ',
  '5 million million ',
  '1,000,000,',
  'between 1 and ',
])('a long row of “%s” is survived', (piece) => {
  for (const quantity of quantitiesIn(piece.repeat(2_000))) expect(quantity).not.toContain('NaN');
});
