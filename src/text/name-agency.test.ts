import { describe, expect, it } from 'vitest';
import { agencyNamed, findAgencyMentions } from './name-agency.ts';

describe('agencyNamed', () => {
  it.each([
    ['AP', 'Associated Press'],
    ['the Associated Press', 'Associated Press'],
    ['Associated Press of Pakistan', 'Associated Press of Pakistan'],
    ['afp', 'Agence France-Presse'],
    ['ITAR-TASS', 'TASS'],
    ['Anadolu', 'Anadolu Agency'],
  ])('%s is %s', (words, name) => {
    expect(agencyNamed(words)).toBe(name);
  });

  it.each(['', 'Reuters Square', 'the press', 'ap'.repeat(3)])('“%s” is none', (words) => {
    expect(agencyNamed(words)).toBeNull();
  });
});

describe('findAgencyMentions', () => {
  const names = (text: string): string[] => findAgencyMentions(text).map(({ name }) => name);

  it('finds the longest name', () => {
    expect(names('The Australian Associated Press and Reuters agreed.')).toEqual([
      'Australian Associated Press',
      'Reuters',
    ]);
  });

  it('finds none within words, addresses, picture credits and polls', () => {
    expect(names('SNAP @AP Reuters/Ipsos Ida/AFP AP-GfK AP Photo Reuters poll TASSO')).toEqual([]);
  });
});
