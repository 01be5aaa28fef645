import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Difference } from '../src/model/utterance.ts';
import { analyseStory } from '../src/pipeline/analyse-story.ts';
import { marked, type Marked } from './marked.ts';

/** The utterances of a story whose accounts these are, each as `difference: label, label`, by the stretches marked `[U1:…]`. */
function utterances(...accounts: string[]): string[] {
  const texts = accounts.map((notation): Marked => marked(notation));
  const dossier = analyseStory(texts.map(({ text }, at) => ({ text, file: `${at}.txt`, language: 'en' })));
  const labelsAt = (document: string, spans: readonly (readonly [number, number])[]): string[] => {
    const file = dossier.documents.find(({ id }) => id === document)?.file ?? '';
    const stretches = Object.entries(texts[Number.parseInt(file, 10)]?.spans ?? {});
    return stretches
      .filter(([, own]) => own.some(([start, end]) => spans.some(([from, to]) => from < end && start < to)))
      .map(([label]) => label);
  };
  return dossier.utterances
    .map(({ difference, readings }) => {
      const labels = readings.flatMap(({ evidence }) => labelsAt(evidence.document, evidence.spans));
      return `${difference}: ${labels.sort().join(' ')}`;
    })
    .sort();
}

describe('one act of speaking in several accounts', () => {
  it.each<[string, Difference, string, string]>([
    [
      'word for word',
      'same',
      '[U1:“The harvest failed in every valley we visited,”] agronomist Livia Brandt said.',
      'Livia Brandt, an agronomist, said: [U1:“The harvest failed in every valley we visited.”]',
    ],
    [
      'in two words',
      'same',
      'Marta Oll denied [U1:poisoning wells].',
      'On Friday Marta Oll denied [U1:poisoning wells].',
    ],
    [
      'British and American spelling',
      'same',
      '[U1:“We apologised for the colour of the programme,”] conductor Peder Aas said.',
      'Conductor Peder Aas said: [U1:“We apologized for the color of the program.”]',
    ],
    [
      'a part of it',
      'cut',
      '[U1:“The bank has never lent a single crown to the stadium company,”] Marta Oll told reporters.',
      'Marta Oll said the bank had [U1:“never lent a single crown”] to it.',
    ],
    [
      'in other words',
      'paraphrase',
      '[U1:“We will appeal the verdict before the month is over,”] lawyer Henrik Sole said.',
      'Lawyer Henrik Sole said [U1:they would appeal against the verdict before the end of the month].',
    ],
    [
      'a number changed',
      'altered',
      '[U1:“The bus was carrying 42 passengers when the brakes failed,”] police chief Ana Duarte said.',
      'Police chief Ana Duarte said: [U1:“The bus was carrying 24 passengers when the brakes failed.”]',
    ],
    [
      'a negation lost',
      'altered',
      '[U1:“The board did not know of the payments to the referee,”] club president Oskar Lind said.',
      'Club president Oskar Lind said [U1:the board knew of the payments to the referee].',
    ],
    [
      'a condition lost',
      'altered',
      'Minister Jora Vass said [U1:she would resign from the cabinet if the inquiry found that tests had been forged].',
      'Minister Jora Vass said [U1:she would resign from the cabinet].',
    ],
    [
      'a negation lost in a sentence made of two',
      'altered',
      '[U1:“We did not tell the crowd to stop. We asked the singers to come down, and they went on with the concert,”] warden Ole Friis said.',
      '[U1:“We told the crowd to stop and come down, and they went on with the concert,”] warden Ole Friis said.',
    ],
    [
      'a hedge lost',
      'altered',
      'Coroner Ida Bruhn said [U1:the swimmers may have been poisoned by the paint of the pool].',
      'Coroner Ida Bruhn said [U1:the swimmers had been poisoned by the paint of the pool].',
    ],
    [
      'a condition told as a fact',
      'altered',
      'Minister Jora Vass said [U1:she would resign from the cabinet if the tests had been forged].',
      'Minister Jora Vass said [U1:she would resign from the cabinet because the tests had been forged].',
    ],
    [
      'a doubt lost',
      'altered',
      '[U1:“We cannot at this stage say that the fire was started in the bakery,”] inspector Runa Holt said.',
      '[U1:“The fire was started in the bakery,”] inspector Runa Holt said.',
    ],
    [
      'mere signs told as sure',
      'altered',
      'Inspector Runa Holt said [U1:there were indications that the ledgers had been burned in the cellar].',
      'Inspector Runa Holt confirmed [U1:that the ledgers had been burned in the cellar].',
    ],
    [
      'the word lost that narrows a denial',
      'altered',
      '[U1:“I have never knowingly sold a horse that was lame,”] trader Bo Lind said.',
      '[U1:“I have never sold a horse that was lame,”] trader Bo Lind said.',
    ],
    [
      'a verb without a term of its own no longer denied',
      'altered',
      'Mayor Lea Sand said [U1:she had not been told of any complaint about the bridge until 10 June].',
      'Mayor Lea Sand said [U1:she had been told of the complaint about the bridge on 5 June].',
    ],
    [
      'no answer told as a denial',
      'altered',
      'The dairy declined to say [U1:whether its drivers had sold the spoiled milk].',
      'The dairy denied [U1:that its drivers had sold the spoiled milk].',
    ],
    [
      'a negation lost beside a sentence that keeps its own',
      'altered',
      '[U1:“Nobody was hurt. The driver did not pass the red signal,”] rail director Emil Kott said.',
      '[U1:“Nobody was hurt. The driver did pass the red signal,”] rail director Emil Kott said.',
    ],
    [
      'a word turned into its opposite',
      'altered',
      '[U1:“The court will accept the request of the mining company,”] spokeswoman Rea Holt said.',
      '[U1:“The court will reject the request of the mining company,”] spokeswoman Rea Holt said.',
    ],
  ])('%s', (_, difference, a, b) => {
    expect(utterances(a, b)).toEqual([`${difference}: U1 U1`]);
  });

  it('finds a sentence that one account quotes in one go with others, and another alone', () => {
    expect(
      utterances(
        '[U1:“The dam held through the night,”] engineer Yusuf Demir said. [U2:“Nobody downstream was ever in danger from it.”]',
        'There was, engineer Yusuf Demir said, [U2:“nobody downstream ever in danger from it.”]',
      ),
    ).toEqual(['cut: U2 U2']);
  });

  it('takes one sentence of an account for two of another', () => {
    const found = utterances(
      '[U1:“I demand that the council close the quarry. The quarry poisons the wells of three villages,”] Ilse Tamm wrote.',
      'Ilse Tamm demanded [U1:that the council close the quarry which poisons the wells of three villages].',
    );
    expect(found).toEqual(['paraphrase: U1 U1']);
  });

  it('says translation only where a document shows that it was translated', () => {
    const original = '[U1:“The bridge was inspected in the spring of last year,”] engineer Jan Vos said.';
    expect(
      utterances(original, 'Engineer Jan Vos said [U1:„The bridge has been examined last year in spring“].'),
    ).toEqual(['translation: U1 U1']);
    expect(
      utterances(original, 'Engineer Jan Vos said [U1:“the bridge was looked at last year in the spring.”]'),
    ).toEqual(['paraphrase: U1 U1']);
  });
});

describe('what is not altered', () => {
  it.each([
    [
      'no threat, not a threat',
      'The health office said [U1:the gas did not pose a threat to the town].',
      'The health office said [U1:the gas posed no threat to the town].',
    ],
    [
      'a number and its rounding',
      'The harbour office said [U1:198 of the 204 people on the barge were rescued].',
      'The harbour office said [U1:about 200 people on the barge were rescued].',
    ],
    [
      'two numbers of two things',
      'Surgeon Edda Roth said [U1:three children and 14 adults were treated after the crash at the crossing].',
      'Surgeon Edda Roth said [U1:14 adults were treated after the crash at the crossing].',
    ],
    [
      'one hedge for another',
      'Coroner Ida Bruhn said [U1:the swimmers may have been poisoned by the paint of the pool].',
      'Coroner Ida Bruhn said [U1:the swimmers were probably poisoned by the paint of the pool].',
    ],
    [
      'a negation in words of its own',
      'Trainer Bo Lind said [U1:the team had not paid the player in March].',
      'Trainer Bo Lind said [U1:the team failed to pay the player in March].',
    ],
  ])('%s', (_, a, b) => {
    const found = utterances(a, b);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('altered');
  });
});

describe('one speaker, named in two ways', () => {
  it.each([
    [
      'a spokeswoman, and a machine’s word for her',
      'Hospital spokeswoman Ida Krone said [U1:the patient was being kept there against his will and must be free to go by Monday noon].',
      'The hospital speaker said [U1:the patient is being kept there against his will and must be free to go by Monday noon].',
    ],
    [
      'words of which nobody can tell who said them',
      '[U1:“He called it the free river,”] said a voice in the crowd.',
      '[U1:“He called it the free river,”] somebody wrote.',
    ],
  ])('%s', (_, a, b) => {
    expect(utterances(a, b).join()).toMatch(/^(?:same|cut|paraphrase): U1 U1$/);
  });
});

it('takes words of its own for a report of the only thing there that they can mean', () => {
  expect(
    utterances(
      '[U1:The board read of the theft in a newspaper], chair Rea Holt said. She said the vault had been locked.',
      '[U1:“We read it in the newspaper,”] chair Rea Holt told members.',
    ),
  ).toEqual(['paraphrase: U1 U1']);
});

describe('what are two acts of speaking', () => {
  it.each([
    [
      'no answer on a matter that others assert',
      'The dairy declined to say whether its drivers had sold the spoiled milk.',
      'The dairy said its drivers had sold the spoiled milk.',
    ],
    [
      'denials on two days',
      'The airline denied on Monday that its pilots were tired.',
      'The airline denied on Thursday that its pilots were tired at all.',
    ],
    [
      'two speakers who say alike things',
      'Mayor Lea Sand said the tunnel was safe for traffic.',
      'Engineer Tomas Brik said the tunnel was safe for heavy traffic.',
    ],
    [
      'one speaker on two matters',
      'Mayor Lea Sand said the new tunnel would open in May.',
      'Mayor Lea Sand said the old swimming pool needed a roof.',
    ],
    [
      'asking for something and denying it',
      'Governor Pell asked the sheriff to end the inquiry into the contracts.',
      'Governor Pell denied that he had asked the sheriff to end the inquiry into the contracts.',
    ],
    [
      'a plan that nobody voiced',
      'The museum decided to sell the portrait of the admiral.',
      'The museum planned to sell the portrait of the admiral.',
    ],
  ])('%s', (_, a, b) => {
    expect(utterances(a, b)).toEqual([]);
  });
});

it('keeps words together that one account gives to the wrong speaker', () => {
  const found = utterances(
    '[U1:“We have never sold a single litre of milk from the sick herd to the dairy,”] farmer Nils Orre said.',
    'Inspector Kaja Berg said: [U1:“We have never sold a single litre of milk from the sick herd to the dairy.”]',
  );
  expect(found).toEqual(['same: U1 U1']);
});

it('knows an unnamed source by what the named one is', () => {
  expect(
    utterances(
      'Dr Rosa Niel, a doctor at the clinic, said [U1:six climbers had been treated for frostbite on both hands].',
      'A doctor said [U1:six climbers were treated for frostbite on their hands].',
    ),
  ).toEqual(['paraphrase: U1 U1']);
});

test('the order of the accounts changes nothing', () => {
  const accounts = [
    '“The bus was carrying 42 passengers,” police chief Ana Duarte said. “Its brakes failed on the hill.”',
    'Police chief Ana Duarte said the bus was carrying 24 passengers when its brakes failed on the hill.',
    'Ana Duarte, the police chief, said its “brakes failed on the hill.”',
    '“Its brakes failed on the hill,” Duarte said. “The bus was carrying 42 passengers.”',
  ].map((text, at) => ({ text, file: `${at}.txt`, language: 'en' }));
  const whole = JSON.stringify(analyseStory(accounts).utterances);
  expect(whole).toContain('altered');
  fc.assert(
    fc.property(fc.shuffledSubarray(accounts, { minLength: accounts.length }), (shuffled) => {
      expect(JSON.stringify(analyseStory(shuffled).utterances)).toBe(whole);
    }),
    { seed: 71, numRuns: 6 },
  );
});
