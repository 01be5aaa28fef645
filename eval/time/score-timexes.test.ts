import { expect, test } from 'vitest';
import { countTimexes, noCounts, timexFigures } from './score-timexes.ts';

const gold = [
  { start: 0, end: 6, value: '2022-10-21' },
  { start: 10, end: 19, value: '2022-W42' },
];

test('the gold itself scores one throughout', () => {
  const counts = noCounts();
  countTimexes(counts, gold, gold);
  expect(timexFigures(counts)).toEqual({ StrictF1: 1, RelaxedF1: 1, ValueF1: 1, DaysRight: 1 });
});

test('an answer that overlaps counts as relaxed, and its value counts', () => {
  const counts = noCounts();
  countTimexes(counts, gold, [{ start: 14, end: 19, value: '2022-W42' }]);
  expect(counts).toMatchObject({ relaxed: 1, strict: 0, value: 1 });
  expect(timexFigures(counts)['ValueF1']).toBeCloseTo(2 / 3);
});

test('one answer across two expressions counts once', () => {
  const counts = noCounts();
  countTimexes(counts, gold, [{ start: 0, end: 19, value: null }]);
  expect(counts.relaxed).toBe(1);
});

test('a wrong day is found and not right', () => {
  const counts = noCounts();
  countTimexes(counts, gold, [{ start: 0, end: 6, value: '2022-10-28' }]);
  expect(counts).toMatchObject({ days: 1, daysRight: 0, strict: 1, value: 0 });
});
