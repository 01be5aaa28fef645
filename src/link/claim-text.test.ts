import { expect, test } from 'vitest';
import { claimText } from './claim-text.ts';
import { propositions, said } from '../../test/said.ts';
import type { Act } from '../model/attribution.ts';

/** What a claim is called that only one content makes. */
function called(notation: string, act: Act = 'state', asItStands = true) {
  const { index } = said(notation, act);
  const members = propositions(notation, act);
  return claimText(members.slice(0, 1), { list: [], indexes: [index] }, asItStands);
}

test.each<[string, string]>([
  ['[S:Ann Reed] [Q:said] [C:that the mill had poisoned the river].', 'The mill had poisoned the river'],
  ['[S:Ann Reed] [Q:said]: [C:“The mill has closed,”].', 'The mill has closed'],
  ['[S:Ann Reed] [Q:said]: [C:The mill ‘came out of the red’].', 'The mill came out of the red'],
  ['[S:Ann Reed] [Q:said] [C:the workers’ mill has closed].', 'The workers’ mill has closed'],
  ['[S:Ann Reed] [Q:accused] [C:Bob Hale of hiding the letters].', 'Bob Hale hiding the letters'],
  ['[S:Ann Reed] [Q:accused] [C:the firm of not warning its workers].', 'The firm not warning its workers'],
  [
    '[S:Ann Reed] [Q:said] [C:for the record, the mill closed in May].',
    'For the record, the mill closed in May',
  ],
  ['[S:Ann Reed] [Q:said] [C:that nine of them have left the mill].', 'Nine of them have left the mill'],
  ['[S:Ann Reed] [Q:said] [C:that boats had been stolen].', 'Boats had been stolen'],
  ["[S:Ann Reed] [Q:said] [C:the mill had 'never closed'].", 'The mill had never closed'],
  ['[S:Ann Reed] [Q:asked] [C:how it felt to lose the mill].', 'How it felt to lose the mill'],
  [
    '[S:Ann Reed] [Q:blasted] [C:the clerks at the Norland Water Board for having hidden the letters].',
    'The clerks at the Norland Water Board having hidden the letters',
  ],
  ['[S:Ann Reed] [Q:said] [C:however, the mill closed in May].', 'The mill closed in May'],
  ['[S:Ann Reed] [Q:said] [C:... the mill closed in May].', 'The mill closed in May'],
])('%s is called: %s', (notation, text) => {
  expect(called(notation).text).toBe(text);
});

test('a relative pronoun gives way to what it stands for', () => {
  expect(called('The old mill, [C:which poisoned the river], [S:she] [Q:said].').text).toBe(
    'The old mill poisoned the river',
  );
});

test('where somebody says the contrary the claim is affirmative, else it stands as it was said', () => {
  const notation = '[S:Ann Reed] [Q:said] [C:the mill had not poisoned the river].';
  expect(called(notation, 'state', false).text).toBe('The mill had poisoned the river');
  expect(called(notation).text).toBe('The mill had not poisoned the river');
});

test('what there was none such of is named without the "such"', () => {
  expect(called('[S:Ann Reed] [Q:said] [C:no such sale took place].', 'state', false).text).toBe(
    'Sale took place',
  );
});

test('a whole clause is preferred to a piece of one, and a name to a pronoun', () => {
  const notations = [
    '[S:Ann Reed] [Q:said] [C:it had poisoned the river].',
    '[S:Ann Reed] [Q:spoke of] [C:the poisoning of the river].',
    '[S:Ann Reed] [Q:said] [C:the mill had poisoned the river].',
  ];
  const indexes = notations.map((notation) => said(notation).index);
  const members = notations.flatMap((notation, documentIndex) =>
    propositions(notation).map((proposition) => ({ ...proposition, documentIndex })),
  );
  const text = claimText(members, { list: [], indexes }, true);
  expect(text).toEqual({ text: 'The mill had poisoned the river', whole: true });
});

test('a piece of a sentence is said to be one', () => {
  expect(called('[S:Ann Reed] [Q:announced] [C:new sanctions against Norland].').whole).toBe(false);
});

test('a claim is called otherwise than another where there is a choice', () => {
  const notation = '[S:Ann Reed] [Q:said] [C:the mill had closed and the mine had flooded].';
  const { index } = said(notation);
  const members = propositions(notation);
  const contents = { list: [], indexes: [index] };
  const first = claimText(members, contents, true).text;
  expect(claimText(members, contents, true, new Set([first])).text).not.toBe(first);
});

test('long wordings are cut where a clause ends', () => {
  const long = `the mill closed in May, ${'and the river rose, '.repeat(20)}and the town was flooded`;
  const { text } = called(`[S:Ann Reed] [Q:said] [C:${long}].`);
  expect(text.length).toBeLessThanOrEqual(160);
  expect(text).not.toMatch(/(?:,|\band)$/);
});
