import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDocument } from '../../test/plain-document.ts';
import type { Document } from '../model/document.ts';
import { compareTimes, findDirection } from './direct-edge.ts';

const document = (more: Partial<Document>): Document => plainDocument('d', 'Text.', more).document;
const published = (value: string) => ({
  published: { value: { text: value, value }, from: 'given' as const },
});
const publisher = (value: string) => ({ publisher: { value, from: 'given' as const } });
const crediting = (name: string) => ({
  credits: [
    { name, role: 'hat-tip' as const, evidence: { document: 'd', spans: [[0, 4] as const], text: 'Text' } },
  ],
});

describe('compareTimes', () => {
  it.each([
    ['2031-03-04', '2031-03-05', 0],
    ['2031-03-05', '2031-03-04T23:00', 1],
    ['2031-03-04T08:00', '2031-03-04T09:30', 0],
    ['2031-03-04T08:00+02:00', '2031-03-04T07:00Z', 0],
    ['2031-03-04', '2031-03-04T09:30', null],
    ['2031-03-04T08:00', '2031-03-04T07:00Z', null],
    ['2031-03', '2031-04', null],
    ['XXXX-WXX-5', '2031-03-04', null],
  ])('%s against %s', (a, b, first) => {
    expect(compareTimes(a, b)).toBe(first);
  });

  it('turns round with its arguments', () => {
    const value = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'T08:00', 'T09:00Z', 'T09:00+05:30'))
      .map(([day, hour]) => `2031-03-0${day}${hour}`);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const there = compareTimes(a, b);
        const back = compareTimes(b, a);
        expect(back).toBe(there === null ? null : 1 - there);
      }),
      { seed: 6 },
    );
  });
});

describe('findDirection', () => {
  it('follows a credit where nothing is dated', () => {
    const first = document(publisher('The Quell Gazette'));
    const second = document(crediting('Quell Gazette'));
    expect(findDirection(first, second).first).toBe(0);
    expect(findDirection(second, first).first).toBe(1);
  });

  it('leaves open what a credit and the dates tell differently', () => {
    const first = document({ ...publisher('The Quell Gazette'), ...published('2031-03-05') });
    const second = document({ ...crediting('The Quell Gazette'), ...published('2031-03-04') });
    expect(findDirection(first, second).first).toBeNull();
  });

  it.each([
    ['AP', 'Associated Press'],
    ['quellgazette.com', 'The Quell Gazette'],
    ['www.quell-gazette.co.uk', 'Quell Gazette'],
  ])('knows %s by the name %s', (own, credited) => {
    expect(findDirection(document(publisher(own)), document(crediting(credited))).first).toBe(0);
  });

  it('puts a version that names its revision after another of the same publisher', () => {
    const version = (text: string, by = 'Quell Gazette') => ({
      ...document(publisher(by)),
      text: `${text}\nThe dam broke on Tuesday.`,
    });
    const first = version('The dam');
    const corrected = version('Correction: An earlier version of this story misstated the year.');
    expect(findDirection(first, corrected)).toEqual({
      first: 0,
      reason: 'one publisher has both, and one says “Correction: An earlier version of this story”',
    });
    expect(findDirection(corrected, first).first).toBe(1);
    expect(findDirection(version('UPDATE 3-The dam'), version('UPDATE 2-The dam')).first).toBe(1);
    expect(findDirection(corrected, version('This story has been updated.')).first).toBeNull();
    expect(findDirection(version('The dam', 'Courier'), corrected).first).toBeNull();
  });

  it('says that nothing shows the direction', () => {
    expect(findDirection(document({}), document({}))).toEqual({
      first: null,
      reason: 'nothing shows which came first',
    });
  });
});
