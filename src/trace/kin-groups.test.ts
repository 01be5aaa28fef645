import { describe, expect, it } from 'vitest';
import { KinGroups } from './kin-groups.ts';

/** Joins each document with all before it until it is settled with them; how many edges each makes. */
function edgesOf(documents: number): number[] {
  const kin = new KinGroups(documents);
  return Array.from({ length: documents }, (_, one) => {
    let edges = 0;
    for (let other = 0; other < one; other++) {
      if (kin.areSettled(one, other)) continue;
      kin.join(one, other);
      edges++;
    }
    return edges;
  });
}

describe('documents that share one text', () => {
  it('are compared pair by pair where there are a dozen', () => {
    expect(edgesOf(16)).toEqual(Array.from({ length: 16 }, (_, one) => one));
  });

  it('are joined to the nearest few where there are hundreds, and none is left out', () => {
    const edges = edgesOf(300);
    expect(edges.slice(30).every((many) => many === 2)).toBe(true);
  });

  it('are still compared with documents that nothing joined them to', () => {
    const kin = new KinGroups(60);
    for (let one = 1; one < 50; one++)
      for (let back = 1; back <= 2 && back <= one; back++) kin.join(one, one - back);
    expect(kin.areSettled(49, 0)).toBe(true);
    expect(kin.areSettled(49, 55)).toBe(false);
  });
});
