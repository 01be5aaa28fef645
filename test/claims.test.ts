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

test('what a noun takes for granted is held, and marked so', () => {
  const dossier = analyseStory([
    { text: 'Ann Reed accused Norland of supplying boats to the islands.', language: 'en' },
    {
      text: 'Bob Hale demanded that Norland stop supplying boats to the islands.',
      language: 'en',
    },
  ]);
  const held = dossier.claims.flatMap((claim) => claim.positions);
  expect(held.some(({ stance }) => stance === 'demands-end')).toBe(true);
  expect(held.some(({ stance, presupposed }) => stance === 'asserts' && presupposed)).toBe(true);
});

test.each([
  [
    'a talk about a claim is no claim',
    'Bob Hale said he was ready for talks on claims that Norland had sunk the ferry.',
  ],
  [
    'nor is what would be if',
    'Bob Hale said he would resign if it became clear that Norland had sunk the ferry.',
  ],
])('%s', (_, text) => {
  const found = positions(text, 'Ann Reed said Norland had sunk the ferry.');
  expect(found.some((line) => line.startsWith('Ann Reed asserts: Norland had sunk the ferry'))).toBe(true);
  expect(found.some((line) => /^Bob Hale (?:asserts|denies): Norland/.test(line))).toBe(false);
});

test('who denies having done it for one purpose does not deny having done it', () => {
  const found = positions(
    'Bob Hale said: “We have sent rifles to Norland, but not during the strike.”',
    'Ann Reed said: “Bob Hale has sent rifles to Norland.”',
  );
  for (const line of found.filter((each) => each.startsWith('Bob Hale denies')))
    expect(line).toContain('strike');
  expect(found.some((line) => line.startsWith('Bob Hale asserts'))).toBe(true);
});

test('a narrator who tells as a fact what others deny is held to it, apart from his speakers', () => {
  const dossier = analyseStory([
    {
      text: 'Ann Reed accused Norland of sinking the ferry.\n\nNorland denied that it had sunk the ferry.',
      language: 'en',
    },
    { text: 'The harbour was closed on Tuesday.\n\nNorland sank the ferry on Monday.', language: 'en' },
  ]);
  const narrated = dossier.claims.flatMap(({ positions: held }) => held.filter(({ evidence }) => evidence));
  expect(narrated.map(({ actor, stance }) => [actor, stance])).toEqual([[null, 'asserts']]);
  expect(narrated[0]?.evidence?.[0]?.text).toContain('Norland sank the ferry');
});

test.each([
  ['another thing', 'officers had used tear gas', 'officers had not used rubber rounds'],
  ['another country', 'Norland had sold boats to France', 'Norland had not sold boats to Spain'],
  [
    'nobody has done more',
    'Bob Hale had done much for the river',
    'no one had done more for the river than Bob Hale',
  ],
])('no contradiction: %s', (_, asserted, denied) => {
  const found = positions(`Ann Reed said ${asserted}.`, `Carl Moss said ${denied}.`);
  const texts = found.map((line) => line.replace(/^.*?(?:asserts|denies): /, ''));
  for (const text of texts) {
    const stances = found.filter((line) => line.endsWith(`: ${text}`));
    expect(
      stances.some((line) => line.includes(' asserts:')) && stances.some((line) => line.includes(' denies:')),
    ).toBe(false);
  }
});

test.each([
  [
    'behind a denial',
    'Ann Reed said Bob Hale had met the owner at the mill. Bob Hale denied this. “I was at the harbour all day,” he said.',
    'Bob Hale denies: Bob Hale had met the owner at the mill',
  ],
  [
    'behind an allegation',
    'Ann Reed accused Bob Hale of hiding the letters. “We found them under his desk,” Ann Reed said.',
    'Ann Reed asserts: Bob Hale hiding the letters',
  ],
])('a quotation goes on with what was reported %s', (_, text, line) => {
  const dossier = analyseStory([{ text, language: 'en' }]);
  const quoted = dossier.attributions.find(({ form }) => form === 'direct');
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]));
  const held = dossier.claims.flatMap((claim) =>
    claim.positions
      .filter(({ attributions }) => attributions.includes(quoted?.id ?? ''))
      .map(({ actor, stance }) => `${names.get(actor ?? '') ?? '?'} ${stance}: ${claim.text}`),
  );
  expect(held).toContain(line);
});

test('a quotation in the next paragraph, or of another matter, is one by itself', () => {
  const dossier = analyseStory([
    {
      text: 'Ann Reed accused Bob Hale of hiding the letters.\n\n“The harvest was good this year,” Ann Reed said.',
      language: 'en',
    },
  ]);
  for (const claim of dossier.claims)
    expect(new Set(claim.positions.flatMap(({ attributions }) => attributions)).size).toBe(1);
});

test('no such thing: a noun takes up what a verb told', () => {
  const found = positions(
    'Ann Reed told the court that Bob Hale had met the owner at the mill. Bob Hale said no such meeting had taken place.',
  );
  expect(found).toContain('Bob Hale denies: Bob Hale had met the owner at the mill');
});

test('who cannot say whether it is so leaves it open', () => {
  const found = positions(
    'Ann Reed said the rocket was launched from Norland.',
    'Bob Hale said “we cannot at this stage exclude a launch from Norland”.',
  );
  expect(found).toContain('Bob Hale hedges: The rocket was launched from Norland');
});

test('every claim has an id of its own', () => {
  const { claims } = analyseStory([
    { text: 'Bob Hale said the mill had closed in May and had poisoned the river.', language: 'en' },
    {
      text: 'Ann Reed said her staff had counted seven boats but had been kept out of two bays.',
      language: 'en',
    },
  ]);
  expect(claims.length).toBeGreaterThan(2);
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
});

test('who says that there was none denies, also where nobody is heard to say that there was', () => {
  const found = positions('Bob Hale said no warning had been received.');
  expect(found).toContain('Bob Hale denies: Warning had been received');
});

test('"no such meeting" answers whoever told of a meeting, and names nobody', () => {
  const found = positions(
    'Ann Reed said the mayor had met the owner of the mill at the harbour in May.',
    'Carl Moss said that no such meeting had taken place.',
  );
  const [text] = found.flatMap((line) => /^Ann Reed asserts: (.*)/.exec(line)?.[1] ?? []);
  expect(found).toContain(`Carl Moss denies: ${text}`);
});

test('a verb that leaves out who and what answers nobody who says the like', () => {
  const found = positions(
    'Ann Reed said the miners would support the owner.',
    'Carl Moss said he would support that.',
  );
  expect(new Set(found.map((line) => line.replace(/^.*?: /, ''))).size).toBe(found.length);
});

test('a number that few others give says what matter it is', () => {
  const found = positions(
    'Ann Reed said Norland had paid the owner a fee of 64,000 crowns.',
    'Carl Moss said that there had been a contract with Norland worth 64,000 crowns.',
  );
  expect(new Set(found.map((line) => line.replace(/^.*?: /, ''))).size).toBe(1);
});

test('what goes on with a denial in one account stands so in another that tells it by itself', () => {
  const dossier = analyseStory([
    {
      text: 'Ann Reed said Bob Hale had met the owner in May.\n\nBob Hale denied that he had met the owner. “I was in hospital with a broken leg,” he said.',
      language: 'en',
    },
    {
      text: 'Bob Hale said that he was in hospital with a broken leg.\n\nThe mill is closed.',
      language: 'en',
    },
  ]);
  const held = dossier.claims
    .flatMap(({ positions: all }) => all)
    .filter(({ stance }) => stance === 'denies');
  const contents = new Map(dossier.attributions.map(({ id, content }) => [id, content.text]));
  expect(held.map(({ attributions }) => attributions.map((id) => contents.get(id)).sort())).toEqual([
    [
      'that he had met the owner',
      'that he was in hospital with a broken leg',
      '“I was in hospital with a broken leg,”',
    ],
  ]);
});

test('what more say is not so than is so is claimed as it is said', () => {
  const found = positions(
    'Ann Reed said the boat had sailed without lights.',
    'Dan Cole said that the boat sailed without lights.',
    'Bob Hale said the boat had sailed with all its lights on.',
  );
  const claim = found.filter((line) => line.includes('without'));
  expect(claim.map((line) => line.replace(/:.*/, '')).sort()).toEqual([
    'Ann Reed asserts',
    'Bob Hale denies',
    'Dan Cole asserts',
  ]);
});

test('what one side says in two accounts is one claim in words that two strangers would not share', () => {
  const told = (speaker: string, other: string): number => {
    const found = positions(
      `${speaker} said the guards had used tear gas at the gate.`,
      `${other} said that the guards fired tear gas.`,
    );
    return new Set(found.map((line) => line.replace(/^.*?: /, ''))).size;
  };
  expect(told('Ann Reed', 'Ann Reed')).toBeLessThan(told('Ann Reed', 'Bob Hale'));
});

test('what is asked for is not what was done', () => {
  const found = positions(
    'Ann Reed asked the harbour office to open the gate.',
    'Carl Moss said that the owner had opened the gate by hand.',
  );
  const texts = found.map((line) => line.replace(/^.*? (?:asserts|demands): /, ''));
  expect(new Set(texts).size).toBe(found.length);
  expect(found.some((line) => line.startsWith('Ann Reed demands'))).toBe(true);
  expect(found.some((line) => line.startsWith('Carl Moss asserts'))).toBe(true);
});
