import { describe, expect, it } from 'vitest';
import type { ScoredPair } from './cluster-pairs.ts';
import type { Piece } from './content-pieces.ts';
import { favourMutual } from './favour-mutual.ts';

/** Wordings as `document: word word`, whose words weigh alike. */
function pieces(...notations: string[]): Piece[] {
  return notations.map((notation) => {
    const [document = '', text = ''] = notation.split(': ');
    const terms = text.split(' ').map((key) => ({ key, kind: 'noun', weight: 0.5 }));
    return { documentIndex: Number(document), key: text, terms, attribution: { speaker: 'x' } } as never;
  });
}

const pair = (a: number, b: number, score: number): ScoredPair => ({ a, b, score });
const one = { relate: () => 'same' as const };

/** The pairs that were raised, as `a-b`. */
function raised(
  pairs: ScoredPair[],
  list: Piece[],
  speakers: Parameters<typeof favourMutual>[2] = one,
): string[] {
  return favourMutual(pairs, list, speakers).map(({ a, b }) => `${a}-${b}`);
}

describe('two wordings that answer to nothing but each other', () => {
  const list = pieces('0: board theft newspaper', '0: vault lock', '1: read newspaper', '1: guard night');

  it('are raised', () => {
    expect(raised([pair(0, 2, -0.2), pair(1, 2, -0.4)], list)).toEqual(['0-2']);
  });

  it('are not where another one is nearly as near', () => {
    expect(raised([pair(0, 2, -0.2), pair(1, 2, -0.25)], list)).toEqual([]);
    expect(raised([pair(0, 2, -0.2), pair(0, 3, -0.15)], list)).toEqual([]);
  });

  it('are where the rival is in a third document, or says the very same', () => {
    const more = [...list, ...pieces('2: read newspaper', '0: board theft newspaper')];
    expect(raised([pair(0, 2, -0.2), pair(0, 4, -0.1)], more)).toEqual(['0-2', '0-4']);
    expect(raised([pair(0, 2, -0.2), pair(5, 2, -0.2)], more)).toEqual(['0-2', '5-2']);
  });

  it('are left out where they are as near as they must be, or too far off', () => {
    expect(raised([pair(0, 2, 0.1), pair(1, 3, -0.3)], list)).toEqual([]);
  });

  it('are not where nothing is known of the speakers', () => {
    expect(raised([pair(0, 2, -0.2)], list, { relate: () => 'open' })).toEqual([]);
  });

  it('gain more by a word that stands nowhere else than by one that is in many', () => {
    const common = [...list, ...pieces('0: newspaper sold')];
    const [rare] = favourMutual([pair(0, 2, -0.05)], list, one);
    const [shared] = favourMutual([pair(0, 2, -0.05)], common, one);
    expect(rare?.score).toBeGreaterThan(shared?.score ?? 1);
    expect(shared?.score).toBeGreaterThan(0);
    expect(raised([pair(0, 2, -0.05)], common, { relate: () => 'kin' })).toEqual([]);
  });
});
