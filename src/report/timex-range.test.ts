import { describe, expect, it } from 'vitest';
import { timexRange, timexWords } from './timex-range.ts';

describe('timexRange', () => {
  it.each([
    ['2031-03-14', '2031-03-14T00:00', '2031-03-15T00:00', 'day'],
    ['2031-03-14T18:05', '2031-03-14T18:05', '2031-03-14T18:06', 'minute'],
    ['2031-03-14T02', '2031-03-14T02:00', '2031-03-14T03:00', 'hour'],
    ['2031-03-14TNI', '2031-03-14T00:00', '2031-03-15T00:00', 'part of a day'],
    ['2031-W10', '2031-03-03T00:00', '2031-03-10T00:00', 'week'],
    ['2020-W53', '2020-12-28T00:00', '2021-01-04T00:00', 'week'],
    ['2031-W10-WE', '2031-03-08T00:00', '2031-03-10T00:00', 'day'],
    ['2031-02', '2031-02-01T00:00', '2031-03-01T00:00', 'month'],
    ['2031-Q4', '2031-10-01T00:00', '2032-01-01T00:00', 'quarter'],
    ['2031-H2', '2031-07-01T00:00', '2032-01-01T00:00', 'half'],
    ['2031-SP', '2031-01-01T00:00', '2032-01-01T00:00', 'season'],
    ['2031-WI', '2031-01-01T00:00', '2032-03-01T00:00', 'season'],
    ['2031', '2031-01-01T00:00', '2032-01-01T00:00', 'year'],
  ])('%s covers %s to %s', (value, from, to, precision) => {
    expect(timexRange(value)).toEqual({
      from: Date.parse(`${from}Z`),
      to: Date.parse(`${to}Z`),
      precision,
    });
  });

  it.each(['XXXX-WXX-5', 'XXXX-03-14', 'P1W', 'PAST_REF', '2031-02-30', '2031-13', '', null])(
    'places %s nowhere',
    (value) => {
      expect(timexRange(value)).toBeNull();
      expect(timexWords(value)).toBeNull();
    },
  );
});

describe('timexWords', () => {
  it.each([
    ['2031-03-14', '14 March 2031'],
    ['2031-03-14T02', '14 March 2031, about 02:00'],
    ['2031-03-14TMO', '14 March 2031, morning'],
    ['2031-W10', 'week of 3 March 2031'],
    ['2031-WI', 'winter 2031'],
    ['2031-H1', 'first half of 2031'],
    ['2031-Q1', 'quarter 1 of 2031'],
  ])('%s is %s', (value, words) => {
    expect(timexWords(value)).toBe(words);
  });
});
