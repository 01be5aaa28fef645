import { expect, test } from 'vitest';
import { describeMethod } from './describe-method.ts';
import { errorRates } from './error-rates.ts';

test('measured figures become sentences, with whole numbers out of a hundred', () => {
  expect(errorRates({ coreference: { pronounPrecision: 0.8349 } })).toEqual([
    'Of 100 pronouns that are resolved, about 83 lead to the right person.',
  ]);
});

test('what was not measured is not said', () => {
  expect(errorRates({ attribution: { precision: 0.7 } })).toEqual([]);
});

test('the method names every model in the package by the digest of its bytes', () => {
  const { models } = describeMethod();
  expect(Object.keys(models).length).toBeGreaterThan(0);
  for (const digest of Object.values(models)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});
