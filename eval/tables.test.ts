import { expect, test } from 'vitest';
import { tableOf, type StoredResult } from './tables.ts';

const measured = { commit: 'abc', node: '20', processor: 'x', cores: 2, memoryGiB: 1, date: '2031-05-06' };
const result = (figures: Record<string, number>, rest: Partial<StoredResult> = {}): StoredResult => ({
  task: 'ferries',
  title: 'Ferries',
  figures,
  counts: { ferries: 1200 },
  measured,
  digests: {},
  ...rest,
});

test('figures stand beside the baseline, with the count that they rest on', () => {
  const table = tableOf(result({ f1: 0.6839 }, { baseline: { name: 'rules', figures: { f1: 0.37 } } }));
  expect(table).toContain('| figure | Stemma | rules |');
  expect(table).toContain('| `f1` | 0.684 | 0.370 |');
  expect(table).toContain('commit abc on 1,200 ferries.');
});

test('grouped figures get a column a group, and a dash where a group lacks one', () => {
  const table = tableOf(result({ 'aino.f1': 0.5, 'aino.wrong': 0, 'vorna.f1': 1 }));
  expect(table).toContain('| figure | aino | vorna |');
  expect(table).toContain('| `wrong` | 0 | – |');
});
