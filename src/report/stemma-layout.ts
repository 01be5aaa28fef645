import type { LineageEdge } from '../model/lineage.ts';

/** A document or agency in the drawing, in steps of the grid: `rank` counts generations, `place` the row within one. */
export interface StemmaNode {
  readonly id: string;
  readonly rank: number;
  readonly place: number;
}

/** Documents and agencies that edges hold together, laid out in generations. */
export interface StemmaTree {
  readonly nodes: readonly StemmaNode[];
  readonly edges: readonly LineageEdge[];
  readonly ranks: number;
  /** Places in the widest generation. */
  readonly width: number;
}

/** Rounds in which each generation is put in the order of its neighbours' middle (Sugiyama's barycentre heuristic). */
const ROUNDS = 4;

/**
 * Lays out the family tree of the texts.
 *
 * Each set of documents that edges connect is a tree of its own. A text stands one generation below what it came from; where
 * nothing shows which came first, two texts stand in one generation. Circles in hostile input are cut where they close.
 * Time is linear in nodes and edges, but for the sorting within a generation.
 *
 * @returns the largest tree first; documents without any edge are in none.
 */
export function layOutStemma(edges: readonly LineageEdge[]): StemmaTree[] {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    link(neighbours, from, to);
    link(neighbours, to, from);
  }
  const componentOf = new Map<string, number>();
  const components: string[][] = [];
  for (const start of neighbours.keys()) {
    if (componentOf.has(start)) continue;
    const members = [start];
    componentOf.set(start, components.length);
    for (const id of members) {
      for (const next of neighbours.get(id) ?? []) {
        if (componentOf.has(next)) continue;
        componentOf.set(next, components.length);
        members.push(next);
      }
    }
    components.push(members);
  }
  const edgesOf: LineageEdge[][] = components.map(() => []);
  for (const edge of edges) edgesOf[componentOf.get(edge.from) ?? 0]?.push(edge);
  return components
    .map((members, i) => layOut(members, edgesOf[i] ?? [], neighbours))
    .sort((a, b) => b.nodes.length - a.nodes.length);
}

function layOut(
  members: readonly string[],
  edges: readonly LineageEdge[],
  neighbours: ReadonlyMap<string, readonly string[]>,
): StemmaTree {
  const rankOf = ranksOf(members, edges);
  const generations: string[][] = [];
  for (const id of members) (generations[rankOf.get(id) ?? 0] ??= []).push(id);
  const filled = generations.filter((generation) => generation !== undefined);
  const placeOf = new Map<string, number>();
  const settle = (generation: readonly string[]): void =>
    generation.forEach((id, i) => placeOf.set(id, i - (generation.length - 1) / 2));
  filled.forEach(settle);
  for (let round = 0; round < ROUNDS; round++) {
    for (const generation of round % 2 === 0 ? filled : filled.toReversed()) {
      const middle = new Map(
        generation.map((id) => {
          const near = neighbours.get(id) ?? [];
          return [id, near.reduce((sum, each) => sum + (placeOf.get(each) ?? 0), 0) / (near.length || 1)];
        }),
      );
      generation.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      settle(generation);
    }
  }
  const width = Math.max(...filled.map((generation) => generation.length));
  return {
    nodes: filled.flatMap((generation, rank) =>
      generation.map((id) => ({ id, rank, place: (placeOf.get(id) ?? 0) + (width - 1) / 2 })),
    ),
    edges,
    ranks: filled.length,
    width,
  };
}

/** Longest way from a beginning, over the edges that have a direction; what stands in a circle keeps the rank it has. */
function ranksOf(members: readonly string[], edges: readonly LineageEdge[]): Map<string, number> {
  const rank = new Map(members.map((id) => [id, 0]));
  const incoming = new Map(members.map((id) => [id, 0]));
  const outgoing = new Map<string, string[]>();
  for (const edge of edges) {
    if (!edge.directed) continue;
    incoming.set(edge.to, (incoming.get(edge.to) ?? 0) + 1);
    link(outgoing, edge.from, edge.to);
  }
  const ready = members.filter((id) => incoming.get(id) === 0);
  for (const id of ready) {
    for (const next of outgoing.get(id) ?? []) {
      rank.set(next, Math.max(rank.get(next) ?? 0, (rank.get(id) ?? 0) + 1));
      const left = (incoming.get(next) ?? 0) - 1;
      incoming.set(next, left);
      if (left === 0) ready.push(next);
    }
  }
  return rank;
}

function link(map: Map<string, string[]>, from: string, to: string): void {
  const list = map.get(from);
  if (list) list.push(to);
  else map.set(from, [to]);
}
