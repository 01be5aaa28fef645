import { describe, expect, it } from 'vitest';
import type { LineageEdge } from '../model/lineage.ts';
import { leaveCirclesOpen } from './order-edges.ts';

const edge = (from: string, to: string): LineageEdge => ({
  from,
  to,
  kind: 'copy',
  passages: [],
  directed: true,
});
const directed = (edges: readonly LineageEdge[]): string[] =>
  edges.filter((e) => e.directed).map(({ from, to }) => `${from}→${to}`);

describe('leaveCirclesOpen', () => {
  it('keeps a line of copies as it is', () => {
    const edges = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')];
    expect(leaveCirclesOpen(edges)).toEqual(edges);
  });

  it('takes the direction from a circle and leaves what hangs on it', () => {
    const edges = [edge('x', 'a'), edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('c', 'y')];
    expect(directed(leaveCirclesOpen(edges))).toEqual(['x→a', 'c→y']);
  });
});
