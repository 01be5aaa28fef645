import { describe, expect, it } from 'vitest';
import type { Term } from '../learn/term.ts';
import { wordVectors } from '../learn/word-vectors.ts';
import { collateAccounts, type Account } from './collate-accounts.ts';

const NOUNS = ['soldiers', 'border', 'conductors', 'drivers', 'factory', 'plant', 'bread', 'cellists'];

/** An account of content words that follow one another; what stands before the colon is its document. */
function account(words: string): Account {
  const [document = '', text = ''] = words.split(': ');
  return {
    document,
    terms: text.split(' ').map((key, token): Term => ({
      kind: NOUNS.includes(key) ? 'noun' : key === 'held' ? 'verb' : 'modifier',
      token,
      endToken: token + 1,
      key,
      row: wordVectors().rowOf(key),
      entry: -1,
      weight: key === 'held' ? 0.2 : 0.7 + NOUNS.indexOf(key) / 100,
      classes: [],
      negated: false,
    })),
  };
}

/** Each document a beginning of its own, but for those whose ids share a letter. */
const originsOf = (documents: readonly string[]): number => new Set(documents.map(([letter]) => letter)).size;

const collate = (...texts: string[]): string[] => {
  const accounts = texts.map(account);
  const uses = (id: string, key: string): boolean =>
    accounts.some(({ document, terms }) => document === id && terms.some((term) => term.key === key));
  return collateAccounts(accounts, { originsOf, uses }).map(({ shared, others }) => {
    const words = (witnesses: typeof shared): string =>
      `${witnesses.map(({ document }) => document).join('+')} ${witnesses[0]?.term.key}`;
    return `${words(shared)} | ${words(others)}`;
  });
};

describe('collateAccounts', () => {
  const three = [
    'c: soldiers held conductors border',
    'd: soldiers held conductors border',
    'e: held conductors border',
  ];

  it('finds a word that two share against the others', () => {
    expect(collate('a: soldiers held drivers border', 'b: held drivers border', ...three)).toEqual([
      'a+b drivers | c+d+e conductors',
    ]);
  });

  it('finds it by the adjective alone, whatever the rest of the sentence', () => {
    expect(
      collate(
        'a: large cellists',
        'b: held large cellists bread',
        'c: large factory',
        'd: held border large factory',
        'e: large factory bread',
      ),
    ).toEqual(['a+b cellists | c+d+e factory']);
  });

  it('takes the rarer word for the peculiar one where as many have the other', () => {
    expect(collate('a: held cellists border', 'b: held cellists border', ...three.slice(0, 2))).toEqual([
      'a+b cellists | c+d conductors',
    ]);
  });

  it.each([
    ['one account has the word', ['a: held drivers border']],
    ['the two that have it are of one beginning', ['a1: held drivers border', 'a2: held drivers border']],
    ['the others do not agree', ['a: held drivers border', 'b: held drivers border', 'x: held bread border']],
    ['it stands in another place', ['a: held drivers bread', 'b: held drivers bread']],
    [
      'it stands in one of the others as well',
      ['a: held drivers border', 'b: held drivers border', 'e: drivers'],
    ],
  ])('finds nothing where %s', (title, accounts) => {
    expect(collate(...accounts, ...(title.includes('agree') ? three.slice(0, 1) : three))).toEqual([]);
  });

  it('takes two words for one thing for no reading', () => {
    const told = (word: string) => ['a', 'b'].map((id) => `${id}: held ${word} border`);
    expect(
      collate(...told('plant'), ...three.map((words) => words.replace('conductors', 'factory'))),
    ).toEqual([]);
  });
});
