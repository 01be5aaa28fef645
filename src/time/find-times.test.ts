import { assert, constantFrom, array, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedDocument, timesIn, timesOf } from '../../test/time-notation.ts';
import { findTimes } from './find-times.ts';

/** A Friday. */
const FRIDAY = '2022-10-21';

describe('days', () => {
  test.each([
    ['The envoy left on Monday.', ['Monday DATE 2022-10-17']],
    ['The envoy left on Friday.', ['Friday DATE 2022-10-21']],
    ['The envoy will leave on Monday.', ['Monday DATE 2022-10-24']],
    ['The offer stands until Tuesday.', ['Tuesday DATE 2022-10-25']],
    ['He spoke late on Thursday.', ['late on Thursday DATE 2022-10-20 END']],
    ['She arrived last Friday.', ['last Friday DATE 2022-10-14']],
    ['They met yesterday and parted today.', ['yesterday DATE 2022-10-20', 'today DATE 2022-10-21']],
    ['Talks began on Sept. 16.', ['Sept. 16 DATE 2022-09-16']],
    ['Talks began on 16 September 2021.', ['16 September 2021 DATE 2021-09-16']],
    ['It was signed on Thursday, Oct. 20, 2022.', ['Thursday, Oct. 20, 2022 DATE 2022-10-20']],
    ['It was signed on 2022-10-20.', ['2022-10-20 DATE 2022-10-20']],
    ['Talks began on 16. September.', ['16. September DATE 2022-09-16']],
    ['Duties:\n1. September dues\n2. Repairs', ['September DATE 2022-09']],
    ['They met on April 24 and 25.', ['April 24 DATE 2022-04-24', '25 DATE 2022-04-25']],
    ['It happened 11 days ago.', ['11 days ago DATE 2022-10-10']],
    [
      'On May 3 he left; two days later he was back.',
      ['May 3 DATE 2022-05-03', 'two days later DATE 2022-05-05'],
    ],
    ['The boat sank on Christmas Eve 2019.', ['Christmas Eve 2019 DATE 2019-12-24']],
    ['The choir sang to honour the dead on Thursday.', ['Thursday DATE 2022-10-20']],
    ['The board meets to elect a chair on Tuesday.', ['Tuesday DATE 2022-10-25']],
    ['She resigned the day before Christmas 2019.', ['the day before Christmas 2019 DATE 2019-12-24']],
  ])('%s', (text, expected) => {
    expect(timesIn(text, FRIDAY)).toEqual(expected);
  });

  test('a day and a month in figures are not told apart where both orders fit', () => {
    expect(timesIn('It was signed on 3/4/2021.', FRIDAY)).toEqual(['3/4/2021 DATE 2021-XX-XX']);
    expect(timesIn('It was signed on 23/4/2021.', FRIDAY)).toEqual(['23/4/2021 DATE 2021-04-23']);
  });
});

describe('weeks, months, quarters, years', () => {
  test.each([
    ['Prices fell last week.', ['last week DATE 2022-W41']],
    ['The trial opens the week of Nov. 7.', ['the week of Nov. 7 DATE 2022-W45']],
    ['The choir sang in Easter week.', ['Easter week DATE 2022-W15']],
    ['The bridge opened in February this year.', ['February this year DATE 2022-02']],
    ['It closed in late May of last year.', ['late May of last year DATE 2021-05 END']],
    [
      'The club was sold in 2003. The following year it won the cup.',
      ['2003 DATE 2003', 'The following year DATE 2004'],
    ],
    ['The post-1959 houses stand empty since mid-1996.', ['1959 DATE 1959', 'mid-1996 DATE 1996 MID']],
    ['Prices will fall next month.', ['next month DATE 2022-11']],
    ['The war began in February.', ['February DATE 2022-02']],
    ['The war has gone on since July.', ['July DATE 2022-07']],
    ['Elections are due in March.', ['March DATE 2023-03']],
    ['The law dates from 1872.', ['1872 DATE 1872']],
    ['He wrote it ten years ago.', ['ten years ago DATE 2012']],
    ['It grew in the 1990s.', ['the 1990s DATE 199']],
    ['A house of the 19th century.', ['the 19th century DATE 18']],
    ['Sales fell in the third quarter.', ['the third quarter DATE 2022-Q3']],
    ['Profit rose in fiscal 1998.', ['fiscal 1998 DATE 1998']],
    ['He died early last year.', ['early last year DATE 2021 START']],
    ['It must be done by the end of 2024.', ['the end of 2024 DATE 2024 END']],
    ['The summer of 1996 was hot.', ['The summer of 1996 DATE 1996-SU']],
    ['The season of 1989-90 was the best.', ['1989-90 DATE 1989']],
  ])('%s', (text, expected) => {
    expect(timesIn(text, FRIDAY)).toEqual(expected);
  });

  test('“a year earlier” among quarterly figures is the same quarter', () => {
    expect(timesIn('Profit rose in the third quarter from a loss a year earlier.', FRIDAY)).toEqual([
      'the third quarter DATE 2022-Q3',
      'a year earlier DATE 2021-Q3',
    ]);
  });
});

describe('times of day, durations and what repeats', () => {
  test.each([
    ['It closed at 10 p.m. Wednesday.', ['10 p.m. Wednesday TIME 2022-10-19T22:00']],
    ['The strike began at 0630 GMT on Thursday.', ['0630 GMT on Thursday TIME 2022-10-20T06:30']],
    ['He was seen this morning.', ['this morning TIME 2022-10-21TMO']],
    ['He was seen on Tuesday night.', ['Tuesday night TIME 2022-10-18TNI']],
    ['The war is an eight-year war.', ['eight-year DURATION P8Y']],
    ['They spoke for more than four hours.', ['more than four hours DURATION PT4H MORE_THAN']],
    ['It will rain over the next six days.', ['the next six days DURATION P6D']],
    ['Nothing moved in the past two weeks.', ['the past two weeks DURATION P2W']],
    ['It took two years and three months.', ['two years and three months DURATION P2Y3M']],
    ['It took 2 1/2 years.', ['2 1/2 years DURATION P2Y6M']],
    ['She spoke for half an hour.', ['half an hour DURATION PT30M']],
    [
      'The blast came at 10:35 a.m. (0735 GMT) Thursday.',
      ['10:35 a.m. (0735 GMT) Thursday TIME 2022-10-20T10:35'],
    ],
    ['It took several weeks.', ['several weeks DURATION PXW']],
    ['The mission will last 22 days.', ['22 days DURATION P22D']],
    ['They meet every Monday.', ['every Monday SET XXXX-WXX-1']],
    ['The paper comes out daily.', ['daily SET P1D']],
    ['It makes 900 cars a year.', ['a year SET P1Y']],
  ])('%s', (text, expected) => {
    expect(timesIn(text, FRIDAY)).toEqual(expected);
  });
});

test('a time of day alone is of the day that its paragraph told last', () => {
  const text = 'On Tuesday the ferry left. It was hit at 11:40 p.m.';
  expect(timesIn(text, FRIDAY)).toContain('11:40 p.m. TIME 2022-10-18T23:40');
  expect(timesIn(text)).toContain('11:40 p.m. TIME XXXX-WXX-2T23:40');
});

describe('without a date nothing is invented', () => {
  test.each([
    ['He spoke on Friday.', ['Friday DATE XXXX-WXX-5']],
    ['He spoke last week.', ['last week DATE XXXX-WXX']],
    ['He spoke yesterday.', ['yesterday DATE XXXX-XX-XX']],
    ['He spoke on Sept. 16.', ['Sept. 16 DATE XXXX-09-16']],
    ['He spoke at 10 p.m. Wednesday.', ['10 p.m. Wednesday TIME XXXX-WXX-3T22:00']],
    ['He spoke ten years ago.', ['ten years ago DATE XXXX']],
    ['Sales fell in the third quarter.', ['the third quarter DATE XXXX-Q3']],
    ['He left at Christmas.', ['Christmas DATE XXXX-12-25']],
    ['He left at Easter.', ['Easter DATE XXXX-XX-XX']],
    ['He spoke on 21 October 2022.', ['21 October 2022 DATE 2022-10-21']],
  ])('%s', (text, expected) => {
    expect(timesIn(text)).toEqual(expected);
  });

  test('a dateline with its year is a date to count from, one without is not', () => {
    const withYear = 'OSK, Oct. 21, 2022 (Vardan Press) - The envoy left on Monday.';
    expect(timesIn(withYear)).toEqual(['Oct. 21, 2022 DATE 2022-10-21', 'Monday DATE 2022-10-17']);
    const without = 'OSK, Oct. 21 (Vardan Press) - The envoy left on Monday.';
    expect(timesIn(without)).toEqual(['Oct. 21 DATE XXXX-10-21', 'Monday DATE XXXX-WXX-1']);
  });
});

describe('what is no time', () => {
  test.each([
    'You may march at once.',
    'Marek Olsin, a 57-year-old baker, won.',
    'The vote was 51-48.',
    'Some 2000 people came.',
    'Flight 1984 was late.',
    'April Jonsen won the race.',
    'Three-quarters of the bread was gone.',
    'A quarter of the town burned.',
    'The annual meeting was dull.',
    'Come as soon as you can.',
    'The second witness wept.',
    'USA Today and the Lisk Daily reported it.',
    'The police call it Case 2000.',
    'The shop is open 24 hours a day, seven days a week.',
    'He told “60 Minutes” all about it.',
    'They left with their six-month-old son.',
    'The party daily Granite Post said so.',
  ])('%s', (text) => {
    expect(timesIn(text, FRIDAY)).toEqual([]);
  });
});

test('a place in a row has no value', () => {
  expect(timesIn('The war is in its ninth month.', FRIDAY)).toEqual(['ninth month DATE null']);
});

test('what is left out of the account is not read', () => {
  const text = 'The envoy left on Monday.\n\nGive before Friday.';
  const document = datedDocument(text, FRIDAY, [27, text.length]);
  const { layer } = timesOf(text, FRIDAY);
  expect(findTimes(document, layer).map(({ span }) => text.slice(...span))).toEqual(['Monday']);
});

test('says what each value rests on', () => {
  const { times } = timesOf('On 3 May 2021 he left; he came back on Monday.', FRIDAY);
  expect(times.map(({ anchor }) => anchor)).toEqual(['absolute', 'document-date']);
  expect(timesOf('He came back on Monday.').times.map(({ anchor }) => anchor)).toEqual(['none']);
});

test('mentions lie in the text, in order, apart, whatever the text is', () => {
  const pieces = constantFrom(
    'the ',
    'last ',
    'Friday ',
    'Oct. ',
    '24',
    ', ',
    '1998 ',
    'ten ',
    'years ',
    'ago ',
    '10:30 ',
    'p.m. ',
    "'",
    '-',
    '\n\n',
    '“',
    '\u0000',
    '\ud800',
    '\u202e',
    'q3 ',
    'early ',
    'quarter ',
    'of ',
    '99999999999999999999 ',
    'a ',
    'Easter ',
  );
  assert(
    property(array(pieces, { maxLength: 60 }), string(), (parts, noise) => {
      const text = parts.join('') + noise;
      let last = 0;
      for (const { span, value } of timesOf(text, FRIDAY).times) {
        expect(span[0]).toBeGreaterThanOrEqual(last);
        expect(span[1]).toBeGreaterThan(span[0]);
        expect(span[1]).toBeLessThanOrEqual(text.length);
        expect(value ?? '').not.toMatch(/NaN|undefined|Infinity/);
        last = span[1];
      }
    }),
    { seed: 20221021, numRuns: 300 },
  );
});

test('adding a paragraph without times leaves the times before it alone', () => {
  const text = 'He spoke on Friday. Last week he had been silent.';
  expect(timesIn(`${text}\n\nNobody answered.`, FRIDAY)).toEqual(timesIn(text, FRIDAY));
});
