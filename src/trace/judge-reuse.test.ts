import { describe, expect, it } from 'vitest';
import type { Likeness } from './compare-documents.ts';
import { judgeReuse } from './judge-reuse.ts';

const NOTHING: Likeness = {
  longestNarration: 0,
  commonWords: 0,
  contained: 0,
  narratedShare: 0,
  sameSentences: 0,
  quotationFrame: 0,
  chainWeight: 0,
  retelling: 0,
  quotationsInOrder: 0,
  chain: 0,
  subject: 0.4,
};

describe('judgeReuse', () => {
  it('sees no reuse where nothing is shared, or quoted words alone', () => {
    expect(judgeReuse(NOTHING, false)).toBeNull();
    expect(judgeReuse({ ...NOTHING, commonWords: 90, contained: 0.3, quotationFrame: 4 }, false)).toBeNull();
  });

  it('sees a copy in long runs of narration', () => {
    const copied = { longestNarration: 40, narratedShare: 0.5, sameSentences: 20, chainWeight: 30 };
    expect(judgeReuse({ ...NOTHING, ...copied }, false)).toBe('copied');
  });

  it('takes the same runs for furniture where the subjects are strange to one another', () => {
    const furniture = {
      longestNarration: 40,
      narratedShare: 0.2,
      sameSentences: 20,
      chainWeight: 30,
      subject: 0.05,
    };
    expect(judgeReuse({ ...NOTHING, ...furniture }, false)).toBeNull();
  });

  it('sees a retelling in sentences that keep their order', () => {
    expect(judgeReuse({ ...NOTHING, retelling: 5, chain: 8 }, false)).toBe('retold');
    expect(judgeReuse({ ...NOTHING, retelling: 5, chain: 3 }, false)).toBeNull();
  });

  it('asks less of a retelling that quotes just what the other does, in its order', () => {
    const told = { ...NOTHING, retelling: 2, chain: 6 };
    expect(judgeReuse(told, false)).toBeNull();
    expect(judgeReuse({ ...told, quotationsInOrder: 3 }, false)).toBe('retold');
    expect(judgeReuse({ ...told, quotationsInOrder: 2 }, false)).toBeNull();
    // Two reports of one speech quote the same, and tell different things around it.
    expect(judgeReuse({ ...told, retelling: 0.9, quotationsInOrder: 7 }, false)).toBeNull();
  });

  it('asks for less where both credit one agency', () => {
    const little = { longestNarration: 9, narratedShare: 0.06, chainWeight: 8, sameSentences: 2 };
    expect(judgeReuse({ ...NOTHING, ...little }, false)).toBeNull();
    expect(judgeReuse({ ...NOTHING, ...little }, true)).toBe('retold');
  });
});
