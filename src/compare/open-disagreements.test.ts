import { describe, expect, test } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';

/** The lines in which the account itself says that two disagree, as their readings. */
function disagreements(...texts: readonly string[]): string[][] {
  return between(...texts)
    .filter(({ note }) => note?.startsWith('The account says of both') === true)
    .map(({ readings }) => readings.map(({ evidence }) => evidence.text));
}

describe('where an account says that two disagree, what both say stands side by side', () => {
  test('the next sentence is set against the last', () => {
    expect(
      disagreements(
        'The mayor, Jan Orsk, said the bridge had been shut since dawn. Ada Rusk, who runs the ferry, disagreed. "Lorries crossed until noon," she said.',
      ),
    ).toEqual([['the bridge had been shut since dawn', '"Lorries crossed until noon,"']]);
  });

  test('a person is contradicted in all that was said', () => {
    expect(
      disagreements(
        'The mayor, Jan Orsk, said the bridge had been shut since dawn. "Every driver was told by radio," he said. The haulier Per Lund contradicts him. "My lorries crossed the bridge until noon," Lund said.',
      ),
    ).toEqual([
      [
        'the bridge had been shut since dawn',
        '"Every driver was told by radio,"',
        '"My lorries crossed the bridge until noon,"',
      ],
    ]);
  });

  test('one who remembers it differently', () => {
    expect(
      disagreements(
        'The captain, Per Lund, said the lamp on the pier was lit all night. Ole Brandt, a fisherman, remembers it differently. "It was dark when I came in," he said.',
      ),
    ).toEqual([['the lamp on the pier was lit all night', '"It was dark when I came in,"']]);
  });
});

describe('where an account says beside it that somebody denies it', () => {
  test('it stands against what he says next', () => {
    expect(
      disagreements(
        'Two officials in Vell told the Post that the tug had carried mines, something the League denies. "She carried nothing but rope," the League said.',
      ),
    ).toEqual([['that the tug had carried mines', '"She carried nothing but rope,"']]);
  });

  test('or against the words that say so', () => {
    expect(
      disagreements(
        'Two officials in Vell told the Post that the tug had carried mines, a claim that the League rejects. The tug was built in 1950.',
      ),
    ).toEqual([['that the tug had carried mines', 'a claim that the League rejects']]);
  });
});

describe('nothing is told', () => {
  test.each<[string, string]>([
    [
      'where only one side says something',
      'The bridge was built in 1950. Ada Rusk, who runs the ferry, disagreed. "Lorries crossed until noon," she said.',
    ],
    [
      'where a speaker says that others disagree',
      'The mayor, Jan Orsk, said the bridge had been shut. "My wife disagreed. She crossed it," Per Lund said.',
    ],
    [
      'where they disagree on a plan',
      'The mayor, Jan Orsk, said the bridge had been shut. The council and the mayor disagree on a tunnel. "We need it," Per Lund said.',
    ],
    [
      'where one demanded something',
      'The mayor, Jan Orsk, demanded that the bridge be shut. Ada Rusk, who runs the ferry, disagreed. "Lorries crossed until noon," she said.',
    ],
  ])('%s', (_, text) => {
    expect(disagreements(text)).toEqual([]);
  });
});
