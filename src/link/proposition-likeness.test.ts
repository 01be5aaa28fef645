import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTerms } from '../learn/align-terms.ts';
import { Principals } from './principals.ts';
import { likeness, likenessFeatures } from './proposition-likeness.ts';
import type { Proposition } from './proposition.ts';
import { propositions } from '../../test/said.ts';

const NOBODY = new Principals([]);

/** The first thing that somebody says, in these words. */
function saying(words: string): Proposition {
  const [first] = propositions(`[S:Ann Reed] [Q:said] [C:${words}].`);
  if (!first) throw new Error(`nothing is read in ${words}`);
  return first;
}

function likenessOf(one: string, other: string): number {
  const [a, b] = [saying(one), saying(other)];
  return likeness(likenessFeatures(a, b, alignTerms(a.terms, b.terms), NOBODY));
}

test.each<[string, string]>([
  ['the mill polluted the river', 'the mill contaminated the river'],
  ['the firm sent boats to the islands', 'the firm delivered boats to the islands'],
  ['the mill was closed by the owner', 'the owner closed the mill'],
  ['the guards had shot at the crowd', 'the guards had not shot at the crowd'],
  ['no such meeting had taken place', 'no such meeting took place'],
])('one proposition: %s / %s', (one, other) => {
  expect(likenessOf(one, other)).toBeGreaterThan(0);
});

test.each<[string, string]>([
  ['the firm sent boats to the islands', 'the firm sent rifles to the islands'],
  ['the mill poisoned the river', 'the mill closed in May'],
  ['the guards beat the miners', 'the miners beat the guards'],
  ['the owner closed the mill', 'the bishop sold the mine'],
])('two propositions: %s / %s', (one, other) => {
  expect(likenessOf(one, other)).toBeLessThan(0);
});

test('what is paid is money, by whatever name', () => {
  expect(likenessOf('the bank paid a ransom', 'the bank paid two million crowns')).toBeGreaterThan(
    likenessOf('the bank bought a ship', 'the bank bought two million crowns'),
  );
});

test('is the same either way round, and greatest for the same words', () => {
  const words = [
    'the mill poisoned the river',
    'the mill did not poison the river',
    'the owner closed the mill in May',
    'two workers were hurt',
    'the guards may have beaten the miners',
  ];
  const any = fc.constantFrom(...words);
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(likenessOf(one, other)).toBeCloseTo(likenessOf(other, one), 9);
      expect(likenessOf(one, one)).toBeGreaterThanOrEqual(likenessOf(one, other));
    }),
    { seed: 7, numRuns: 12 },
  );
});
