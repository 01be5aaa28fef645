import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../src/entity/find-names.ts';
import { documentFromText } from '../src/ingest/document-from-text.ts';
import { annotateLanguage } from '../src/language/annotate-language.ts';
import { groupStories } from '../src/link/group-stories.ts';
import type { StoryDocument } from '../src/link/story-terms.ts';

function read(text: string): StoryDocument {
  const document = documentFromText({ text, language: 'en' });
  const language = annotateLanguage(document);
  return { document, language, names: findNames(language) };
}

/** Beginnings of the texts of each story, in the order of the stories. */
function storiesOf(texts: readonly string[]): string[][] {
  return groupStories(texts.map(read)).map(({ members }) =>
    members.map((member) => (texts[member] ?? '').slice(0, 12)).sort(),
  );
}

const QUAKE = [
  'Quake one: a magnitude 6.1 earthquake struck the Perrin valley early on Monday, killing at least 12 people in the town of Old Sarn, officials said. Rescuers dug through the rubble of a school.',
  'Quake two: the death toll from the Perrin valley earthquake rose to 19 after rescue teams reached Old Sarn, where a school collapsed, the governor said.',
  'Quake three: Old Sarn buries its dead. Days after the earthquake in the Perrin valley, families asked why the school was never strengthened.',
];
const OTHER_QUAKE = [
  'Tremor one: an earthquake of magnitude 5.4 shook the island of Tavole on Thursday and damaged the harbour of Marrin, but nobody was hurt, the fire service said.',
  'Tremor two: ferries to Tavole were cancelled after the earthquake that damaged the pier at Marrin on Thursday, the ferry company said.',
];
const STRIKE = [
  'Strike one: bakers in Dravna walked out on Tuesday over a pay offer of 2 percent from the Golden Loaf chain, and shelves in 140 shops stayed empty.',
  'Strike two: Golden Loaf raised its pay offer to the striking bakers of Dravna to 4 percent; the union will vote on it.',
];

describe('groupStories', () => {
  it('tells stories apart, those of one kind too', () => {
    expect(storiesOf([...STRIKE, ...QUAKE, ...OTHER_QUAKE])).toEqual([
      ['Quake one: a', 'Quake three:', 'Quake two: t'],
      expect.any(Array),
      expect.any(Array),
    ]);
    expect(storiesOf([...QUAKE, ...OTHER_QUAKE])).toHaveLength(2);
  });

  it('leaves one story in one piece, whatever all of its accounts have in common', () => {
    expect(storiesOf(QUAKE)).toHaveLength(1);
    expect(storiesOf(STRIKE)).toHaveLength(1);
    expect(storiesOf(QUAKE.slice(0, 1))).toHaveLength(1);
  });

  it('names the account that has most in common with the others', () => {
    const [story] = groupStories(QUAKE.map(read));
    expect(story?.members).toContain(story?.central);
  });

  it('puts what is too short to tell with the largest story', () => {
    const groups = groupStories(['Hm.', ...STRIKE, ...QUAKE].map(read));
    expect(groups.map(({ members }) => members.length)).toEqual([4, 2]);
    expect(groups[0]?.members).toContain(0);
  });

  it('keeps the entries of a live blog together, and with the story that they are about', () => {
    const entries = [
      '10:30 Our reporter in Old Sarn sees smoke over the market. The baker has opened all the same.',
      '11:10 The governor will speak at noon. A bus from Perrin has brought blankets and tea for the school.',
      '12:05 The governor says that the rescue teams will work in Old Sarn through the night.',
      '13:40 A doctor at the field hospital asks for blood, of the rarest kind above all.',
      '15:00 A dog has found a boy under the rubble of the school in Old Sarn. He is well.',
    ].map((text, at) => {
      const entry = read(text);
      const liveBlog = { id: 'b', part: 'entry' as const, number: at + 1, entries: 5 };
      return { ...entry, document: { ...entry.document, liveBlog } };
    });
    const groups = groupStories([...QUAKE.map(read), ...STRIKE.map(read), ...entries]);
    expect(groups.map(({ members }) => members.toSorted((a, b) => a - b))).toEqual([
      [0, 1, 2, 5, 6, 7, 8, 9],
      [3, 4],
    ]);
  });

  it('groups nothing out of nothing', () => {
    expect(groupStories([])).toEqual([]);
    expect(storiesOf([''])).toHaveLength(1);
  });

  it('gives the same stories whatever the order, every document in one of them', () => {
    const all = [...QUAKE, ...OTHER_QUAKE, ...STRIKE];
    const expected = storiesOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(storiesOf(shuffled)).toEqual(expected);
      }),
      { seed: 611, numRuns: 10 },
    );
  });

  it('survives texts that are no news', () => {
    const hostile = [
      '😀'.repeat(2000),
      'x'.repeat(100_000),
      '" ” “ ‘'.repeat(500),
      '\u202e\u0000\ud800',
      '1 2 3 '.repeat(3000),
    ];
    const groups = groupStories([...hostile, ...QUAKE].map(read));
    expect(groups.flatMap(({ members }) => members).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
