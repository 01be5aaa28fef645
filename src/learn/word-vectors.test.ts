import { describe, expect, it } from 'vitest';
import { wordVectors } from './word-vectors.ts';

const vectors = wordVectors();
const near = (a: string, b: string): number => vectors.similarity(vectors.rowOf(a), vectors.rowOf(b));

describe('word vectors', () => {
  it('find words of one matter nearer than others', () => {
    expect(near('prisoner', 'captive')).toBeGreaterThan(near('prisoner', 'table'));
    expect(near('conceal', 'hide')).toBeGreaterThan(near('conceal', 'sail'));
    expect(near('Halt', 'stop')).toBe(near('halt', 'STOP'));
  });

  it('know what is frequent, and nothing of words that are not listed', () => {
    const rank = (word: string): number => vectors.rankOf(vectors.rowOf(word));
    expect(rank('government')).toBeLessThan(rank('captive'));
    expect(vectors.rowOf('qzxvbn')).toBe(-1);
    expect(near('qzxvbn', 'ship')).toBe(0);
  });
});
