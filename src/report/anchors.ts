import type { Evidence } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { SharedReading } from '../model/lineage.ts';

/** Makes an id safe as an anchor: the ids of a dossier are letters, digits and hyphens, those of a stranger may not be. */
export function anchorId(id: string): string {
  return id.replace(/[^\w.-]/g, '_');
}

/** The anchor of a shared reading's row. */
export function sharedReadingId({ of, shared }: SharedReading): string {
  return contentId('r', of, ...shared.map(placeKey));
}

/** The anchor of an edge's row; the same two ends and kind give the same one. */
export function edgeId(edge: { readonly from: string; readonly to: string; readonly kind: string }): string {
  return contentId('l', edge.from, edge.to, edge.kind);
}

/** Two pieces of evidence with the same key are the same place. */
export function placeKey(evidence: Evidence): string {
  return `${evidence.document} ${evidence.spans.join(' ')}`;
}
