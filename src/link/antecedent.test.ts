import { expect, test } from 'vitest';
import { deniesItself, isPointing } from './antecedent.ts';
import { said } from '../../test/said.ts';

test.each<[string, boolean]>([
  ['[S:Ann Reed] [Q:denied] [C:this].', true],
  ['[S:Ann Reed] [Q:rejected] [C:the allegations].', true],
  ['[S:Ann Reed] [Q:dismissed] [C:these claims as baseless].', true],
  ['[S:Ann Reed] [Q:rejected] [C:the claim that the mill had leaked].', false],
  ['[S:Ann Reed] [Q:said] [C:the mill had leaked].', false],
  ['[S:The ministry] [Q:contradicted] [C:him].', true],
  ['[S:Ann Reed] [Q:said] [C:there was none].', true],
  ['[S:Ann Reed] [Q:called] it [C:“pure invention”].', true],
  ['[S:Ann Reed] [Q:said]: [C:“This is simply not true.”]', true],
  ['[S:Ann Reed] [Q:said] [C:there was none of the oil in the river].', false],
  ['[S:Ann Reed] [Q:said] [C:the letter was pure invention].', false],
  ['[S:The ministry] [Q:dismissed] [C:him].', false],
])('%s takes up what was said before: %s', (notation, expected) => {
  expect(isPointing(said(notation).content)).toBe(expected);
});

test('a speaker’s own words deny what was said before', () => {
  expect(
    deniesItself(said('[C:“We strongly reject these allegations,”] [S:Ann Reed] [Q:said].').content),
  ).toBe(true);
  expect(deniesItself(said('[S:Ann Reed] [Q:said] [C:none of it is true].').content)).toBe(true);
  expect(deniesItself(said('[C:“We reject the claim that we knew,”] [S:Ann Reed] [Q:said].').content)).toBe(
    false,
  );
});
