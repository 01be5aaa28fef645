import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGold } from './read-gold.ts';

test('reads values, ranges, open numbers, units and what is counted', () => {
  const [sentence] = readGold(
    'Some [Q1:40] [C1:boats] and [Q2:3-5 km] of rope, [Q3:dozens] in all.\nQ1 = 40 about\nQ2 = 3..5 range kilometre\nQ3 = ? exact',
  );
  expect(sentence?.quantities.map(({ value, range, unit }) => [value, range, unit])).toEqual([
    [40, null, null],
    [null, [3, 5], 'kilometre'],
    [null, null, null],
  ]);
  expect(sentence?.text.slice(...(sentence.quantities[0]?.counted ?? [0, 0]))).toBe('boats');
});

test('a label without a line is refused', () => {
  expect(() => readGold('Some [Q1:40] boats.')).toThrow(SyntaxError);
});

test('our own sentences are readable and number two hundred at least', () => {
  const gold = readGold(
    readFileSync(new URL('../corpora/quantities/sentences.txt', import.meta.url), 'utf8'),
  );
  expect(gold.length).toBeGreaterThanOrEqual(200);
});
