import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordNet, type WordNetPos, type WordRelation } from './word-net.ts';

const net = wordNet();
const relate = (a: string, b: string): WordRelation | null => {
  const [one, other] = [a, b].map((entry) => {
    const [lemma = '', pos = 'noun'] = entry.split('/');
    return net.rowOf(lemma, pos as WordNetPos);
  });
  return net.relate(one ?? -1, other ?? -1);
};

describe('what words have to do with each other', () => {
  it.each<[string, string, WordRelation | null]>([
    ['buy/verb', 'purchase/verb', 'synonym'],
    ['large/adjective', 'big/adjective', 'synonym'],
    ['deliver/verb', 'delivery/noun', 'derived'],
    ['kill/verb', 'murder/verb', 'kind'],
    ['monday/noun', 'tuesday/noun', 'sibling'],
    ['rise/verb', 'fall/verb', 'antonym'],
    ['guilty/adjective', 'innocent/adjective', 'antonym'],
    ['table/noun', 'justice/noun', null],
    ['qzxvbn/noun', 'ship/noun', null],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(relate(a, b)).toBe(relation);
  });

  it('keeps parts of speech apart', () => {
    expect(net.rowOf('ship', 'noun')).not.toBe(net.rowOf('ship', 'verb'));
    expect(net.rowOf('justice', 'adverb')).toBe(-1);
  });

  it('says of two words what it says of them the other way round', () => {
    const words =
      'buy/verb purchase/noun rise/verb fall/verb kill/verb ship/noun boat/noun guilty/adjective'.split(' ');
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...words), (a, b) => {
        expect(relate(a, b)).toBe(relate(b, a));
      }),
      { seed: 130 },
    );
  });
});
