import type { AnnotatedDocument } from '../model/annotated-document.ts';
import type { Attribution } from '../model/attribution.ts';
import { evidenceAt } from '../model/evidence.ts';

/**
 * Joins a document's spans, its speakers and the story's entities into attributions as the dossier holds them.
 *
 * @param entityOf - id of the story's entity for each local entity of this document.
 */
export function resolveAttributions(
  annotated: AnnotatedDocument,
  entityOf: readonly string[],
): Attribution[] {
  const { document, attributions, speakers, times } = annotated;
  const entity = (local: number | null | undefined): string | null =>
    local === null || local === undefined ? null : (entityOf[local] ?? null);
  return attributions.map((spans, index) => {
    const resolved = speakers[index];
    const speaker = entity(resolved?.speaker);
    const addressee = entity(resolved?.addressee);
    const chain = (resolved?.chain ?? [])
      .map(entity)
      .filter((id) => id !== null && id !== speaker) as string[];
    const time = resolved?.when === undefined ? undefined : times[resolved.when];
    return {
      id: spans.id,
      document: document.id,
      ...(spans.parent === undefined ? {} : { parent: spans.parent }),
      source: spans.source.length > 0 ? evidenceAt(document, spans.source) : null,
      cue: spans.cue.length > 0 ? evidenceAt(document, spans.cue) : null,
      content: evidenceAt(document, spans.content),
      form: spans.form,
      act: spans.act,
      speaker,
      ...(addressee === null ? {} : { addressee }),
      chain: [...new Set(chain)],
      ...(resolved?.channel === undefined ? {} : { channel: resolved.channel }),
      ...(time === undefined
        ? {}
        : {
            when: {
              text: document.text.slice(...time.span),
              value: time.value,
              evidence: evidenceAt(document, [time.span]),
            },
          }),
      ...(spans.confidence === undefined ? {} : { confidence: spans.confidence }),
    };
  });
}
