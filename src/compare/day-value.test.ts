import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfOldYear, readDay, relateDays, timesApart } from './day-value.ts';

const relate = (a: [string, string], b: [string, string]): string | null =>
  relateDays(readDay(...a), readDay(...b));

describe('two days', () => {
  it('are apart when both are exact and differ', () => {
    expect(relate(['XXXX-07-31', '31 July'], ['XXXX-06-30', '30 June'])).toBe('apart');
    expect(relate(['2002', '2002'], ['2003', '2003'])).toBe('apart');
    expect(relate(['XXXX-WXX-5', 'Friday'], ['XXXX-WXX-6', 'Saturday'])).toBe('apart');
    expect(relate(['XXXX-WXX-5', 'Friday'], ['XXXX-10-18T00:00', 'Saturday, 18 October'])).toBe('apart');
  });

  it('are one when they agree as far as both say', () => {
    expect(relate(['2014-04-14', '14 April 2014'], ['XXXX-04-14', 'April 14'])).toBe(null);
    expect(relate(['XXXX-WXX-5T12:00', 'noon on Friday'], ['XXXX-WXX-5', 'Friday'])).toBe('same');
  });

  it('cannot be compared where one is a month or year, or where weekdays are of two weeks', () => {
    expect(relate(['1998', '1998'], ['2017-08-26', 'Saturday'])).toBe(null);
    expect(relate(['2017-09-15', 'Friday'], ['2017-08-29', 'Tuesday'])).toBe(null);
    expect(relate(['2017-09-15', 'Friday'], ['2017-09-14', 'Thursday'])).toBe('apart');
  });

  it('are to each other what they are in whatever order', () => {
    const day = fc
      .tuple(
        fc.constantFrom(
          'XXXX-WXX-5',
          '2017-09-15',
          'XXXX-10-18',
          '1998',
          '2014-04',
          'XXXX-08',
          'nonsense',
          '',
        ),
        fc.constantFrom('Friday', '15 September', 'Saturday, 18 October', '1998', ''),
      )
      .map(([value, words]) => readDay(value, words));
    fc.assert(
      fc.property(day, day, (a, b) => relateDays(a, b) === relateDays(b, a)),
      { seed: 71 },
    );
  });
});

describe('the times around two values', () => {
  it('put them into two events where all of them differ', () => {
    expect(timesApart(['1998'], ['2016'])).toBe(true);
    expect(timesApart(['2016', 'XXXX-WXX-2'], ['2016'])).toBe(false);
    expect(timesApart([], ['2016'])).toBe(false);
  });

  it('put one of them into an old year that the other says nothing of', () => {
    expect(isOfOldYear(['1998'], ['XXXX-WXX-2'])).toBe(true);
    expect(isOfOldYear(['2014'], ['2014-04-14'])).toBe(false);
  });
});
