import { describe, expect, test } from 'vitest';
import { discrepanciesBetween as between } from '../../test/two-accounts.ts';

/** What stands against each other, as "asserts … / denies …" with who holds it. */
function opposed(...texts: readonly string[]): string[][] {
  return between(...texts)
    .filter(({ kind }) => kind === 'polarity')
    .map(({ readings }) => readings.map(({ value, evidence }) => `${value}: ${evidence.text}`));
}

describe('what one says was not, and another says was', () => {
  test.each<[string, string]>([
    [
      'Police searched the offices of the mill in Vell on Monday and carried away nine boxes.',
      'The spokesman of the mill, Ole Brandt, said police had not searched its offices.',
    ],
    [
      'The sample of the skater was opened in Vell in front of her coach, the federation said.',
      'Her lawyer, Ada Rusk, said the sample of the skater had not been opened.',
    ],
    [
      'Ada Rusk said the mayor, Jan Orsk, and the builder Per Lund had met for an hour at the harbour hotel. Orsk said no such meeting had taken place.',
      'Ada Rusk told the court that Orsk and Lund had met for an hour at the harbour hotel.',
    ],
    [
      'The crew of the tanker was warned three times by radio, the coastguard said.',
      'The owner of the tanker, Nils Brandt, said the crew had received no warning.',
    ],
    [
      'The captain, Nils Brandt, told the Post that the gunboat fired across the bow of his tug.',
      'The coastguard said no shots were fired.',
    ],
    [
      'Ada Rusk says that somebody at the mill took that call. The mill says it has no record of any such call.',
      'The mill was built in 1950.',
    ],
    [
      'The union warned the company in a letter of 12 May and asked for a reply.',
      'The company denies that it received a warning in May.',
    ],
    [
      'The skater, Lena Rusk, said the club had paid Orsk nothing.',
      'The treasurer, Ole Brandt, said the club had paid Orsk 60,000 crowns.',
    ],
    [
      'Prosecutors in Vell confirmed that they had searched the offices of the League on Monday.',
      'The League wishes to make clear that no search took place.',
    ],
  ])('%s | %s', (one, other) => {
    const found = opposed(one, other);
    expect(found).toHaveLength(1);
    expect(found[0]?.map((reading) => reading.split(':')[0])).toEqual(
      expect.arrayContaining(['asserts', 'denies']),
    );
  });
});

describe('is not held against it', () => {
  test.each<[string, string, string]>([
    [
      'what others did',
      'The police of Vell searched the offices of the mill on Monday.',
      'The coastguard of Marn said its divers had not searched the wreck.',
    ],
    [
      'what may come',
      'The council of Vell closed the bridge on Monday.',
      'The mayor, Jan Orsk, said the council would not close the bridge.',
    ],
    [
      'what is so in part',
      'Police are investigating the fire at the mill.',
      'Ada Rusk said police were not only investigating the fire but the insurance as well.',
    ],
    [
      'what was until then',
      'Divers found the wreck of the Ida on Monday.',
      'Ada Rusk said the wreck of the Ida had not yet been found.',
    ],
    [
      'another day',
      'The bridge in Vell was closed on 3 March 2021, the council said.',
      'The bridge in Vell was not closed on 7 May 2021, Ada Rusk said.',
    ],
    [
      'the time of something else, where a denial leaves its verb out',
      'The clerk, Ole Brandt, said the office of the mayor had telephoned on the night of the count.',
      'Ada Rusk led the observers. "The voting was orderly. The counting was not," she said.',
    ],
    [
      'what others count',
      'Police said they counted 57 arrests at the harbour.',
      'Ada Rusk led the observers. "The voting was orderly. The counting was not," she said.',
    ],
    [
      'another event of one name',
      'The clerk, Ole Brandt, said the fishermen had met in Marn on the morning after the count.',
      'Ada Rusk, who led the observers in Vell, said no count took place.',
    ],
    [
      'what somebody else did, of whom nothing else is said',
      'Police in Marn said they counted 57 arrests at the harbour.',
      'Ada Rusk, who led the observers in Vell, said no count took place.',
    ],
  ])('%s', (_, one, other) => {
    expect(opposed(one, other)).toEqual([]);
  });
});
