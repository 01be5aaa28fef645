import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineageEdge } from '../model/lineage.ts';
import { layOutStemma } from './stemma-layout.ts';

const edge = (from: string, to: string, directed = true): LineageEdge => ({
  from,
  to,
  kind: 'copy',
  directed,
  passages: [],
});

/** `agency:0 a:1 b:1`, in the order of the drawing. */
function ranks(...edges: LineageEdge[]): string[] {
  return layOutStemma(edges).map((tree) => tree.nodes.map(({ id, rank }) => `${id}:${rank}`).join(' '));
}

describe('layOutStemma', () => {
  it('puts a copy one generation below what it came from', () => {
    expect(ranks(edge('agency', 'a'), edge('agency', 'b'), edge('a', 'c'))).toEqual(['agency:0 a:1 b:1 c:2']);
  });

  it('leaves two texts in one generation where nothing shows which came first', () => {
    expect(ranks(edge('a', 'b', false))).toEqual(['a:0 b:0']);
  });

  it('draws what nothing connects apart, the larger first', () => {
    expect(ranks(edge('x', 'y'), edge('a', 'b'), edge('b', 'c'))).toEqual(['a:0 b:1 c:2', 'x:0 y:1']);
  });

  it('survives a circle', () => {
    expect(layOutStemma([edge('a', 'b'), edge('b', 'a')])[0]?.nodes).toHaveLength(2);
  });

  it('places every text once, no two in one place, and no directed edge upwards unless in a circle', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(name, name, fc.boolean()).filter(([from, to]) => from < to),
          { maxLength: 15 },
        ),
        (pairs) => {
          const edges = pairs.map(([from, to, directed]) => edge(from, to, directed));
          const trees = layOutStemma(edges);
          const nodes = trees.flatMap((tree) => tree.nodes);
          const names = new Set(edges.flatMap((each) => [each.from, each.to]));
          expect(nodes.map((node) => node.id).sort()).toEqual([...names].sort());
          for (const tree of trees) {
            expect(new Set(tree.nodes.map((node) => `${node.rank} ${node.place}`)).size).toBe(
              tree.nodes.length,
            );
            for (const node of tree.nodes) {
              expect(node.rank).toBeLessThan(tree.ranks);
              expect(node.place).toBeLessThan(tree.width);
              expect(node.place).toBeGreaterThanOrEqual(0);
            }
            const rank = new Map(tree.nodes.map((node) => [node.id, node.rank]));
            for (const each of tree.edges.filter((one) => one.directed)) {
              expect(rank.get(each.from)).toBeLessThan(rank.get(each.to) ?? 0);
            }
          }
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});
