import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';
import { contentId } from '../model/id.ts';
import type { Moment } from '../model/moment.ts';
import { compareValues } from './compare-values.ts';

/**
 * The timeline of a story: when documents were published and when people spoke, each with its evidence.
 *
 * Open forms (`XXXX-WXX-5`) stay open and stand behind what is dated; the order is the same whatever the order of the
 * documents.
 */
export function buildTimeline(
  documents: readonly AnnotatedDocument[],
  attributions: readonly Attribution[],
): Moment[] {
  const moments: Moment[] = [];
  for (const { document } of documents) {
    if (!document.published) continue;
    const evidence = document.published.evidence ?? document.titleEvidence;
    moments.push({
      id: contentId('m', 'publication', document.id),
      when: document.published.value,
      kind: 'publication',
      text: document.title ?? document.id,
      evidence: evidence ? [evidence] : [],
    });
  }
  const byId = new Map(documents.map((annotated) => [annotated.document.id, annotated.document]));
  for (const attribution of attributions) {
    if (!attribution.when || attribution.parent !== undefined) continue;
    const document = byId.get(attribution.document);
    if (!document) continue;
    const pieces = [attribution.source, attribution.cue, attribution.content].flatMap(
      (role) => role?.spans ?? [],
    );
    pieces.sort((a, b) => a[0] - b[0]);
    const evidence = evidenceAt(document, [...attribution.content.spans]);
    moments.push({
      id: contentId('m', 'utterance', attribution.id),
      when: attribution.when,
      kind: 'utterance',
      text: evidenceAt(document, pieces).text,
      evidence: [evidence],
    });
  }
  return moments.sort(
    (a, b) =>
      compareValues(a.when.value, b.when.value) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

const KIND_ORDER: readonly Moment['kind'][] = ['event', 'utterance', 'publication'];
