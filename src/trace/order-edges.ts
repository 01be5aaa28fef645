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
  const directed = edges.filter(({ directed, kind }) => directed && kind !== 'cites');
  let open = directed;
  for (let before = -1; open.length !== before;) {
    before = open.length;
    const sources = new Set(open.map(({ from }) => from));
    const targets = new Set(open.map(({ to }) => to));
    // An edge lies on a circle only if something leads to its beginning and on from its end.
    open = open.filter(({ from, to }) => targets.has(from) && sources.has(to));
  }
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
