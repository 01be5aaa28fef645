import { describe, expect, it } from 'vitest';

import { parseDate } from './parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['2022-10-21', '2022-10-21'],
    ['2022-10-21T23:30:00-04:00', '2022-10-21'],
    ['20221021', '2022-10-21'],
    ['20221021T183000Z', '2022-10-21'],
    ['Fri, 21 Oct 2022 18:40:00 GMT', '2022-10-21'],
    ['Friday, October 21st, 2022', '2022-10-21'],
    ['Oct. 21, 2022 6:40 pm', '2022-10-21'],
    ['21 octobre 2022 à 18h40', '2022-10-21'],
    ['21. Oktober 2022', '2022-10-21'],
    ['21 de octubre de 2022', '2022-10-21'],
    ['21 октября 2022', '2022-10-21'],
    ['21.10.2022', '2022-10-21'],
    ['10/21/2022', '2022-10-21'],
    ['21/10/2022', '2022-10-21'],
    ['05/05/2022', '2022-05-05'],
    ['2022/10/21', '2022-10-21'],
    ['2022年10月21日', '2022-10-21'],
    ['October 2022', '2022-10'],
    ['2022', '2022'],
  ])('reads %s', (text, value) => {
    expect(parseDate(text)?.value).toBe(value);
  });

  it.each([
    '3/4/2022',
    'Friday',
    '31 February 2022',
    '2022-13-01',
    '12345678',
    'Oct. 21',
    '',
    '1.5.1',
    'in 2022 ships sank',
  ])('reads no day in %j', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('takes an order of day and month where one is known', () => {
    expect(parseDate('3/4/2022', { slashes: 'day-first' })?.value).toBe('2022-04-03');
    expect(parseDate('3/4/2022', { slashes: 'month-first' })?.value).toBe('2022-03-04');
  });
});
