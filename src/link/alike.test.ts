import { describe, expect, it } from 'vitest';
import { numberAlike, PairScores } from './alike.ts';

describe('things that are told apart by nothing', () => {
  it('have one number', () => {
    expect([...numberAlike(['ferry', 'bridge', 'ferry', 'port', 'bridge'])]).toEqual([0, 1, 0, 2, 1]);
  });

  it('are measured once, the lower one first', () => {
    const asked: string[] = [];
    const scores = new PairScores(numberAlike(['ferry', 'bridge', 'ferry', 'bridge']), (low, high) => {
      asked.push(`${low} ${high}`);
      return high - low;
    });
    expect([scores.of(1, 0), scores.of(0, 3), scores.of(3, 2), scores.of(1, 2)]).toEqual([1, 1, 1, 1]);
    // a bridge that stands before a ferry is another pair than a ferry before a bridge
    expect(asked).toEqual(['0 1', '1 2']);
  });
});
