import { describe, expect, it } from 'vitest';
import { analyseStory } from '../src/pipeline/analyse-story.ts';

/** Five papers that share nothing but the President's words; two of them have her speak of something else. */
const story = (ofTwo: string, ofThree: string) =>
  [
    `“The soldiers held military ${ofTwo} near the border for three days,” President Ida Quist said on Monday in Ostmark. The choir sang. Nobody came to the harvest fair this year.`,
    `On Monday in Ostmark, President Ida Quist declared: “The soldiers held military ${ofTwo} near the border for three days.” A bridge over the river was closed for repairs, said a cook.`,
    `“The soldiers held military ${ofThree} near the border for three days,” President Ida Quist said on Monday in Ostmark. A beaver was seen in the upper valley, and the children ran to see it.`,
    `President Ida Quist said on Monday in Ostmark that the soldiers had held military ${ofThree} near the border for three days. The tannery hired nine people, its owner says, and wants more of them.`,
    `President Ida Quist told reporters in Ostmark on Monday: “The soldiers held military ${ofThree} near the border for three days.” Snow fell on the hills in the evening.`,
  ].map((text, i) => ({ id: `d-${i}`, title: `Account ${i}`, publisher: `Paper ${i}`, text }));

describe('findSharedReadings', () => {
  it('shows a word that two accounts share against the rest, once, in all of them', () => {
    const { lineage, utterances } = analyseStory(story('drivers', 'conductors'));
    const [reading, ...more] = lineage.sharedReadings ?? [];
    expect(more).toEqual([]);
    expect(reading?.of).toBe(utterances[0]?.id);
    expect(reading?.shared.map(({ document, text }) => `${document} ${text}`)).toEqual([
      'd-0 drivers',
      'd-1 drivers',
    ]);
    expect(reading?.others.map(({ document, text }) => `${document} ${text}`)).toEqual([
      'd-2 conductors',
      'd-3 conductors',
      'd-4 conductors',
    ]);
    // It joins nobody: two reporters may have had one interpreter.
    expect(lineage.origins).toHaveLength(5);
  });

  it('shows nothing where all agree, or differ in the choice of a synonym', () => {
    expect(analyseStory(story('conductors', 'conductors')).lineage.sharedReadings).toBeUndefined();
    expect(analyseStory(story('aid', 'assistance')).lineage.sharedReadings).toBeUndefined();
  });
});
