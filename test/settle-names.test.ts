import { expect, test } from 'vitest';
import { analyseStory } from '../src/pipeline/analyse-story.ts';

function people(text: string): string[] {
  const { entities } = analyseStory([{ text, language: 'en' }]);
  return entities.filter(({ kind }) => kind === 'person').map(({ name }) => name);
}

test('a verb and a weekday after a title are no name', () => {
  const found = people(
    "Lirio's transport minister said Monday that nobody had seen the boat. Nobody was hurt, Bob Hale said.",
  );
  expect(found).toContain('Bob Hale');
  for (const name of found) expect(name).not.toMatch(/^(?:said|nobody)/i);
});

test('a particle may open a family name', () => {
  expect(
    people('“We left early,” said Karel van Dijk, who owns the boat. Salim al-Barqi denied it.'),
  ).toEqual(expect.arrayContaining(['Karel van Dijk', 'Salim al-Barqi']));
});
