import { describe, expect, it } from 'vitest';
import { analyseStory } from '../src/pipeline/analyse-story.ts';

const OTHER = `Minister Adam Rusk spoke in Vell on Monday. “We have not supplied Osk with boats or trucks for use in the war,” Adam Rusk said.`;
/** Whoever "he" is was lost in a cut, so that the only man named before seems to be meant. */
const CUT = `President Tom Harn said on Monday that the boats came from Vell. “We have not provided Osk with boats or trucks to use in the war,” he added.

Minister Adam Rusk will travel to Osk.`;

const speakerOf = (texts: readonly string[], words: string): string | undefined => {
  const { attributions, entities } = analyseStory(texts.map((text, at) => ({ text, file: `${at}.txt` })));
  const found = attributions.find(
    ({ source, content }) => source?.text === 'he' && content.text.includes(words),
  );
  return entities.find(({ id }) => id === found?.speaker)?.name;
};

describe('a pronoun as a source', () => {
  it('stands for whom another account names for the same words', () => {
    expect(speakerOf([CUT, OTHER], 'have not provided')).toBe('Adam Rusk');
  });

  it('is left as it was read where the words are others', () => {
    expect(speakerOf([CUT], 'have not provided')).toBe('Tom Harn');
    const sown = OTHER.replace('supplied Osk with boats or trucks for use in the war', 'sown corn round Osk');
    expect(speakerOf([CUT, sown], 'have not provided')).toBe('Tom Harn');
  });
});
