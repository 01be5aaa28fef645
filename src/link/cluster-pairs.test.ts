import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPairs, type ScoredPair } from './cluster-pairs.ts';

describe('clustering by pairs', () => {
  it('does not chain two matters together by one chance likeness', () => {
    const near = new Map([
      ['0-1', 0.4],
      ['2-3', 0.4],
      ['1-2', 0.1],
    ]);
    const scoreOf = (a: number, b: number): number => near.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? -0.5;
    const pairs = [...near].map(([key, score]): ScoredPair => {
      const [a = 0, b = 0] = key.split('-').map(Number);
      return { a, b, score };
    });
    expect(clusterPairs(4, pairs, 0, scoreOf)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(clusterPairs(4, pairs, -1, scoreOf)).toEqual([[0, 1, 2, 3]]);
  });

  it('gives the same clusters for every order of the pairs', () => {
    const pair = fc.tuple(fc.nat(9), fc.nat(9), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), fc.integer(), (rows, turn) => {
        const scores = new Map<string, number>();
        for (const [a, b, score] of rows)
          if (a !== b) scores.set(`${Math.min(a, b)}-${Math.max(a, b)}`, score);
        const pairs = [...scores].map(([key, score]): ScoredPair => {
          const [a = 0, b = 0] = key.split('-').map(Number);
          return { a, b, score };
        });
        const scoreOf = (a: number, b: number): number =>
          scores.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? 0;
        const from = pairs.length === 0 ? 0 : Math.abs(turn) % pairs.length;
        const turned = [...pairs.slice(from), ...pairs.slice(0, from)].reverse();
        expect(clusterPairs(10, turned, 0.2, scoreOf)).toEqual(clusterPairs(10, pairs, 0.2, scoreOf));
      }),
      { seed: 20_391 },
    );
  });
});

it('one odd pair does not keep apart what most others join, when the majority may decide', () => {
  const scores = new Map([
    ['0-1', 3],
    ['2-3', 3],
    ['0-2', 1],
    ['0-3', 1],
    ['1-2', 1],
    ['1-3', -6],
  ]);
  const scoreOf = (a: number, b: number): number => scores.get(`${Math.min(a, b)}-${Math.max(a, b)}`) ?? 0;
  const pairs = [...scores].flatMap(([key, score]) => {
    const [a = 0, b = 0] = key.split('-').map(Number);
    return score >= 0 ? [{ a, b, score }] : [];
  });
  expect(clusterPairs(4, pairs, 0, scoreOf)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(clusterPairs(4, pairs, 0, scoreOf, 5, -2)).toEqual([[0, 1, 2, 3]]);
});
