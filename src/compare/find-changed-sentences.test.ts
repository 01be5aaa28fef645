import { describe, expect, it, test } from 'vitest';
import { marked } from '../../test/marked.ts';
import { linkedStory } from '../../test/two-accounts.ts';
import { indexTerms } from '../learn/term.ts';
import type { Discrepancy } from '../model/discrepancy.ts';
import { findChangedSentences } from './find-changed-sentences.ts';

function changedIn(...texts: readonly string[]): Discrepancy[] {
  const story = linkedStory(...texts);
  const indexes = story.documents.map((document, at) => indexTerms(document, story.entityOf[at] ?? []));
  return findChangedSentences(story, indexes);
}

describe('a sentence that is retold with one word changed', () => {
  test.each<[string, string, string]>([
    [
      'quantity medium',
      'The divers were held under section [W:41] of the Harbour Act.',
      'Divers were held under section [W:43] of the Harbour Act.',
    ],
    [
      'polarity high',
      'The harbour board has [W:rejected] the offer of the mill owners.',
      'The board of the harbour has [W:accepted] the offer of the mill owners.',
    ],
    [
      'date medium',
      'The mill will reopen in [W:October] once the repairs are over, its owner said.',
      'The mill will reopen in [W:November] once the repairs are over, said its owner.',
    ],
    [
      'place medium',
      'The ferry with the stolen paintings sailed from [W:Portugal] in the night of the storm, the police said.',
      'The ferry with the stolen paintings sailed from [W:Croatia] in the night of the storm, the police said.',
    ],
  ])('is of %s, and the two words stand where they are marked: %s | %s', (expected, ...notations) => {
    const read = notations.map((notation) => marked(notation));
    const found = changedIn(...read.map(({ text }) => text));
    expect(found.map(({ kind, importance }) => `${kind} ${importance}`)).toEqual([expected]);
    expect(found[0]?.readings.map(({ evidence }) => evidence.spans)).toEqual(
      read.map(({ spans }) => spans.W),
    );
    expect(found[0]?.readings.map(({ value }) => value)).toEqual(
      read.map(({ text, spans }) => text.slice(...(spans.W?.[0] ?? [0, 0]))),
    );
  });

  it('is shown as the first account has it, and each word is held by who says it there', () => {
    const said = 'The divers were held under section 41 of the Harbour Act, Ada Rusk said.';
    const [found] = changedIn(said, 'The divers were held under section 43 of the Harbour Act.');
    expect(found?.about).toBe(said);
    expect(found?.readings.map(({ heldBy }) => heldBy !== null)).toEqual([true, false]);
  });

  it('is found in each of several accounts, under ids of their own', () => {
    const found = changedIn(
      'The divers were held under section 41 of the Harbour Act.',
      'Divers were held under section 43 of the Harbour Act.',
      'The divers were held under section 47 of the Harbour Act.',
    );
    expect(found.map(({ readings }) => readings.map(({ value }) => value).join('/')).sort()).toEqual([
      '41/43',
      '41/47',
      '43/47',
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
  });
});

describe('nothing is found', () => {
  test.each<[string, string, string]>([
    [
      'where only the letters differ',
      'The five sailors of the tanker were held at the harbour for two days.',
      'The 5 sailors of the tanker were held at the harbour for 2 days.',
    ],
    [
      'where so much differs that something else is told',
      'The court in Portugal rejected the first appeal of the mill under section 41 of the Harbour Act in October.',
      'The court in Hungary accepted the last appeal of the mill under section 43 of the Harbour Act in November.',
    ],
    [
      'where a name differs, which is told elsewhere',
      'The inquiry will be headed by Ann T. Reedmoor, who has served in three ministries.',
      'The inquiry will be headed by Karen T. Reedmoor, who served in three ministries.',
    ],
  ])('%s', (_, one, other) => {
    expect(changedIn(one, other)).toEqual([]);
  });

  it('a country for a town that is said to lie in it', () => {
    const rest = 'after the stolen paintings were found on board, the harbour police said.';
    expect(
      changedIn(
        `The ferry was held in Croatia ${rest}`,
        `The ferry was held in the Croatian port of Split ${rest}`,
      ),
    ).toEqual([]);
    expect(
      changedIn(`The ferry was held in Croatia ${rest}`, `The ferry was held in Portugal ${rest}`),
    ).toHaveLength(1);
  });

  it('within one account', () => {
    expect(
      changedIn(
        'The divers were held under section 41 of the Harbour Act. Divers were held under section 43 of the Harbour Act.',
        'The mill burned down on Monday.',
      ),
    ).toEqual([]);
  });
});
