import { expect, test } from 'vitest';
import { analyseStory } from '../src/pipeline/analyse-story.ts';

/** Who takes which stance to the claims of a story whose accounts these are: `Hale asserts: The boat …`. */
function positions(...accounts: string[]): string[] {
  const dossier = analyseStory(accounts.map((text) => ({ text, language: 'en' })));
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]));
  return dossier.claims.flatMap((claim) =>
    claim.positions.map(
      ({ actor, stance }) =>
        `${actor === null ? 'nobody named' : (names.get(actor) ?? '?')} ${stance}: ${claim.text}`,
    ),
  );
}

test.each([
  ['“The boat came out of the dark at great speed, without a single light,” Bob Hale said.', 'asserts'],
  ['Bob Hale said the captain was a patient, not a prisoner.', 'asserts'],
  ['Bob Hale said the captain had not ordered the boat to stop.', 'asserts'],
])('what a speaker says of his own he asserts: %s', (text, stance) => {
  const found = positions(text);
  expect(found.length).toBeGreaterThan(0);
  for (const line of found) expect(line).toContain(`Bob Hale ${stance}`);
});

test('one not against another: who says that it did not happen denies what others assert', () => {
  const found = positions(
    'Bob Hale said the coastguard had ordered the ferry to stop.',
    'Ann Reed said the coastguard had not ordered the ferry to stop.',
  );
  expect(found.some((line) => line.startsWith('Bob Hale asserts'))).toBe(true);
  expect(found.some((line) => line.startsWith('Ann Reed denies'))).toBe(true);
});

test('a heading keeps a "not" that belongs to no verb', () => {
  const found = positions('Bob Hale said the captain was a patient, not a prisoner.');
  for (const line of found) expect(line).not.toContain('a patient, a prisoner');
});

test('no attribution takes two stances to one claim', () => {
  const dossier = analyseStory([
    {
      text: '“During the strike we are against arming both sides. We have not supplied any boats to the islands,” Bob Hale said.\n\nAnn Reed accused Bob Hale of supplying boats to the islands during the strike.',
      language: 'en',
    },
  ]);
  for (const claim of dossier.claims) {
    const ids = claim.positions.flatMap((position) => position.attributions);
    expect(new Set(ids).size).toBe(ids.length);
  }
});
