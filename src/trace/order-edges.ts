import type { LineageEdge } from '../model/lineage.ts';

/**
 * Takes the direction from edges that would make a circle: where each of several documents is said to be older than the next
 * and the last older than the first, none of it can be believed.
 *
 * Dates alone make no circle, credits can: two outlets may each credit the other.
 *
 * @returns the edges in the same order, directed ones without a circle.
 */
export function leaveCirclesOpen(edges: readonly LineageEdge[]): LineageEdge[] {
  const open = edgesOnCircles(edges.filter(({ directed, kind }) => directed && kind !== 'cites'));
  if (open.length === 0) return [...edges];
  const circular = new Set(open);
  return edges.map((edge) => {
    if (!circular.has(edge)) return edge;
    const { signs: _, ...open } = edge;
    return {
      ...open,
      directed: false,
      reason: `${edge.reason ?? ''} Others say the opposite, so the direction is open.`.trim(),
    };
  });
}

/**
 * Edges that remain when those are taken away, again and again, to whose beginning nothing leads or from whose end nothing
 * leads on. Each edge is taken away once, so that a chain of ten thousand copies costs no more than its length.
 */
function edgesOnCircles(edges: readonly LineageEdge[]): LineageEdge[] {
  const outgoing = new Map<string, LineageEdge[]>();
  const incoming = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    addTo(outgoing, edge.from, edge);
    addTo(incoming, edge.to, edge);
  }
  const into = new Map([...incoming].map(([id, list]) => [id, list.length]));
  const outOf = new Map([...outgoing].map(([id, list]) => [id, list.length]));
  const gone = new Set<LineageEdge>();
  const ends = [...new Set([...outgoing.keys(), ...incoming.keys()])].filter(
    (id) => !into.has(id) || !outOf.has(id),
  );
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    for (const edge of [...(outgoing.get(id) ?? []), ...(incoming.get(id) ?? [])]) {
      if (gone.has(edge)) continue;
      gone.add(edge);
      if (takeOne(outOf, edge.from) === 0) ends.push(edge.from);
      if (takeOne(into, edge.to) === 0) ends.push(edge.to);
    }
  }
  return edges.filter((edge) => !gone.has(edge));
}

function addTo(lists: Map<string, LineageEdge[]>, id: string, edge: LineageEdge): void {
  const list = lists.get(id);
  if (list) list.push(edge);
  else lists.set(id, [edge]);
}

function takeOne(counts: Map<string, number>, id: string): number {
  const left = (counts.get(id) ?? 0) - 1;
  counts.set(id, left);
  return left;
}
