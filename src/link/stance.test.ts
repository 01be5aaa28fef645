import { expect, test } from 'vitest';
import type { Act } from '../model/attribution.ts';
import { stanceOf } from './stance.ts';
import { propositions } from '../../test/said.ts';

/** Stances to what a content says outright, by the word that says what is done; what it takes for granted in brackets. */
function stances(notation: string, act: Act): string[] {
  return propositions(notation, act).map((proposition) => {
    const line = `${stanceOf(proposition)} ${proposition.headKey}`;
    return proposition.frame.presupposed ? `(${line})` : line;
  });
}

test.each<[Act, string, string[]]>([
  ['state', '[S:Ann Reed] [Q:said] [C:the mill had poisoned the river].', ['asserts poison']],
  ['deny', '[S:Ann Reed] [Q:denied] [C:poisoning the river].', ['denies poison']],
  ['state', '[S:Ann Reed] [Q:said] [C:the mill had not poisoned the river].', ['denies poison']],
  ['deny', '[S:Ann Reed] [Q:denied] [C:that the mill had not paid the fine].', ['asserts pay']],
  ['deny', '[S:Ann Reed] [Q:rejected] [C:claims that the mill had poisoned the river].', ['denies poison']],
  ['deny', '[S:The council] [Q:rejected] [C:the veto of the bill].', []],
  ['state', '[S:Ann Reed] [Q:said] [C:nobody had been hurt].', ['denies hurt']],
  ['state', '[S:Ann Reed] [Q:said] [C:not a single crown had been paid].', ['denies pay']],
  ['state', '[S:Ann Reed] [Q:said] [C:there was no danger].', ['denies danger']],
  ['state', '[S:Ann Reed] [Q:said] [C:the complaint was without merit].', ['denies merit']],
  ['state', '[S:Ann Reed] [Q:said] [C:no one had done more for the river than the mill].', ['asserts do']],
  ['state', '[S:Ann Reed] [Q:said] [C:the guards fired nothing but gas].', ['asserts fire', 'denies fire']],
  ['state', '[S:Ann Reed] [Q:said] [C:the mill may have poisoned the river].', ['hedges poison']],
  ['demand', '[S:Ann Reed] [Q:told] [C:the mill to close the pipe].', ['demands clos']],
  ['demand', '[S:Ann Reed] [Q:demanded] [C:that Norland stop dumping ash].', ['demands-end dump']],
  ['state', '[S:Ann Reed] [Q:said] [C:the mill must pay the fine].', ['demands pay']],
  ['state', '[S:Ann Reed] [Q:has not said] [C:whether the mill had closed].', ['hedges clos']],
  ['decline', '[S:Ann Reed] [Q:declined to say] [C:that the mill had closed].', ['hedges clos']],
  ['think', '[S:Ann Reed] [Q:does not believe] [C:that the mill has closed].', ['denies clos']],
  ['ask', '[S:Ann Reed] [Q:asked] [C:why the mill had closed].', ['hedges clos']],
  ['think', '[S:Ann Reed] [Q:wants] [C:the council to close the mill].', ['demands clos']],
  ['think', '[S:Ann Reed] [Q:is against] [C:closing the mill].', []],
])('%s: %s', (act, notation, expected) => {
  expect(stances(notation, act).filter((line) => !line.startsWith('('))).toEqual(expected);
});

test('a condition is no admission', () => {
  const found = stances(
    '[S:Ann Reed] [Q:said] [C:Norland would act if it became clear that the mill had leaked].',
    'state',
  );
  expect(found).toContain('conditional leak');
  expect(found.filter((line) => line.endsWith('leak'))).toEqual(['conditional leak']);
});

test('what a noun takes for granted is held, and of what is alleged only that it is alleged', () => {
  expect(
    stances('[S:Ann Reed] [Q:said] [C:she would answer Norland’s deliveries of boats].', 'state'),
  ).toContain('(asserts deliveri)');
  expect(stances('[S:Ann Reed] [Q:said] [C:the alleged delivery of boats was a breach].', 'state')).toContain(
    '(hedges deliveri)',
  );
});

test('"is baseless" denies what the claim says', () => {
  expect(
    stances(
      '[S:Ann Reed] [Q:wrote] [C:“The claim of Norland sending boats is a baseless allegation.”]',
      'state',
    ),
  ).toEqual(['denies send']);
});
