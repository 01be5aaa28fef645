import { expect, test } from 'vitest';
import type { Proposition } from './proposition.ts';
import { splitScope } from './split-scope.ts';
import { propositions } from '../../test/said.ts';

/** What `speaker` says, each content by its own attribution. */
function by(speaker: string, id: string, notation: string): Proposition[] {
  return propositions(notation).map((proposition) => ({
    ...proposition,
    attribution: { ...proposition.attribution, id, speaker },
  }));
}

const WIDE = by('hale', 'a1', '[S:Bob Hale] [Q:said] [C:we have sent rifles to Norland].');
const NARROW = by(
  'hale',
  'a2',
  '[S:Bob Hale] [Q:said] [C:we have not sent rifles to Norland for the strike].',
);
const PLAIN = by('hale', 'a3', '[S:Bob Hale] [Q:said] [C:we have not sent rifles to Norland].');

test('who denies the narrower and says the wider makes two claims', () => {
  const split = splitScope([...WIDE, ...NARROW]);
  expect(split.map((group) => group.map(({ attribution }) => attribution.id))).toEqual([['a1'], ['a2']]);
});

test('who fired nothing but gas denies everything else, and not the gas', () => {
  const halves = by('hale', 'a5', '[S:Bob Hale] [Q:said] [C:the guards fired nothing but gas].');
  expect(halves).toHaveLength(2);
  expect(splitScope(halves)).toEqual([[halves[0]]]);
});

test('who asserts the narrower asserts the wider with it', () => {
  const other = by(
    'reed',
    'a4',
    '[S:Ann Reed] [Q:said] [C:they have sent rifles to Norland for the strike].',
  );
  const split = splitScope([...WIDE, ...NARROW, ...other]);
  expect(split.map((group) => group.map(({ attribution }) => attribution.id))).toEqual([
    ['a1', 'a4'],
    ['a2', 'a4'],
  ]);
});

test('a plain contradiction stays one', () => {
  expect(splitScope([...WIDE, ...PLAIN])).toHaveLength(1);
});
